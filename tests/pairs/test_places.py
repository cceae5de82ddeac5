"""Which proposals yield their places: those without a score first, on any database."""

import pytest

from pairs.models import PairMember
from pairs.services.places import surplus_proposals, weakest_proposals, yielding_proposals
from tests.builders import make_mentee, make_mentor, make_pair
from tests.pairs.test_pair import draft

pytestmark = pytest.mark.django_db
SCORES = (60, None, 20)


def scored(members):
    """The three proposals with scores in their order; the middle one has none."""
    for member, score in zip(members.order_by("pk"), SCORES, strict=True):
        members.filter(pk=member.pk).update(score=score)
    return list(members.order_by("pk"))


@pytest.fixture
def mentor(db):
    return make_mentor(max_mentees=3)


@pytest.fixture
def proposals(mentor):
    mentees = [make_mentee(mentor.program) for _ in SCORES]
    return scored(draft(mentor=mentor, mentees=mentees).members)


def test_a_proposal_without_a_score_yields_first_then_the_lowest_one(mentor, proposals):
    best, unscored, low = proposals

    assert yielding_proposals(mentor, 2) == [unscored, low]
    assert yielding_proposals(mentor, 3) == [unscored, low, best]


def test_the_sheet_names_the_proposal_that_yields_first(mentor, proposals):
    _best, unscored, _low = proposals

    assert weakest_proposals(PairMember.objects.all()) == {mentor.pk: unscored}


def test_a_mentee_with_enough_mentors_loses_the_proposal_without_a_score_first():
    mentee = make_mentee(max_mentors=3)
    for _ in SCORES:
        draft(program=mentee.program, mentees=[mentee])
    _best, unscored, low = scored(PairMember.objects.filter(mentee=mentee))
    for _ in range(2):
        make_pair(mentee.program, mentees=[mentee])

    assert surplus_proposals(mentee) == [unscored, low]
