"""What the matcher has to know about a program: a few queries, however many people."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db.models import QuerySet
from django.utils import timezone

from pairs.domain.facts import MenteeFacts, MentorFacts
from pairs.enums import ORDERED_STATUSES, PairStatus
from pairs.models import ForbiddenPair, PairMember
from pairs.services.places import count_by_mentor
from participants.domain.free_days import parse_days
from participants.models import Mentee, Mentor
from participants.services.withdrawal import willing
from programs.models import Program


@dataclass(frozen=True)
class Facts:
    """The people of one run; ``mentors`` and ``mentees`` are the rows behind the facts."""

    mentors: Mapping[int, Mentor]
    mentees: Mapping[int, Mentee]
    mentor_facts: list[MentorFacts] = field(default_factory=list)
    mentee_facts: list[MenteeFacts] = field(default_factory=list)
    banned: frozenset[tuple[int, int]] = frozenset()


def collect(program: Program, *, with_candidates: bool = False) -> Facts:
    """People of the registry: mentors with free places, mentees whose pair is not yet agreed.

    Proposals are drafts that the next run replaces, so they hold no place here.
    """
    agreed = _open_members(program).exclude(pair__status=PairStatus.PROPOSED)
    today = timezone.localdate()
    waiting = willing(program.mentees.pairable(with_candidates=with_candidates), today)
    waiting = waiting.exclude(pk__in=agreed.values("mentee"))
    mentors = willing(program.mentors.pairable(with_candidates=with_candidates), today)
    return facts_of(program, waiting, agreed, mentors=mentors)


def facts_of(
    program: Program, mentees: QuerySet, holding: QuerySet, *, mentors: QuerySet | None = None
) -> Facts:
    """Facts of ``mentees`` and ``mentors`` (all approved); ``holding`` members take places."""
    if mentors is None:
        mentors = willing(program.mentors.approved(), timezone.localdate())
    mentor_rows = {row.pk: row for row in mentors.by_name().order_by("pk")}
    mentee_rows = {row.pk: row for row in mentees.by_name().order_by("pk")}
    return Facts(
        mentors=mentor_rows,
        mentees=mentee_rows,
        mentor_facts=_mentor_facts(program, mentor_rows, count_by_mentor(holding)),
        mentee_facts=_mentee_facts(program, mentor_rows, mentee_rows),
        banned=banned_pairs(program),
    )


def banned_pairs(program: Program) -> frozenset[tuple[int, int]]:
    """(mentor, mentee) whom the curator does not want to be offered to each other."""
    bans = ForbiddenPair.objects.of_program(program).standing().order_by()
    return frozenset(bans.values_list("mentor", "mentee"))


def _open_members(program: Program) -> QuerySet:
    return PairMember.objects.filter(pair__program=program, is_open=True).order_by()


def _mentor_facts(
    program: Program, rows: Mapping[int, Mentor], taken: Mapping[int, int]
) -> list[MentorFacts]:
    tags = _linked(Mentor.tags.through.objects.all(), "mentor", "tag__name", program)
    return [
        MentorFacts(
            id=pk,
            person_id=row.person_id,
            forms=frozenset(row.forms),
            competences="\n".join((row.competences, row.achievements)),
            interests=row.interests,
            tags=frozenset(tags[pk]),
            age_from=row.age_from,
            age_to=row.age_to,
            hours_month=None if row.hours_month is None else float(row.hours_month),
            places=max(0, row.max_mentees - taken.get(pk, 0)),
            days=parse_days(row.free_days),
        )
        for pk, row in rows.items()
    ]


def _mentee_facts(
    program: Program, mentors: Mapping[int, Mentor], rows: Mapping[int, Mentee]
) -> list[MenteeFacts]:
    today = timezone.localdate()
    tags = _linked(Mentee.tags.through.objects.all(), "mentee", "tag__name", program)
    wishes = _linked(Mentee.wishes.through.objects.all(), "mentee", "mentor", program)
    previous = _previous(program, mentors)
    return [
        MenteeFacts(
            id=pk,
            person_id=row.person_id,
            form=row.form,
            request=row.request,
            interests=row.interests,
            tags=frozenset(tags[pk]),
            age=row.person.age_on(today),
            wishes=tuple(wishes[pk]),
            previous=frozenset(previous[row.person_id]),
            days=parse_days(row.free_days),
        )
        for pk, row in rows.items()
    ]


def _linked(links: QuerySet, source: str, value: str, program: Program) -> Mapping[int, list]:
    """Many-to-many rows of the whole program at once, in the order they were chosen."""
    linked = defaultdict(list)
    of_program = links.filter(**{f"{source}__program": program}).order_by("pk")
    for key, found in of_program.values_list(source, value):
        linked[key].append(found)
    return linked


def _previous(program: Program, mentors: Mapping[int, Mentor]) -> Mapping[int, set[int]]:
    """Person of the mentee → this year's rows of mentors who led the person before."""
    rows = {row.person_id: pk for pk, row in mentors.items()}
    earlier = PairMember.objects.filter(
        pair__program__organization=program.organization_id,
        pair__program__start_year__lt=program.start_year,
        pair__status__in=ORDERED_STATUSES,
    ).order_by()
    led = defaultdict(set)
    for mentee, mentor in earlier.values_list("mentee__person", "mentor__person"):
        if mentor in rows:
            led[mentee].add(rows[mentor])
    return led
