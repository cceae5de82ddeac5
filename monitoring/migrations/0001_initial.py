import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from mentoring_portal.shared.first_tables import CreateTables


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('programs', '0001_squashed_0005_preload_legal_acts'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateTables(
            tables=[
                migrations.CreateModel(
                    name='Report',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('period', models.CharField(choices=[('december', 'декабрь'), ('june', 'июнь')], max_length=10, verbose_name='период')),
                        ('as_of', models.DateField(verbose_name='по состоянию на')),
                        ('status', models.CharField(choices=[('draft', 'черновик'), ('frozen', 'утверждён')], default='draft', max_length=10, verbose_name='состояние')),
                        ('figures', models.JSONField(default=dict, verbose_name='показатели')),
                        ('digest', models.CharField(blank=True, max_length=64, verbose_name='контрольная сумма')),
                        ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='составлен')),
                        ('created_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='кто составил')),
                        ('program', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reports', to='programs.program', verbose_name='программа')),
                    ],
                    options={
                        'verbose_name': 'отчёт мониторинга',
                        'verbose_name_plural': 'отчёты мониторинга',
                        'ordering': ['-as_of', '-pk'],
                    },
                ),
                migrations.CreateModel(
                    name='Headcount',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('code', models.CharField(choices=[('pupils', 'обучающихся всего'), ('pupils_10_18', 'обучающихся 10–18 лет'), ('teachers', 'педагогов всего'), ('young_specialists', 'молодых специалистов (стаж 0–3 года)')], max_length=20, verbose_name='кого')),
                        ('value', models.PositiveIntegerField(verbose_name='сколько')),
                        ('as_of', models.DateField(verbose_name='на дату')),
                        ('entered_at', models.DateTimeField(auto_now_add=True, verbose_name='внесено')),
                        ('entered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='кто внёс')),
                        ('program', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='headcounts', to='programs.program', verbose_name='программа')),
                    ],
                    options={
                        'verbose_name': 'численность',
                        'verbose_name_plural': 'численность',
                        'ordering': ['program', 'code', '-as_of', '-pk'],
                        'constraints': [models.UniqueConstraint(fields=('program', 'code', 'as_of'), name='headcount_once_a_day', violation_error_message='Численность на эту дату уже внесена.')],
                    },
                ),
            ],
        ),
    ]
