"""Applications that somebody has sent by the link of a program."""

from datetime import date

from mentoring_portal.shared.names import FullName
from participants.services.application import submit
from participants.services.application_link import open_link
from tests.builders import make_program

BORN = date(2011, 5, 1)


def make_application(program=None, kind="mentee", name="Ёлкин Пётр", birth_date=BORN, **fields):
    program = program or make_program()
    link = program.application_links.filter(kind=kind).first()
    link = link or open_link(program=program, kind=kind, open_until=None, by=None)
    own = {key: fields.pop(key) for key in ("phone", "email") if key in fields}
    return submit(
        link=link, name=FullName(*name.split()), birth_date=birth_date, answers=fields, **own
    )
