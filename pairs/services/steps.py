"""Steps of the draft: every run and every change by hand is one, and each can be taken back."""

from collections.abc import Mapping
from dataclasses import astuple, dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from pairs.domain import proposals as rules
from pairs.domain.facts import Matching as Answer
from pairs.enums import MatchingStep
from pairs.models import ForbiddenPair, Matching
from pairs.services import draft_rows
from pairs.services.draft import Draft, Worth
from pairs.services.draft_seen import hold
from pairs.services.since_run import known, known_by
from pairs.services.weighting import weights_seen
from programs.models import Program
from programs.services import journal

KEPT = 50
LONGEST_NOTE = Matching._meta.get_field("note").max_length
NAMED_MEANWHILE = "Название за это время изменили, теперь {}. Посмотрите и решите ещё раз."
BASELINE = "черновик до изменений"


@dataclass(frozen=True)
class Change:
    """A step just made: what the draft was worth before and after, what the best would be."""

    matching: Matching
    before: Worth
    left_out: tuple[str, ...] = ()
    warning: str = ""

    @property
    def after(self) -> Worth:
        return Worth(*self.matching.snapshot["worth"])

    @property
    def best(self) -> Worth:
        return Worth(*self.matching.snapshot["best"])


def current(program: Program) -> Matching | None:
    return program.matchings.select_related("previous").first()


def open_draft(program: Program, seen: str | None = None) -> Draft:
    """The draft, held until commit; ``seen`` is what the page of the user has shown."""
    hold(program, seen)
    draft = Draft(program)
    if draft.cells and current(program) is None:
        _create(draft, step=MatchingStep.RETURN, note=BASELINE, by=None)
    return draft


def write(
    draft: Draft,
    *,
    step: MatchingStep,
    note: str,
    by: Any,
    answer: Answer | None = None,
    undo: int = 0,
    lost: list | None = None,
    target: Matching | None = None,
    **fields: Any,
) -> Matching:
    """Store the changed draft as the next step; ``answer`` is that of a run of the matcher.

    ``target`` is the variant that the draft goes back to.
    ``lost`` are locked pairs that a run could not keep: [mentor, mentee, why].
    ``note`` holds no names but ``{m12}`` and ``{e34}``, rows of a mentor and a mentee: a name
    that is destroyed or corrected must not live on here.
    """
    if answer is None:
        draft.rescore()
    former = current(draft.program)
    fields.setdefault("previous", former)
    run = known(draft.program) if answer else known_by(target or former)
    told = {"undo": undo, "lost": lost, "run": run}
    matching = _create(draft, step=step, note=note, by=by, answer=answer, told=told, **fields)
    draft_rows.store(draft, matching)
    _trim(draft.program)
    _journal(draft, matching, by)
    return matching


def best(draft: Draft) -> Answer:
    """The best draft that the bans leave, were nothing locked."""
    told = draft.facts
    return rules.propose(told.mentor_facts, told.mentee_facts, banned=told.banned)


def _journal(draft: Draft, matching: Matching, by: Any) -> None:
    step = MatchingStep(matching.step)
    journal.record(
        by=by,
        action=f"matching.{'propose' if step == MatchingStep.RUN else step.value}",
        obj=matching,
        organization=draft.program.organization,
        pairs=len({cell.home for cell in draft.cells.values()}),
        unmatched=len(matching.unmatched),
    )


def _create(
    draft: Draft,
    *,
    step: MatchingStep,
    note: str,
    by: Any,
    answer: Answer | None = None,
    told: Mapping[str, Any] | None = None,
    **fields: Any,
) -> Matching:
    """``told`` is what the snapshot keeps besides the draft; what is empty is left out."""
    ideal = answer if answer and not draft.locked else best(draft)
    aim = Worth(ideal.mentees_served, ideal.mentors_busy, round(ideal.objective))
    reached = answer or ideal
    besides = {name: value for name, value in (told or {}).items() if value}
    return Matching.objects.create(
        program=draft.program,
        step=step,
        note=note[:LONGEST_NOTE],
        objective=draft.worth.total,
        bound=ideal.objective,
        proven_optimal=reached.proven_optimal and (bool(answer) or draft.worth == aim),
        seconds=reached.seconds,
        unmatched=[
            {"side": left.side, "id": left.id, "reasons": list(left.reasons)}
            for left in reached.unmatched
        ],
        snapshot=_snapshot(draft, aim) | besides,
        created_by=by,
        **fields,
    )


def _snapshot(draft: Draft, aim: Worth) -> dict[str, Any]:
    bans = ForbiddenPair.objects.of_program(draft.program).standing().order_by("pk")
    return {
        "members": [list(astuple(cell)) for cell in draft.cells.values()],
        "forbidden": [list(key) for key in bans.values_list("mentor", "mentee")],
        "worth": list(draft.worth),
        "best": list(aim),
        "weights": weights_seen(draft.program),
    }


@transaction.atomic
def rename(*, matching: Matching, title: str, by: Any, was: str | None = None) -> Matching:
    """A named variant is never trimmed; without a name it is a step like others.

    ``was`` is the name that the user has seen: a newer one is not lost unread.
    """
    held = Matching.objects.select_for_update().get(pk=matching.pk)
    if was is not None and was != held.title:
        raise ValidationError(
            NAMED_MEANWHILE.format(f"«{held.title}»" if held.title else "его нет")
        )
    matching.title = title.strip()
    matching.save(update_fields=["title"])
    organization = matching.program.organization
    journal.record(by=by, action="matching.rename", obj=matching, organization=organization)
    return matching


def _trim(program: Program) -> None:
    """The latest steps and the named ones stay."""
    unnamed = program.matchings.filter(title="").order_by("-pk")
    old = list(unnamed.values_list("pk", flat=True)[KEPT:])
    if old:
        program.matchings.filter(pk__in=old).delete()
