import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('participants', '0003_mentee_and_mentor_in_depth'),
    ]

    operations = [
        migrations.CreateModel(
            name='NeedsAnalysis',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('method', models.CharField(choices=[('questionnaire', 'анкетный опрос'), ('interview', 'интервью'), ('observation', 'наблюдение')], max_length=20, verbose_name='как проведён')),
                ('held_on', models.DateField(verbose_name='дата')),
                ('held_by', models.CharField(blank=True, max_length=300, verbose_name='кто провёл')),
                ('conclusion', models.TextField(verbose_name='вывод')),
                ('mentee', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='analyses', to='participants.mentee', verbose_name='наставляемый')),
            ],
            options={
                'verbose_name': 'анализ потребностей',
                'verbose_name_plural': 'анализы потребностей',
                'ordering': ['mentee', '-held_on', '-pk'],
            },
        ),
    ]
