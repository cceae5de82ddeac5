import django.core.validators
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("pairs", "0004_bans_and_departures")]

    operations = [
        migrations.AddField(
            model_name="encounter",
            name="is_held",
            field=models.BooleanField(
                default=True,
                help_text="Строка расписания скоростных встреч – ещё не встреча, пока её не отметили.",
                verbose_name="состоялась",
            ),
        ),
        migrations.AlterField(
            model_name="choice",
            name="rank",
            field=models.PositiveSmallIntegerField(
                default=1,
                validators=[
                    django.core.validators.MinValueValidator(1),
                    django.core.validators.MaxValueValidator(3),
                ],
                verbose_name="место в выборе",
            ),
        ),
        migrations.AddConstraint(
            model_name="choice",
            constraint=models.UniqueConstraint(
                condition=models.Q(("side", "mentor")),
                fields=("event", "mentor", "rank"),
                name="choice_ranks_of_mentor",
                violation_error_message="У наставника это место уже занято другим выбором.",
            ),
        ),
        migrations.AddConstraint(
            model_name="choice",
            constraint=models.UniqueConstraint(
                condition=models.Q(("side", "mentee")),
                fields=("event", "mentee", "rank"),
                name="choice_ranks_of_mentee",
                violation_error_message="У наставляемого это место уже занято другим выбором.",
            ),
        ),
        migrations.AddConstraint(
            model_name="choice",
            constraint=models.CheckConstraint(
                condition=models.Q(("rank__gte", 1), ("rank__lte", 3)),
                name="choice_rank_in_bounds",
                violation_error_message="Выбирают от одного до трёх человек.",
            ),
        ),
        migrations.AddConstraint(
            model_name="encounter",
            constraint=models.CheckConstraint(
                condition=models.Q(("is_held", True), ("goes_on", False), _connector="OR"),
                name="encounter_goes_on_when_held",
                violation_error_message="Продолжить хотят только после состоявшейся встречи.",
            ),
        ),
    ]
