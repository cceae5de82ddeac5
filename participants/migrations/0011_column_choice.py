import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('participants', '0010_attendance'),
        ('programs', '0003_acts_partners_forms_events'),
    ]

    operations = [
        migrations.CreateModel(
            name='ColumnChoice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('auto', 'определить по столбцам'), ('mentees', 'база наставляемых'), ('mentors', 'база наставников'), ('both', 'обе базы')], max_length=10, verbose_name='что в таблице')),
                ('caption', models.CharField(max_length=300, verbose_name='заголовок столбца, сравнимый вид')),
                ('column', models.CharField(max_length=40, verbose_name='столбец портала')),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='column_choices', to='programs.organization', verbose_name='организация')),
            ],
            options={
                'verbose_name': 'соответствие столбца',
                'verbose_name_plural': 'соответствия столбцов',
                'ordering': ['organization', 'kind', 'caption'],
                'constraints': [models.UniqueConstraint(fields=('organization', 'kind', 'caption'), name='column_choice_once')],
            },
        ),
    ]
