"""The draft in the database: only the rows that differ are touched.

Pairs that stay keep their numbers, so the buttons of a page that is open elsewhere still fit.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from pairs.models import Matching, Pair, PairMember
from pairs.services.draft import Cell, Draft, Key
from programs.enums import MentoringKind
from programs.models import Program

Home = tuple[int, str]


def store(draft: Draft, matching: Matching) -> None:
    former = _former(draft.program)
    groups = _by_home(draft.cells.values())
    homes = _homes(former, groups, draft.program)
    rows = {_key(row): row for pair in former for row in pair.members.all()}
    _follow(rows, list(draft.cells))
    _delete(PairMember, [row.pk for key, row in rows.items() if key not in draft.cells])
    _save_members(draft, rows, homes)
    kept = {pair.pk for pair in homes.values()}
    _delete(Pair, [pair.pk for pair in former if pair.pk not in kept])
    Pair.objects.filter(pk__in=kept).update(matching=matching)


def _former(program: Program) -> list[Pair]:
    pairs = Pair.objects.proposed().of_program(program)
    return list(pairs.prefetch_related("members").order_by("-pk"))


def _by_home(cells: Iterable[Cell]) -> dict[Home, list[Cell]]:
    groups = defaultdict(list)
    for cell in cells:
        groups[cell.home].append(cell)
    return groups


def _homes(
    former: Sequence[Pair], groups: Mapping[Home, Sequence[Cell]], program: Program
) -> dict[Home, Pair]:
    """The pair of each group: the one that stands, or a new one."""
    standing = {(pair.mentor_id, pair.form): pair for pair in former}
    homes = {home: standing.get(home) or _pair(program, home) for home in groups}
    changed = [pair for home, pair in homes.items() if _set_kind(pair, groups[home])]
    Pair.objects.bulk_create([pair for pair in changed if pair.pk is None])
    Pair.objects.bulk_update([pair for pair in changed if pair in former], ["kind", "role_model"])
    return homes


def _pair(program: Program, home: Home) -> Pair:
    return Pair(program=program, mentor_id=home[0], form=home[1], kind="")


def _set_kind(pair: Pair, cells: Sequence[Cell]) -> bool:
    """Several mentees are a group; a role model is the pair's when all have the same."""
    before = pair.kind, pair.role_model
    alone = cells[0].kind
    if alone == MentoringKind.GROUP:
        alone = MentoringKind.TRADITIONAL
    models = {cell.role_model for cell in cells}
    pair.kind = MentoringKind.GROUP if len(cells) > 1 else alone
    pair.role_model = models.pop() if len(models) == 1 else ""
    return before != (pair.kind, pair.role_model)


def _save_members(draft: Draft, rows: Mapping[Key, PairMember], homes: Mapping[Home, Pair]) -> None:
    new, changed = [], []
    for cell in draft.cells.values():
        row = rows.get(cell.key) or PairMember(mentee_id=cell.mentee)
        if _fill(row, cell, homes[cell.home], draft.reasons.get(cell.key)):
            (changed if row.pk else new).append(row)
    PairMember.objects.bulk_create(new)
    fields = ["pair", "mentor", "score", "is_locked", "reasons"]
    PairMember.objects.bulk_update(changed, fields)


def _fill(row: PairMember, cell: Cell, pair: Pair, reasons: list[dict] | None) -> bool:
    """Whether anything has changed."""
    before = row.pair_id, row.mentor_id, row.score or 0, row.is_locked, row.reasons
    row.pair, row.mentor_id = pair, cell.mentor
    row.score, row.is_locked = cell.score, cell.locked
    row.reasons = row.reasons if reasons is None else reasons
    return before != (row.pair_id, row.mentor_id, row.score, row.is_locked, row.reasons)


def _follow(rows: dict[Key, PairMember], cells: Iterable[Key]) -> None:
    """A mentee who gets another mentor keeps the row, so the focus of the page finds it."""
    wanted = set(cells)
    left = {key[1]: key for key in rows if key not in wanted}
    for key in cells:
        if key not in rows and key[1] in left:
            rows[key] = rows.pop(left.pop(key[1]))


def _key(row: PairMember) -> Key:
    return row.mentor_id, row.mentee_id


def _delete(model: type[Pair] | type[PairMember], keys: list[int]) -> None:
    if keys:
        model.objects.filter(pk__in=keys).delete()
