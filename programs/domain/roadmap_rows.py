"""A school's own roadmap: tables of texts become sections and items with errors and warnings.

Errors stop the import; warnings point at what a person should look at: nothing that the file
says is corrected on the way.
"""

from collections.abc import Iterable, Iterator, Sequence

from programs.domain.roadmap import Calendar
from programs.domain.roadmap_body import BodyReader
from programs.domain.roadmap_lines import Grid, bodies_of
from programs.domain.roadmap_shape import ItemRow, Note, RoadmapRows, SectionRow, Words

MAX_ITEMS, MAX_SECTIONS = 500, 100
LARGE_WIDTH, LARGE_HEIGHT = 3, 5

NO_TABLE = (
    "Не нашлась таблица дорожной карты. В её шапке должны быть столбец с мероприятиями и хотя бы "
    "один из столбцов: номер, этап, содержание, срок, ответственный, результат."
)
NO_ROWS = "Под шапкой таблицы нет ни одной строки с мероприятием."
TOO_MANY = (
    f"В файле больше {MAX_ITEMS} строк или {MAX_SECTIONS} разделов. Разделите дорожную карту."
)
DOUBLED = "Номер «{number}» уже стоит в строке {line}."
DOUBLED_SECTION = "Номер раздела «{number}» уже стоит в строке {line}."
BEFORE_SECTION = "Строка стоит до первого раздела: раздела у неё нет."
EMPTY_SECTION = "В разделе «{title}» нет ни одной строки."
FOREIGN_GRID = "{name}: на дорожную карту не похоже, не загружено."


def read_roadmap(grids: Sequence[Grid], calendar: Calendar, words: Words) -> RoadmapRows:
    """Sections and items of all the tables that look like a roadmap; never raises."""
    bodies, foreign = bodies_of(grids)
    answer = RoadmapRows()
    if not bodies:
        answer.errors.append(Note(0, "", NO_TABLE))
        return answer
    several = len({body.grid.name for body in bodies}) > 1
    for body in bodies:
        prefix = f"{body.grid.name}: " if several else ""
        BodyReader(answer, body, calendar, words, prefix).read()
    if len(answer.items) > MAX_ITEMS or len(answer.sections) > MAX_SECTIONS:
        return RoadmapRows(answer.sections, answer.items, [Note(0, "", TOO_MANY)])
    if not answer.items and not answer.errors:
        answer.errors.append(Note(0, "", NO_ROWS))
    answer.warnings += doubled(answer.sections, DOUBLED_SECTION)
    answer.warnings += doubled_items(answer.items)
    answer.warnings += before_first_section(answer)
    answer.warnings += empty_sections(answer)
    answer.warnings += (Note(0, "", FOREIGN_GRID.format(name=g.name)) for g in foreign if large(g))
    if not several:
        answer.warnings.sort(key=lambda note: note.row)
    return answer


def large(grid: Grid) -> bool:
    """Signatures and approvals are small tables; a large one may hold what somebody expects."""
    return grid.width >= LARGE_WIDTH and len(grid.lines) >= LARGE_HEIGHT


def doubled_items(items: Iterable[ItemRow]) -> Iterator[Note]:
    """«1.2» is one in the whole roadmap; a plain «2» may be counted anew in every section."""
    groups: dict[int | None, list[ItemRow]] = {}
    for item in items:
        plain = "." not in number_key(item.number)
        groups.setdefault(item.section if plain else -1, []).append(item)
    for group in groups.values():
        yield from doubled(group, DOUBLED)


def doubled(rows: Iterable[ItemRow | SectionRow], message: str) -> Iterator[Note]:
    first: dict[str, ItemRow | SectionRow] = {}
    for row in rows:
        key = number_key(row.number)
        earlier = first.setdefault(key, row)
        if key and earlier is not row:
            line = place_of(earlier, row)
            yield Note(row.line, "№", message.format(number=row.number, line=line))


def place_of(earlier: ItemRow | SectionRow, row: ItemRow | SectionRow) -> str:
    return f"{earlier.line}" + (f" ({earlier.grid})" if earlier.grid != row.grid else "")


def number_key(number: str) -> str:
    return number.strip(".) ")


def before_first_section(answer: RoadmapRows) -> Iterator[Note]:
    """A roadmap without any section is as it should be."""
    for item in answer.items if answer.sections else ():
        if item.section is None:
            yield Note(item.line, "", BEFORE_SECTION)


def empty_sections(answer: RoadmapRows) -> Iterator[Note]:
    used = {item.section for item in answer.items}
    for index, section in enumerate(answer.sections):
        if index not in used:
            yield Note(section.line, "", EMPTY_SECTION.format(title=section.title[:100]))
