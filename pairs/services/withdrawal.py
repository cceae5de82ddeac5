"""Working pairs of people who took a required consent back: the curator has to end them."""

from collections import defaultdict
from datetime import date

from pairs.enums import WORKING_STATUSES
from pairs.models import Pair, PairMember
from participants.models import Person
from participants.services.withdrawal import withdrew
from programs.models import Program


def pairs_left(program: Program, day: date) -> list[int]:
    """Working pairs with such a person, by pk; a constant number of queries."""
    working = Pair.objects.of_program(program).filter(status__in=WORKING_STATUSES)
    people: dict[int, set[int]] = defaultdict(set)
    for pair, person in working.values_list("pk", "mentor__person"):
        people[pair].add(person)
    members = PairMember.objects.filter(pair__in=working)
    for pair, person in members.values_list("pair", "mentee__person"):
        people[pair].add(person)
    gone = withdrew(set().union(*people.values()), day)
    return sorted(pair for pair, persons in people.items() if not gone.isdisjoint(persons))


def people_left(pair: Pair, day: date) -> list[Person]:
    """Who of a working pair took a consent back."""
    if pair.status not in WORKING_STATUSES:
        return []
    people = [pair.mentor.person, *(mentee.person for mentee in pair.mentees)]
    gone = withdrew({person.pk for person in people}, day)
    return [person for person in people if person.pk in gone]
