"""The amending order says only what has changed since the last order about pairs."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from documents.domain.blocks import Annex, Table
from documents.enums import DocumentStatus
from documents.kinds.orders.changes import fixing_order
from documents.models import Document
from documents.services import issue, pair_order
from documents.services.files import page_of
from pairs.enums import PairStatus
from pairs.models import Pair
from pairs.services.departure import leave
from pairs.services.pair import reject, terminate
from pairs.services.parting import part
from pairs.services.replacement import replace_mentor
from participants.models import Person
from tests.builders import make_curator, make_mentor, make_pair
from tests.documents.builders import (
    entitle,
    make_accepted_pair,
    make_teacher_pair,
)
from tests.documents.orders.reading import clauses
from tests.documents.orders.school import TODAY, order_pairs

pytestmark = pytest.mark.django_db
ENDED = date(2026, 11, 10)
NOTHING = "С последнего приказа о парах ничего не изменилось."
ANNEX = "дополнить состав наставнических пар (групп) согласно приложению к настоящему приказу."


def end(pair, reason="Переезд семьи."):
    terminate(pair=pair, day=ENDED, reason=reason, by=None)


def replace(pair, name="Зорин Лев Юрьевич"):
    """An accepted pair of the same mentee with another mentor."""
    mentor = make_mentor(pair.program, name, position="11 «А» класс")
    return make_pair(pair.program, mentor, pair.mentees, status=PairStatus.ACCEPTED, starts_on=None)


def draft_of(program):
    return pair_order.draft_order_amending(program=program, by=None)


def register(program, day=TODAY):
    return issue.register(document=draft_of(program), day=day, by=None)


def changes_of(document):
    """Subclauses of the first clause."""
    return [line.partition(" ")[2] for line in clauses(page_of(document)) if line[:2] == "1."][1:]


def test_without_an_order_about_pairs_there_is_nothing_to_change(program):
    make_accepted_pair(program)

    with pytest.raises(ValidationError, match="Приказа о парах ещё нет: изменять нечего"):
        draft_of(program)


def test_when_nothing_has_changed_the_order_is_refused(program, pair):
    with pytest.raises(ValidationError) as refused:
        draft_of(program)

    assert refused.value.messages == [NOTHING]
    assert Document.objects.count() == 1


def test_a_pair_that_may_not_enter_is_no_change_and_its_reasons_are_told(program, pair):
    make_teacher_pair(program)

    with pytest.raises(ValidationError) as refused:
        draft_of(program)

    assert [message.split(":")[0] for message in refused.value.messages] == [
        NOTHING,
        "Зорин\u00a0Л.\u00a0Ю. – Якимова\u00a0Е.\u00a0Г.",
    ]


def test_an_accepted_pair_is_added_by_the_annex(program, pair):
    make_accepted_pair(program, "Орлова Инна Львовна", "Мухин Олег Ильич")

    document = draft_of(program)

    table = next(block for block in page_of(document).blocks if isinstance(block, Table))
    assert changes_of(document) == [ANNEX]
    assert [row[1] for row in table.rows] == ["Орлова Инна Львовна"]


def test_a_pair_ended_since_is_taken_out_with_its_day_and_reason(program, pair):
    end(pair)

    document = draft_of(program)

    assert changes_of(document) == [
        "исключить с 10 ноября 2026 г. пару «Панин Глеб Олегович – Ершова Яна Тимуровна» "
        "(причина: переезд семьи)."
    ]
    assert not [block for block in page_of(document).blocks if isinstance(block, Annex)]


def test_a_new_mentor_of_an_ended_pair_takes_over_its_mentee(program, pair):
    end(pair, "Увольнение наставника")
    replace(pair)

    assert changes_of(draft_of(program)) == [
        "назначить наставником Ершовой Яны Тимуровны Зорина Льва Юрьевича, ученика 11 «А» класса, "
        "вместо Панина Глеба Олеговича (причина: увольнение наставника);",
        ANNEX,
    ]


def test_registering_starts_the_new_pair_and_ends_the_one_that_it_replaces(program, pair):
    new = replace(pair)

    order = register(program)

    pair.refresh_from_db()
    new.refresh_from_db()
    assert (pair.status, pair.ended_on, pair.end_reason) == (
        PairStatus.TERMINATED,
        TODAY,
        "замена наставника",
    )
    assert (new.status, new.starts_on) == (PairStatus.ACTIVE, TODAY)
    assert order.content["ended"] == [pair.pk]


def test_a_second_mentor_of_another_form_replaces_nobody(program, pair):
    new = replace(pair)
    Pair.objects.filter(pk=new.pk).update(form="employer_student")

    register(program)

    pair.refresh_from_db()
    assert pair.status == PairStatus.ACTIVE


def test_a_group_that_gives_up_one_mentee_works_on(program):
    group = make_accepted_pair(program)
    second = make_accepted_pair(program, "Орлова Инна Львовна", "Мухин Олег Ильич")
    group.members.create(mentor=group.mentor, mentee=second.mentees[0])
    second.delete()
    order_pairs(program)
    group = Pair.objects.get(pk=group.pk)
    make_pair(
        program, make_mentor(program), group.mentees[:1], status=PairStatus.ACCEPTED, starts_on=None
    )

    register(program)

    group.refresh_from_db()
    assert group.status == PairStatus.ACTIVE


def test_what_an_order_has_told_is_not_told_again(program, pair):
    end(pair)
    register(program)

    with pytest.raises(ValidationError, match=NOTHING):
        draft_of(program)


def test_what_a_cancelled_order_told_has_to_be_told_again(program, pair):
    end(pair)
    order = register(program)
    Document.objects.filter(pk=order.pk).update(status=DocumentStatus.CANCELLED, closed_on=TODAY)

    assert list(draft_of(program).pairs.all()) == [pair]


def test_a_cancelled_order_about_pairs_is_not_changed(program, pair):
    end(pair)
    Document.objects.update(status=DocumentStatus.CANCELLED, closed_on=TODAY)

    with pytest.raises(ValidationError, match="Приказа о парах ещё нет"):
        draft_of(program)


def test_a_pair_completed_as_planned_needs_no_order(program, pair):
    Pair.objects.update(status=PairStatus.COMPLETED, ended_on=ENDED)

    with pytest.raises(ValidationError, match=NOTHING):
        draft_of(program)


def test_a_pair_added_by_one_amending_order_may_be_ended_by_the_next(program, pair):
    added = make_accepted_pair(program, "Орлова Инна Львовна", "Мухин Олег Ильич")
    register(program, ENDED)
    added = Pair.objects.get(pk=added.pk)
    end(added)

    assert list(draft_of(program).pairs.all()) == [added]


def test_the_title_names_the_order_that_is_changed(program, pair):
    end(pair)

    title = draft_of(program).title.replace("\u00a0", " ")

    assert title == "О внесении изменений в приказ от 15 октября 2026 г. № 1-од"


def test_a_draft_asked_for_twice_is_one(program, pair):
    end(pair)

    assert draft_of(program) == draft_of(program)


def test_a_draft_that_the_data_have_left_behind_is_refused_until_refreshed(program, pair):
    new = replace(pair)
    draft = draft_of(program)
    reject(pair=new, reason="передумали", by=None)

    with pytest.raises(ValidationError, match="нажмите «Обновить состав пар»"):
        issue.register(document=draft, day=TODAY, by=None)

    pair.refresh_from_db()
    assert pair.status == PairStatus.ACTIVE


def test_refreshing_an_amending_draft_reads_the_changes_anew(program, pair):
    make_accepted_pair(program, "Орлова Инна Львовна", "Мухин Олег Ильич")
    draft = draft_of(program)
    end(pair)

    pair_order.refresh_pairs(document=draft, by=None)

    assert [line.split()[0] for line in changes_of(draft)] == ["исключить", "дополнить"]


def test_teachers_added_have_their_papers_on_the_day_of_the_order(program, pair):
    teachers = make_teacher_pair(program)
    entitle(teachers, day=TODAY)
    draft = draft_of(program)

    with pytest.raises(ValidationError, match="нет письменного согласия"):
        issue.register(document=draft, day=ENDED, by=None)


def test_the_button_makes_the_draft_and_says_when_there_is_nothing(client, program, pair):
    client.force_login(make_curator(program))
    address = reverse("documents:order_amend", args=[program.pk])

    refused = client.post(address, follow=True)
    end(pair)
    made = client.post(address)

    draft = Document.objects.get(status=DocumentStatus.DRAFT)
    assert [str(message) for message in refused.context["messages"]] == [NOTHING]
    assert made.url == reverse("documents:document_detail", args=[draft.pk])


@pytest.fixture
def group(program):
    """A group of two, fixed by an order."""
    group = make_accepted_pair(program)
    second = make_accepted_pair(program, "Орлова Инна Львовна", "Мухин Олег Ильич")
    group.members.create(mentor=group.mentor, mentee=second.mentees[0])
    second.delete()
    second.mentor.delete()
    Person.objects.filter(last_name="Ершова").update(sex="f")
    order_pairs(program)
    return Pair.objects.get(pk=group.pk)


def take_out(group, name="Мухин"):
    member = next(each for each in group.members.all() if each.mentee.person.last_name == name)
    return leave(member=member, day=ENDED, reason="Переезд семьи.", by=None)


def test_a_mentee_who_left_a_group_is_taken_out_and_the_group_works_on(program, group):
    take_out(group)

    told = changes_of(draft_of(program))
    register(program)

    group.refresh_from_db()
    assert told == [
        "исключить с 10 ноября 2026 г. Мухина Олега Ильича из группы наставника "
        "Панина Глеба Олеговича (причина: переезд семьи)."
    ]
    assert group.status == PairStatus.ACTIVE


def test_who_left_a_group_is_told_of_once(program, group):
    take_out(group)
    register(program)

    with pytest.raises(ValidationError, match=NOTHING):
        draft_of(program)


def test_the_order_that_told_of_a_leaving_is_not_the_one_that_made_the_group(program, group):
    made = fixing_order(group)
    take_out(group)
    register(program)

    assert fixing_order(group) == made


def test_a_replaced_mentor_of_a_group_is_told_mentee_by_mentee(program, group):
    heir = make_mentor(program, "Зорин Лев Юрьевич", position="11 «А» класс")
    replace_mentor(mentor=group.mentor, day=ENDED, reason="Увольнение", by=None)

    told = changes_of(draft_of(program))
    register(program)

    taken, left = (
        ("Ершовой Яны Тимуровны", "Мухина Олега Ильича")
        if Pair.objects.get(mentor=heir).mentees[0].person.last_name == "Ершова"
        else ("Мухина Олега Ильича", "Ершову Яну Тимуровну")
    )
    assert told == [
        f"назначить наставником {taken} Зорина Льва Юрьевича, ученика 11 «А» класса, "
        "вместо Панина Глеба Олеговича (причина: увольнение);",
        f"исключить с 10 ноября 2026 г. {left} из группы наставника "
        "Панина Глеба Олеговича (причина: увольнение);",
        ANNEX,
    ]
    assert Pair.objects.get(mentor=heir).status == PairStatus.ACTIVE


def part_with_mentor(pair):
    part(pair=pair, mentee=pair.mentees[0], day=ENDED, by=None)


def test_a_change_without_blame_is_told_in_neutral_words(program, pair):
    part_with_mentor(pair)

    (told,) = changes_of(draft_of(program))

    mentee = pair.mentees[0].person.full_name
    assert told == (
        f"исключить с 10 ноября 2026 г. пару «{pair.mentor.person.full_name} – {mentee}» "
        "(причина: смена наставника по взаимному согласию сторон)."
    )


def test_the_next_mentor_takes_over_in_the_same_words(program, pair):
    part_with_mentor(pair)
    replace(pair)

    told = changes_of(register(program))

    assert "вместо" in told[0]
    assert "смена наставника по взаимному согласию сторон" in told[0]
    assert not any(word in " ".join(told) for word in ("досрочно", "прекра", "не подошли"))
    assert Pair.objects.get(pk=pair.pk).status == PairStatus.PARTED
    with pytest.raises(ValidationError, match=NOTHING):
        draft_of(program)
