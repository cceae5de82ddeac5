"""The protocol of the commission: its people, the decisions of a day, the table of points."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from documents.domain.blocks import Annex, Clause, KeyValues, Para, Signature, Table
from documents.forms.document import ContentForm
from documents.services import issue
from documents.services.advice import ADVISED, stage_papers
from documents.services.closing import expire
from documents.services.files import page_of
from documents.services.publication import publish
from documents.services.readiness import PROTOCOL_ANEW, protocol_facts
from documents.services.selection_days import selection_days
from mentoring_portal.shared.dates import short_date
from mentoring_portal.shared.names import NBSP
from participants.enums import AssignmentRole
from participants.models import Person, SelectionCriterion
from participants.services.selection import Line, Verdict, record
from programs.enums import StageCode
from tests.assertions import assert_flat
from tests.builders import make_curator, make_mentor, make_person
from tests.documents.acts import blocks, draft
from tests.documents.builders import appoint, make_school_program

pytestmark = pytest.mark.django_db
DAY, LATER = date(2026, 9, 28), date(2026, 10, 5)


@pytest.fixture
def program(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: date(2026, 11, 21))
    program = make_school_program()
    for title, most in (("Мотивация", 5), ("Опыт", 3)):
        SelectionCriterion.objects.create(
            program=program, title=title, most=most, is_required=most == 5
        )
    return program


@pytest.fixture
def sitting(program):
    school = program.organization
    secretary = make_person("Маслова Дарья Сергеевна", organization=school, sex="f")
    member = make_person("Громов Павел Андреевич", organization=school)
    appoint(Person.objects.get(last_name="Ветрова"), AssignmentRole.COMMISSION_CHAIR, "директор")
    appoint(secretary, AssignmentRole.COMMISSION_SECRETARY, "учитель труда")
    appoint(member, AssignmentRole.COMMISSION_MEMBER, "руководитель МО")
    return program


def decide(program, name, decision, points, reason="", day=DAY):
    mentor = make_mentor(program, name, status="candidate", position="учитель")
    criteria = program.selection_criteria.all()
    lines = [Line(row, point) for row, point in zip(criteria, points, strict=True)]
    record(mentor=mentor, lines=lines, verdict=Verdict(decision, reason, day), by=None)
    return mentor


@pytest.fixture
def decided(sitting):
    decide(sitting, "Агатов Иван Петрович", "admit", (4, 3))
    decide(sitting, "Берёзов Иван Петрович", "wait", (4, None), "Ждём отзыв.\nСрок – октябрь.")
    decide(sitting, "Волков Иван Петрович", "decline", (0, 1), "нет времени")
    decide(sitting, "Громова Анна Ильинична", "admit", (5, 3), day=LATER)
    return sitting


def protocol(program, **values):
    return draft(program, "protocol_selection", **{"day": DAY} | values)


def clauses(document):
    return [(row.label, row.text) for row in blocks(document, Clause)]


def test_decisions_of_the_day_stand_by_kind_with_reasons(decided):
    assert clauses(protocol(decided, more="Провести обучение до ноября.")) == [
        ("1.", "Об отборе кандидатов в наставники на 2026–2027 учебный год"),
        ("1.", "Допустить к включению в реестр наставников:"),
        ("1.1.", "Агатова Ивана Петровича."),
        ("2.", "Отложить рассмотрение кандидатур:"),
        ("2.1.", "Берёзова Ивана Петровича – ждём отзыв. Срок – октябрь."),
        ("3.", "Отклонить кандидатуры:"),
        ("3.1.", "Волкова Ивана Петровича – нет времени."),
        ("4.", "Провести обучение до ноября."),
    ]


def test_an_erased_candidate_is_not_in_the_protocol(decided):
    Person.objects.filter(last_name__in=["Агатов", "Волков"]).update(erased_on=DAY)

    assert [text for label, text in clauses(protocol(decided)) if label.count(".") > 1] == [
        "Берёзова Ивана Петровича – ждём отзыв. Срок – октябрь."
    ]


def test_the_table_tells_points_sums_and_outcomes(decided):
    table, legend = blocks(protocol(decided), Table)

    assert [column.title for column in table.columns][2:] == ["К1", "К2", "Сумма", "Решение"]
    assert table.rows == (
        (1, "Агатов Иван Петрович, учитель", 4, 3, f"7 (88{NBSP}%)", "допущен"),
        (2, "Берёзов Иван Петрович, учитель", 4, "–", f"4 (50{NBSP}%)", "отложено"),
        (3, "Волков Иван Петрович, учитель", 0, 1, f"1 (13{NBSP}%)", "отклонён"),
    )
    assert legend.rows == (("К1", f"Мотивация{NBSP}(обязательный)", 5), ("К2", "Опыт", 3))


def test_outcomes_agree_with_the_sex_and_names_with_the_decision(sitting):
    for name, decision in (
        ("Галимова Яна Кирилловна", "admit"),
        ("Жданова Ева Ильинична", "decline"),
    ):
        mentor = decide(sitting, name, decision, (5, 3), "Мало опыта.")
        Person.objects.filter(pk=mentor.person_id).update(sex="f")
    document = protocol(sitting)

    assert [text for label, text in clauses(document) if label.count(".") == 2] == [
        "Галимову Яну Кирилловну.",
        "Ждановой Евы Ильиничны – мало опыта.",
    ]
    assert [row[-1] for row in blocks(document, Table)[0].rows] == ["допущена", "отклонена"]


def test_the_commission_is_that_of_the_duties(decided):
    head = dict(blocks(protocol(decided), KeyValues)[0].pairs)

    assert head == {
        "Председатель": f"Ветрова{NBSP}И.{NBSP}П., директор",
        "Секретарь": f"Маслова{NBSP}Д.{NBSP}С., учитель труда",
        "Члены комиссии": f"Громов{NBSP}П.{NBSP}А., руководитель МО",
        "Присутствовали": (
            f"3{NBSP}человека: Ветрова{NBSP}И.{NBSP}П.; Маслова{NBSP}Д.{NBSP}С.; "
            f"Громов{NBSP}П.{NBSP}А."
        ),
    }


def test_chair_and_secretary_sign(decided):
    posts = [row.post for row in blocks(protocol(decided), Signature)]

    assert posts == ["Председатель комиссии", "Секретарь комиссии"]


@pytest.mark.parametrize(
    ("votes", "words"),
    [
        ("", "Решение принято: «за» – _____, «против» – _____, «воздержались» – _____."),
        ("единогласно", "Решение принято: «за» – 3, «против» – 0, «воздержались» – 0."),
        (
            "за 1, против 2, воздержались 0",
            "Решение не принято: «за» – 1, «против» – 2, «воздержались» – 0.",
        ),
    ],
)
def test_votes_are_counted_or_left_to_the_hand(decided, votes, words):
    assert blocks(protocol(decided, votes=votes), Para)[-1].text == words


def test_more_votes_than_people_are_refused(decided):
    with pytest.raises(ValidationError, match="голосов 4, а присутствовало 3"):
        page_of(protocol(decided, votes="за 4, против 0, воздержались 0"))


def test_a_new_draft_takes_the_day_of_the_newest_decisions(decided):
    document = draft(decided, "protocol_selection")

    assert document.content["day"] == "2026-10-05"


def test_without_the_commission_and_decisions_it_is_not_registered(program):
    with pytest.raises(ValidationError) as refusal:
        issue.register(document=protocol(program), day=DAY, by=None)

    assert refusal.value.messages == [
        "Назначьте председателя комиссии по отбору наставников в разделе «Ответственные».",
        "Назначьте секретаря комиссии по отбору наставников в разделе «Ответственные».",
        f"Решений от 28{NBSP}сентября 2026{NBSP}г. нет: запишите их на странице «Отбор "
        "наставников» или измените день решений.",
    ]


def test_the_protocol_is_not_older_than_its_decisions(decided, client):
    document = protocol(decided, day=LATER)
    client.force_login(make_curator(decided))
    url = reverse("documents:document_register", args=[document.pk])

    offered = client.get(url).context["form"]["day"].value()
    refused = client.post(url, {"day": "2026-10-04"}).context["form"].non_field_errors()
    issue.register(document=document, day=LATER, by=None)

    assert (offered, refused) == (
        LATER,
        [
            f"Комиссия решала 5{NBSP}октября 2026{NBSP}г.: протокол не может быть раньше. "
            "Поставьте дату не раньше этого дня или измените день решений."
        ],
    )


def test_a_draft_older_than_any_decision_takes_their_day_when_it_comes(sitting):
    document = draft(sitting, "protocol_selection")
    with pytest.raises(ValidationError) as refusal:
        issue.register(document=document, day=LATER, by=None)

    decide(sitting, "Агатов Иван Петрович", "admit", (4, 3))

    assert refusal.value.messages == [
        "Решений комиссии ещё нет: запишите их на странице «Отбор наставников»."
    ]
    assert ContentForm(document=document)["day"].value() == DAY
    assert [text for label, text in clauses(document) if label == "1.1."] == [
        "Агатова Ивана Петровича."
    ]
    paper = issue.register(document=document, day=LATER, by=None)
    assert (paper.content["day"], selection_days(sitting).bare) == ("2026-09-28", ())


def test_the_protocol_never_stands_on_the_public_page(decided):
    paper = issue.register(document=protocol(decided), day=DAY, by=None)

    with pytest.raises(ValidationError, match="на публичную страницу его не ставят"):
        publish(document=paper, shown=True, by=None)


def test_a_registered_protocol_stands_still(decided):
    paper = issue.register(document=protocol(decided), day=DAY, by=None)
    decided.mentors.first().selection.delete()

    assert [block.title for block in page_of(paper).blocks if isinstance(block, Annex)] == [
        "Оценка кандидатов в наставники по критериям отбора"
    ]
    assert len(next(b for b in page_of(paper).blocks if isinstance(b, Table)).rows) == 3


ASKED = "Протокол заседания комиссии по отбору наставников: решения от {} ещё без протокола"
CHANGED = (
    "Протокол заседания комиссии по отбору наставников: решения от {} изменены после протокола, "
    "оформите новый и отмените прежний"
)


def advised(program):
    titles = [str(code) for code in ADVISED[StageCode.SELECTION_TRAINING]]
    papers = stage_papers(program, StageCode.SELECTION_TRAINING, titles)
    extra = [title for title, entry in papers.advised if title not in titles and entry]
    return extra, "protocol_selection" in [item.code for item in papers.others]


def fact(program):
    return [(one.done, one.total, one.url) for one in protocol_facts(program)]


def test_days_of_decisions_without_a_protocol_ask_for_it_at_their_stage(decided):
    document = protocol(decided)
    url = reverse("documents:paper_create", args=[decided.pk, "protocol_selection"])
    before = (advised(decided), fact(decided))
    issue.register(document=document, day=DAY, by=None)

    assert before == (([ASKED.format("28.09.2026, 05.10.2026")], False), [(0, 2, url)])
    assert (advised(decided), fact(decided)) == (
        ([ASKED.format("05.10.2026")], False),
        [(1, 2, url)],
    )


def redecide(program, surname, decision, points, day=DAY):
    mentor = program.mentors.get(person__last_name=surname)
    criteria = program.selection_criteria.all()
    lines = [Line(row, point) for row, point in zip(criteria, points, strict=True)]
    record(mentor=mentor, lines=lines, verdict=Verdict(decision, "Передумали.", day), by=None)


def stale_days(program):
    return selection_days(program).stale


@pytest.mark.parametrize(
    ("change", "changed"),
    [
        (lambda program: redecide(program, "Берёзов", "decline", (4, 1)), (DAY,)),
        (lambda program: redecide(program, "Берёзов", "admit", (4, 1), day=LATER), (DAY, LATER)),
        (lambda program: redecide(program, "Берёзов", "", (4, 1), day=None), (DAY,)),
        (lambda program: decide(program, "Яшин Иван Петрович", "admit", (4, 3)), (DAY,)),
    ],
    ids=["another decision", "another day", "none any more", "one more candidate"],
)
def test_decisions_changed_after_their_protocol_ask_for_a_new_one(decided, change, changed):
    issue.register(document=protocol(decided), day=DAY, by=None)
    issue.register(document=protocol(decided, day=LATER), day=LATER, by=None)
    before = (stale_days(decided), advised(decided)[0])

    change(decided)

    stale = stale_days(decided)
    assert (before, stale) == (((), []), changed)
    assert protocol_facts(decided)[0].action == PROTOCOL_ANEW
    assert advised(decided)[0] == [CHANGED.format(", ".join(map(short_date, changed)))]
    for day in stale:
        issue.register(document=protocol(decided, day=day), day=LATER, by=None)
    assert (stale_days(decided), fact(decided)[0][:2]) == ((), (2, 2))


def test_points_names_and_erased_people_make_no_protocol_stale(decided):
    issue.register(document=protocol(decided), day=DAY, by=None)
    redecide(decided, "Берёзов", "wait", (5, 2))
    Person.objects.filter(last_name="Агатов").update(last_name="Алмазов")
    Person.objects.filter(last_name="Волков").update(erased_on=DAY)

    assert stale_days(decided) == ()


def test_a_day_without_decisions_any_more_waits_until_its_protocol_is_closed(decided):
    paper = issue.register(document=protocol(decided, day=LATER), day=LATER, by=None)
    redecide(decided, "Громова", "admit", (5, 3), day=DAY)
    counted = fact(decided)[0][:2]
    expire(document=paper, day=LATER, reason="Решений этого дня нет.", by=None)

    assert (counted, fact(decided)[0][:2], stale_days(decided)) == ((0, 2), (0, 1), ())


def test_a_protocol_that_kept_no_decisions_is_believed(decided):
    paper = issue.register(document=protocol(decided), day=DAY, by=None)
    del paper.content["told"]
    paper.save(update_fields=["content"])
    redecide(decided, "Берёзов", "admit", (5, 2))

    assert stale_days(decided) == ()


def test_without_decisions_nothing_asks_for_a_protocol(sitting):
    decide(sitting, "Агатов Иван Петрович", "", (4, 3), day=None)

    assert (advised(sitting), fact(sitting)) == (([], True), [])


def test_a_day_of_erased_people_alone_asks_for_nothing(decided):
    Person.objects.filter(last_name="Громова").update(erased_on=DAY)

    assert selection_days(decided).bare == (DAY,)


def test_the_days_cost_the_same_for_many_decisions(decided):
    assert_flat(
        lambda: selection_days(decided),
        lambda: [decide(decided, f"Агатов {n}", "admit", (4, 3)) for n in range(10)],
    )
