"""The command ``import_base``: the sample files, exit codes and refusals in Russian."""

import json
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from participants.models import ImportBatch, Mentee, Mentor, Person
from tests.builders import make_program
from tests.participants.workbooks import mentee_row, mentees

pytestmark = pytest.mark.django_db

BASES = Path(__file__).parent / "data" / "bases"
EXPECTED = json.loads((BASES / "expected.json").read_text("utf-8"))


@pytest.fixture
def run(capsys):
    """Calls the command; gives the exit code, the printed object or text, and the refusal."""

    def call(file, program, *options):
        try:
            call_command("import_base", str(file), f"--program={program}", *options)
        except SystemExit as stopped:
            code = stopped.code
        else:
            code = 0
        out, error = capsys.readouterr()
        return code, json.loads(out) if "--json" in options and out else out, error

    return call


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_sample_files_give_what_is_expected_of_them(run, name):
    wanted = {key: value for key, value in EXPECTED[name].items() if key != "note"}

    code, found, _error = run(BASES / name, make_program().pk, "--dry-run", "--json")

    assert code == 0
    assert {key: found[key] for key in wanted} == wanted


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_sample_files_are_loaded_once(run, name):
    program = make_program().pk

    _code, first, _error = run(BASES / name, program, "--skip-invalid", "--json")
    people = Person.objects.count()
    _code, second, _error = run(BASES / name, program, "--skip-invalid", "--json")

    assert people == first["people"] == Person.objects.count()
    assert Mentee.objects.count() + Mentor.objects.count() == first["created"]
    assert (second["created"], second["updated"], second["unchanged"]) == (0, 0, first["valid"])


def test_a_dry_run_writes_nothing(run):
    run(BASES / "mentees_clean.xlsx", make_program().pk, "--dry-run")

    assert (Person.objects.count(), ImportBatch.objects.count()) == (0, 0)


def test_errors_refuse_the_table_and_are_listed(run):
    code, found, error = run(BASES / "mentees_messy.xlsx", make_program().pk, "--json")

    assert code == 1
    assert error.startswith("В таблице 3\u00a0строки с ошибками, ничего не загружено: строка 11")
    assert [(note["row"], note["column"]) for note in found["errors"]] == [
        (11, "ФИО наставляемого"),
        (12, "Год рождения наставляемого"),
        (13, "Дата вхождения в программу"),
    ]
    assert (found["created"], Person.objects.count(), ImportBatch.objects.count()) == (0, 0, 0)


def test_a_missing_file_is_named(run):
    code, _out, error = run("нет.xlsx", make_program().pk)

    assert (code, error) == (1, "Файл «нет.xlsx» не найден.\n")


def test_an_unknown_program_is_named(run, tmp_path):
    path = tmp_path / "база.xlsx"
    path.write_bytes(mentees(mentee_row()))

    code, _out, error = run(path, 404)

    assert (code, error) == (1, "Программы с номером 404 нет. Список: manage.py programs.\n")


def test_a_damaged_file_is_refused_with_a_sentence(run, tmp_path):
    path = tmp_path / "база.xlsx"
    path.write_bytes(b"PK\x03\x04")

    code, out, error = run(path, make_program().pk, "--json")

    assert (code, out) == (1, "")
    assert error.endswith(".\n")


def test_without_json_the_answer_is_in_words(run, tmp_path):
    path = tmp_path / "база.xlsx"
    path.write_bytes(mentees(mentee_row()))

    _code, out, _error = run(path, make_program().pk)

    assert out == (
        "база наставляемых: строк 1, без ошибок 1, с ошибками 0, людей 1.\n"
        "Добавлено 1, изменено 0, без изменений 0.\n"
    )


def test_a_program_is_required():
    with pytest.raises(CommandError):
        call_command("import_base", "база.xlsx")


def test_running_partners_are_counted_and_left_to_the_curator(run, tmp_path):
    table = tmp_path / "base.csv"
    table.write_text(
        "Наша база\n"
        "ФИО наставляемого;Основной запрос наставляемого;ФИО наставника\n"
        "Лосева Анна;чтение;Орлов П. И.\n"
        "Зимин Олег;чтение;\n"
        "Котова Яна;чтение;Орлов П. И., Лужин Г. К.\n",
        "utf-8",
    )

    _code, found, _error = run(table, make_program().pk, "--dry-run", "--json")

    assert found["warnings"] == [
        {
            "row": 2,
            "column": "ФИО наставника",
            "message": "Названо участников пар: 3. Пары создаются на странице «Пары из таблицы».",
        }
    ]
