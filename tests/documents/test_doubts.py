"""What a registration asks about once more: dates out of turn and numbers far ahead."""

from datetime import date

import pytest
from django.urls import reverse

from documents.models import Document
from documents.services import issue, pair_order, signing
from documents.services.doubts import FURTHEST_JUMP, doubts
from programs.enums import Role
from tests.builders import make_curator, make_user
from tests.documents.builders import make_accepted_pair, make_addendum, make_school_program

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)
EARLY, MIDDLE, LATE = date(2026, 10, 1), date(2026, 10, 15), date(2026, 11, 2)
EARLIER = (
    "Журнал «приказы по основной деятельности»: дата 15.10.2026 раньше, чем у "
    "№\u00a05-од от 02.11.2026, а номер будет больше."
)
LATER = (
    "Журнал «приказы по основной деятельности»: дата 15.10.2026 позже, чем у "
    "№\u00a02-од от 01.10.2026, а номер будет меньше."
)
FAR = (
    "Последний номер журнала – 5. После № 26 следующие пойдут с 27: "
    "к номерам до него портал сам не вернётся."
)


@pytest.fixture(autouse=True)
def today(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: TODAY)


@pytest.fixture
def program():
    return make_school_program()


@pytest.fixture
def director(client, program):
    client.force_login(make_user(Role.DIRECTOR, program.organization))
    return client


def make_draft(program, key=""):
    make_accepted_pair(program, f"Панин Глеб{key} Олегович", f"Ершова Яна{key} Тимуровна")
    return pair_order.draft_order_pairs(program=program, by=None)


def make_order(program, number, day):
    return issue.register(document=make_draft(program, number), number=number, day=day, by=None)


def address(verb, pk):
    return reverse(f"documents:{verb}", args=[pk])


@pytest.mark.parametrize(
    ("day", "number", "expected"),
    [
        (LATE, None, []),
        (TODAY, 5 + FURTHEST_JUMP, []),
        (MIDDLE, None, [EARLIER]),
        (MIDDLE, 3, []),
        (MIDDLE, 1, [LATER]),
        (TODAY, 26, [FAR]),
        (MIDDLE, 26, [EARLIER, FAR]),
    ],
)
def test_a_date_out_of_turn_and_a_number_far_ahead_are_asked_about(program, day, number, expected):
    make_order(program, 2, EARLY)
    make_order(program, 5, LATE)

    assert doubts(make_draft(program), day, number) == expected


def test_another_year_school_and_journal_do_not_count(program):
    make_order(make_school_program(), 5, LATE)
    draft = make_draft(program)
    make_addendum(draft.pairs.get(), LATE, number=7, year=2026)

    assert doubts(draft, MIDDLE) == []


def test_a_cancelled_paper_still_holds_its_turn(program):
    former = make_order(program, 5, LATE)
    Document.objects.filter(pk=former.pk).update(status="expired", closed_on=LATE)

    assert doubts(make_draft(program), MIDDLE) == [EARLIER]


def test_the_first_number_of_a_journal_may_not_be_a_slip_either(program):
    assert doubts(make_draft(program), TODAY, 147) == [
        "В журнале за год номеров ещё нет. После № 147 следующие пойдут с 148: "
        "к номерам до него портал сам не вернётся."
    ]


def test_the_form_asks_and_registers_only_what_was_confirmed(client, program):
    client.force_login(make_curator(program))
    make_order(program, 5, LATE)
    draft = make_draft(program)
    url, values = address("document_register", draft.pk), {"day": MIDDLE.isoformat()}

    asked = client.post(url, values)
    other = client.post(url, values | {"number": 26, "confirmed": [EARLIER]})
    states = [Document.objects.get(pk=draft.pk).status]
    client.post(url, values | {"confirmed": [EARLIER]})

    boxes = [page.context["form"].fields["confirmed"].choices for page in (asked, other)]
    assert [list(dict(one)) for one in boxes] == [[EARLIER], [EARLIER, FAR]]
    assert asked.context["form"].errors == {
        "confirmed": ["Отметьте, что так и нужно, или исправьте данные."]
    }
    states.append(Document.objects.get(pk=draft.pk).status)
    assert states == ["draft", "registered"]


def test_nothing_is_asked_when_there_is_no_doubt(client, program):
    client.force_login(make_curator(program))
    draft = make_draft(program)
    url = address("document_register", draft.pk)
    page = client.get(url).content.decode()

    client.post(url, {"day": MIDDLE.isoformat()})

    assert ("Проверьте и подтвердите" in page, Document.objects.get().status) == (
        False,
        "registered",
    )


def test_the_director_confirms_doubts_of_all_papers_on_the_page_that_asks_once_more(
    director, program
):
    make_order(program, 5, LATE)
    paper = signing.send(document=make_draft(program), by=None)
    url = address("signing_register", program.pk)
    values = {"papers": [paper.pk], "day": MIDDLE.isoformat()}

    first = director.post(url, values).context["form"]
    refused = director.post(url, values | {"sure": "True"}).context["form"]
    states = [Document.objects.get(pk=paper.pk).status]
    director.post(url, values | {"sure": "True", "confirmed": [EARLIER]})
    states.append(Document.objects.get(pk=paper.pk).status)

    assert (first.errors, list(first.fields["confirmed"].choices)) == ({}, [(EARLIER, EARLIER)])
    assert list(refused.errors) == ["confirmed"]
    assert states == ["agreed", "registered"]


@pytest.mark.parametrize("verb", ["document_register", "signing_register"])
def test_a_day_ahead_is_asked_about_on_both_pages(director, program, verb):
    paper = signing.send(document=make_draft(program), by=None)
    pk = {"document_register": paper.pk, "signing_register": program.pk}[verb]

    answer = director.post(
        address(verb, pk), {"papers": [paper.pk], "day": "2026-11-21"}, follow=True
    )

    said = "Дата документа 21.11.2026 ещё не наступила, сегодня 20.11.2026"
    assert said in answer.content.decode()
    assert Document.objects.get().status == "agreed"
