"""``issue_document`` with a kind that leaves no record."""

import json
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command

from documents.models import Document
from documents.services.paper import draft_paper
from tests.builders import make_mentee
from tests.documents.builders import make_school_program

pytestmark = pytest.mark.django_db


def issue(program, *more):
    call_command("issue_document", "consent_pd", "--program", str(program.pk), "--json", *more)


def test_a_sheet_is_printed_and_not_kept(capsys, tmp_path):
    program = make_school_program()
    person = make_mentee(program, "Ершова Яна Тимуровна").person

    issue(program, "--subject", str(person.pk), "--formats", "docx", "--out", str(tmp_path))

    told = json.loads(capsys.readouterr().out)
    name = f"consent_pd_{program.pk}_{person.pk}.docx"
    assert (told["document"], told["files"]) == (None, [str(tmp_path / name)])
    assert (tmp_path / name).stat().st_size > 0
    assert not Document.objects.exists()


def test_a_sheet_is_neither_registered_nor_drafted(tmp_path):
    program = make_school_program()
    person = make_mentee(program, "Ершова Яна Тимуровна").person
    out = ("--subject", str(person.pk), "--out", str(tmp_path))

    with pytest.raises((CommandError, SystemExit)):
        issue(program, *out, "--register", "--date", "2026-10-01")
    with pytest.raises(ValidationError, match="лист для печати"):
        draft_paper(program=program, code="consent_pd", by=None, subject=person)
    assert not Document.objects.exists()


@pytest.mark.parametrize(
    ("command", "option", "sentence"),
    [
        ("issue_document order_pairs", "--date=32", "дата «32» не читается, нужна вида 2026-10-15"),
        ("issue_document order_pairs", "--set=bad", "«bad» не читается, нужно КЛЮЧ=ЗНАЧЕНИЕ"),
        ("monitoring_report june", "--as-of=2026-02-30", "дата «2026-02-30» не читается"),
    ],
)
def test_a_value_that_cannot_be_read_is_told_in_russian(command, option, sentence):
    with pytest.raises(CommandError) as refusal:
        call_command(*command.split(), "--program=1", "--out=x", option)

    assert str(refusal.value).split(": ", 2)[-1].startswith(sentence)


def test_a_date_out_of_turn_is_registered_with_a_warning(capsys, tmp_path, monkeypatch):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: date(2026, 11, 20))
    program = make_school_program()
    told = []
    for day in ("2026-11-02", "2026-10-15"):
        call_command(
            "issue_document", "order_implement", f"--program={program.pk}", "--register",
            f"--date={day}", f"--out={tmp_path}", "--formats=docx", "--json",
        )  # fmt: skip
        told.append(capsys.readouterr())

    assert [told[0].err, told[1].err] == [
        "",
        "Проверьте. Журнал «приказы по основной деятельности»: дата 15.10.2026 раньше, чем у "
        "№\u00a01-од от 02.11.2026, а номер будет больше.\n",
    ]
    assert json.loads(told[1].out)["number"] == "2-од"


def test_a_date_to_come_is_warned_of(capsys, tmp_path, monkeypatch):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: date(2026, 11, 20))
    program = make_school_program()

    call_command(
        "issue_document", "order_implement", f"--program={program.pk}", "--register",
        "--date=2026-11-21", "--formats=xlsx", f"--out={tmp_path}", "--json",
    )  # fmt: skip

    told = capsys.readouterr()
    said = "Проверьте. Дата документа 21.11.2026 ещё не наступила, сегодня 20.11.2026"
    assert told.err.startswith(said)
    assert json.loads(told.out)["date"] == "2026-11-21"


@pytest.mark.parametrize("number", ["0", "-5", "100000", "9" * 20])
def test_a_number_that_no_journal_gives_is_refused_and_nothing_is_drafted(capsys, tmp_path, number):
    said = refused("order_implement", make_school_program(), tmp_path, capsys, "--number", number)

    assert (said, Document.objects.count()) == ("Номер – целое число от 1 до 99999.\n", 0)


def test_a_paper_without_numbers_refuses_one(capsys, tmp_path):
    said = refused("memo_mentor", make_school_program(), tmp_path, capsys, "--number", "5")

    assert said == "У этого документа номера нет: --number ему не нужен.\n"


def test_a_paper_about_the_program_refuses_a_subject(capsys, tmp_path):
    said = refused("order_implement", make_school_program(), tmp_path, capsys, "--subject", "1")

    assert said == "Этот документ – о программе в целом: --subject ему не нужен.\n"


def test_a_folder_that_cannot_be_written_spends_no_number(capsys, tmp_path):
    taken = tmp_path / "file"
    taken.write_text("")

    said = refused("order_implement", make_school_program(), taken, capsys)

    assert (str(taken) in said, Document.objects.count()) == (True, 0)


def refused(kind, program, folder, capsys, *more):
    """What the command says on stderr when it refuses."""
    with pytest.raises(SystemExit):
        call_command(
            "issue_document", kind, f"--program={program.pk}", "--register",
            "--date=2026-11-20", f"--out={folder}", *more,
        )  # fmt: skip
    return capsys.readouterr().err
