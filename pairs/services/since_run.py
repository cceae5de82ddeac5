"""What of the people and the rules has changed since the matcher ran: then it is worth a new run.

A change by hand keeps what the run before it knew, going back what that variant knew.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import astuple
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from mentoring_portal.shared.fingerprints import fingerprint
from pairs.enums import PairStatus
from pairs.models import Matching, PairMember
from pairs.services.group_limits import limits_of
from pairs.services.step_words import NAMED, names_of
from pairs.services.weighting import weights_seen
from pairs.services.wishes import linked, wishes_of
from participants.models import Mentee, Mentor
from participants.services.withdrawal import willing
from programs.models import Program

Marks = dict[str, str]  # «m12» or «e34» → a short mark of the card

MARK_LENGTH = 8
OF_BOTH = (
    "position",
    "workplace",
    "interests",
    "free_days",
    "free_hours",
    "person__birth_year",
    "person__birth_date",
)
READ = {
    Mentor: (
        *OF_BOTH,
        *("forms", "role_models", "competences", "achievements"),
        *("age_from", "age_to", "hours_month", "max_mentees"),
    ),
    Mentee: (*OF_BOTH, "form", "role_model", "request", "listed_on", "max_mentors"),
}
LETTERS = {Mentor: "m", Mentee: "e"}
WHO = {"m": "наставники", "e": "наставляемые"}
WHOSE = {"m": "наставников", "e": "наставляемых"}


def known(program: Program) -> dict[str, Any]:
    """What a run of this minute goes by; a constant number of queries."""
    return {
        "people": _marks(program),
        "limits": list(astuple(limits_of(program))),
        "weights": weights_seen(program),
    }


def known_by(matching: Matching | None) -> dict[str, Any]:
    """What the run behind the step went by; steps from before it was kept know the weights."""
    if matching is None:
        return {}
    weights = matching.snapshot.get("weights")
    return matching.snapshot.get("run") or ({"weights": weights} if weights else {})


def changes(matching: Matching | None) -> list[str]:
    """Lines for the page, the people first; a constant number of queries."""
    then = known_by(matching)
    if not then:
        return []
    now = known(matching.program)
    people = then.get("people")
    found = [] if people is None else _of_people(matching.program, people, now["people"])
    if then.get("limits", now["limits"]) != now["limits"]:
        found.append("размер групп")
    if then["weights"] != now["weights"]:
        found.append("веса подбора")
    return found


def _of_people(program: Program, then: Marks, now: Marks) -> list[str]:
    """Whoever has got a pair meanwhile is neither gone nor changed."""
    missing = then.keys() - now.keys()
    gone = missing - _present(program) if missing else missing
    new = now.keys() - then.keys()
    other = {mark for mark in now.keys() & then.keys() if now[mark] != then[mark]}
    names = names_of({*gone, *new, *other} - _erased(program))
    lines = []
    for letter in WHO:
        lines += _told(f"больше не участвуют {WHO[letter]}", letter, gone, names)
        lines += _told(f"теперь участвуют {WHO[letter]}", letter, new, names)
        lines += _told(f"данные {WHOSE[letter]}", letter, other, names)
    return lines


def _erased(program: Program) -> set[str]:
    people = {base: base.objects.of_program(program).order_by() for base in LETTERS}
    return {
        f"{LETTERS[base]}{pk}"
        for base, rows in people.items()
        for pk in rows.exclude(person__erased_on=None).values_list("pk", flat=True)
    }


def _told(what: str, letter: str, marks: Collection[str], names: Mapping[str, str]) -> list[str]:
    """«теперь участвуют наставники: Панин Г. О. и ещё 12»; those without a name are erased."""
    found = sorted(names[mark] for mark in marks if mark[0] == letter and mark in names)
    return [f"{what}: {_listed(found)}"] if found else []


def _listed(names: Sequence[str]) -> str:
    rest = len(names) - NAMED
    return f"{', '.join(names[:NAMED])}{f' и ещё {rest}' if rest > 0 else ''}"


def _marks(program: Program) -> Marks:
    """Everyone whom a run would pair, by what it reads of them."""
    agreed = PairMember.objects.filter(pair__program=program, is_open=True).order_by()
    agreed = agreed.exclude(pair__status=PairStatus.PROPOSED)
    wanted = wishes_of(program)
    return {
        **_marks_of(Mentor, program, agreed, wanted.of_mentors),
        **_marks_of(Mentee, program, agreed, wanted.of_mentees),
    }


def _marks_of(
    base: type[Mentor | Mentee],
    program: Program,
    agreed: QuerySet,
    wishes: Mapping[int, list[int]],
) -> Marks:
    """The last column is the number of places: whoever has none left is not asked about."""
    side = base._meta.model_name
    taken = Counter(agreed.values_list(side, flat=True))
    tags = linked(base.tags.through.objects.all(), side, "tag__name", program)
    rows = _registry(base, program).values_list("pk", *READ[base])
    return {
        f"{LETTERS[base]}{pk}": _mark([*columns, sorted(tags[pk]), wishes[pk]])
        for pk, *columns in rows
        if columns[-1] > taken[pk]
    }


def _mark(values: Sequence[Any]) -> str:
    return fingerprint(values)[:MARK_LENGTH]


def _registry(base: type[Mentor | Mentee], program: Program) -> QuerySet:
    people = base.objects.of_program(program).approved().order_by()
    return willing(people, timezone.localdate())


def _present(program: Program) -> set[str]:
    return {
        f"{letter}{pk}"
        for base, letter in LETTERS.items()
        for pk in _registry(base, program).values_list("pk", flat=True)
    }
