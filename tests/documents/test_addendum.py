"""The addendum to the labor contract: what it says and when it is refused."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from documents.domain.blocks import Clause, Heading, Para, Title
from documents.domain.form_blocks import Parties
from documents.enums import DocumentKind, DocumentStatus
from documents.forms.document import ContentForm
from documents.kinds.candidates import subjects
from documents.kinds.contracts.addendum import KIND
from documents.kinds.orders.entry import addenda
from documents.models import Document
from documents.services import issue, signing
from documents.services.files import page_of
from documents.services.paper import draft_paper, twins
from pairs.models import Pair
from participants.models import Assignment, Mentor, Person
from tests.builders import make_act, make_curator, make_mentor, make_person
from tests.documents.builders import make_addendum, make_school_program, make_teacher_pair

pytestmark = pytest.mark.django_db
DAY = date(2026, 9, 15)
PAY = "Доплата 15 процентов должностного оклада ежемесячно."


@pytest.fixture
def program():
    return make_school_program()


def draft(program, person, **values):
    by = make_curator(program)
    return draft_paper(
        program=program,
        code=DocumentKind.LABOUR_ADDENDUM,
        by=by,
        subject=person,
        values=values,
    )


def blocks(document, kind):
    return [block for block in page_of(document).blocks if isinstance(block, kind)]


def plain(text):
    """Spaces that never break are told apart elsewhere."""
    return text.replace("\u00a0", " ")


def test_a_draft_already_says_whom_the_mentor_helps_when_and_how(program):
    make_act(
        program.organization,
        topic="labor",
        name="статья 351.8",
        quoted_name="статьёй 351.8 Трудового кодекса Российской Федерации",
    )
    pair = make_teacher_pair(program, starts_on=date(2026, 10, 15))
    Person.objects.filter(mentees__pair_members__pair=pair).update(sex="f")

    document = draft(program, pair.mentor.person, pay=PAY)

    school = program.organization.name
    assert plain(document.title) == "Дополнительное соглашение к трудовому договору: Зорин Л. Ю."
    assert plain(blocks(document, Para)[0].text) == (
        f"{school}, далее – «Работодатель», в лице директора Ветровой Ирины Павловны, "
        "действующей на основании устава, с одной стороны, и Зорин Лев Юрьевич, учитель физики, "
        "далее – «Работник», с другой стороны, в соответствии со статьёй 351.8 Трудового кодекса "
        "Российской Федерации заключили настоящее дополнительное соглашение о нижеследующем."
    )
    assert [block.text for block in blocks(document, Heading)] == [
        "1. Предмет соглашения и содержание работы",
        "2. Срок выполнения работы",
        "3. Форма выполнения работы",
        "4. Размер и условия выплат",
        "5. Досрочное прекращение работы",
        "6. Заключительные положения",
    ]
    clauses = {block.number: plain(block.text) for block in blocks(document, Clause)}
    assert clauses["1.1"] == (
        "Работник с его письменного согласия выполняет по поручению Работодателя наряду с работой, "
        "определённой трудовым договором, работу по наставничеству: оказывает помощь в овладении "
        "навыками работы учителю труда Якимовой Еве Глебовне."
    )
    assert clauses["2.1"] == (
        "Работа, указанная в разделе 1, выполняется с 15 октября 2026 г. по 31 августа 2027 г."
    )
    assert clauses["3.1"] == (
        "Работа выполняется в форме наставничества «учитель – учитель», вид – традиционное "
        "(«один-на-один»). Встречи с наставляемым проводятся по месту работы сторон, при "
        "необходимости – дистанционно."
    )
    assert clauses["4.1"] == PAY


def test_the_contract_it_belongs_to_is_a_blank_until_it_is_typed_in(program):
    pair = make_teacher_pair(program)
    bare = draft(program, pair.mentor.person)
    known = draft(program, pair.mentor.person, contract_number="17", contract_day=date(2019, 8, 26))

    titles = [blocks(document, Title)[0].text for document in (bare, known)]

    assert titles == [
        "к трудовому договору от «____» ______________ 20___ г. № ________",
        "к трудовому договору от 26\u00a0августа 2019\u00a0г. № 17",
    ]


def test_both_sides_sign_side_by_side(program):
    pair = make_teacher_pair(program)

    employer, worker = blocks(draft(program, pair.mentor.person), Parties)[0].parties

    assert (employer.title, employer.signer) == ("Работодатель", "И.\u00a0П.\u00a0Ветрова")
    assert (worker.title, worker.signer) == ("Работник", "Л.\u00a0Ю.\u00a0Зорин")


def test_registration_is_refused_by_the_name_of_what_is_empty(program):
    pair = make_teacher_pair(program)
    document = draft(program, pair.mentor.person)

    with pytest.raises(ValidationError) as refusal:
        issue.register(document=document, day=DAY, by=None)

    assert refusal.value.messages == [
        "В соглашении не заполнено обязательное условие (статья 351.8 ТК РФ) – "
        "размер и условия выплат. Впишите его в черновике."
    ]


def test_before_the_order_its_term_runs_from_the_signature_whenever_that_is(program):
    document = draft(program, make_teacher_pair(program).mentor.person)

    clauses = {block.number: block.text for block in blocks(document, Clause)}

    assert plain(clauses["2.1"]) == (
        "Работа, указанная в разделе 1, выполняется со дня подписания настоящего соглашения "
        "по 31 августа 2027 г."
    )


def test_a_refusal_to_send_it_speaks_of_sending(program):
    document = draft(program, make_teacher_pair(program).mentor.person)

    with pytest.raises(ValidationError) as refusal:
        signing.send(document=document, by=None)

    assert refusal.value.messages[0] == "Документ не отправлен на подпись."


def test_without_a_worker_to_help_there_is_nothing_to_agree_upon(program):
    mentor = make_mentor(program, "Рябинин Пётр Ильич")

    with pytest.raises(ValidationError) as refusal:
        draft(program, mentor.person, pay=PAY)

    assert refusal.value.messages == [
        "Рябинин\u00a0П.\u00a0И.: нет ни пары с работником школы, ни обязанностей куратора. "
        "Сначала примите такую пару или назначьте куратора в разделе «Ответственные»: "
        "из них портал возьмёт содержание, срок и форму работы."
    ]
    assert not Document.objects.exists()


def test_a_mentor_who_lost_the_worker_meanwhile_leaves_the_work_and_the_form_open(program):
    pair = make_teacher_pair(program)
    document = draft(program, pair.mentor.person, pay=PAY)
    Pair.objects.filter(pk=pair.pk).update(status="rejected")

    with pytest.raises(ValidationError) as refusal:
        issue.register(document=document, day=DAY, by=None)

    assert refusal.value.messages == [
        "В соглашении не заполнено обязательное условие (статья 351.8 ТК РФ) – "
        "содержание работы, форма выполнения работы. Впишите его в черновике."
    ]


def test_a_curator_of_former_years_has_nothing_to_agree_upon(program):
    curator = subjects(KIND, program).get(last_name="Соколова")
    Assignment.objects.filter(person=curator).update(ends_on=date(2026, 8, 31))

    with pytest.raises(ValidationError, match="ни обязанностей куратора"):
        draft(program, curator)


def test_a_curator_in_the_base_of_mentors_without_a_pair_keeps_the_work_of_a_curator(program):
    curator = subjects(KIND, program).get(last_name="Соколова")
    Mentor.objects.create(program=program, person=curator, position="учитель физики")

    text = page_of(draft(program, curator, pay=PAY)).blocks

    assert any("обязанности куратора внедрения" in getattr(block, "text", "") for block in text)


def test_a_second_addendum_is_asked_about_with_a_link_to_the_first(client, program):
    client.force_login(make_curator(program))
    person = make_teacher_pair(program).mentor.person
    url = reverse("documents:paper_create", args=[program.pk, KIND.code])
    client.post(url, {"subject": person.pk})
    first = Document.objects.get()

    asked = client.post(url, {"subject": person.pk})
    box = asked.context["form"].fields["confirmed"].choices[0][0]
    count = Document.objects.count()
    client.post(url, {"subject": person.pk, "confirmed": [box]})

    address = reverse("documents:document_detail", args=[first.pk])
    assert box == (
        f"Уже есть <a href='{address}'>{first.title}</a> (черновик). "
        "Нужен ещё один документ, с другими условиями"
    )
    assert f"<a href='{address}'>" in asked.content.decode()
    assert (count, Document.objects.count()) == (1, 2)


def test_an_addendum_without_force_and_one_of_another_worker_are_not_asked_about(client, program):
    pair = make_teacher_pair(program)
    other = make_teacher_pair(program, "Белов Пётр Ильич", "Котова Майя Львовна")
    make_addendum(pair, DAY, status="expired", closed_on=DAY)
    make_addendum(other, DAY)

    assert list(twins(KIND, program, pair.mentor.person)) == []
    assert twins(KIND, program, other.mentor.person).count() == 1


def test_the_curator_has_other_work_and_no_article_on_mentors(program):
    curator = subjects(KIND, program).get(last_name="Соколова")
    document = draft(program, curator, pay=PAY)

    preamble = blocks(document, Para)[0].text
    clauses = {block.number: plain(block.text) for block in blocks(document, Clause)}

    assert preamble.endswith(
        "с другой стороны, по соглашению сторон заключили настоящее дополнительное соглашение "
        "о нижеследующем."
    )
    assert clauses["1.1"].endswith("обязанности куратора внедрения целевой модели наставничества.")


def test_a_registered_addendum_lets_the_mentor_enter_an_order_from_its_day(program):
    pair = make_teacher_pair(program)
    person = pair.mentor.person

    document = issue.register(
        document=draft(program, person, pay=PAY), day=DAY, by=make_curator(program)
    )

    assert (document.status, document.number_text) == (DocumentStatus.REGISTERED, "1")
    assert addenda(program, [person.pk], DAY) == {person.pk: document}
    assert addenda(program, [person.pk], date(2026, 9, 14)) == {}


def test_only_workers_of_the_school_are_offered(program):
    make_mentor(program, "Рябинин Пётр Ильич")
    make_teacher_pair(program)
    make_person("Чужая Ольга Олеговна", organization=program.organization)

    assert [person.short_name for person in subjects(KIND, program)] == [
        "Зорин\u00a0Л.\u00a0Ю.",
        "Соколова\u00a0А.\u00a0И.",
    ]


def test_words_of_the_portal_left_as_they_were_stay_the_portal_s(program):
    pair = make_teacher_pair(program)
    document = draft(program, pair.mentor.person)
    shown = {"term": "Работа, указанная в разделе 1, выполняется бессрочно.", "pay": PAY}
    same = {block.number: block.text for block in blocks(document, Clause)}["3.1"]

    issue.edit(document=document, values=shown | {"form": same}, by=make_curator(program))

    kept = {key: document.content[key] for key in (*shown, "form")}
    assert kept == shown | {"form": ""}


def test_the_form_of_a_draft_asks_for_the_four_essentials(program):
    document = draft(program, make_teacher_pair(program).mentor.person)

    form = ContentForm({}, document=document)

    assert sorted(form.errors) == ["form", "pay", "term", "work"]
