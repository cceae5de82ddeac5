"""The sides of a contract as its preamble and its last table name them."""

from documents.domain.form_blocks import Party
from documents.kinds.gender import by_sex
from documents.kinds.people import Named, name_in, on_duty, post_in
from documents.kinds.values import day_of
from participants.enums import AssignmentRole

LINE = "_" * 24


def employer(document) -> str | None:
    """«директора Ветровой Ирины Павловны, действующей на основании устава»"""
    head = on_duty(document.program.organization, AssignmentRole.DIRECTOR, day_of(document))
    if head is None:
        return None
    acting = by_sex(head.person, "действующего", "действующей")
    name = f"{post_in(head.post, 'gent')} {name_in(head.person, 'gent')}"
    return f"{name}, {acting} на основании устава"


def employer_party(document) -> Party:
    """Codes and accounts are the school's own: the portal does not keep them."""
    organization = document.program.organization
    head = on_duty(organization, AssignmentRole.DIRECTOR, day_of(document))
    contacts = (organization.address or f"Адрес: {LINE}", organization.phone, organization.email)
    post = head.post[:1].upper() + head.post[1:] if head else "Директор"
    lines = (organization.name, *filter(None, contacts), f"ИНН {LINE}", post)
    return Party("Работодатель", lines, head.person.signature_name if head else "")


def worker_party(human: Named) -> Party:
    lines = (
        human.person.full_name,
        human.post or f"Должность: {LINE}",
        f"Паспорт: {LINE}",
        f"Выдан: {LINE}",
        f"Адрес: {LINE}",
    )
    return Party("Работник", lines, human.person.signature_name)
