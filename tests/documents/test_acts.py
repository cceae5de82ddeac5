"""What all acts, plans, programs and memos have in common, and the small ones among them."""

import re
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from documents.domain.blocks import Heading, Stamps, Table
from documents.domain.form_blocks import Answer, SignLine
from documents.domain.page_json import from_json, to_json
from documents.enums import PaperType, Subject
from documents.kinds import acts
from documents.kinds.acts.mentorship_plan import own_pair
from documents.services import issue
from documents.services.files import page_of, render
from pairs.models import PairMember
from programs.enums import Preset
from programs.services.program import open_program
from tests.builders import (
    make_act,
    make_curator,
    make_event,
    make_meeting,
    make_mentee,
    make_organization,
    make_pair,
    make_partner,
    make_person,
    make_plan,
    make_plan_task,
    make_program,
    make_program_form,
)
from tests.documents.acts import blocks, card, clauses, draft, headings, paras, stamps, table
from tests.documents.builders import make_school_program, make_teacher_pair
from tests.documents.reading import docx_text, missing, pdf_text, xlsx_text

pytestmark = pytest.mark.django_db
DAY = date(2026, 9, 8)
KINDS = {kind.code.value: kind for kind in acts.KINDS}
OF_PROGRAM = [code for code, kind in KINDS.items() if kind.subject == Subject.PROGRAM]
MEETINGS = ("знакомство", "Пробная", "планирование", "Рабочая", "Итоговая")


@pytest.fixture
def program(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: date(2026, 11, 21))
    return make_school_program()


def pdf_words(data):
    """Without the numbers of the sheets: a clause may go on over one."""
    sheets = pdf_text(data).split("\f")
    return "".join(re.sub(r"\d+\n$", "", sheet) for sheet in sheets)


FORMATS = (("docx", docx_text), ("xlsx", xlsx_text), ("pdf", pdf_words))


def subject_of(kind, program):
    if kind.subject == Subject.PROGRAM:
        return None
    pair = make_teacher_pair(program, status="active", starts_on=date(2026, 10, 15))
    make_meeting(pair)
    return pair if kind.subject == Subject.PAIR else pair.members.get().mentee


def draft_of(code, program, **values):
    return draft(program, code, subject_of(KINDS[code], program), **values)


def test_the_acts_are_those_of_the_inventory():
    assert list(KINDS) == [
        "protocol_pedsovet",
        "protocol_selection",
        "regulation",
        "regulation_incentives",
        "young_access_measures",
        "roadmap",
        "program",
        "network_model",
        "mentorship_plan",
        "memo_mentor",
        "method_materials",
        "memo_mentee",
        "personal_program",
        "individual_plan",
        "pair_roadmap",
    ]


@pytest.mark.parametrize("code", KINDS)
def test_every_act_is_kept_as_it_is_composed(code, program):
    page = page_of(draft_of(code, program))

    assert from_json(to_json(page)) == page


@pytest.mark.parametrize("code", OF_PROGRAM)
def test_an_empty_school_gets_every_act(code):
    assert page_of(draft(make_program(), code)).blocks


@pytest.mark.parametrize("code", KINDS)
def test_saving_the_form_unchanged_leaves_the_texts_to_the_portal(code, program, client):
    document = draft_of(code, program)
    before = page_of(document)
    client.force_login(make_curator(program))
    url = reverse("documents:document_edit", args=[document.pk])
    form = client.get(url).context["form"]
    shown = {key: form[key].value() or "" for key in form.fields}

    client.post(url, {key: value.replace("\n", "\r\n") for key, value in shown.items() if value})

    document.refresh_from_db()
    assert page_of(document) == before
    assert [document.content.get(field.key, "") for field in KINDS[code].worded] == (
        [""] * len(KINDS[code].worded)
    )


@pytest.mark.parametrize("code", KINDS)
def test_all_three_formats_carry_the_same_words(code, program):
    document = draft_of(code, program)
    page = page_of(document)

    for file_format, read in FORMATS:
        assert missing(page, read(render(document, file_format))) == []


