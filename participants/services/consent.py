"""Consents on paper: recording, withdrawal, and what is still missing."""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from participants.domain.consent import Subject, is_signed, joined, missing, signer_for
from participants.domain.school_class import class_of
from participants.enums import FORM_SIDES, ConsentKind, ConsentSigner, OccupationKind
from participants.models import Consent, Mentee, Mentor, Person
from participants.services.consent_days import ensure_days
from participants.services.consent_text import current_versions
from participants.services.signers import ON_PAPER, only_names
from programs.models import Program
from programs.services import journal

# How long before its end a consent is spoken of.
WARNED_BEFORE = timedelta(days=30)

Held = dict[int, dict[str, set[str]]]


@dataclass(frozen=True)
class Gap:
    """A person of a program who still owes papers."""

    person: Person
    roles: tuple[str, ...]
    missing: tuple[ConsentKind, ...]
    school_class: str = ""


def subject_of(participant: Mentor | Mentee, day: date) -> Subject:
    """What the consent rules ask about this row of a base."""
    is_mentee = isinstance(participant, Mentee)
    forms = [participant.form] if isinstance(participant, Mentee) else participant.forms
    sides = [FORM_SIDES[form][is_mentee] for form in forms if form in FORM_SIDES]
    return Subject(
        age=participant.person.age_on(day),
        is_pupil=OccupationKind.PUPIL in sides,
        is_mentee=is_mentee,
    )


def subject_as(person: Person, day: date) -> Subject:
    """The occupation tells a pupil; without one the forms of mentoring do."""
    occupations = {occupation.kind for occupation in person.occupations.all()}
    age = person.age_on(day)
    if occupations:
        return Subject(age, OccupationKind.PUPIL in occupations, is_mentee=False)
    rows = [*person.mentors.all(), *person.mentees.all()]
    return joined([Subject(age, False, False), *(subject_of(row, day) for row in rows)])


def held_by(people: Iterable[int], day: date) -> Held:
    """Consents in force: person → kind → who signed; one query."""
    held: Held = defaultdict(lambda: defaultdict(set))
    found = Consent.objects.filter(person__in=people).in_force(day)
    for person, kind, signer in found.values_list("person", "kind", "signer"):
        held[person][kind].add(signer)
    return held


def missing_of(participants: Sequence[Mentor | Mentee], day: date) -> dict[int, list[ConsentKind]]:
    """Person → kinds still missing, over all the person's rows given; one query."""
    held = held_by({row.person_id for row in participants}, day)
    subjects = defaultdict(list)
    for row in participants:
        subjects[row.person_id].append(subject_of(row, day))
    return {
        person: [ConsentKind(kind) for kind in missing(joined(of_one), held[person])]
        for person, of_one in subjects.items()
    }


def signer_of(person: Person, kind: str, day: date) -> str:
    """Who is expected to sign a new paper of ``kind`` for this person."""
    rows = [*person.mentors.in_base(), *person.mentees.in_base()]
    for row in rows:
        row.person = person
    subject = joined(subject_of(row, day) for row in rows)
    return signer_for(subject, kind)


def participants_of(program: Program) -> list[Mentor | Mentee]:
    """Everyone in both bases of the program; two queries."""
    mentors = program.mentors.in_base().select_related("person")
    mentees = program.mentees.in_base().select_related("person")
    return [*mentors, *mentees]


def gaps(program: Program, day: date) -> list[Gap]:
    """«Чего не хватает» of a program, by surname; a constant number of queries."""
    return gaps_of(participants_of(program), day)


def gaps_of(participants: Sequence[Mentor | Mentee], day: date) -> list[Gap]:
    """The same for any rows of the bases, as in an order; one query."""
    lacking = missing_of(participants, day)
    rows: dict[int, list[Mentor | Mentee]] = defaultdict(list)
    for participant in participants:
        if lacking[participant.person_id]:
            rows[participant.person_id].append(participant)
    found = [
        Gap(
            person=of_one[0].person,
            roles=tuple(row._meta.verbose_name for row in of_one),
            missing=tuple(lacking[person]),
            school_class=next(filter(None, (class_of(row.position) for row in of_one)), ""),
        )
        for person, of_one in rows.items()
    ]
    return sorted(found, key=lambda gap: gap.person.name_key)


