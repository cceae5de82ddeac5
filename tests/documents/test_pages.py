"""The pages of papers, as the curator walks them."""

from datetime import date

import pytest
from django.urls import reverse

from documents.enums import DocumentStatus
from documents.models import Document
from documents.services import issue, pair_order
from documents.services.files import render_all
from documents.services.section_links import with_links
from monitoring.enums import HeadcountCode
from monitoring.services.headcount import enter
from participants.enums import OccupationKind
from participants.models import Assignment, Occupation
from programs.models import Job
from tests.assertions import assert_flat
from tests.builders import make_curator, make_mentee, make_mentor, make_pair
from tests.documents.builders import make_accepted_pair, make_school_program

pytestmark = pytest.mark.django_db


@pytest.fixture
def program():
    return make_school_program()


@pytest.fixture
def curator(client, program):
    client.force_login(make_curator(program))
    return client


def make_draft(program):
    make_accepted_pair(program)
    return pair_order.draft_order_pairs(program=program, by=None)


def test_one_button_makes_a_draft_from_the_accepted_pairs(curator, program):
    make_accepted_pair(program)

    answer = curator.post(reverse("documents:order_create", args=[program.pk]))

    document = Document.objects.get()
    assert answer.url == reverse("documents:document_detail", args=[document.pk])


def test_each_button_of_a_draft_carries_the_token_without_which_it_is_refused(curator, program):
    draft = make_draft(program)

    page = curator.get(reverse("documents:document_detail", args=[draft.pk])).content.decode()

    main = page.split("<main", 1)[1]
    assert main.count('name="csrfmiddlewaretoken"') == main.count('method="post"') == 3


def test_a_draft_asked_for_twice_is_one_until_the_pairs_differ(curator, program):
    make_accepted_pair(program)
    url = reverse("documents:order_create", args=[program.pk])

    first, second = (curator.post(url).url for _press in range(2))
    make_accepted_pair(program, "Зорин Лев Юрьевич", "Якимова Ева Глебовна")
    third = curator.post(url).url

    assert [second == first, third == first, Document.objects.count()] == [True, False, 2]


def test_registering_twice_leads_to_the_paper(curator, program):
    draft = make_draft(program)
    url = reverse("documents:document_register", args=[draft.pk])
    values = {"day": "2026-10-15", "number": "12"}
    curator.post(url, values)

    answer = curator.post(url, values, follow=True)

    assert answer.redirect_chain == [(reverse("documents:document_detail", args=[draft.pk]), 302)]
    said = [str(message) for message in answer.context["messages"]]
    assert said[-1] == "Это уже сделано: документ зарегистрирован."
    assert Job.objects.count() == 1


def test_without_accepted_pairs_the_list_says_why(curator, program):
    address = reverse("documents:order_create", args=[program.pk])

    answer = curator.post(address, follow=True)

    assert "Нет принятых пар" in answer.content.decode()


def test_a_refusal_leads_to_the_section_where_it_is_mended(curator, program):
    make_accepted_pair(program)
    Assignment.objects.filter(role="curator").delete()

    page = curator.post(reverse("documents:order_create", args=[program.pk]), follow=True)

    duties = reverse("participants:assignment_list", args=[program.pk])
    link = f'назначьте его в разделе <a href="{duties}">«Ответственные»</a>.'
    assert page.content.decode().count(link) == 1


def test_a_draft_that_cannot_be_composed_leads_to_what_it_lacks(curator, program):
    draft = make_draft(program)
    Assignment.objects.filter(role="director").delete()

    page = curator.get(reverse("documents:document_detail", args=[draft.pk])).content.decode()

    duties = reverse("participants:assignment_list", args=[program.pk])
    assert f'<a href="{duties}">«Ответственные»</a>' in page.split("<main", 1)[1]


def test_words_around_the_name_of_a_section_stay_words(program):
    said = with_links("<b>Откройте «Партнёры» и «Прочее».", program)

    url = reverse("programs:partner_list", args=[program.pk])
    assert said == f'&lt;b&gt;Откройте <a href="{url}">«Партнёры»</a> и «Прочее».'


def test_the_preview_escapes_what_people_wrote(curator, program):
    make_pair(
        program,
        make_mentor(program, "<b>Жирный</b> Лев", position="<script>alert(1)</script>"),
        [make_mentee(program)],
        status="accepted",
        starts_on=None,
    )
    draft = pair_order.draft_order_pairs(program=program, by=None)

    page = curator.get(reverse("documents:document_detail", args=[draft.pk])).content.decode()

    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<script>alert" not in page
    assert "<b>Жирный" not in page


def test_an_edited_clause_stands_in_the_preview(curator, program):
    draft = make_draft(program)
    values = {"title": "О парах", "clauses": "Закрепить пары.\nКонтроль оставляю за собой."}

    answer = curator.post(reverse("documents:document_edit", args=[draft.pk]), values, follow=True)

    assert "Закрепить пары." in answer.content.decode()


