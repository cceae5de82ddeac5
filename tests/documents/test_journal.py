"""The journals of registration: numbers, gaps, files."""

from datetime import date

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse

from documents.domain.blocks import Table
from documents.domain.journal import Gap, gaps, out_of_turn
from documents.enums import Journal
from documents.models import GapNote
from documents.services import closing, journal, pair_order, scan
from documents.services.issue import register
from documents.services.journal_paper import compose, journal_file
from programs.enums import Role
from tests.assertions import assert_flat
from tests.builders import make_curator, make_organization, make_user
from tests.documents.builders import make_accepted_pair, make_school_program
from tests.documents.reading import pdf_text, xlsx_text

pytestmark = pytest.mark.django_db
DAY, LATER = date(2026, 10, 15), date(2026, 11, 2)


@pytest.fixture
def program():
    return make_school_program()


@pytest.fixture
def curator(client, program):
    client.force_login(make_curator(program))
    return client


def make_order(program, number=None, day=DAY, by=None, key=""):
    make_accepted_pair(program, f"Панин Глеб{key or number or ''} Олегович", f"Ершова Яна{key}")
    draft = pair_order.draft_order_pairs(program=program, by=None)
    return register(document=draft, day=day, number=number, by=by)


def address(program, query="journal=orders&year=2026"):
    return f"{reverse('documents:journal_list', args=[program.pk])}?{query}"


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ([], []),
        ([1, 2, 3], []),
        ([2, 1, 4], [Gap(3, 3)]),
        ([40, 41, 45], [Gap(1, 39), Gap(42, 44)]),
    ],
)
def test_gaps_are_what_is_missing_from_one_to_the_last(numbers, expected):
    assert list(gaps(numbers)) == expected


def told(program, year=2026):
    return [
        line.document.number_text if line.document else line.words
        for line in journal.lines(program.organization, Journal.ORDERS, year)
    ]


def test_a_journal_goes_by_number_and_shows_its_gaps(program):
    for number in (2, 1, 4, 9):
        make_order(program, number)

    assert told(program) == [
        "1-од", "2-од", "№\u00a03 пропущен", "4-од", "№\u00a05–8 пропущены", "9-од",
    ]  # fmt: skip


def test_numbers_before_the_first_one_here_are_not_called_lost(program):
    make_order(program, 40)

    assert told(program) == ["№\u00a01–39 не в портале", "40-од"]


def test_a_year_has_a_journal_of_its_own(program, monkeypatch):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: date(2027, 1, 12))
    make_order(program, key="а")
    make_order(program, day=date(2027, 1, 12), key="б")

    assert (told(program), told(program, 2027)) == (["1-од"], ["1-од"])


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([], {}),
        ([(1, DAY), (2, DAY), (3, LATER)], {}),
        ([(3, DAY), (1, DAY), (2, LATER), (5, LATER), (4, DAY)], {3: 2, 4: 2}),
    ],
)
def test_a_number_dated_before_a_lower_one_is_out_of_turn(rows, expected):
    assert out_of_turn(rows) == expected


def test_the_page_says_quietly_which_date_is_out_of_turn(curator, program):
    make_order(program, 1, LATER)
    make_order(program, 2, DAY)

    page = curator.get(address(program)).content.decode()

    assert page.count("раньше, чем у") == 1
    assert 'раньше, чем у <span class="nowrap">№ 1-од</span>' in page


def test_journals_of_different_papers_and_schools_do_not_mix(program):
    make_order(program)
    make_order(make_school_program())

    assert told(program) == ["1-од"]
    assert journal.lines(program.organization, Journal.PROTOCOLS, 2026) == []


def test_a_gap_is_explained_and_the_explanation_is_taken_back(curator, program):
    make_order(program, 1, key="а")
    make_order(program, 3, key="б")
    url = reverse("documents:journal_gap", args=[program.pk, "orders", 2026, 2])

    curator.post(url, {"text": "бланк испорчен"})
    shown = "пропущен: бланк испорчен" in curator.get(address(program)).content.decode()
    curator.post(url, {"text": ""})

    assert (shown, GapNote.objects.exists()) == (True, False)


def test_what_is_not_a_gap_is_not_explained(curator, program):
    make_order(program)

    answer = curator.post(
        reverse("documents:journal_gap", args=[program.pk, "orders", 2026, 1]), {"text": "нет"}
    )

    assert "уже закрыт" in answer.content.decode()
    assert not GapNote.objects.exists()


def test_files_of_a_journal_hold_the_rows_of_the_page(program):
    user = make_curator(program)
    first = make_order(program, 1, by=user, key="а")
    second = make_order(program, 3, LATER, by=user, key="б")
    scan.add(document=first, scan=ContentFile(b"%PDF-1.4", "скан.pdf"), by=user)
    closing.cancel(document=first, cancelled_by=second, day=LATER, by=user)
    GapNote.objects.create(
        organization=program.organization,
        journal=Journal.ORDERS,
        year=2026,
        number=2,
        text="бланк испорчен",
    )

    page = compose(program.organization, Journal.ORDERS, 2026)

    table = next(block for block in page.blocks if isinstance(block, Table))
    assert [row if isinstance(row, str) else row[:2] + row[5:] for row in table.rows] == [
        ("1-од", DAY, "отменён с 02.11.2026: №\u00a03-од от 02.11.2026", "есть"),
        "№\u00a02 пропущен: бланк испорчен",
        ("3-од", LATER, "зарегистрирован", "нет"),
    ]


@pytest.mark.parametrize(("file_format", "read"), [("pdf", pdf_text), ("xlsx", xlsx_text)])
def test_a_journal_prints(program, file_format, read):
    make_order(program, 2)

    text = read(journal_file(program.organization, Journal.ORDERS, 2026, file_format))

    assert "Журнал регистрации приказов по основной деятельности, 2026 год" in " ".join(
        text.split()
    )
    assert "2-од" in text


@pytest.mark.parametrize("query", ["", "journal=нет&year=2026", "year=99999", "year=x&journal="])
def test_an_impossible_choice_shows_the_orders_of_this_year(curator, program, query):
    page = curator.get(address(program, query))

    assert page.context["heading"].startswith("Журнал регистрации приказов по основной")


def test_only_xlsx_and_pdf_are_made(curator, program):
    statuses = [
        curator.get(reverse("documents:journal_download", args=[program.pk, name])).status_code
        for name in ("xlsx", "pdf", "docx", "exe")
    ]

    assert statuses == [200, 200, 404, 404]


def test_the_municipality_and_strangers_see_no_journal(client, program):
    municipality = make_organization(kind="municipality")
    program.organization.parent = municipality
    program.organization.save()
    statuses = []
    for role, organization in (
        (Role.MUNICIPAL, municipality),
        (Role.CURATOR, make_organization()),
        (Role.GROUP_HEAD, program.organization),
    ):
        client.force_login(make_user(role, organization))
        statuses.append(client.get(address(program)).status_code)

    assert statuses == [403, 404, 200]


def test_a_long_journal_costs_as_many_questions_as_a_short_one(curator, program):
    make_order(program, 1, by=make_curator(program), key="а")

    def add():
        for number in (3, 5, 7):
            paper = make_order(program, number, by=make_curator(program), key=f"к{number}")
            scan.add(document=paper, scan=ContentFile(b"%PDF-1.4", "скан.pdf"), by=None)

    assert_flat(lambda: curator.get(address(program)), add)
