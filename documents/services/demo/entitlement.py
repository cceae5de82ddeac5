"""What lets teachers of the demo school into an order: consents and addenda (ст. 351.8 ТК РФ)."""

from collections.abc import Sequence
from datetime import date

from documents.enums import DocumentKind
from documents.models import Document
from documents.services import issue
from documents.services.paper import draft_paper
from pairs.models import Pair
from participants.enums import ConsentKind
from participants.models import Mentor
from participants.services.consent import record_many
from programs.enums import EMPLOYEE_FORMS

PAY = (
    "Работнику выплачивается доплата в размере 15 процентов должностного оклада ежемесячно вместе "
    "с заработной платой."
)
# Labor contracts of the demo teachers: the first number and the year.
FIRST_CONTRACT, CONTRACT_YEAR = 21, 2014


def entitle(pairs: Sequence[Pair], day: date, by) -> None:
    """A consent and an addendum for each mentor of workers among ``pairs``."""
    mentors = list({pair.mentor: None for pair in pairs if pair.form in EMPLOYEE_FORMS})
    record_many(participants=mentors, kinds=(ConsentKind.PARTICIPATION,), signed_on=day, by=by)
    for mentor in mentors:
        sign(mentor, day, by)


def sign(mentor: Mentor, day: date, by) -> Document:
    number = FIRST_CONTRACT + mentor.pk % 40
    document = draft_paper(
        program=mentor.program,
        code=DocumentKind.LABOUR_ADDENDUM,
        by=by,
        subject=mentor.person,
        values={
            "pay": PAY,
            "contract_number": f"{number}/{CONTRACT_YEAR % 100}",
            "contract_day": date(CONTRACT_YEAR, 8, 25),
        },
    )
    return issue.register(document=document, day=day, by=by)
