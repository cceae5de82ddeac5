from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("pairs", "0006_waiting_and_parting")]

    operations = [
        migrations.AddField(
            model_name="verdict",
            name="way",
            field=models.CharField(
                blank=True,
                choices=[("paper", "на бумаге"), ("talk", "в разговоре")],
                help_text="Пусто, если человек ответил в портале сам.",
                max_length=10,
                verbose_name="как получен ответ",
            ),
        ),
    ]
