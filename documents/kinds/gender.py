"""Words that agree with the sex of a person: «действующей», «Уважаемая», «именуемый»."""

from participants.enums import Sex
from participants.models import Person


def by_sex(person: Person, male: str, female: str) -> str:
    """The masculine for somebody whose sex is not known, as the declension does."""
    return female if person.sex == Sex.FEMALE else male
