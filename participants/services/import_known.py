"""Who the portal already knows: the people and the two bases an upload is compared with."""

from collections import defaultdict

from participants.domain.duplicates import Identity, NameKey, PeopleIndex, Same, identity
from participants.domain.import_rows import MenteeRow, MentorRow
from participants.models import Mentee, Mentor, Person
from participants.services.person import identity_of
from programs.models import Program


def identity_of_row(row: MenteeRow | MentorRow) -> Identity:
    return identity(*row.name, birth_year=row.birth_year, birth_date=row.birth_date)


class Known:
    """Loaded with a constant number of queries; new people of the upload join in as they come.

    People are told apart by object: those of the upload have no number yet.
    """

    def __init__(self, program: Program) -> None:
        self.people = {
            person.pk: person
            for person in Person.objects.filter(organization=program.organization_id)
        }
        self.index = PeopleIndex((identity_of(person), person) for person in self.people.values())
        self.rows: dict[type, dict[int, Mentor | Mentee]] = {
            model: self._base(model, program) for model in (Mentee, Mentor)
        }
        self.namesakes = {model: self._namesakes(model) for model in (Mentee, Mentor)}

    def _base(self, model: type, program: Program) -> dict[int, Mentor | Mentee]:
        rows = {}
        for row in model.objects.filter(program=program).prefetch_related("tags"):
            row.person = self.people[row.person_id]
            rows[id(row.person)] = row
        return rows

    def _namesakes(self, model: type) -> dict[NameKey, list[Person]]:
        found = defaultdict(list)
        for row in self.rows[model].values():
            found[identity_of(row.person).key].append(row.person)
        return found

    def find(self, wanted: Identity, model: type) -> tuple[Same, Person | None]:
        """The same person, a doubtful likeness, or nobody.

        A row that names nobody for certain («Иванов И. И.», no year) is still the same row of
        the same base when it comes again: each such record is claimed by one row.
        """
        match = self.index.find(wanted)
        if match.same is not Same.MAYBE:
            return match.same, match.reference
        again = self._claimed(wanted, self.namesakes[model][wanted.key])
        return (Same.YES, again) if again else (Same.MAYBE, match.reference)

    def _claimed(self, wanted: Identity, namesakes: list[Person]) -> Person | None:
        for position, person in enumerate(namesakes):
            if wanted.year is None or person.birth_year in (None, wanted.year):
                return namesakes.pop(position)
        return None

    def add(self, person: Person, known_as: Identity) -> None:
        self.index.add(known_as, person)