def expiring(program: Program, day: date) -> list[Consent]:
    """Papers of people of the program that end within a month; one query."""
    people = {row.person_id for row in participants_of(program)}
    ending = Consent.objects.filter(person__in=people).in_force(day)
    ending = ending.filter(valid_until__lte=day + WARNED_BEFORE).select_related("person")
    return list(ending.order_by("valid_until", "person__name_key", "kind"))


@transaction.atomic
def record(
    *,
    person: Person,
    kind: str,
    signer: str,
    signed_on: date,
    by,
    representative: str = "",
    valid_until: date | None = None,
    fields: Sequence[str] = (),
    page_url: str = "",
    scan: UploadedFile | None = None,
) -> Consent:
    """Write down one signed paper, with its scan when there is one."""
    ensure_days([person], signed_on, valid_until)
    consent = Consent(
        person=person,
        kind=kind,
        text_version=current_versions(person.organization, signed_on)[kind],
        signer=signer,
        representative=representative,
        signed_on=signed_on,
        valid_until=valid_until,
        fields=list(fields),
        page_url=page_url,
    )
    if scan:
        consent.scan_key, consent.scan = uuid.uuid4(), scan
    consent.full_clean(exclude=["scan"])
    consent.save()
    journal.record(
        by=by, action="consent.record", obj=consent, organization=person.organization, kind=kind
    )
    return consent


@transaction.atomic
def record_many(
    *,
    participants: Sequence[Mentor | Mentee],
    kinds: Sequence[str],
    signed_on: date,
    by,
    valid_until: date | None = None,
) -> int:
    """A pile of papers of one date; who must sign follows from the age.

    What is already held is left alone, so recording the same pile twice adds nothing.
    """
    if not participants:
        return 0
    ensure_days([row.person for row in participants], signed_on, valid_until)
    subjects = {row.person_id: subject_of(row, signed_on) for row in participants}
    program = participants[0].program
    common = {"signed_on": signed_on, "valid_until": valid_until}
    papers = list(pile(subjects, kinds, program.organization, common))
    Consent.objects.bulk_create(papers)
    if papers:
        journal.record(
            by=by,
            action="consent.record_many",
            obj=program,
            organization=program.organization,
            people=sorted(subjects),
            kinds=list(kinds),
        )
    return len(papers)


def pile(
    subjects: dict[int, Subject], kinds: Sequence[str], organization, common: dict
) -> Iterator[Consent]:
    """Unsaved papers of those who do not hold them yet, with who must have signed."""
    held = held_by(set(subjects), common["signed_on"])
    versions = current_versions(organization, common["signed_on"])
    parents = only_names(subjects)
    for person, subject in subjects.items():
        for kind in kinds:
            if not is_signed(subject, kind, held[person][kind]):
                signer = signer_for(subject, kind)
                by_oneself = signer == ConsentSigner.PERSON
                yield Consent(
                    person_id=person,
                    kind=kind,
                    text_version=versions[kind],
                    signer=signer,
                    representative="" if by_oneself else parents.get(person, ON_PAPER),
                    **common,
                )


@transaction.atomic
def withdraw(*, consent: Consent, withdrawn_on: date, by) -> Consent:
    """From ``withdrawn_on`` the paper no longer counts anywhere in the portal."""
    if consent.withdrawn_on:
        raise ValidationError("Это согласие уже отозвано.")
    consent.withdrawn_on = withdrawn_on
    consent.full_clean(exclude=["scan"])
    consent.save(update_fields=["withdrawn_on"])
    journal.record(
        by=by,
        action="consent.withdraw",
        obj=consent,
        organization=consent.person.organization,
        kind=consent.kind,
    )
    return consent
