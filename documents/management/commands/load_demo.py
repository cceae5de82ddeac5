from argparse import ArgumentTypeError

from django.utils import timezone

from documents.services.demo.school import load
from mentoring_portal.shared.commands import PortalCommand


def people(text: str) -> int:
    """So many as one school may have: each is invented, so a typing slip would take hours."""
    number = int(text)
    if not 0 <= number <= 10_000:
        raise ArgumentTypeError("число людей – от 0 до 10 000")
    return number


class Command(PortalCommand):
    help = "Загружает учебный пример: придуманную школу, повторяемую для одного зерна."

    def add_arguments(self, parser):
        parser.add_argument("--seed", type=int, default=1)
        parser.add_argument("--mentees", type=people, default=40)
        parser.add_argument("--mentors", type=people, default=18)

    def run(self, *, seed, mentees, mentors, **options):
        program = load(seed=seed, mentees=mentees, mentors=mentors, today=timezone.localdate())
        return {
            "program": program.pk,
            "organization": program.organization.short_name,
            "mentees": program.mentees.count(),
            "mentors": program.mentors.count(),
            "pairs": program.pairs.ordered().count(),
        }
