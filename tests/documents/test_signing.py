"""From the draft to the director's signature and back."""

import re
from datetime import date, timedelta
from functools import partial

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from documents.enums import DocumentStatus
from documents.models import Document
from documents.services import issue, pair_order, signing
from documents.services.face import is_as_agreed
from documents.services.files import render_all
from documents.services.paper import draft_paper
from documents.services.report import draft_report
from mentoring_portal.shared.transitions import TransitionError
from pairs.services.pair import activate, terminate
from participants.models import Assignment
from programs.enums import Role
from programs.models import AuditEvent, Job
from tests.builders import make_curator, make_mentee, make_program, make_user
from tests.documents.builders import (
    make_accepted_pair,
    make_addendum,
    make_school_program,
    make_teacher_pair,
)

pytestmark = pytest.mark.django_db
DAY = date(2026, 10, 15)


@pytest.fixture
def program():
    return make_school_program()


@pytest.fixture
def director(client, program):
    client.force_login(make_user(Role.DIRECTOR, program.organization))
    return client


def make_draft(program, mentor="Панин Глеб Олегович", mentee="Ершова Яна Тимуровна"):
    make_accepted_pair(program, mentor, mentee)
    return pair_order.draft_order_pairs(program=program, by=None)


def make_waiting(program, *people):
    return signing.send(document=make_draft(program, *people), by=None)


def test_a_paper_sent_to_be_signed_is_neither_edited_nor_deleted_until_taken_back(program):
    document = make_waiting(program)

    for change in (
        lambda: issue.edit(document=document, values={"title": "О другом"}, by=None),
        lambda: issue.delete_draft(document=document, by=None),
        lambda: pair_order.refresh_pairs(document=document, by=None),
    ):
        with pytest.raises(ValidationError, match="сначала верните его в черновики"):
            change()
    back = signing.take_back(document=document, by=None)
    issue.edit(document=back, values={"title": "О другом"}, by=None)

    assert Document.objects.get().title == "О другом"


def test_an_order_on_pairs_that_another_order_has_put_to_work_is_refused_in_words(
    program, director
):
    draft = make_draft(program)
    first = pair_order.draft_order_pairs(program=program, by=None, values={"title": "О парах"})
    issue.register(document=first, day=DAY, by=None)
    refusal = [
        "Панин\u00a0Г.\u00a0О. – Ершова\u00a0Я.\u00a0Т.: пара уже действует по приказу "
        "от 15\u00a0октября 2026\u00a0г. №\u00a01-од.",
        "Нажмите «Обновить состав пар» или удалите черновик.",
    ]

    with pytest.raises(ValidationError) as refused:
        signing.send(document=draft, by=None)
    page = director.get(reverse("documents:document_detail", args=[draft.pk]))

    assert refused.value.messages[1:] == refusal
    assert page.context["obstacles"] == refusal


def test_an_agreement_of_an_ended_pair_is_not_sent_but_registered_on_its_working_day(program):
    pair = make_accepted_pair(program)
    activate(pairs=[pair], starts_on=DAY, by=None)
    paper = draft_paper(program=program, code="interaction_agreement", by=None, subject=pair)
    pair.refresh_from_db()
    terminate(pair=pair, day=DAY + timedelta(days=5), reason="переезд", by=None)

    with pytest.raises(ValidationError, match="соглашение о взаимодействии ей уже не нужно"):
        signing.send(document=paper, by=None)
    issue.register(document=paper, day=DAY, by=None)

    assert Document.objects.get().status == DocumentStatus.REGISTERED


def test_what_cannot_be_issued_is_not_sent(program):
    draft = make_draft(program)
    Assignment.objects.filter(role="curator").delete()

    with pytest.raises(ValidationError, match="Не указан куратор"):
        signing.send(document=draft, by=None)

    draft.refresh_from_db()
    assert draft.status == DocumentStatus.DRAFT


def test_a_paper_is_sent_once(program):
    document = make_waiting(program)

    with pytest.raises(TransitionError):
        signing.send(document=document, by=None)


def test_what_was_sent_is_registered_with_the_day_of_signing(program):
    document = issue.register(document=make_waiting(program), day=DAY, by=None)

    assert (document.status, document.number_text, document.date) == ("registered", "1-од", DAY)


