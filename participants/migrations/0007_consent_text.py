import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('participants', '0006_representative'),
        ('programs', '0003_acts_partners_forms_events'),
    ]

    operations = [
        migrations.CreateModel(
            name='ConsentText',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('processing', 'на обработку персональных данных'), ('distribution', 'на распространение персональных данных'), ('participation', 'на участие в программе наставничества'), ('needs_analysis', 'родителя на анализ потребностей (АПО)'), ('photo', 'на использование изображения')], max_length=20, verbose_name='согласие')),
                ('version', models.CharField(max_length=50, verbose_name='редакция')),
                ('text', models.TextField(verbose_name='текст согласия')),
                ('used_from', models.DateField(verbose_name='применяется с')),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='consent_texts', to='programs.organization', verbose_name='организация')),
            ],
            options={
                'verbose_name': 'текст согласия',
                'verbose_name_plural': 'тексты согласий',
                'ordering': ['organization', 'kind', '-used_from', '-pk'],
                'constraints': [models.UniqueConstraint(fields=('organization', 'kind', 'version'), name='consent_text_version_once', violation_error_message='Такая редакция этого согласия уже есть.')],
            },
        ),
    ]
