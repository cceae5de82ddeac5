from django.utils import timezone

from documents.services.demo.school import load
from mentoring_portal.shared.commands import PortalCommand


class Command(PortalCommand):
    help = "Загружает учебный пример: придуманную школу, повторяемую для одного зерна."

    def add_arguments(self, parser):
        parser.add_argument("--seed", type=int, default=1)
        parser.add_argument("--mentees", type=int, default=40)
        parser.add_argument("--mentors", type=int, default=18)

    def run(self, *, seed, mentees, mentors, **options):
        program = load(seed=seed, mentees=mentees, mentors=mentors, today=timezone.localdate())
        return {
            "program": program.pk,
            "organization": program.organization.short_name,
            "mentees": program.mentees.count(),
            "mentors": program.mentors.count(),
            "pairs": program.pairs.ordered().count(),
        }
