from django.db import migrations
from django.db.models import OuterRef, Subquery


def fill(apps, schema_editor):
    """Numbers given before belong to the school and the year of their course."""
    Training = apps.get_model("participants", "Training")
    Course = apps.get_model("participants", "Course")
    own = Course.objects.filter(pk=OuterRef("course"))
    Training.objects.filter(number__isnull=False).update(
        issued_by=Subquery(own.values("program__organization")),
        issued_year=Subquery(own.values("program__start_year")),
    )


class Migration(migrations.Migration):
    dependencies = [("participants", "0019_certificate_issuer")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
