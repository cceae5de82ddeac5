"""Whom people want to work with: said in the base, at a group meeting, after a short talk."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import QuerySet

from pairs.enums import FeedbackSide
from pairs.models import Choice, Encounter
from participants.models import Mentee, Mentor
from programs.models import Program


@dataclass(frozen=True)
class Wishes:
    """Row of a person → rows of the other side, the dearest first.

    The later word comes first: a talk that both want to go on with, then the choice at a
    meeting, then the base.
    """

    of_mentors: Mapping[int, list[int]]
    of_mentees: Mapping[int, list[int]]


def wishes_of(program: Program) -> Wishes:
    """Of the whole program, in a constant number of queries."""
    of_mentors, of_mentees = defaultdict(list), defaultdict(list)
    talks = Encounter.objects.of_program(program).filter(goes_on=True).order_by("-day", "pk")
    for mentor, mentee in talks.values_list("mentor", "mentee"):
        of_mentors[mentor].append(mentee)
        of_mentees[mentee].append(mentor)
    choices = Choice.objects.filter(event__program=program).order_by("rank", "pk")
    for side, mentor, mentee in choices.values_list("side", "mentor", "mentee"):
        if side == FeedbackSide.MENTOR:
            of_mentors[mentor].append(mentee)
        else:
            of_mentees[mentee].append(mentor)
    _add(of_mentors, linked(Mentor.wishes.through.objects.all(), "mentor", "mentee", program))
    _add(of_mentees, linked(Mentee.wishes.through.objects.all(), "mentee", "mentor", program))
    return Wishes(of_mentors, of_mentees)


def _add(wishes: dict[int, list[int]], said: Mapping[int, list[int]]) -> None:
    for person, wanted in said.items():
        wishes[person].extend(wanted)


def linked(links: QuerySet, source: str, value: str, program: Program) -> Mapping[int, list]:
    """Many-to-many rows of the whole program at once, in the order they were chosen."""
    found = defaultdict(list)
    of_program = links.filter(**{f"{source}__program": program}).order_by("pk")
    for key, other in of_program.values_list(source, value):
        found[key].append(other)
    return found
