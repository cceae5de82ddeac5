"""The story by commands: the keys each prints, and what each refuses in words."""

import json
import subprocess
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from documents.models import Document
from pairs.models import Pair
from participants.models import Mentee, Mentor, Person
from tests.builders import make_program
from tests.documents.builders import make_accepted_pair, make_school_program

pytestmark = pytest.mark.django_db

BASES = Path(__file__).resolve().parent / "participants" / "data" / "bases"
BASE_KEYS = {
    "kind", "rows", "valid", "invalid", "people", "created", "updated", "unchanged", "errors",
    "warnings",
}  # fmt: skip
# The beginning of an OLE container: an encrypted workbook, and nothing to read in it.
ENCRYPTED = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)


@pytest.fixture
def run(capsys):
    """Calls a command as a script would; gives the exit code, stdout and stderr."""

    def call(*command):
        code = 0
        try:
            call_command(*map(str, command))
        except SystemExit as stopped:
            code = stopped.code
        out, error = capsys.readouterr()
        return code, out, error

    return call


@pytest.fixture
def ask(run):
    """Calls a command that must succeed; gives its one JSON object."""

    def call(*command):
        code, out, error = run(*command, "--json")
        assert (code, error) == (0, "")
        return json.loads(out)

    return call


@pytest.fixture
def accepted():
    """A program with one accepted pair, ready for its order."""
    return make_accepted_pair(make_school_program()).program


def people():
    return Mentee.objects.count(), Mentor.objects.count(), Person.objects.count()


def load_bases(ask, program):
    for name in ("mentees_clean.xlsx", "mentors_clean.xlsx"):
        before = people()
        found = ask("import_base", BASES / name, f"--program={program}", "--dry-run")
        assert (people(), found["invalid"]) == (before, 0)
        loaded = ask("import_base", BASES / name, f"--program={program}")
        assert loaded.keys() >= BASE_KEYS
        assert loaded["created"] == found["rows"]


def match(ask, program):
    found = ask("propose_pairs", f"--program={program}", "--apply")
    assert found.keys() == {"proposals", "unmatched", "objective", "proven_optimal", "seconds"}
    assert found["proposals"][0].keys() >= {"mentors", "mentees", "score", "reasons"}
    assert found["unmatched"][0].keys() >= {"person", "reasons"}
    assert all(row["reasons"] for row in found["proposals"] + found["unmatched"])
    return found["proposals"]


def issue_order(ask, program, out):
    register = ("--register", "--date", "2026-11-16", "--out", out)
    order = ask("issue_document", "order_pairs", f"--program={program}", *register)
    assert order.keys() >= {"number", "date", "files", "left_out"}
    assert order["date"] == "2026-11-16"
    assert [Path(path).read_bytes()[:2] for path in order["files"]] == [b"%P", b"PK", b"PK"]
    words = ("pdftotext", "-layout", order["files"][0], "-")
    text = subprocess.run(words, capture_output=True, text=True, check=True).stdout
    assert "ПРИКАЗЫВАЮ:" in text.replace(" ", "")
    return order["left_out"]


def test_from_two_tables_to_an_order_and_a_december_report(ask, tmp_path):
    ask("load_demo")
    program = ask("programs")["programs"][0]["id"]
    load_bases(ask, program)
    active = Pair.objects.filter(program=program, status="active").count()
    proposals = match(ask, program)
    assert Pair.objects.filter(program=program, status="accepted").count() >= len(proposals) > 0
    waiting = issue_order(ask, program, tmp_path)
    stayed = Pair.objects.filter(program=program, status="accepted").values_list("pk", "form")
    assert {pk for pk, _form in stayed} == {row["id"] for row in waiting}
    assert {form for _pk, form in stayed} <= {"teacher_teacher", "head_teacher"}
    now = Pair.objects.filter(program=program, status="active").count()
    assert now >= active + len(proposals) - len(waiting)
    report = ask("monitoring_report", "december", f"--program={program}", "--out", tmp_path)
    assert [Path(path).read_bytes()[:2] for path in report["files"]] == [b"%P", b"PK"]
    assert len(report["figures"]["indicators"]) == 3


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "Файл пустой. Выберите файл с таблицей."),
        (b"PK\x03\x04 damaged", None),
        (ENCRYPTED, None),
    ],
)
def test_a_table_that_cannot_be_read_writes_nothing(run, tmp_path, content, reason):
    path = tmp_path / "base.xlsx"
    path.write_bytes(content)

    code, out, error = run("import_base", path, f"--program={make_program().pk}", "--json")

    assert (code, out, people()) == (1, "", (0, 0, 0))
    assert_russian_sentence(error)
    assert reason in (None, error.strip())


