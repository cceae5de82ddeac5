"""Widths of a table's columns: by their shares, or so that as many words as possible stay whole."""

import re

from documents.domain.blocks import Table, cell_text

# Whole half per cents, so that a style class can carry them; finer steps lose nothing on paper.
WHOLE = 200
SAMPLE_ROWS = 200
PADDING = 0.8
BREAKS = re.compile(r"\s+|(?<=\w{3}[-–/])")
# A longer word, like the address of a page, breaks anyway and asks for little.
ENDLESS_WORD = 22
# Widths of letters in Times, in shares of the font's size.
WIDE = frozenset("жмшщыюфЖМШЩЫЮФДQWmw@%—")
NARROW = frozenset(".,:;!'|()[]/-tfijl")
# The usual width of a table in letters' sizes: a landscape sheet for the wide, portrait for others.
TABLE_WIDTH = {"normal": 40.0, "dense": 48.0, "tiny": 91.0, "micro": 97.0}


def density(table: Table) -> str:
    """Wide registers and columns of long words need smaller letters to keep the words whole."""
    steps = ((13, "micro"), (10, "tiny"), (7, "dense"))
    count = len(table.columns)
    usual = next((name for least, name in steps if count >= least), "normal")
    cuts = usual == "normal" and sum(_needs(table)) > TABLE_WIDTH[usual]
    return "dense" if cuts else usual


def widths(table: Table) -> tuple[int, ...]:
    """Half per cents of the table's width that add up to 200."""
    shares = [float(column.share) for column in table.columns]
    if not any(shares):
        return _halves(_by_content(table))
    return _halves(_by_shares(table, [share or 1.0 for share in shares]))


def rooms(table: Table) -> tuple[float, ...]:
    """What each column has for its words."""
    across = TABLE_WIDTH[density(table)]
    return tuple(across * part / WHOLE - PADDING for part in widths(table))


def _halves(weights: list[float]) -> tuple[int, ...]:
    total = sum(weights)
    exact = [WHOLE * weight / total for weight in weights]
    whole = [max(1, int(part)) for part in exact]
    most_cut = sorted(range(len(exact)), key=lambda place: whole[place] - exact[place])
    for place in most_cut[: max(0, WHOLE - sum(whole))]:
        whole[place] += 1
    return tuple(whole)


def _by_shares(table: Table, shares: list[float]) -> list[float]:
    """A column too narrow for its words takes from those that have more than they need."""
    room = TABLE_WIDTH[density(table)]
    wished = [room * share / sum(shares) for share in shares]
    spare = [wish - _widest_word(table, place) for place, wish in enumerate(wished)]
    over, lack = (sum(max(0.0, sign * part) for part in spare) for sign in (1, -1))
    moved = min(over, lack)
    if not moved:
        return wished
    return [
        wish - part * moved / (over if part > 0 else lack)
        for wish, part in zip(wished, spare, strict=True)
    ]


def _by_content(table: Table) -> list[float]:
    room, needs = TABLE_WIDTH[density(table)], _needs(table)
    spare = room - sum(needs)
    if spare <= 0:
        ceiling = _ceiling(needs, room)
        return [min(need, ceiling) for need in needs]
    # A text twice as long needs no twice as wide a column: it may also be higher.
    bulk = [_mean_length(table, place) ** 0.5 for place in range(len(table.columns))]
    return [n + spare * b / sum(bulk) for n, b in zip(needs, bulk, strict=True)]


def _ceiling(needs: list[float], room: float) -> float:
    """The width to which the widest columns are cut so that the others keep all they need."""
    ordered = sorted(needs)
    for place, need in enumerate(ordered):
        left = room - sum(ordered[:place])
        if need * (len(ordered) - place) > left:
            return left / (len(ordered) - place)
    return ordered[-1]


def _texts(table: Table, place: int) -> list[str]:
    rows = [row for row in table.rows[:SAMPLE_ROWS] if not isinstance(row, str)]
    return [cell_text(row[place]) for row in rows if place < len(row)]


def _needs(table: Table) -> list[float]:
    return [_widest_word(table, place) for place in range(len(table.columns))]


def _widest_word(table: Table, place: int) -> float:
    title = max(map(_em, BREAKS.split(table.columns[place].title)), default=0.0) * 1.08
    words = [word for text in set(_texts(table, place)) for word in BREAKS.split(text)]
    return max(title, max(map(_em, words), default=0.0)) + PADDING


def _mean_length(table: Table, place: int) -> float:
    lengths = [len(text) for text in _texts(table, place)]
    return 1 + sum(lengths) / max(len(lengths), 1)


def _em(word: str) -> float:
    return 5.0 if len(word) > ENDLESS_WORD else word_width(word)


def word_width(word: str) -> float:
    """In letters' sizes, as all widths here."""
    return sum(_letter(letter) for letter in word)


def _letter(letter: str) -> float:
    if letter in WIDE:
        return 0.74
    if letter in NARROW:
        return 0.32
    return 0.7 if letter.isupper() else 0.5
