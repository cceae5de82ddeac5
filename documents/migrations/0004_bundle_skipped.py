from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("documents", "0003_workflow")]

    operations = [
        migrations.AddField(
            model_name="bundle",
            name="skipped",
            field=models.TextField(blank=True, verbose_name="что не составлено и почему"),
        ),
    ]
