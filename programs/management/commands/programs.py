from mentoring_portal.shared.commands import PortalCommand
from programs.models import Program


class Command(PortalCommand):
    help = "Программы наставничества: номера нужны остальным командам."

    def run(self, **options):
        programs = Program.objects.select_related("organization").order_by("pk")
        return {"programs": [described(program) for program in programs]}

    def words(self, answer):
        lines = (
            "{id}: {name}, {organization}, {year}, {status}".format(**program)
            for program in answer["programs"]
        )
        return "\n".join(lines) or "Программ пока нет. Учебный пример: manage.py load_demo."


def described(program):
    return {
        "id": program.pk,
        "name": program.title,
        "organization": program.organization.short_name,
        "year": str(program.year),
        "status": program.status,
    }
