from django.db import migrations, models


def forbid_rejected(apps, schema_editor):
    """A rejected pair was banned by its state alone; now bans are rows that can be taken back."""
    PairMember = apps.get_model("pairs", "PairMember")
    ForbiddenPair = apps.get_model("pairs", "ForbiddenPair")
    rejected = PairMember.objects.filter(pair__status="rejected").select_related("pair")
    ForbiddenPair.objects.bulk_create(
        (
            ForbiddenPair(
                program_id=member.pair.program_id,
                mentor_id=member.mentor_id,
                mentee_id=member.mentee_id,
                reason=member.pair.end_reason[:500],
            )
            for member in rejected.order_by("-pk")
        ),
        ignore_conflicts=True,
    )


class Migration(migrations.Migration):
    dependencies = [("pairs", "0003_plan_answers")]

    operations = [
        migrations.AddField(
            model_name="forbiddenpair",
            name="is_lifted",
            field=models.BooleanField(
                default=False,
                help_text="Снятый запрет возвращает «Отменить».",
                verbose_name="запрет снят",
            ),
        ),
        migrations.AddField(
            model_name="pairmember",
            name="left_on",
            field=models.DateField(blank=True, null=True, verbose_name="вышел из группы"),
        ),
        migrations.AddField(
            model_name="pairmember",
            name="left_reason",
            field=models.TextField(blank=True, verbose_name="почему вышел"),
        ),
        migrations.RunPython(forbid_rejected, migrations.RunPython.noop),
    ]