@pytest.mark.parametrize(
    "code", [code for code in OF_PROGRAM if KINDS[code].type != PaperType.PROTOCOL]
)
def test_an_act_about_the_program_is_registered_without_a_number(code, program):
    values = {}
    if code == "mentorship_plan":
        values["worker"] = make_person(organization=program.organization)

    paper = issue.register(document=draft(program, code, **values), day=DAY, by=None)

    assert (paper.number_text, paper.date) == ("", DAY)


@pytest.mark.parametrize("code", [c for c, kind in KINDS.items() if kind.type == PaperType.MEMO])
def test_memos_have_no_stamps(code, program):
    assert blocks(draft(program, code), Stamps) == []


def test_the_roadmap_prints_the_rows_of_the_program():
    program = open_program(
        organization=make_organization(), start_year=2026, preset=Preset.GYMNASIUM, by=None
    )

    document = draft(program, "roadmap")

    rows = [row for row in table(document).rows if not isinstance(row, str)]
    assert [row[1] for row in rows] == [item.title for item in program.roadmap_items.in_order()]
    assert page_of(document).landscape
    assert stamps(document).right == (
        "УТВЕРЖДЕНО",
        f"приказом {program.organization.short_name}",
        "_" * 20,
    )


def test_the_program_is_made_from_its_passport_forms_stages_and_events():
    program = open_program(
        organization=make_organization(), start_year=2026, preset=Preset.GYMNASIUM, by=None
    )
    program.goal, program.tasks, program.expected_results = "Рост.", "Учить\nБеречь", "Успех"
    program.save()
    make_program_form(program, goal="Помощь", tasks="Помочь", expected_results="Оценки")
    make_event(program, title="Семинар", audience="Наставники", responsible="куратор")
    acts_before = make_act(program.organization, name="порядок", number="7", position=99)

    document = draft(program, "program")

    assert headings(document) == [
        "1. Паспорт программы",
        "2. Пояснительная записка",
        "3. Формы наставничества",
        "«ученик – ученик»",
        "4. Этапы реализации",
        "5. Календарный план мероприятий",
        "6. Ожидаемые результаты",
        "7. Организация работы, мониторинг и поощрение",
    ]
    assert card(document)["Нормативные основания"].splitlines()[-1] == "Порядок № 7"
    assert acts_before.is_confirmed
    assert card(document)["Участники"] == "в базе наставников – 0, в базе наставляемых – 0"
    assert len(table(document).rows) == 7
    assert table(document, 1).rows == ((1, "Семинар", "10.12.2026", "Наставники", "куратор"),)
    assert [text for _number, text in clauses(document)][:5] == [
        "учить;",
        "беречь.",
        "помочь.",
        "оценки.",
        "успех.",
    ]
    assert "Цель программы – рост." in paras(document)


def test_a_program_without_events_points_to_the_roadmap(program):
    assert len(blocks(draft(program, "program"), Table)) == 1


def test_measures_for_young_specialists_are_a_plan_with_who_answers(program):
    document = draft(program, "young_access_measures", plan="# Осень\nБеседа; май; куратор; итог")

    assert [column.title for column in table(document).columns] == [
        "№ п/п",
        "Мера",
        "Срок",
        "Ответственный",
        "Ожидаемый результат",
        "Отметка о выполнении",
    ]
    assert table(document).rows == ("Осень", (1, "Беседа", "май", "куратор", "итог", ""))
    assert headings(document) == ["1. Общие положения", "2. Гарантии", "План мер"]


def test_the_network_model_lists_partners_with_their_agreements(program):
    school = program.organization
    make_partner(school, name="Завод", offers="Экскурсии.", agreement_on=DAY, agreement_number="7")
    make_partner(school, name="Клуб", offers="Площадка")
    make_partner(
        school, name="Колледж", agreement_on=date(2024, 9, 1), agreement_until=date(2025, 9, 1)
    )
    make_partner(
        school, name="Парк", agreement_on=date(2025, 12, 1), agreement_until=date(2026, 12, 1)
    )
    make_partner(name="Чужой")

    document = draft(program, "network_model", interaction="клуб; спортивные праздники")

    assert table(document).rows == (
        (1, "Завод", "экскурсии", "сотрудничество по соглашению", "№ 7 от 08.09.2026"),
        (2, "Клуб", "площадка", "спортивные праздники", "–"),
        (
            3,
            "Колледж",
            "",
            "участие в отдельных мероприятиях",
            "от 01.09.2024 по 01.09.2025",
        ),
        (4, "Парк", "", "сотрудничество по соглашению", "от 01.12.2025 по 01.12.2026"),
    )


