"""What an order refuses, what it does when it is registered, what it takes from other papers."""

from datetime import date
from itertools import count

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from documents.domain.blocks import Annex, Clause
from documents.forms.document import ContentForm
from documents.kinds import KINDS
from documents.kinds.content import raw_texts
from documents.services import issue
from documents.services.files import page_of
from documents.services.paper import draft_paper
from documents.services.readiness import paper_facts
from participants.models import Assignment, Mentor
from programs.models import Event, RoadmapItem
from tests.assertions import assert_flat
from tests.builders import make_act, make_curator, make_mentor, make_person
from tests.documents.builders import appoint, make_accepted_pair, make_school_program
from tests.documents.orders.reading import clauses, expected, read
from tests.documents.orders.school import TODAY, make_school, order_pairs, register

NUMBER = count()
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def today(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: TODAY)


@pytest.fixture
def program():
    return make_school()


def draft(program, code, **values):
    return draft_paper(program=program, code=code, by=None, values=values)


def ground(document):
    return read(page_of(document)).splitlines()[4]


@pytest.mark.parametrize(
    ("code", "model", "reason"),
    [
        ("order_roadmap", RoadmapItem, "В дорожной карте нет строк: сначала составьте её."),
        ("order_registry", Mentor, "В реестре нет наставников: сначала утвердите кандидатов."),
        (
            "order_curator_mentors",
            Mentor,
            "Назначать некого: сначала утвердите наставников в реестр.",
        ),
        (
            "order_mentor_school",
            Event,
            "В графике «Школы наставников» нет занятий: впишите хотя бы одно.",
        ),
    ],
)
def test_an_order_about_nothing_says_what_to_do_first(code, model, reason):
    program = make_school_program()

    with pytest.raises(ValidationError) as refused:
        page_of(draft(program, code))

    assert (model.objects.count(), refused.value.messages) == (0, [reason])


def test_without_expected_results_the_terms_of_monitoring_are_refused(program):
    program.expected_results = " \n"
    program.save()

    with pytest.raises(ValidationError, match="впишите их в паспорт программы"):
        page_of(draft(program, "order_monitoring_terms"))


@pytest.mark.parametrize("code", ["order_registry", "order_monitoring", "order_monitoring_terms"])
def test_an_order_to_the_curator_needs_one(program, code):
    document = draft(program, code)
    Assignment.objects.filter(role="curator").delete()

    with pytest.raises(ValidationError, match="Не указан куратор"):
        issue.register(document=document, day=TODAY, by=None)


def test_a_wrong_line_of_the_schedule_is_told_by_its_number(program):
    document = draft(program, "order_mentor_school", schedule="\n32.10.2026; 15:00; Тема; 2; Кто")

    with pytest.raises(ValidationError) as refused:
        page_of(document)

    assert refused.value.messages == ["Строка 2: «32.10.2026» не дата, нужна вида 07.10.2026."]


def test_the_regulation_of_the_program_is_the_annex_of_its_order(program):
    draft(program, "regulation")

    page = page_of(draft(program, "order_regulation"))

    annex = next(block for block in page.blocks if isinstance(block, Annex))
    text = [block.text for block in page.blocks if isinstance(block, Clause)]
    assert (annex.title, annex.head[2]) == ("Положение о наставничестве", "УТВЕРЖДЕНО")
    assert text[0].startswith("Утвердить Положение о наставничестве (приложение) в срок до")
    assert any("аставник – участник программы" in line for line in text[3:])
    assert len([block for block in page.blocks if type(block).__name__ == "QrCode"]) == 0


def test_a_cancelled_regulation_is_no_annex(program):
    paper = draft(program, "regulation")
    issue.register(document=paper, day=TODAY, by=None)
    type(paper).objects.filter(pk=paper.pk).update(status="cancelled", closed_on=TODAY)

    assert read(page_of(draft(program, "order_regulation"))) == expected("order_regulation")


def test_the_first_order_gives_the_program_its_day_of_introduction(program):
    register(program, "order_implement", date(2026, 9, 2))
    program.refresh_from_db()
    register(program, "order_implement", date(2026, 9, 20))

    program.refresh_from_db()
    assert program.introduced_on == date(2026, 9, 2)


