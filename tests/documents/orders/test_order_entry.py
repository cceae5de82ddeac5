"""A pair of workers enters an order with the mentor's consent and an addendum (ст. 351.8 ТК РФ)."""

import json
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.urls import reverse

from documents.enums import OPEN_STATUSES, DocumentStatus
from documents.kinds.orders.entry import left_out
from documents.models import Document
from documents.services import issue, pair_order
from pairs.enums import PairStatus
from pairs.models import Pair
from participants.enums import ConsentKind
from participants.models import Consent
from programs.enums import EMPLOYEE_FORMS, MentoringForm
from tests.assertions import assert_flat
from tests.builders import make_curator
from tests.documents.builders import (
    entitle,
    make_accepted_pair,
    make_addendum,
    make_consent,
    make_school_program,
    make_teacher_pair,
)

pytestmark = pytest.mark.django_db
DAY = date(2026, 10, 15)
CONSENT = "нет письменного согласия наставника на участие в программе"
ADDENDUM = "нет зарегистрированного дополнительного соглашения к трудовому договору"


@pytest.fixture(autouse=True)
def today(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: DAY)


@pytest.fixture
def program():
    return make_school_program()


@pytest.fixture
def teachers(program):
    return make_teacher_pair(program)


def reasons(pair, day=DAY):
    return [row.reasons for row in left_out(Pair.objects.filter(pk=pair.pk).with_people(), day)]


def sentence(*lacking):
    return f"Зорин\u00a0Л.\u00a0Ю. – Якимова\u00a0Е.\u00a0Г.: {', '.join(lacking)}."


def test_a_pair_of_workers_without_papers_lacks_both(teachers):
    assert reasons(teachers) == [[CONSENT, ADDENDUM]]


def test_with_both_papers_nothing_is_lacking(teachers):
    entitle(teachers)

    assert reasons(teachers) == []


@pytest.mark.parametrize("form", EMPLOYEE_FORMS)
def test_the_rule_is_for_every_form_of_workers(program, form):
    assert reasons(make_teacher_pair(program, form=form)) == [[CONSENT, ADDENDUM]]


@pytest.mark.parametrize(
    "form", ["", *(form for form in MentoringForm if form not in EMPLOYEE_FORMS)]
)
def test_other_forms_are_asked_for_nothing(program, form):
    assert reasons(make_teacher_pair(program, form=form)) == []


@pytest.mark.parametrize(
    ("field", "day"),
    [("signed_on", date(2026, 10, 16)), ("withdrawn_on", DAY), ("valid_until", date(2026, 10, 14))],
)
def test_a_consent_not_in_force_on_the_day_of_the_order_is_none(teachers, field, day):
    entitle(teachers)
    Consent.objects.update(**{field: day})

    assert reasons(teachers) == [[CONSENT]]


def test_a_consent_of_another_kind_or_of_the_mentee_is_none(teachers):
    entitle(teachers)
    Consent.objects.update(kind=ConsentKind.PROCESSING)
    make_consent(teachers.mentees[0].person)

    assert reasons(teachers) == [[CONSENT]]


@pytest.mark.parametrize(
    "status",
    [
        DocumentStatus.DRAFT,
        DocumentStatus.AGREED,
        DocumentStatus.CANCELLED,
        DocumentStatus.EXPIRED,
    ],
)
def test_only_a_registered_addendum_counts(teachers, status):
    make_consent(teachers.mentor.person)
    closed = None if status in OPEN_STATUSES else DAY
    make_addendum(teachers, status=status, closed_on=closed)

    assert reasons(teachers) == [[ADDENDUM]]


@pytest.mark.parametrize(("day", "lacking"), [(DAY, []), (date(2026, 10, 16), [[ADDENDUM]])])
def test_an_addendum_is_signed_by_the_day_of_the_order(teachers, day, lacking):
    make_consent(teachers.mentor.person)
    make_addendum(teachers, day)

    assert reasons(teachers) == lacking


def test_an_addendum_of_another_program_or_of_another_mentor_is_none(teachers):
    make_consent(teachers.mentor.person)
    other = make_teacher_pair(make_school_program())
    make_addendum(other)
    paper = make_addendum(teachers)
    Document.objects.filter(pk=paper.pk).update(person=teachers.mentees[0].person)

    assert reasons(teachers) == [[ADDENDUM]]


def test_the_draft_takes_those_who_may_and_names_the_others(program, teachers):
    pupils = make_accepted_pair(program)

    document = pair_order.draft_order_pairs(program=program, by=None)

    assert list(document.pairs.all()) == [pupils]
    assert [row.pair for row in pair_order.waiting(program)] == [teachers]


