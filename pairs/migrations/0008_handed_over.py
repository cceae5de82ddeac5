from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("pairs", "0007_verdict_way")]

    operations = [
        migrations.AddField(
            model_name="pair",
            name="is_handed_over",
            field=models.BooleanField(
                default=False,
                help_text="Пара закончена, потому что наставник больше не мог работать.",
                verbose_name="наставник заменён",
            ),
        ),
    ]
