"""A draft of pairs to change by hand: people, a run, what stands in it."""

from pairs.models import ForbiddenPair, PairMember
from pairs.services import matching
from pairs.services.draft import Draft
from tests.builders import make_mentee, make_mentor, make_program

SUBJECTS = ("физика", "химия", "вокал")


def make_draft(number=3, program=None, **mentor_fields):
    """As many mentors as mentees, each suiting one of the others best; one run of the matcher."""
    program = program or make_program()
    for subject in SUBJECTS[:number]:
        make_mentor(program, competences=subject, **mentor_fields)
        make_mentee(program, request=subject)
    matching.propose(program=program, by=None)
    return program


def members(program):
    found = PairMember.objects.filter(pair__program=program, pair__status="proposed")
    return list(found.select_related("pair__program", "mentor__person", "mentee__person"))


def state(program):
    """Everything that going back has to restore."""
    rows = PairMember.objects.filter(pair__program=program, pair__status="proposed")
    values = ("mentor", "mentee", "score", "is_locked", "pair__form", "pair__kind")
    told = {tuple(row[:-1]): row[-1] for row in rows.values_list(*values, "reasons")}
    bans = ForbiddenPair.objects.of_program(program).standing()
    return told, set(bans.values_list("mentor", "mentee", "reason"))


def total(program):
    """The sum of scores, computed anew from the facts."""
    draft = Draft(program)
    return sum(draft.score(key) for key in draft.cells)
