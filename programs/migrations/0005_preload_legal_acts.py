from pathlib import Path

import yaml
from django.db import migrations

PRESET = Path(__file__).resolve().parent.parent / "presets" / "legal_acts.yaml"
FIELDS = {
    "preset_key": "key",
    "level": "level",
    "topic": "topic",
    "name": "name",
    "quoted_name": "quoted",
    "number": "number",
    "signed_on": "signed",
    "title": "title",
    "in_force_from": "from",
    "in_force_to": "to",
    "is_confirmed": "confirmed",
    "note": "note",
}


def preload(apps, schema_editor):
    """Organizations that are here already get the list that a new school starts with."""
    sources = yaml.safe_load(PRESET.read_text("utf-8"))
    act_model = apps.get_model("programs", "LegalAct")
    for organization in apps.get_model("programs", "Organization").objects.filter(legal_acts=None):
        acts = {
            source["key"]: act_model.objects.create(
                organization=organization,
                position=position,
                **{field: source[key] for field, key in FIELDS.items() if key in source},
            )
            for position, source in enumerate(sources, 1)
        }
        for source in sources:
            if "replaced_by" in source:
                act_model.objects.filter(pk=acts[source["key"]].pk).update(
                    replaced_by=acts[source["replaced_by"]]
                )


class Migration(migrations.Migration):
    dependencies = [("programs", "0004_roadmap_upload")]

    operations = [migrations.RunPython(preload, migrations.RunPython.noop)]
