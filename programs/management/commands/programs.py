from mentoring_portal.shared.commands import PortalCommand
from programs.models import Program


class Command(PortalCommand):
    help = "Перечисляет программы: номера для других команд и названия."

    def run(self, **options):
        programs = Program.objects.select_related("organization").order_by("pk")
        return {"programs": [self.row(program) for program in programs]}

    def row(self, program):
        return {
            "id": program.pk,
            "name": program.title,
            "organization": program.organization.short_name,
            "year": str(program.year),
            "status": program.status,
        }

    def words(self, answer):
        rows = answer["programs"]
        return "\n".join(
            f"{row['id']:>5}  {row['name']}, {row['year']}, {row['organization']}" for row in rows
        )
