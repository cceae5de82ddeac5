from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("programs", "0007_psychologist_role"),
    ]

    operations = [
        migrations.AlterField(
            model_name="event",
            name="kind",
            field=models.CharField(
                choices=[
                    (
                        "pairing_group_meeting",
                        "групповая встреча для формирования пар (квест, соревнование)",
                    ),
                    ("mentor_school", "«Школа наставников» (обучение)"),
                    ("seminar", "семинар"),
                    ("round_table", "круглый стол"),
                    ("pedsovet", "педагогический совет"),
                    ("admin_meeting", "административное совещание"),
                    ("final_event", "итоговое открытое публичное мероприятие («Mentory fest»)"),
                    ("reflection", "личная и групповая рефлексия"),
                    ("speed", "скоростное наставничество"),
                    ("other", "другое событие"),
                ],
                max_length=30,
                verbose_name="вид события",
            ),
        ),
    ]
