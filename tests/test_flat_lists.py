"""Every list of the portal asks the database as often for 300 rows as for one."""

from datetime import date, timedelta
from itertools import count

import pytest
from django.urls import NoReverseMatch, reverse

from documents.models import Document
from monitoring.models import Headcount
from participants.enums import ConsentKind, ConsentSigner, ErasureReason
from participants.models import Application, Clearance, Consent, Erasure
from participants.services.application_link import open_link
from programs.enums import StageCode
from programs.models import RoadmapItem
from programs.services.program import open_program, start
from tests.assertions import queries_of
from tests.builders import (
    make_curator,
    make_event,
    make_meeting,
    make_mentee,
    make_mentor,
    make_organization,
    make_pair,
    make_partner,
    make_person,
)
from tests.documents.builders import appoint
from tests.test_access import addresses

pytestmark = pytest.mark.django_db
DAY = date(2026, 10, 5)
# Lists under names of their own.
ALSO = {
    "participants:consent_gaps",
    "pairs:matching",
    "programs:passport_detail",
    "programs:program_detail",
    "programs:roadmap",
    "monitoring:program_dashboard",
}
number = count(1)


class School:
    def __init__(self):
        self.organization = make_organization()
        self.program = open_program(
            organization=self.organization, start_year=2026, preset="G73", by=None
        )
        start(program=self.program, by=None)
        self.link = open_link(program=self.program, kind="mentee", open_until=None, by=None)

    def fill(self, rows):
        for _ in range(rows):
            self.add(next(number))

    def add(self, n):
        """One more row of each noun that a list shows."""
        mentor, mentee = make_mentor(self.program), make_mentee(self.program)
        make_mentee(self.program, status="candidate", form="teacher_teacher")
        make_meeting(make_pair(self.program, mentor, [mentee]))
        self.add_papers(n, mentor.person)
        make_event(self.program, title=f"Событие {n}")
        make_partner(self.organization, name=f"Завод {n}", agreement_on=DAY)
        appoint(mentor.person, "working_group", "учитель")
        Application.objects.create(
            program=self.program, kind="mentee", last_name=f"Заявкин{n}", first_name="Олег"
        )
        RoadmapItem.objects.create(
            program=self.program, stage=StageCode.CONDITIONS, position=n + 1000, title=f"Дело {n}"
        )

    def add_papers(self, n, person):
        for kind in (ConsentKind.PROCESSING, ConsentKind.PARTICIPATION):
            Consent.objects.create(
                person=person, kind=kind, signer=ConsentSigner.PERSON, signed_on=DAY
            )
        Clearance.objects.create(person=person, kind="medical", issued_on=DAY)
        Erasure.objects.create(
            organization=self.organization,
            person=make_person(organization=self.organization),
            reason=ErasureReason.DEMAND,
            requested_on=DAY,
        )
        Document.objects.create(
            organization=self.organization,
            program=self.program,
            kind="order_pairs",
            title=f"Приказ {n}",
        )
        Headcount.objects.create(
            program=self.program, code="pupils", value=n, as_of=DAY + timedelta(days=n % 300)
        )


def lists(program):
    """Addresses of all pages of a program that are lists; a new list comes by itself."""
    found = {}
    for name in addresses():
        if name in ALSO or name.endswith("_list"):
            try:
                found[name] = reverse(name, kwargs={"program_pk": program.pk})
            except NoReverseMatch:
                found[name] = bare(name, program)
    return {name: url for name, url in found.items() if url}


def bare(name, program):
    """An address without a program; what hangs on one person has its own test."""
    for kwargs in ({}, {"pk": program.pk} if name.startswith("programs:") else {}):
        try:
            return reverse(name, kwargs=kwargs)
        except NoReverseMatch:
            continue
    return ""


def cost(client, urls):
    found = {}
    for name, url in urls.items():
        answers = []
        found[name] = queries_of(lambda url=url, answers=answers: answers.append(client.get(url)))
        assert answers[0].status_code == 200, name
    return found


def test_every_list_costs_the_same_with_1_3_and_300_rows(client):
    school = School()
    client.force_login(make_curator(school.program))
    urls = lists(school.program)

    costs = []
    for rows in (1, 2, 297):
        school.fill(rows)
        costs.append(cost(client, urls))

    one, three, many = costs
    grown = {
        name: (one[name], three[name], many[name])
        for name in urls
        if not one[name] == three[name] == many[name]
    }
    assert grown == {}
    assert len(urls) >= 15