def test_an_empty_title_is_refused_and_the_text_typed_stays(curator, program):
    draft = make_draft(program)
    values = {"title": "", "preamble": "Новое основание", "clauses": "Пункт"}

    answer = curator.post(reverse("documents:document_edit", args=[draft.pk]), values)

    draft.refresh_from_db()
    assert "Новое основание" in answer.content.decode()
    assert draft.content == {}


def test_a_text_with_an_unknown_word_is_shown_again_with_what_was_typed(curator, program):
    draft = make_draft(program)
    values = {"title": "О парах", "clauses": "Поручить {директрисе} контроль."}

    answer = curator.post(reverse("documents:document_edit", args=[draft.pk]), values)

    page = answer.content.decode()
    assert "Подстановки «{директрисе}» нет" in page
    assert "Поручить {директрисе} контроль.</textarea>" in page


def test_registering_leads_to_the_progress_of_the_files(curator, program):
    draft = make_draft(program)

    answer = curator.post(
        reverse("documents:document_register", args=[draft.pk]),
        {"day": "2026-10-15", "number": "12"},
    )

    draft.refresh_from_db()
    assert draft.number_text == "12-од"
    assert answer.url == reverse("programs:job_detail", args=[Job.objects.get().pk])


def test_a_number_given_before_is_told_beside_the_form(curator, program):
    first = make_draft(program)
    issue.register(document=first, day=date(2026, 10, 15), number=12, by=None)
    make_accepted_pair(program, "Зорин Лев Юрьевич", "Якимова Ева Глебовна")
    second = pair_order.draft_order_pairs(program=program, by=None)

    answer = curator.post(
        reverse("documents:document_register", args=[second.pk]),
        {"day": "2026-10-16", "number": "12"},
    )

    second.refresh_from_db()
    assert "№ 12-од в этом году уже есть" in answer.content.decode()
    assert second.status == DocumentStatus.DRAFT


@pytest.mark.parametrize(
    "values",
    [
        {"day": "31.02.2026", "number": "1"},
        {"day": "9999-12-31", "number": "1"},
        {"day": "0001-01-01", "number": "1"},
        {"day": "2026-10-15", "number": "-1"},
        {"day": "2026-10-15", "number": "99999999999999999999"},
        {"day": "", "number": ""},
    ],
)
def test_an_impossible_date_or_number_is_refused_in_words(curator, program, values):
    draft = make_draft(program)

    answer = curator.post(reverse("documents:document_register", args=[draft.pk]), values)

    draft.refresh_from_db()
    assert answer.status_code == 200
    assert draft.status == DocumentStatus.DRAFT


def test_a_file_is_a_download_under_its_readable_name(curator, program):
    draft = make_draft(program)
    document = issue.register(document=draft, day=date(2026, 10, 15), by=None)
    render_all(document)

    answer = curator.get(reverse("documents:document_file", args=[document.pk, "docx"]))

    assert answer["Content-Disposition"].startswith("attachment; filename*=utf-8''")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert b"".join(answer.streaming_content).startswith(b"PK")


def test_a_format_that_was_not_made_is_a_404(curator, program):
    draft = make_draft(program)

    answer = curator.get(reverse("documents:document_file", args=[draft.pk, "exe"]))

    assert answer.status_code == 404


def test_a_report_is_ordered_once_however_often_the_button_is_pressed(curator, program):
    address = reverse("documents:report_create", args=[program.pk, "december"])

    first = curator.post(address, {"as_of": "2026-12-10"})
    second = curator.post(address, {"as_of": "2026-12-10"})

    assert first.url == second.url
    assert Job.objects.count() == 1


def test_a_wrong_headcount_is_told_beside_the_form_and_not_by_a_failed_job(curator, program):
    for _ in range(2):
        mentee = make_mentee(program, form="teacher_teacher")
        kind = OccupationKind.YOUNG_SPECIALIST
        Occupation.objects.create(person=mentee.person, kind=kind)
        make_pair(program, mentees=[mentee])
    code = HeadcountCode.YOUNG_SPECIALISTS
    enter(program=program, code=code, value=1, as_of=date(2026, 9, 20), by=None)

    address = reverse("documents:report_create", args=[program.pk, "december"])
    answer = curator.post(address, {"as_of": "2026-12-10"})

    assert "больше 100 %" in answer.content.decode()
    assert not Job.objects.exists()


@pytest.mark.parametrize("day", ["2026-08-31", "2027-09-01"])
def test_a_report_by_a_day_outside_the_year_is_told_beside_the_form(curator, program, day):
    address = reverse("documents:report_create", args=[program.pk, "june"])

    answer = curator.post(address, {"as_of": day})

    assert "нужна от 01.09.2026 до 31.08.2027" in answer.content.decode()
    assert not Job.objects.exists()


def test_an_unknown_period_is_a_404(curator, program):
    assert curator.get(f"/programs/{program.pk}/reports/march/").status_code == 404


def test_the_list_of_papers_costs_the_same_for_one_and_for_many(curator, program):
    make_draft(program)

    def add():
        for _ in range(5):
            pair_order.draft_order_pairs(program=program, by=None)

    assert_flat(lambda: curator.get(reverse("documents:document_list", args=[program.pk])), add)
