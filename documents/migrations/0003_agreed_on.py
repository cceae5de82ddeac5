from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("documents", "0001_squashed_0002_papers")]

    operations = [
        migrations.AddField(
            model_name="document",
            name="agreed_on",
            field=models.DateField(blank=True, null=True, verbose_name="день отправки на подпись"),
        ),
    ]
