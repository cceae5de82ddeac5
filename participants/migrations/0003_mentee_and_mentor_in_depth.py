from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('participants', '0002_participant_search_key'),
    ]

    operations = [
        migrations.AddField(
            model_name='mentee',
            name='free_hours',
            field=models.CharField(blank=True, help_text='Например: 15:00–17:00.', max_length=100, verbose_name='свободные часы'),
        ),
        migrations.AddField(
            model_name='mentee',
            name='needs_support',
            field=models.BooleanField(default=False, help_text='Видят только куратор, директор и руководитель МО.', verbose_name='нужно психологическое сопровождение'),
        ),
        migrations.AddField(
            model_name='mentee',
            name='request_source',
            field=models.CharField(blank=True, choices=[('self', 'сам наставляемый'), ('parents', 'родители (законные представители)'), ('class_teacher', 'классный руководитель'), ('psychologist', 'педагог-психолог'), ('test', 'профориентационный тест')], max_length=20, verbose_name='источник запроса'),
        ),
        migrations.AddField(
            model_name='mentor',
            name='free_hours',
            field=models.CharField(blank=True, help_text='Например: 15:00–17:00.', max_length=100, verbose_name='свободные часы'),
        ),
        migrations.AddField(
            model_name='mentor',
            name='portfolio_url',
            field=models.URLField(blank=True, max_length=500, verbose_name='страница портфолио'),
        ),
    ]