def assert_russian_sentence(error):
    assert error.endswith(".\n")
    assert any("а" <= letter <= "я" for letter in error)
    assert "Traceback" not in error
    assert "Errno" not in error


def test_a_base_of_the_other_kind_is_refused(run):
    program = f"--program={make_program().pk}"

    answer = run("import_base", BASES / "mentors_clean.xlsx", program, "--kind=mentees", "--json")

    assert answer == (
        1,
        "",
        "В файле база наставников, а выбрана база наставляемых. "
        "Выберите «определить по столбцам».\n",
    )


@pytest.mark.parametrize(
    "command",
    [
        ("import_base", BASES / "mentors_clean.xlsx"),
        ("propose_pairs",),
        ("issue_document", "order_pairs", "--out=OUT"),
        ("monitoring_report", "december", "--out=OUT"),
    ],
)
def test_an_unknown_program_is_refused(run, command, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    code, out, error = run(*command, "--program=404", "--json")

    assert (code, out) == (1, "")
    assert_russian_sentence(error)


@pytest.mark.parametrize(
    ("kind", "options", "reason"),
    [
        ("nonsense", (), "Документа «nonsense» нет."),
        ("order_pairs", ("--set=bad=1",), "У этого документа нет поля «bad»."),
        ("order_pairs", ("--register",), "Для регистрации укажите дату: --date ГГГГ-ММ-ДД."),
        ("order_pairs", ("--register", "--date=2031-01-01"), "Дата 01.01.2031 не подходит"),
        ("order_pairs", ("--formats=exe",), "Формат «exe» не делается."),
    ],
)
def test_a_refused_order_leaves_no_draft(run, accepted, tmp_path, kind, options, reason):
    where = (f"--program={accepted.pk}", "--out", tmp_path, "--json")

    code, out, error = run("issue_document", kind, *where, *options)

    assert (code, out, Document.objects.count()) == (1, "", 0)
    assert error.startswith(reason)
    assert list(tmp_path.glob("*.pdf")) == []


@pytest.mark.parametrize("day", ["2026-08-31", "2027-09-01", "2031-01-01"])
def test_a_report_by_a_day_outside_the_school_year_is_refused(run, accepted, tmp_path, day):
    where = (f"--program={accepted.pk}", "--out", tmp_path, "--json")

    code, out, error = run("monitoring_report", "june", f"--as-of={day}", *where)

    assert (code, out, Document.objects.count()) == (1, "", 0)
    assert error.endswith("учебного года 2026–2027: нужна от 01.09.2026 до 31.08.2027.\n")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "command", [("issue_document", "order_pairs"), ("monitoring_report", "december")]
)
def test_a_folder_that_cannot_be_made_is_named(run, accepted, tmp_path, command):
    taken = tmp_path / "file"
    taken.write_text("не папка")

    code, out, error = run(*command, f"--program={accepted.pk}", "--out", taken / "in", "--json")

    assert (code, out, Document.objects.count()) == (1, "", 0)
    assert error == f"Файл или папка «{taken / 'in'}» не открывается, проверьте путь и права.\n"


@pytest.mark.parametrize(
    "command",
    [
        ("import_base",),
        ("propose_pairs",),
        ("issue_document", "order_pairs", "--program=1", "--out=x", "--date=32"),
        ("issue_document", "order_pairs", "--program=1", "--out=x", "--set=bad"),
        ("monitoring_report", "march", "--program=1", "--out=x"),
    ],
)
def test_wrong_usage_is_told_before_anything_is_done(command):
    """From a shell the same refusal ends with code 2."""
    with pytest.raises(CommandError):
        call_command(*command)
