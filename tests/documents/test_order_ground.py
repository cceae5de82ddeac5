"""The order of pairs quotes the acts that are in force on its own date."""

from datetime import date

import pytest
from django.urls import reverse

from documents.domain.blocks import Para
from documents.services import issue, pair_order
from documents.services.files import page_of
from programs.enums import ActTopic
from programs.services.legal_act import preload
from tests.builders import make_act, make_curator
from tests.documents.builders import (
    entitle,
    make_accepted_pair,
    make_school_program,
    make_teacher_pair,
)

pytestmark = pytest.mark.django_db
REST = (
    "планом мероприятий (дорожной картой) внедрения целевой модели наставничества "
    "на 2026–2027 учебный год и в целях организации работы наставнических пар (групп)"
)
LAST_DAY = date(2026, 10, 15)


@pytest.fixture
def program(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: date(2026, 11, 21))
    program = make_school_program()
    make_accepted_pair(program)
    return program


def draft_of(program, **values):
    return pair_order.draft_order_pairs(program=program, by=None, values=values)


def ground_of(document):
    return next(block.text for block in page_of(document).blocks if isinstance(block, Para))


def expiring(program, **fields):
    return make_act(
        program.organization,
        quoted_name="приказом министерства",
        signed_on=date(2024, 1, 10),
        number="7",
        in_force_to=LAST_DAY,
        **fields,
    )


def teachers(program):
    pair = make_teacher_pair(program)
    entitle(pair)
    return pair


def test_without_acts_the_ground_is_still_a_sentence(program):
    assert ground_of(draft_of(program)) == f"В соответствии с {REST}"


@pytest.mark.parametrize(
    ("day", "acts"),
    [
        (LAST_DAY, "приказом министерства от 10.01.2024 № 7, "),
        (date(2026, 10, 16), ""),
    ],
)
def test_an_order_quotes_an_act_up_to_its_last_day(program, day, acts):
    expiring(program)

    order = issue.register(document=draft_of(program), day=day, by=None)

    assert ground_of(order) == f"В соответствии с {acts}{REST}"


def test_an_order_quotes_an_act_from_its_first_day(program):
    make_act(program.organization, quoted_name="новым порядком", in_force_from=LAST_DAY)
    make_act(program.organization, quoted_name="завтрашним", in_force_from=date(2026, 10, 16))

    order = issue.register(document=draft_of(program), day=LAST_DAY, by=None)

    assert ground_of(order) == f"В соответствии с новым порядком, {REST}"


def test_an_act_that_nobody_compared_with_its_text_is_not_quoted(program):
    expiring(program, is_confirmed=False)

    order = issue.register(document=draft_of(program), day=LAST_DAY, by=None)

    assert ground_of(order) == f"В соответствии с {REST}"


def test_acts_on_teachers_and_labor_are_for_orders_about_teachers(program):
    make_act(program.organization, quoted_name="письмом", topic=ActTopic.TEACHERS, position=2)
    make_act(program.organization, quoted_name="статьёй", topic=ActTopic.LABOR, position=1)
    about_pupils = ground_of(draft_of(program))
    teachers(program)

    about_teachers = ground_of(draft_of(program))

    assert about_pupils == f"В соответствии с {REST}"
    assert about_teachers == f"В соответствии со статьёй, письмом, {REST}"


def test_the_preset_gives_an_order_about_teachers_its_whole_ground(program):
    preload(organization=program.organization)
    teachers(program)

    text = ground_of(draft_of(program))

    assert text == (
        "В соответствии со статьёй 351.8 Трудового кодекса Российской Федерации, "
        "распоряжением Правительства Российской Федерации от 21.05.2025 № 1264-р, "
        "распоряжением Минпросвещения России от 25.12.2019 № Р-145 «Об утверждении методологии "
        "(целевой модели) наставничества обучающихся для организаций, осуществляющих "
        "образовательную деятельность по общеобразовательным, дополнительным общеобразовательным "
        "и программам среднего профессионального образования, в том числе с применением лучших "
        "практик обмена опытом между обучающимися», письмом Минпросвещения России от 23.01.2020 "
        "№ МР-42/02 «О направлении целевой модели наставничества и методических рекомендаций», "
        "письмом Минпросвещения России и Общероссийского Профсоюза образования от 21.12.2021 "
        "№ АЗ-1128/08/657 «Методические рекомендации по разработке и внедрению системы (целевой "
        "модели) наставничества педагогических работников в образовательных организациях», " + REST
    )


def test_what_the_curator_wrote_is_never_overwritten(program):
    expiring(program)
    draft = draft_of(program)
    issue.edit(document=draft, values={"preamble": "В целях порядка"}, by=None)

    order = issue.register(document=draft, day=LAST_DAY, by=None)

    assert ground_of(order) == "В целях порядка"


def test_a_ground_given_with_the_draft_is_the_curators_too(program):
    expiring(program)

    assert ground_of(draft_of(program, preamble="В целях порядка")) == "В целях порядка"


def test_saving_the_form_unchanged_leaves_the_ground_to_the_portal(program, client):
    expiring(program)
    draft = draft_of(program)
    client.force_login(make_curator(program))
    url = reverse("documents:document_edit", args=[draft.pk])
    form = client.get(url).context["form"]

    client.post(url, {key: form[key].value() for key in form.fields})

    draft.refresh_from_db()
    order = issue.register(document=draft, day=LAST_DAY, by=None)
    assert form["preamble"].value() == f"В соответствии с {REST}"
    assert ground_of(order) == f"В соответствии с приказом министерства от 10.01.2024 № 7, {REST}"


def test_an_emptied_ground_is_worded_by_the_portal_again(program, client):
    draft = draft_of(program, preamble="В целях порядка")
    client.force_login(make_curator(program))
    values = {"title": "О парах", "preamble": ""}

    client.post(reverse("documents:document_edit", args=[draft.pk]), values)

    draft.refresh_from_db()
    assert ground_of(draft) == f"В соответствии с {REST}"


@pytest.mark.parametrize(("written", "links"), [("", 1), ("В целях порядка", 0)])
def test_a_draft_says_whose_words_its_ground_is(program, client, written, links):
    draft = draft_of(program, preamble=written)
    client.force_login(make_curator(program))

    page = client.get(reverse("documents:document_detail", args=[draft.pk])).content.decode()

    note = page.split("<h2>Просмотр</h2>")[1]
    assert note.count(reverse("programs:legal_act_list", args=[program.pk])) == links


def test_a_registered_order_keeps_its_ground_when_the_acts_change(program):
    act = expiring(program)
    order = issue.register(document=draft_of(program), day=LAST_DAY, by=None)
    before = ground_of(order)

    act.delete()

    order.refresh_from_db()
    assert ground_of(order) == before
    assert "приказом министерства" in before