def test_a_mentorship_plan_is_between_the_director_and_the_chosen_worker(program):
    worker = make_person("Лужин Борис Андреевич", organization=program.organization)

    document = draft(program, "mentorship_plan", worker=worker)

    assert card(document) == {
        "Ментор": "Ветрова Ирина Павловна, директор",
        "Сотрудник": "Лужин Борис Андреевич",
        "Срок": "2026–2027 учебный год",
    }
    assert blocks(document, SignLine) == [
        SignLine("Ментор", "И.\u00a0П.\u00a0Ветрова"),
        SignLine("Сотрудник", "Б.\u00a0А.\u00a0Лужин"),
    ]


def test_it_takes_the_people_of_the_pair_of_this_kind(program):
    pair = make_pair(program, form="mentorship_head_deputy")

    content = draft(program, "mentorship_plan").content

    assert (content["mentor"], content["worker"]) == (
        pair.mentor.person_id,
        pair.members.get().mentee.person_id,
    )


def test_its_plan_is_that_of_the_pair_where_the_worker_is_now(program):
    form, worker = "mentorship_head_deputy", make_mentee(program)
    present = make_pair(program, form=form, mentees=[make_mentee(program)])
    former = make_pair(
        program, form=form, mentees=[make_mentee(program), worker], starts_on=date(2026, 10, 20)
    )
    former.members.filter(mentee=worker).update(left_on=date(2026, 11, 10), is_open=False)
    PairMember.objects.create(pair=present, mentor=present.mentor, mentee=worker)

    assert own_pair(draft(program, "mentorship_plan", worker=worker.person)) == present


def test_its_term_and_marks_begin_when_the_worker_joined(program):
    pair = make_pair(program, form="mentorship_head_deputy")
    worker = make_mentee(program)
    joined = date(2026, 11, 16)
    PairMember.objects.create(pair=pair, mentor=pair.mentor, mentee=worker, joined_on=joined)
    make_plan_task(make_plan(pair), meeting_kind="acquaintance")
    make_meeting(pair, kind="acquaintance", day=date(2026, 10, 20))

    document = draft(program, "mentorship_plan", worker=worker.person)

    assert card(document)["Срок"] == "с 16.11.2026 по 31.05.2027"
    assert [row[-1] for row in table(document).rows] == [""]


def test_without_a_pair_it_takes_the_deputy_who_is_the_curator(program):
    assert draft(program, "mentorship_plan").content == {}
    duty = program.organization.assignments.get(role="curator")
    duty.post = "Заместитель директора по учебной работе"
    duty.save()

    assert draft(program, "mentorship_plan").content == {"worker": duty.person_id}


def test_a_mentorship_plan_of_one_person_is_refused(program):
    director = program.organization.assignments.get(role="director").person

    with pytest.raises(ValidationError) as caught:
        page_of(draft(program, "mentorship_plan", worker=director))

    assert caught.value.messages == ["Ментор и сотрудник – один человек. Выберите двух разных."]


def test_a_mentorship_plan_without_a_worker_is_not_registered(program):
    with pytest.raises(ValidationError) as caught:
        issue.register(document=draft(program, "mentorship_plan"), day=DAY, by=None)

    assert caught.value.messages == ["Выберите сотрудника, для которого составлен план менторства."]


def test_the_materials_hold_five_meetings_with_room_for_answers(program):
    document = draft(program, "method_materials")

    titles = [block.text for block in blocks(document, Heading) if block.level == 1]
    questions = [block for block in blocks(document, Heading) if block.level == 2]
    assert [word in title for word, title in zip(MEETINGS, titles, strict=True)] == [True] * 5
    assert len(questions) == len(blocks(document, Answer)) == 12
