import django.core.validators
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("pairs", "0005_choices_and_encounters"),
        ("participants", "0015_selection_and_training"),
        ("programs", "0008_speed_event"),
    ]

    operations = [
        migrations.AddField(
            model_name="pairingrules",
            name="wait_days",
            field=models.PositiveSmallIntegerField(
                default=30,
                help_text="Считается с внесения в базу или с конца прежней пары.",
                validators=[
                    django.core.validators.MinValueValidator(1),
                    django.core.validators.MaxValueValidator(365),
                ],
                verbose_name="дней без пары до напоминания",
            ),
        ),
        migrations.AddField(
            model_name="verdict",
            name="settled_on",
            field=models.DateField(
                blank=True,
                help_text="После решения куратора ответ не меняют.",
                null=True,
                verbose_name="куратор решил",
            ),
        ),
        migrations.AlterField(
            model_name="pair",
            name="status",
            field=models.CharField(
                choices=[
                    ("proposed", "предложена"),
                    ("accepted", "принята"),
                    ("active", "действует"),
                    ("paused", "приостановлена"),
                    ("completed", "завершена"),
                    ("terminated", "прекращена досрочно"),
                    ("parted", "завершена: смена наставника"),
                    ("rejected", "отклонена"),
                ],
                default="proposed",
                max_length=10,
                verbose_name="состояние",
            ),
        ),
        migrations.CreateModel(
            name="Reminder",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("waiting", "долго ждёт пару"),
                            ("support", "пора провести встречу поддержки"),
                            ("verdict", "нет ответа после пробной встречи"),
                        ],
                        max_length=10,
                        verbose_name="о чём",
                    ),
                ),
                ("raised_on", models.DateField(verbose_name="напоминание с")),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="дело сделано")),
                (
                    "mentee",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reminders",
                        to="participants.mentee",
                        verbose_name="наставляемый",
                    ),
                ),
                (
                    "pair",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reminders",
                        to="pairs.pair",
                        verbose_name="пара",
                    ),
                ),
                (
                    "program",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reminders",
                        to="programs.program",
                        verbose_name="программа",
                    ),
                ),
            ],
            options={
                "verbose_name": "напоминание",
                "verbose_name_plural": "напоминания",
                "ordering": ["raised_on", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("closed_on", None)),
                        fields=("kind", "mentee"),
                        name="reminder_open_once_mentee",
                        violation_error_message="Об этом уже напоминают.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("closed_on", None)),
                        fields=("kind", "pair"),
                        name="reminder_open_once_pair",
                        violation_error_message="Об этом уже напоминают.",
                    ),
                ],
            },
        ),
    ]
