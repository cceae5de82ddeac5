from django.db import migrations


def fill(apps, schema_editor):
    """Certificates given before keep what they say today."""
    Training = apps.get_model("participants", "Training")
    rows = Training.objects.filter(number__isnull=False, result="passed", certified_title="")
    rows = list(rows.select_related("course").prefetch_related("course__sessions__event"))
    for row in rows:
        copy_facts(row, list(row.course.sessions.all()))
    columns = ["certified_title", "certified_hours", "certified_from", "certified_until"]
    Training.objects.bulk_update(rows, columns, batch_size=500)


def copy_facts(row, sessions):
    row.certified_title = row.course.title
    if sessions:
        events = [session.event for session in sessions]
        row.certified_hours = sum(session.hours for session in sessions)
        row.certified_from = min(event.starts_on for event in events)
        row.certified_until = max(event.ends_on or event.starts_on for event in events)


class Migration(migrations.Migration):
    dependencies = [("participants", "0017_certificate_facts")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