def test_a_paper_whose_data_changed_after_it_was_sent_is_not_registered(program):
    document = make_waiting(program)
    person = document.pairs.get().mentor.person
    person.last_name = "Другой"
    person.save()

    with pytest.raises(ValidationError, match="изменились данные"):
        issue.register(document=document, day=DAY, by=None)
    again = signing.send(document=signing.take_back(document=document, by=None), by=None)

    assert issue.register(document=again, day=DAY, by=None).number == 1


@pytest.mark.parametrize("code", ["labour_addendum", "notice_cancellation"])
def test_a_paper_that_waits_does_not_change_overnight(program, monkeypatch, code):
    pair = make_teacher_pair(program)
    values = {"labour_addendum": {"pay": "15 процентов оклада"}, "notice_cancellation": {}}[code]
    if code == "notice_cancellation":
        make_addendum(pair)
    draft = draft_paper(
        program=program, code=code, by=None, subject=pair.mentor.person, values=values
    )
    draft.content["handed"] = None
    draft.save()
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: DAY)
    document = signing.send(document=draft, by=None)
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: DAY + timedelta(days=1))

    assert is_as_agreed(Document.objects.get(pk=document.pk))
    back = signing.take_back(document=document, by=None)
    assert (back.agreed_on, back.agreed_digest) == (None, "")


def test_the_digest_that_is_kept_names_nobody(program):
    document = make_waiting(program)

    assert (len(document.agreed_digest), document.snapshot) == (64, None)


def test_going_back_and_forth_drops_the_stale_files(program):
    draft = make_draft(program)
    render_all(draft)

    signing.send(document=draft, by=None)

    assert not draft.attachments.exists()


def test_every_step_stands_in_the_journal_of_events(program):
    curator = make_curator(program)
    document = signing.send(document=make_draft(program), by=curator)
    signing.take_back(document=document, by=curator)

    events = AuditEvent.objects.filter(actor=curator).order_by("pk")
    assert list(events.values_list("action", flat=True)) == ["document.send", "document.take_back"]


def test_the_director_sees_what_waits_in_all_programs_of_the_school_and_nowhere_else(
    director, program
):
    other = make_program(organization=program.organization, start_year=2025)
    stranger = make_school_program()
    own = [make_waiting(program), make_waiting(other, "Зорин Лев Юрьевич", "Якимова Ева Глебовна")]
    make_waiting(stranger)
    make_draft(program, "Белов Пётр Ильич", "Котова Майя Львовна")

    page = director.get(reverse("documents:signing_list", args=[program.pk]))

    assert list(page.context["papers"]) == own


def marks(director, program, query=""):
    """How many papers the page shows, how many are ticked, where its link leads."""
    url = reverse("documents:signing_list", args=[program.pk])
    page = director.get(f"{url}{query}").content.decode()
    boxes = re.findall(r'<input class="form-check-input"[^>]*name="papers"[^>]*>', page)
    links = re.findall(r'<p data-check-all-link><a href="([^"]*)">', page)
    return len(boxes), sum(" checked" in box for box in boxes), links


def test_all_papers_are_ticked_by_a_link_that_needs_no_script(director, program):
    make_waiting(program)
    assert marks(director, program) == (1, 0, [])

    make_waiting(program, "Крылов Лев Ильич", "Белова Ия Глебовна")

    assert marks(director, program) == (2, 0, ["?all=1"])
    assert marks(director, program, "?all=1") == (2, 2, ["?"])


def test_the_signed_are_registered_together_and_the_refused_are_named(director, program):
    other = make_program(organization=program.organization, title="Вторая программа")
    refused, registered = (
        make_waiting(program),
        make_waiting(other, "Зорин Лев Юрьевич", "Якимова Ева Глебовна"),
    )
    person = refused.pairs.get().mentor.person
    person.last_name = "Другой"
    person.save()
    values = {"papers": [refused.pk, registered.pk], "day": "2026-10-15", "sure": "True"}

    answer = director.post(
        reverse("documents:signing_register", args=[program.pk]), values, follow=True
    )

    said = [str(message) for message in answer.context["messages"]]
    states = dict(Document.objects.values_list("pk", "status"))
    assert states == {refused.pk: "agreed", registered.pk: "registered"}
    assert said[0].endswith("№\u00a01-од от 15.10.2026.")
    assert "не зарегистрирован. После отправки на подпись изменились данные" in said[1]


