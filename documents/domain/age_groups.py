"""Age groups out of their last years: «14, 17» makes up to 14, 15–17, 18 and older."""

from dataclasses import dataclass

from documents.domain.row_lines import LineError
from mentoring_portal.shared.plurals import plural

OLDEST = 120
UNKNOWN = "не указан"


@dataclass(frozen=True, slots=True)
class AgeGroups:
    """``last`` are the last years of all groups but the open one, ascending."""

    last: tuple[int, ...]

    @property
    def labels(self) -> tuple[str, ...]:
        """All groups in order, the unknown age at the end."""
        first, *_rest = self.last
        starts = [bound + 1 for bound in self.last]
        middle = [
            f"{start}–{end} {years(end)}" if start < end else f"{end} {years(end)}"
            for start, end in zip(starts[:-1], self.last[1:], strict=True)
        ]
        youngest = f"до {first} {plural(first, 'года', 'лет', 'лет')} включительно"
        return (youngest, *middle, f"{starts[-1]} {years(starts[-1])} и старше", UNKNOWN)

    def label(self, age: int | None) -> str:
        if age is None:
            return UNKNOWN
        return self.labels[sum(1 for bound in self.last if age > bound)]


def years(number: int) -> str:
    return plural(number, "год", "года", "лет")


def parse_age_groups(text: str) -> AgeGroups:
    """Raises LineError for what is no list of growing ages."""
    words = text.replace(";", ",").split(",")
    ages = [word.strip() for word in words if word.strip()]
    if not ages or not all(age.isdigit() for age in ages):
        raise LineError("Возрастные группы – числа через запятую: «14, 17, 24».")
    last = tuple(map(int, ages))
    if list(last) != sorted(set(last)) or last[-1] >= OLDEST:
        raise LineError(f"Возраста в группах должны расти и быть меньше {OLDEST}.")
    return AgeGroups(last)
