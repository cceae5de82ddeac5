"""«Положение о наставничестве»: the structure of the type document, stamps, facts, publishing."""

from datetime import date

import pytest

from documents.domain.blocks import Annex, Column, Heading, Stamps, Table
from documents.enums import DocumentKind, DocumentStatus
from documents.models import Document
from documents.services import issue
from documents.services.publication import publish
from programs.services.preset import inventory
from tests.builders import make_act, make_pair, make_program_form
from tests.documents.acts import blocks, clauses, draft, headings, paras, stamps
from tests.documents.builders import make_school_program

pytestmark = pytest.mark.django_db
DAY = date(2026, 9, 8)
# Words of the type document (ZAB) → those of our clause at the same number.
SAID = {
    "1.1": "Актуальность наставничества",
    "1.2": "Цель и задачи",
    "1.3": "Наставник – участник программы",
    "1.4": "Руководитель проектной группы и куратор",
    "1.5": "Наставляемый – участник программы",
    "1.6": "Отбор наставников и критерии их работы",
    "2.1": "Списочный состав наставников",
    "2.2": "Формы наставничества в организации",
    "2.3": "Организация работы наставнических пар (групп)",
    "2.4": "Ответственный за реализацию цикла наставнической работы",
    "2.5": "Этапы реализации плана",
    "2.6": "Структура индивидуального маршрута наставляемого и порядок его утверждения",
    "2.7": "Структура соглашения о взаимодействии между наставником и наставляемым",
    "2.8": "Формы отчётности наставника о выполнении индивидуального маршрута",
    "2.9": "Формы и условия поощрения наставника",
    "3.1": "Наставник руководствуется",
    "3.2": "Наставник имеет право",
    "3.3": "Наставник обязан",
    "3.4": "Наставляемый имеет право",
    "3.5": "Наставляемый обязан",
}


@pytest.fixture
def program(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: date(2026, 11, 21))
    return make_school_program(
        goal="Раскрытие потенциала учеников.", tasks="Собрать наставников\nПомочь новичкам;"
    )


def registered(program, kind, number, day):
    return Document.objects.create(
        program=program,
        organization=program.organization,
        kind=kind,
        journal="orders",
        title=number,
        number_text=number,
        date=day,
        status=DocumentStatus.REGISTERED,
        snapshot={},
    )


def type_structure():
    documents = inventory()["ZAB_type_documents"]["documents"]
    structure = next(row for row in documents if row["code"] == "regulation")["structure"]
    return [section for section in structure if section["n"].isdigit()]


def points_after(document, number):
    """The points of a list under the clause ``number``."""
    found = clauses(document)
    start = [label for label, _text in found].index(number) + 1
    listed = []
    for label, text in found[start:]:
        if label != "–":
            break
        listed.append(text)
    return listed


def test_sections_are_those_of_the_type_document(program):
    own = [f"{section['n']}. {section['title']}" for section in type_structure()]

    assert headings(draft(program, "regulation")) == [*own, "4. Заключительные положения"]


def test_every_item_of_the_type_document_has_its_clause(program):
    # The last item of section 2 is misprinted as 1.13 there.
    items = [item.split()[0] for section in type_structure() for item in section["items"]]
    wanted = ["2.9" if number == "1.13" else number for number in items]

    said = dict(clauses(draft(program, "regulation")))

    assert wanted == list(SAID)
    assert {number: said[number].startswith(SAID[number]) for number in wanted} == dict.fromkeys(
        wanted, True
    )


def test_monitoring_data_and_the_site_follow_the_items_of_section_two(program):
    said = dict(clauses(draft(program, "regulation")))

    assert [said[number].split(".")[0].split(" – ")[0] for number in ("2.10", "2.12")] == [
        "Мониторинг и оценка результатов",
        "Информация о наставничестве",
    ]
    assert said["2.11"].startswith("Персональные данные участников обрабатываются с их согласия")


def test_the_forms_of_route_and_report_are_its_annexes(program):
    document = draft(program, "regulation")

    assert [(block.head, block.title) for block in blocks(document, Annex)] == [
        (
            ("Приложение 1", "к Положению о наставничестве"),
            "Индивидуальный маршрут наставляемого (форма)",
        ),
        (
            ("Приложение 2", "к Положению о наставничестве"),
            "Отчёт наставника о выполнении индивидуального маршрута (форма)",
        ),
    ]
    assert [len(table.rows) for table in blocks(document, Table)] == [8, 6]


