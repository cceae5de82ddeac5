import django.db.models.deletion
from django.db import migrations, models

import programs.models.media


class Migration(migrations.Migration):
    dependencies = [("programs", "0006_personnel_suffix")]

    operations = [
        migrations.CreateModel(
            name="Media",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "key",
                    models.UUIDField(editable=False, unique=True, verbose_name="ключ хранения"),
                ),
                ("title", models.CharField(max_length=200, verbose_name="название файла")),
                (
                    "file",
                    models.FileField(
                        upload_to=programs.models.media.media_path, verbose_name="файл"
                    ),
                ),
                ("added_on", models.DateField(auto_now_add=True, verbose_name="добавлен")),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="media",
                        to="programs.event",
                        verbose_name="событие",
                    ),
                ),
            ],
            options={
                "verbose_name": "материал события",
                "verbose_name_plural": "материалы событий",
                "ordering": ["pk"],
            },
        ),
    ]
