"""A school in November whose orders have fixed a pair or the registry."""

import pytest

from pairs.models import Pair
from participants.models import Person
from tests.builders import make_mentor
from tests.documents.builders import make_accepted_pair, make_school_program
from tests.documents.orders.school import REGISTRY_DAY, TODAY, order_pairs, order_registry


@pytest.fixture
def program(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: TODAY)
    return make_school_program()


@pytest.fixture
def pair(program):
    """Fixed by an order."""
    pair = make_accepted_pair(program)
    Person.objects.filter(pk=pair.mentees[0].person.pk).update(sex="f")
    order_pairs(program)
    return Pair.objects.get(pk=pair.pk)


@pytest.fixture
def mentor(program):
    return make_mentor(program, "Зорин Лев Юрьевич")


@pytest.fixture
def order(program, mentor):
    """The registry with this mentor."""
    return order_registry(program, REGISTRY_DAY)