def test_before_the_registration_everything_is_named_and_nothing_is_done(director, program):
    paper = make_waiting(program)
    values = {"papers": [paper.pk], "day": "2026-10-15"}

    page = director.post(reverse("documents:signing_register", args=[program.pk]), values)

    hidden = page.context["form"].as_p()
    assert page.context["items"] == [paper.title]
    assert all(f'name="{name}" value="{value}"' in hidden for name, value in (
        ("papers", paper.pk), ("day", "2026-10-15"), ("sure", "True"),
    ))  # fmt: skip
    assert not Document.objects.registered().exists()


def test_all_that_waits_is_printed_as_one_file(director, program):
    paper = make_waiting(program)
    Job.objects.all().delete()

    answer = director.post(
        reverse("documents:signing_print", args=[program.pk]), {"papers": [paper.pk]}
    )

    job = Job.objects.get()
    assert answer.url == reverse("programs:job_detail", args=[job.pk])
    assert job.arguments == {"documents": [paper.pk]}


def test_ticking_nothing_or_a_paper_of_another_school_registers_nothing(director, program):
    make_waiting(program)
    foreign = make_waiting(make_school_program())
    url = reverse("documents:signing_register", args=[program.pk])

    said = []
    for papers in ([], [foreign.pk], ["9" * 20]):
        answer = director.post(
            url, {"papers": papers, "day": "2026-10-15", "sure": "True"}, follow=True
        )
        said.append([str(message) for message in answer.context["messages"]][-1])

    assert said[0] == "Отметьте документы в списке."
    assert ["уже не ждёт подписи" in words for words in said[1:]] == [True, True]
    assert not Document.objects.registered().exists()


def test_registering_from_the_list_orders_the_files(director, program):
    document = make_waiting(program)
    Job.objects.all().delete()

    director.post(
        reverse("documents:signing_register", args=[program.pk]),
        {"papers": [document.pk], "day": "2026-10-15", "sure": "True"},
    )

    assert [job.key for job in Job.objects.all()] == [f"render:{document.pk}"]


def test_home_tells_the_director_how_many_papers_wait(director, program):
    url = reverse("monitoring:program_dashboard", args=[program.pk])
    before = "На подписи" in director.get(url).content.decode()
    make_waiting(program)

    page = director.get(url).content.decode()

    assert (before, "На подписи: 1\u00a0документ" in page) == (False, True)


def test_buttons_of_the_card_lead_to_the_signature_and_back(director, program):
    draft = make_draft(program)
    states = []

    for verb in ("send", "take_back"):
        director.post(reverse(f"documents:document_{verb}", args=[draft.pk]))
        draft.refresh_from_db()
        states.append(draft.status)

    assert states == [DocumentStatus.AGREED, DocumentStatus.DRAFT]


def test_the_card_warns_when_the_data_changed_meanwhile(director, program):
    document = make_waiting(program)
    url = reverse("documents:document_detail", args=[document.pk])
    before = director.get(url).context["is_stale"]
    document.pairs.get().members.create(
        mentor=document.pairs.get().mentor, mentee=make_mentee(program), is_open=True
    )

    assert (before, director.get(url).context["is_stale"]) == (False, True)


def test_the_form_names_the_paper_by_its_kind_and_tells_the_next_number(director, program):
    issue.register(document=make_draft(program), day=timezone.localdate(), by=None)
    draft = make_draft(program, "Зорин Лев Юрьевич", "Якимова Ева Глебовна")

    form = director.get(reverse("documents:document_register", args=[draft.pk])).context["form"]

    assert form["day"].label == "Дата приказа"
    assert "№\u00a02-од" in form["number"].help_text


def test_a_report_that_waits_for_a_signature_is_not_replaced_by_a_fresh_one(program):
    make = partial(draft_report, program=program, period="december", by=None)
    first = make(as_of=date(2026, 12, 9))
    signing.send(document=make(as_of=date(2026, 12, 10)), by=None)

    with pytest.raises(ValidationError, match="сначала верните его в черновики"):
        make(as_of=date(2026, 12, 11))

    assert not Document.objects.filter(pk=first.pk).exists()
    assert Document.objects.get().report.as_of == date(2026, 12, 10)


def test_the_text_of_a_paper_on_the_desk_is_not_opened_for_editing(director, program):
    document = make_waiting(program)

    answer = director.get(reverse("documents:document_edit", args=[document.pk]), follow=True)

    assert [str(m) for m in answer.context["messages"]] == ["Текст не правят: документ на подписи."]
