from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("pairs", "0008_handed_over")]

    operations = [
        migrations.AddField(
            model_name="pairmember",
            name="joined_on",
            field=models.DateField(blank=True, null=True, verbose_name="вошёл в группу"),
        ),
    ]
