"""Selection of mentors: points, the decision of the commission, and who goes into the registry."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from participants.domain import selection as rules
from participants.enums import ParticipantStatus, SelectionDecision
from participants.models import Mentor, Selection, SelectionCriterion, SelectionMark
from participants.services import enrollment
from programs.services import journal

NOBODY = "Среди отмеченных нет кандидатов, о которых можно решить."


@dataclass(frozen=True)
class Line:
    """A criterion with what the candidate got by it."""

    criterion: SelectionCriterion
    points: int | None = None
    comment: str = ""

    @property
    def mark(self) -> rules.Mark:
        row = self.criterion
        return rules.Mark(row.title, row.most, row.is_required, self.points)


@dataclass(frozen=True)
class Verdict:
    decision: str = rules.UNDECIDED
    reason: str = ""
    day: date | None = None


@dataclass(frozen=True)
class Standing:
    """Where one candidate is in the selection."""

    mentor: Mentor
    lines: tuple[Line, ...]
    selection: Selection | None

    @property
    def marks(self) -> list[rules.Mark]:
        return [line.mark for line in self.lines]

    @property
    def score(self) -> rules.Score:
        return rules.score(self.marks)

    @property
    def decision(self) -> str:
        return self.selection.decision if self.selection else rules.UNDECIDED

    @property
    def outcome(self) -> str:
        """«допущен»; empty before a decision."""
        return rules.OUTCOMES.get(self.decision, "")

    @property
    def waits_anew(self) -> bool:
        """Declined once and a candidate again: only a new decision opens the registry."""
        is_candidate = self.mentor.status == ParticipantStatus.CANDIDATE
        return is_candidate and self.decision == rules.DECLINE


@dataclass(frozen=True)
class Admission:
    """``refused`` are (mentor, why)."""

    admitted: int
    refused: tuple[tuple[Mentor, str], ...]


def standings(mentors: Sequence[Mentor]) -> list[Standing]:
    """Of mentors of one program, in their order; three queries."""
    if not mentors:
        return []
    criteria = list(mentors[0].program.selection_criteria.order_by("position", "pk"))
    found = {row.mentor_id: row for row in Selection.objects.filter(mentor__in=mentors)}
    marks: dict[int, dict[int, SelectionMark]] = defaultdict(dict)
    for mark in SelectionMark.objects.filter(selection__in=found.values()):
        marks[mark.selection_id][mark.criterion_id] = mark
    return [
        Standing(mentor, lines_of(criteria, marks[row.pk] if row else {}), row)
        for mentor, row in ((mentor, found.get(mentor.pk)) for mentor in mentors)
    ]


def lines_of(
    criteria: Iterable[SelectionCriterion], marks: Mapping[int, SelectionMark]
) -> tuple[Line, ...]:
    return tuple(
        Line(row, marks[row.pk].points, marks[row.pk].comment) if row.pk in marks else Line(row)
        for row in criteria
    )


def standing(mentor: Mentor) -> Standing:
    return standings([mentor])[0]


def standing_to_change(mentor: Mentor) -> Standing:
    """As it is now; nobody else writes it down before this transaction ends."""
    Mentor.objects.select_for_update().get(pk=mentor.pk)
    return standing(mentor)


@transaction.atomic
def record(*, mentor: Mentor, lines: Sequence[Line], verdict: Verdict, by) -> Selection:
    """Points and the decision together; the decision is checked against these very points."""
    if verdict.decision == rules.UNDECIDED:
        verdict = Verdict(reason=verdict.reason)
    marks = [line.mark for line in lines]
    row, _created = Selection.objects.get_or_create(mentor=mentor)
    is_new = (row.decision, row.decided_on) != (verdict.decision, verdict.day)
    ensure_possible(mentor, marks, verdict, is_new)
    keep_marks(row, lines)
    if is_new and verdict.decision == rules.ADMIT and verdict.reason == row.reason:
        verdict = Verdict(verdict.decision, "", verdict.day)  # why he waited is over
    row.decision, row.reason, row.decided_on = verdict.decision, verdict.reason, verdict.day
    row.recorded_by = by
    row.save()
    action = f"selection.{verdict.decision or 'undecide'}" if is_new else "selection.mark"
    note([mentor], action, by, {mentor.pk: rules.score(marks).points}, verdict.day)
    if is_new:
        follow([mentor], verdict.decision, by)
    return row


def ensure_possible(
    mentor: Mentor, marks: Sequence[rules.Mark], verdict: Verdict, is_new: bool
) -> None:
    today, year = timezone.localdate(), mentor.program.year
    faults = rules.out_of_range(marks)
    faults += rules.refusals(verdict.decision, marks, verdict.reason, verdict.day, today, year)
    faults += rules.zero_in_registry(mentor.status, verdict.decision, marks)
    refused = rules.status_refusal(mentor.status, verdict.decision) if is_new else ""
    faults += [refused] if refused else []
    if faults:
        raise ValidationError(faults)


def keep_marks(row: Selection, lines: Iterable[Line]) -> None:
    row.marks.all().delete()
    SelectionMark.objects.bulk_create(
        SelectionMark(
            selection=row, criterion=line.criterion, points=line.points, comment=line.comment
        )
        for line in lines
        if line.points is not None
    )


def follow(mentors: Iterable[Mentor], decision: str, by) -> None:
    """The state of a row follows the decision: only the declined leave the candidates."""
    moving: dict[str, list[Mentor]] = defaultdict(list)
    for mentor in mentors:
        target = rules.MOVES[mentor.status, decision]
        if target != mentor.status:
            moving[target].append(mentor)
    for target, rows in moving.items():
        enrollment.move(participants=rows, status=target, by=by)


@transaction.atomic
def admit(*, mentors: Sequence[Mentor], day: date, by) -> Admission:
    """Everyone of ``mentors`` whom the rules let through; the rest come back with the reason.

    Those already admitted or in the registry are passed over. A constant number of queries.
    """
    asked = [row for row in standings(mentors) if row.decision != rules.ADMIT]
    judged = [(row, refusal(row)) for row in asked if row.mentor.status in DECIDED_IN_BULK]
    if not judged:
        raise ValidationError(NOBODY)
    if faults := rules.day_refusals(day, timezone.localdate(), mentors[0].program.year):
        raise ValidationError(faults)
    let = [row for row, why in judged if not why]
    write_admitted(let, day, by)
    return Admission(len(let), tuple((row.mentor, why) for row, why in judged if why))


DECIDED_IN_BULK = (ParticipantStatus.CANDIDATE, ParticipantStatus.DECLINED)


def refusal(row: Standing) -> str:
    return next((rules.lacking(mark) for mark in row.marks if rules.is_lacking(mark)), "")


def write_admitted(rows: Sequence[Standing], day: date, by) -> None:
    values = {
        "decision": SelectionDecision.ADMIT,
        "reason": "",
        "decided_on": day,
        "recorded_by": by,
    }
    known = [row.selection.pk for row in rows if row.selection]
    Selection.objects.filter(pk__in=known).update(**values)
    Selection.objects.bulk_create(
        Selection(mentor=row.mentor, **values) for row in rows if not row.selection
    )
    if rows:
        points = {row.mentor.pk: row.score.points for row in rows}
        note([row.mentor for row in rows], "selection.admit", by, points, day)
        follow([row.mentor for row in rows], rules.ADMIT, by)


def note(
    mentors: Sequence[Mentor], action: str, by, points: Mapping[int, int], day: date | None
) -> None:
    """One shape for one mentor and for many, so that a history is read in one query."""
    program = mentors[0].program
    journal.record(
        by=by,
        action=action,
        obj=program,
        organization=program.organization,
        rows=[mentor.pk for mentor in mentors],
        points={str(pk): number for pk, number in points.items()},
        day=day.isoformat() if day else None,
    )
