"""Loading 5,000 rows: preview and apply against a bare ``bulk_create`` of the same rows.

Run: ``python benchmarks/imports.py [ROWS]``. Everything happens in a database in memory.
"""

import os
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ["DJANGO_SETTINGS_MODULE"] = "mentoring_portal.settings_test"
os.environ["VAR_DIR"] = tempfile.mkdtemp(prefix="portal-bench-")
os.environ.pop("DATABASE_URL", None)

import django  # noqa: E402 - the settings above come first

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection, transaction  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from mentoring_portal.shared.spreadsheets import Table, write_table  # noqa: E402
from participants.domain.base_forms import OFFICIAL_COLUMNS  # noqa: E402
from participants.models import Mentee, Occupation, Person  # noqa: E402
from participants.services.import_batch import apply, check, preview  # noqa: E402
from participants.services.import_table import _read  # noqa: E402
from programs.models import Organization, Program  # noqa: E402

LETTERS = "абвгдежзик"
ROUNDS = 3


def surname(number):
    return "Лосев" + "".join(LETTERS[int(digit)] for digit in f"{number:04}")


def table(rows):
    titles = [title for _code, title in OFFICIAL_COLUMNS["mentees"]]
    lines = (
        [n, f"{surname(n)} Лев Ильич", 2009 + n % 7, "выбор профессии", date(2026, 9, 1 + n % 28)]
        + ["", "ученик – ученик", "", "", "", "", ""]
        for n in range(rows)
    )
    return write_table(Table(titles, lines))


def make_program(number):
    organization = Organization.objects.create(
        kind="school", name="Школа", short_name="Школа", slug=f"school-{number}", place="г. Новый"
    )
    return Program.objects.create(organization=organization, start_year=2026, preset="G73")


def seconds(action):
    """Of the processor: other work on the machine does not count."""
    start = time.process_time()
    action()
    return time.process_time() - start


@transaction.atomic
def bare(people, mentees, occupations):
    Person.objects.bulk_create(people)
    for row in (*mentees, *occupations):
        row.person_id = row.person.pk
    Mentee.objects.bulk_create(mentees)
    Occupation.objects.bulk_create(occupations)


def copies(program, target):
    """Unsaved twins of everything that the upload made."""
    people = {
        person.pk: person for person in Person.objects.filter(organization=program.organization)
    }
    mentees = list(Mentee.objects.filter(program=program))
    occupations = list(Occupation.objects.filter(person__in=list(people)))
    for row in (*mentees, *occupations):
        row.pk, row.person = None, people[row.person_id]
    for mentee in mentees:
        mentee.program = target
    for person in people.values():
        person.pk, person.organization = None, target.organization
    return list(people.values()), mentees, occupations


def run(number, data):
    program, twin = make_program(2 * number), make_program(2 * number + 1)
    _read.cache_clear()
    found = {}
    looked = seconds(
        lambda: found.update(batch=check(program=program, data=data, filename="a.xlsx", by=None))
    )
    shown = seconds(lambda: preview(found["batch"]))
    applied = seconds(lambda: apply(batch=found["batch"], by=None))
    again = seconds(lambda: check(program=program, data=data, filename="a.xlsx", by=None))
    rows = copies(program, twin)
    floor = seconds(lambda: bare(*rows))
    return looked, shown, applied, again, floor


def statements(data):
    """Counted apart from the timing: a recorded statement costs more than a run one."""
    batch = check(program=make_program(1000), data=data, filename="a.xlsx", by=None)
    with CaptureQueriesContext(connection) as queries:
        apply(batch=batch, by=None)
    return len(queries)


def main():
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 5_000
    call_command("migrate", verbosity=0)
    data = table(rows)
    runs = [run(number, data) for number in range(ROUNDS)]
    looked, shown, applied, again, floor = (median(column) for column in zip(*runs, strict=True))
    print(f"строк {rows}, запросов при загрузке {statements(data)}")
    print(f"проверка файла            {looked:6.2f} с")
    print(f"показ (файл уже прочитан) {shown:6.2f} с")
    print(f"загрузка                  {applied:6.2f} с")
    print(f"та же таблица ещё раз     {again:6.2f} с")
    print(f"bulk_create тех же строк  {floor:6.2f} с")
    print(f"(проверка + загрузка) / bulk_create = {(looked + applied) / floor:.2f}")


if __name__ == "__main__":
    main()