def holder(program, day):
    return Assignment.objects.holder(program.organization, "curator", day)


@pytest.mark.parametrize("code", ["order_curator", "order_curator_mentors"])
def test_the_order_appoints_a_new_curator_from_its_day(program, code):
    person = Assignment.objects.get(role="project_lead").person

    register(program, code, date(2026, 10, 1), curator=person)

    last = date(2026, 8, 31) if code == "order_curator" else date(2026, 9, 30)
    new = holder(program, date(2026, 10, 1))
    assert (new.person, new.post) == (person, "учитель истории")
    assert holder(program, last).person.full_name == "Соколова Анна Игоревна"


@pytest.mark.parametrize(
    ("day", "due"),
    [(date(2026, 9, 1), "2026-09-15"), (date(2026, 9, 15), "2026-09-29"), (TODAY, "2026-12-05")],
)
def test_a_term_that_is_past_is_not_suggested(program, monkeypatch, day, due):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: day)

    order = draft_paper(program=program, code="order_working_group", by=None)

    assert order.content["due"] == due


def test_the_curator_of_today_is_not_appointed_again(program):
    register(program, "order_curator", date(2026, 9, 1))

    assert Assignment.objects.filter(role="curator").count() == 1


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("", "Выберите, кого назначить куратором."),
        (
            "Зорин Лев Юрьевич",
            "У участника Зорин\u00a0Л.\u00a0Ю. не указана должность: назначьте его в разделе "
            "«Ответственные» – там её и впишите.",
        ),
    ],
)
def test_nobody_and_a_person_without_a_post_are_not_appointed(program, name, reason):
    person = make_person(name, organization=program.organization) if name else ""
    document = draft(program, "order_curator", curator=person)

    with pytest.raises(ValidationError) as refused:
        issue.register(document=document, day=TODAY, by=None)

    assert refused.value.messages == [reason]


@pytest.mark.parametrize(
    ("basis", "acts", "words"),
    [
        (
            {},
            True,
            "В соответствии с приказом министерства и в целях внедрения целевой модели "
            "наставничества",
        ),
        (
            {
                "basis": "Управления образования",
                "basis_day": date(2026, 8, 20),
                "basis_number": "140",
            },
            False,
            "На основании приказа Управления образования от 20 августа 2026 г. № 140 «О внедрении "
            "целевой модели наставничества в образовательной организации»",
        ),
        (
            {"basis": "Управления образования"},
            True,
            "На основании приказа Управления образования от «____» ______________ 20___ г. "
            "№ ________ «О внедрении целевой модели наставничества в образовательной "
            "организации», в соответствии с приказом министерства",
        ),
    ],
)
def test_the_ground_of_the_first_order(program, basis, acts, words):
    if acts:
        make_act(program.organization, quoted_name="приказом министерства")

    assert ground(draft(program, "order_implement", **basis)) == words


def test_an_order_names_the_papers_before_it(program):
    register(program, "order_roadmap", date(2026, 9, 1))
    register(program, "order_regulation", date(2026, 9, 2))

    document = draft(program, "order_curator_mentors")

    assert ground(document).endswith("утверждённым приказом директора от 1 сентября 2026 г. № 1-од")
    assert clauses(page_of(document))[1].endswith(
        "утверждённым приказом от 2 сентября 2026 г. № 2-од."
    )


@pytest.mark.parametrize("code", ["order_registry", "order_curator_mentors"])
def test_an_order_costs_the_same_for_few_mentors_and_for_many(program, code):
    document = draft(program, code)

    def add():
        for number in range(16):
            make_mentor(program, f"Якимов{number} Пётр Львович", position="учитель труда")

    assert_flat(lambda: page_of(document), add)


@pytest.mark.parametrize("code", ["order_pairs", "order_final_event", "order_reward", "order_pay"])
def test_an_order_costs_the_same_for_few_pairs_and_for_many(program, code):
    add_pairs(program, 1)
    document = {"order_pairs": order_pairs(program)}.get(code) or draft(program, code)
    document.snapshot = None
    if code == "order_pay":
        document.content["amounts"] = "Никитин Никита Львович; 100"

    def add():
        document.pairs.add(*add_pairs(program, 4))

    assert_flat(lambda: page_of(document), add)