def test_when_nobody_may_enter_the_draft_is_refused_with_all_reasons(program, teachers):
    entitle(teachers)
    Consent.objects.all().delete()
    make_teacher_pair(program, "Орлова Инна Львовна", "Мухин Олег Ильич")

    with pytest.raises(ValidationError) as refused:
        pair_order.draft_order_pairs(program=program, by=None)

    assert refused.value.messages == [
        "Ни одна из принятых пар ещё не может войти в приказ.",
        sentence(CONSENT),
        f"Орлова\u00a0И.\u00a0Л. – Мухин\u00a0О.\u00a0И.: {CONSENT}, {ADDENDUM}.",
    ]
    assert not Document.objects.filter(kind="order_pairs").exists()


def test_a_pair_that_lost_its_right_stops_the_registration(program, teachers):
    entitle(teachers)
    draft = pair_order.draft_order_pairs(program=program, by=None)
    addenda = Document.objects.filter(kind="labour_addendum")
    addenda.update(status=DocumentStatus.CANCELLED, closed_on=DAY)

    with pytest.raises(ValidationError) as refused:
        issue.register(document=draft, day=DAY, by=None)

    draft.refresh_from_db()
    teachers.refresh_from_db()
    assert refused.value.messages == [sentence(ADDENDUM)]
    assert (draft.is_draft, teachers.status) == (True, PairStatus.ACCEPTED)


def test_an_order_dated_before_the_addendum_is_refused(program, teachers):
    make_consent(teachers.mentor.person)
    make_addendum(teachers, date(2026, 10, 14))
    draft = pair_order.draft_order_pairs(program=program, by=None)

    with pytest.raises(ValidationError, match=ADDENDUM):
        issue.register(document=draft, day=date(2026, 10, 13), by=None)


def test_refreshing_a_draft_takes_in_those_who_have_their_papers_now(program, teachers):
    pupils = make_accepted_pair(program)
    draft = pair_order.draft_order_pairs(program=program, by=None)
    entitle(teachers)

    pair_order.refresh_pairs(document=draft, by=None)

    assert set(draft.pairs.all()) == {pupils, teachers}


def test_the_page_of_the_draft_leads_to_what_is_missing(client, program, teachers):
    make_accepted_pair(program)
    draft = pair_order.draft_order_pairs(program=program, by=None)
    client.force_login(make_curator(program))

    page = client.get(reverse("documents:document_detail", args=[draft.pk])).content.decode()

    person = teachers.mentor.person.pk
    consent = reverse("participants:consent_create", args=[person])
    addendum = reverse("documents:paper_create", args=[program.pk, "labour_addendum"])
    assert f'<a href="{consent}?kind=participation">{CONSENT}</a>' in page
    assert f'<a href="{addendum}?subject={person}">{ADDENDUM}</a>' in page


def test_the_link_about_the_addendum_has_chosen_its_worker(client, program, teachers):
    client.force_login(make_curator(program))
    person = teachers.mentor.person.pk
    address = reverse("documents:paper_create", args=[program.pk, "labour_addendum"])

    form = client.get(f"{address}?subject={person}").context["form"]

    assert str(form["subject"].value()) == str(person)
    assert person in form.fields["subject"].queryset.values_list("pk", flat=True)


def test_the_rule_costs_the_same_for_one_and_for_many(program, teachers):
    def add():
        for number in range(3):
            make_teacher_pair(program, f"Орлова{number} Инна Львовна", f"Мухин{number} Олег Ильич")

    assert_flat(lambda: pair_order.waiting(program), add)
    assert len(pair_order.waiting(program)) == 4


def issue_by_command(program, out, capsys):
    """Exit code, stdout and stderr of the command."""
    code = 0
    try:
        call_command(
            "issue_document",
            "order_pairs",
            f"--program={program.pk}",
            "--register",
            "--date=2026-10-15",
            "--formats=docx",
            f"--out={out}",
            "--json",
        )
    except SystemExit as stopped:
        code = stopped.code
    return code, *capsys.readouterr()


def test_the_command_tells_whom_the_order_has_left_out(program, teachers, tmp_path, capsys):
    make_accepted_pair(program)

    code, out, _error = issue_by_command(program, tmp_path, capsys)

    row = {"pair": "Зорин Л. Ю. – Якимова Е. Г.", "id": teachers.pk, "reasons": [CONSENT, ADDENDUM]}
    assert (code, json.loads(out)["left_out"]) == (0, [row])


def test_the_command_is_refused_when_nobody_may_enter(program, teachers, tmp_path, capsys):
    code, out, error = issue_by_command(program, tmp_path, capsys)

    assert (code, out) == (1, "")
    assert error.replace("\u00a0", " ") == (
        "Ни одна из принятых пар ещё не может войти в приказ. "
        f"Зорин Л. Ю. – Якимова Е. Г.: {CONSENT}, {ADDENDUM}.\n"
    )