def test_goal_tasks_and_forms_come_from_the_passport(program):
    make_program_form(
        program,
        goal="Помощь в учёбе.",
        role_models=["peer_peer"],
        kinds=["traditional", "group"],
    )
    make_program_form(program, form="teacher_teacher")

    document = draft(program, "regulation")

    said = dict(clauses(document))
    assert said["1.2"] == (
        "Цель и задачи. Цель наставничества в организации – раскрытие потенциала учеников. "
        "Задачи наставничества:"
    )
    assert points_after(document, "1.2") == ["собрать наставников;", "помочь новичкам."]
    assert points_after(document, "2.2") == [
        "«ученик – ученик» (ролевые модели: «равный – равному»; виды наставничества: "
        "традиционное («один-на-один»), в группе): помощь в учёбе;",
        "«учитель – учитель».",
    ]


def test_before_the_passport_the_forms_are_those_of_the_pairs(program):
    make_pair(program, form="teacher_teacher")
    make_pair(program, form="teacher_teacher")

    assert points_after(draft(program, "regulation"), "2.2") == ["«учитель – учитель»."]


def test_the_ground_quotes_the_acts_in_force(program):
    make_act(program.organization, quoted_name="порядком", in_force_from=DAY)
    name = program.organization.short_name

    ground = paras(draft(program, "regulation"))[0]

    assert ground.startswith(
        f"В соответствии с порядком, уставом {name} настоящее Положение определяет"
    )


def test_stamps_name_the_protocol_and_the_order(program):
    registered(program, DocumentKind.PROTOCOL_PEDSOVET, "1", date(2026, 8, 28))
    registered(program, DocumentKind.ORDER_REGULATION, "5-од", DAY)

    assert stamps(draft(program, "regulation")) == Stamps(
        right=(
            "УТВЕРЖДЕНО",
            f"приказом {program.organization.short_name}",
            "от 8\u00a0сентября 2026\u00a0г. №\u00a05-од",
        ),
        left=(
            "ПРИНЯТО",
            "на заседании Педагогического совета,",
            "протокол от 28\u00a0августа 2026\u00a0г. №\u00a01",
            "\u00a0",
            "СОГЛАСОВАНО",
            "с первичной профсоюзной организацией,",
            "протокол от ____________ № ______",
        ),
    )


def test_a_dash_takes_a_stamp_off(program):
    document = draft(program, "regulation", agreed="–", adopted=" - ")

    assert stamps(document).left == ()


def test_a_regulation_that_names_nobody_stands_on_the_page(program):
    document = issue.register(document=draft(program, "regulation"), day=DAY, by=None)

    publish(document=document, shown=True, by=None)

    document.refresh_from_db()
    assert (document.is_public, document.number_text) == (True, "")


def test_the_schools_own_text_is_numbered_by_the_portal(program):
    document = draft(program, "regulation", body="# Начало\nПункт\n– раз;\n# Конец\nПункт")

    assert headings(document) == ["1. Начало", "2. Конец"]
    assert clauses(document) == [("1.1", "Пункт"), ("–", "раз;"), ("2.1", "Пункт")]


def test_the_regulation_on_incentives_names_the_ways_of_the_inventory(program):
    document = draft(program, "regulation_incentives")

    text = " ".join(text for _number, text in clauses(document)).casefold()
    ways = ("фестивали", "конкурсы", "наши наставники", "сообществах", "знаки отличия", "подарки")
    more = ("доске почёта", "решений о развитии", "бесплатное обучение", "родителям", "плакаты")
    last = ("благодарности", "грамоты", "наградам", "кадровый резерв", "стимулирующего")
    assert [way for way in (*ways, *more, *last) if way not in text] == []
    assert headings(document) == [
        "1. Общие положения",
        "2. Нематериальное стимулирование",
        "3. Материальное стимулирование",
        "4. Показатели и порядок поощрения",
        "5. Заключительные положения",
    ]


def test_the_annexes_are_tables_of_the_regulation_itself(program):
    route = blocks(draft(program, "regulation"), Table)[0]

    assert route.columns[1] == Column("Мероприятие, задание", 30)
    assert route.rows[0] == (1, "", "", "", "", "")
    assert Heading("1. Общие положения") in blocks(draft(program, "regulation"), Heading)