def add_pairs(program, count):
    names = [f"Якимов{next(NUMBER)} Пётр Львович" for _each in range(count)]
    return [make_accepted_pair(program, name, f"Дорохов{name}") for name in names]


def test_only_the_mentors_whom_the_curator_marked_are_named(program):
    chosen = make_mentor(program, "Якимов Пётр Львович", position="учитель труда")

    document = draft(program, "order_curator_mentors", mentors=[chosen.person])

    assert clauses(page_of(document))[3:4] == ["3.1. Якимова Петра Львовича, учителя труда."]


@pytest.mark.parametrize(
    ("parent", "where"),
    [
        ("Департамент образования города", "в Департамент образования города в срок"),
        ("Мэрия города", "в орган управления образованием в срок"),
    ],
)
def test_the_registry_goes_to_the_authority_above(program, parent, where):
    above = program.organization.parent
    above.name = parent
    above.save()

    lines = clauses(page_of(draft(program, "order_registry")))

    assert where in lines[2]


def test_saving_a_draft_with_another_person_lets_the_portal_word_it_anew(program, client):
    person = make_person("Зорин Лев Юрьевич", organization=program.organization)
    appoint(person, "working_group_member", "учитель труда")
    document = draft(program, "order_curator")
    client.force_login(make_curator(program))
    address = reverse("documents:document_edit", args=[document.pk])
    form = client.get(address).context["form"]
    shown = {key: form[key].value() for key in form.fields}
    sent = {
        key: value.replace("\n", "\r\n") for key, value in shown.items() if isinstance(value, str)
    }

    client.post(address, {**sent, "curator": person.pk, "since": "2026-09-10"})

    document.refresh_from_db()
    assert clauses(page_of(document))[:2] == [
        "1. Назначить Зорина Льва Юрьевича, учителя труда, куратором внедрения целевой модели "
        "наставничества с 10 сентября 2026 г.",
        "2. Куратору Зорину Л. Ю.:",
    ]


def test_words_added_by_hand_stay_while_another_person_takes_the_place(program):
    person = make_person("Зорин Лев Юрьевич", organization=program.organization)
    appoint(person, "working_group_member", "учитель труда")
    document = draft(program, "order_curator")
    shown = ContentForm(document=document).initial["clauses"]
    issue.edit(document=document, values={"clauses": f"{shown}\nОзнакомить всех."}, by=None)

    issue.edit(document=document, values={"curator": person}, by=None)

    said = clauses(page_of(document))
    assert said[0].startswith("1. Назначить Зорина Льва Юрьевича, учителя труда, куратором")
    assert said[-1] == "4. Ознакомить всех."


def test_saving_a_draft_keeps_days_that_did_not_change(program):
    document = draft(program, "order_curator")
    before = dict(document.content)

    issue.edit(document=document, values={"since": date(2026, 9, 1)}, by=None)

    assert document.content == before


def test_every_text_of_an_order_says_who_controls_it_last(program):
    endings = {
        "Контроль за исполнением приказа оставляю за собой.",
        "Контроль и выполнение приказа оставляю за собой.",
    }
    orders = [kind for kind in KINDS.values() if kind.type == "order"]

    last = {
        raw_texts(kind, draft_like(program, kind))["clauses"].splitlines()[-1] for kind in orders
    }

    assert (last, len(orders)) == (endings, 17)


def draft_like(program, kind):
    return type("Draft", (), {"program": program, "kind": kind.code, "content": {}})()


def test_each_paper_of_a_stage_is_counted_and_leads_to_where_it_is_made(program):
    before = {fact.title: fact for fact in paper_facts(program)}
    register(program, "order_curator", date(2026, 9, 1))

    met = [fact.title for fact in paper_facts(program) if fact.is_met]

    title = "Приказ о назначении куратора зарегистрирован"
    assert met == [title]
    assert before[title].url == reverse(
        "documents:paper_create", args=[program.pk, "order_curator"]
    )
    assert before["Приказ о парах зарегистрирован"].url == reverse(
        "documents:document_list", args=[program.pk]
    )
