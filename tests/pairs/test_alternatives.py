"""Other mentors for a mentee who has several, on the sheet and in «Изменить наставника»."""

import pytest
from django.urls import reverse

from pairs.forms.objections import CONFIRM
from pairs.models import ForbiddenPair, Pair, PairMember
from pairs.services import matching
from pairs.services.alternatives import alternatives
from tests.builders import make_curator, make_mentee, make_mentor, make_pair

pytestmark = pytest.mark.django_db


RULE = "Наставник не работает в форме «работодатель – ученик»"


def sheet_of(client, member):
    client.force_login(make_curator(member.pair.program))
    return client.get(reverse("pairs:member_sheet", args=[member.pk]))


@pytest.fixture
def member(program):
    """Of a mentee who has been given both mentors there are."""
    make_mentee(program, max_mentors=2)
    make_mentor(program), make_mentor(program)
    matching.propose(program=program, by=None)
    return PairMember.objects.order_by("pk").first()


def test_the_sheet_names_the_mentor_who_stays(client, member):
    other = PairMember.objects.exclude(pk=member.pk).get().mentor

    page = sheet_of(client, member).content.decode()

    assert f"без этой пары у наставляемого остался бы другой наставник – {other}." in page
    assert "остался бы один" not in page


def test_the_sheet_of_an_only_mentor_says_that_nobody_stays(client, program):
    make_mentee(program), make_mentor(program)
    matching.propose(program=program, by=None)

    page = sheet_of(client, PairMember.objects.get()).content.decode()

    assert "без этой пары наставляемый остался бы один." in page


def test_nobody_is_offered_a_mentor_whom_the_mentee_has(program, member):
    assert alternatives(member=member) == []

    free = make_mentor(program)

    assert [row.mentor for row in alternatives(member=member)] == [free]


def test_a_mentor_of_a_running_pair_of_the_mentee_is_not_offered(program):
    mentee = make_mentee(program, max_mentors=2)
    member = make_pair(program, mentees=[mentee], status="accepted").members.get()
    make_pair(program, mentees=[mentee])

    assert alternatives(member=member) == []


def change_page(client, member):
    client.force_login(make_curator(member.pair.program))
    return client.get(reverse("pairs:member_change", args=[member.pk])).content.decode()


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("proposed", "Сейчас предложен наставник {}."),
        ("accepted", "Пара принята, наставник – {}."),
    ],
)
def test_the_page_of_a_change_says_what_the_pair_is_now(client, program, status, said):
    member = make_pair(program, status=status).members.get()

    assert said.format(member.mentor) in change_page(client, member)


def choose(client, member, mentor, **ticked):
    client.force_login(make_curator(member.pair.program))
    url = reverse("pairs:member_change", args=[member.pk])
    return client.post(url, {"mentor": mentor.pk} | ticked)


@pytest.fixture
def employed(program):
    """A member of an accepted pair whose form the base of mentees does not name."""
    return make_pair(program, status="accepted", form="employer_student").members.get()


def test_an_accepted_pair_breaks_a_rule_only_when_ticked(client, program, employed):
    teacher = make_mentor(program, forms=["teacher_teacher"])

    refused = choose(client, employed, teacher)

    assert refused.context["form"].errors == {"anyway": [f"{RULE}. {CONFIRM}"]}
    assert 'name="anyway"' in refused.content.decode()
    employed.refresh_from_db()
    assert employed.mentor != teacher
    choose(client, employed, teacher, anyway="on")
    employed.refresh_from_db()
    assert employed.mentor == teacher


def test_a_fitting_mentor_needs_no_tick(client, program, employed):
    fitting = make_mentor(program, forms=["employer_student"])
    page = change_page(client, employed)

    choose(client, employed, fitting)

    employed.refresh_from_db()
    assert (employed.mentor, 'name="anyway"' in page) == (fitting, False)


def test_a_ban_is_lifted_first_whatever_is_ticked(client, program, employed):
    forbidden = make_mentor(program, forms=["employer_student"])
    ForbiddenPair.objects.create(program=program, mentor=forbidden, mentee=employed.mentee)

    page = choose(client, employed, forbidden, anyway="on")

    said = page.context["form"].non_field_errors()
    assert [words.split(": ")[1] for words in said] == [
        "эта пара запрещена. Сначала снимите запрет в списке запретов."
    ]


def test_a_pair_by_hand_breaks_a_rule_only_when_ticked(client, program):
    teacher, child = make_mentor(program, forms=["teacher_teacher"]), make_mentee(program)
    client.force_login(make_curator(program))
    url = reverse("pairs:pair_create", args=[program.pk])
    data = {"mentor": teacher.pk, "mentees": [child.pk], "form": "employer_student"}

    empty = client.get(url).content.decode()
    refused = client.post(url, data)

    assert 'name="anyway"' not in empty
    name = child.person.short_name
    assert refused.context["form"].errors == {"anyway": [f"{name}: {RULE}. {CONFIRM}"]}
    assert 'name="anyway"' in refused.content.decode()
    client.post(url, data | {"anyway": "on"})
    assert [(pair.mentor, pair.form) for pair in Pair.objects.all()] == [
        (teacher, "employer_student")
    ]
