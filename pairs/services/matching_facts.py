"""What the matcher has to know about a program: a few queries, however many people."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, F, QuerySet
from django.utils import timezone

from pairs.domain.facts import MenteeFacts, MentorFacts
from pairs.enums import PairStatus
from pairs.models import ForbiddenPair, PairMember
from pairs.services.group_limits import limits_of
from pairs.services.past_pairs import past_of
from pairs.services.weighting import weights_of
from pairs.services.wishes import linked, wishes_of
from participants.domain.free_days import parse_days
from participants.domain.free_hours import parse_hours
from participants.models import Mentee, Mentor
from participants.services.withdrawal import willing
from programs.models import Program

Pairs = list[tuple[int, int]]  # rows of a mentor and a mentee


@dataclass(frozen=True)
class Facts:
    """The people of one run; ``mentors`` and ``mentees`` are the rows behind the facts."""

    mentors: Mapping[int, Mentor]
    mentees: Mapping[int, Mentee]
    mentor_facts: list[MentorFacts] = field(default_factory=list)
    mentee_facts: list[MenteeFacts] = field(default_factory=list)
    banned: frozenset[tuple[int, int]] = frozenset()


def collect(program: Program, *, with_candidates: bool = False) -> Facts:
    """People of the registry: mentors with free places, mentees who may get one more mentor.

    Proposals are drafts that the next run replaces, so they hold no place here.
    """
    agreed = _open_members(program).exclude(pair__status=PairStatus.PROPOSED)
    today = timezone.localdate()
    waiting = willing(program.mentees.pairable(with_candidates=with_candidates), today)
    waiting = waiting.exclude(pk__in=_provided(agreed))
    mentors = willing(program.mentors.pairable(with_candidates=with_candidates), today)
    return facts_of(program, waiting, agreed, mentors=mentors)


def _provided(agreed: QuerySet) -> QuerySet:
    """Mentees who have as many mentors as they may."""
    led = agreed.values("mentee").annotate(mentors=Count("pk"))
    return led.filter(mentors__gte=F("mentee__max_mentors")).values("mentee")


def facts_of(
    program: Program, mentees: QuerySet, holding: QuerySet, *, mentors: QuerySet | None = None
) -> Facts:
    """Facts of ``mentees`` and ``mentors`` (all approved); ``holding`` members take places."""
    if mentors is None:
        mentors = willing(program.mentors.approved(), timezone.localdate())
    mentor_rows = {row.pk: row for row in mentors.by_name().order_by("pk")}
    mentee_rows = {row.pk: row for row in mentees.by_name().order_by("pk")}
    held = list(holding.order_by("pk").values_list("mentor", "mentee"))
    wanted = wishes_of(program)
    return Facts(
        mentors=mentor_rows,
        mentees=mentee_rows,
        mentor_facts=_mentor_facts(program, mentor_rows, held, wanted.of_mentors),
        mentee_facts=_mentee_facts(program, mentor_rows, mentee_rows, held, wanted.of_mentees),
        banned=banned_pairs(program),
    )


def banned_pairs(program: Program) -> frozenset[tuple[int, int]]:
    """(mentor, mentee) whom the curator does not want to be offered to each other."""
    bans = ForbiddenPair.objects.of_program(program).standing().order_by()
    return frozenset(bans.values_list("mentor", "mentee"))


def _open_members(program: Program) -> QuerySet:
    return PairMember.objects.filter(pair__program=program, is_open=True).order_by()


def _mentor_facts(
    program: Program, rows: Mapping[int, Mentor], held: Pairs, wishes: Mapping[int, list[int]]
) -> list[MentorFacts]:
    taken = Counter(mentor for mentor, _mentee in held)
    tags = linked(Mentor.tags.through.objects.all(), "mentor", "tag__name", program)
    most = limits_of(program).most
    return [
        MentorFacts(
            **_common(program, row, tags[pk]),
            forms=frozenset(row.forms),
            role_models=frozenset(row.role_models),
            competences="\n".join((row.competences, row.achievements)),
            age_from=row.age_from,
            age_to=row.age_to,
            hours_month=None if row.hours_month is None else float(row.hours_month),
            places=max(0, row.max_mentees - taken[pk]),
            group_most=most,
            is_busy=bool(taken[pk]),
            wishes=tuple(wishes[pk]),
        )
        for pk, row in rows.items()
    ]


def _mentee_facts(
    program: Program,
    mentors: Mapping[int, Mentor],
    rows: Mapping[int, Mentee],
    held: Pairs,
    wishes: Mapping[int, list[int]],
) -> list[MenteeFacts]:
    today = timezone.localdate()
    tags = linked(Mentee.tags.through.objects.all(), "mentee", "tag__name", program)
    weights, past = weights_of(program), past_of(program, mentors.values())
    leading = defaultdict(set)
    for mentor, mentee in held:
        leading[mentee].add(mentor)
    return [
        MenteeFacts(
            **_common(program, row, tags[pk]),
            form=row.form,
            role_model=row.role_model,
            request=row.request,
            places=max(0, row.max_mentors - len(leading[pk])),
            wishes=tuple(wishes[pk]),
            previous=past[row.person_id].good,
            broken=past[row.person_id].broken,
            mentors=frozenset(leading[pk]),
            days_waited=(today - row.listed_on).days,
            weights=weights.get(row.form, weights[""]),
        )
        for pk, row in rows.items()
    ]


def _common(program: Program, row: Mentor | Mentee, tags: list[str]) -> dict[str, Any]:
    """Whoever names no place of work or study belongs to the school itself."""
    return {
        "id": row.pk,
        "person_id": row.person_id,
        "position": row.position,
        "interests": row.interests,
        "tags": frozenset(tags),
        "age": row.person.age_on(timezone.localdate()),
        "days": parse_days(row.free_days),
        "hours": parse_hours(row.free_hours),
        "workplace": row.workplace or program.organization.short_name,
    }
