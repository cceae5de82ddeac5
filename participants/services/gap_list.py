"""«Чего не хватает», narrowed to a kind of consent and to a class."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from participants.domain.school_class import class_key
from participants.enums import ConsentKind
from participants.services.consent import Gap


@dataclass(frozen=True)
class GapList:
    """The gaps found, and how many there are of each kind and in each class."""

    found: list[Gap]
    total: int
    kinds: list[tuple[ConsentKind, int]]
    classes: list[tuple[str, int]]


def gap_list(gaps: Sequence[Gap], *, kind: str = "", school_class: str = "") -> GapList:
    """An unknown kind or class narrows nothing: the address may be an old one.

    Kinds are counted inside the chosen class, classes over the whole program.
    """
    classes = Counter(gap.school_class for gap in gaps if gap.school_class)
    of_class = [gap for gap in gaps if gap.school_class == school_class]
    inside = of_class if school_class in classes else list(gaps)
    kinds = Counter(one for gap in inside for one in gap.missing)
    return GapList(
        found=[gap for gap in inside if kind in gap.missing] if kind in kinds else inside,
        total=len(inside),
        kinds=[(one, kinds[one]) for one in ConsentKind if kinds[one]],
        classes=sorted(classes.items(), key=lambda row: class_key(row[0])),
    )
