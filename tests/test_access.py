"""Every address as every role, compared with the table in the README."""

import re
import uuid
from datetime import date
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.db import transaction
from django.urls import NoReverseMatch, get_resolver, reverse
from django.utils import timezone

from documents.models import Bundle, CalendarDay
from documents.services import issue, pair_order, scan
from documents.services.files import store
from documents.services.report import draft_report
from mentoring_portal.shared.names import FullName
from participants.enums import BaseKind, ConsentKind, ConsentSigner, ErasureReason, Relation
from participants.models import (
    Assignment,
    Clearance,
    Consent,
    ConsentText,
    Erasure,
    ImportBatch,
    NeedsAnalysis,
    Person,
    Representative,
)
from participants.services.application import submit
from participants.services.application_link import open_link
from participants.services.signers import ON_PAPER
from programs.enums import OrganizationKind, Role
from programs.models import AuditEvent, Job, Media, Partner, RoadmapFile, RoadmapUpload
from programs.services.program import open_program, start
from tests.builders import (
    make_event,
    make_meeting,
    make_mentor,
    make_organization,
    make_pair,
    make_person,
    make_program_form,
    make_user,
)
from tests.documents.builders import appoint, make_accepted_pair

pytestmark = pytest.mark.django_db

README = Path(__file__).resolve().parent.parent / "README.md"
ROLES = ("visitor", *Role.values)
ALLOWED = frozenset({"R", "W", "O"})


def table():
    """{URL name: {role: mark}} as the README states it; no name stands in it twice."""
    text = README.read_text("utf-8")
    body = text.split("<!-- access table: begin -->")[1].split("<!-- access table: end -->")[0]
    found = {}
    for line in body.strip().splitlines()[2:]:
        _what, names, *marks = (cell.strip() for cell in line.strip("|").split("|"))
        for name in re.findall(r"`([^`]+)`", names):
            assert name not in found, f"{name} stands in the table twice"
            found[name] = dict(zip(ROLES, marks, strict=True))
    return found


def addresses(patterns=None, namespace=""):
    """Names of all addresses but the technical admin, which has its own rights."""
    for pattern in patterns or get_resolver().url_patterns:
        inner = getattr(pattern, "url_patterns", None)
        if inner is None:
            yield f"{namespace}{pattern.name}"
        elif pattern.namespace != "admin":
            yield from addresses(inner, f"{pattern.namespace}:" if pattern.namespace else "")


class World:
    """One school with one of everything, and a login for every role."""

    def __init__(self):
        municipality = make_organization(kind=OrganizationKind.MUNICIPALITY)
        self.school = make_organization(parent=municipality)
        self.program = open_program(
            organization=self.school, start_year=2026, preset="G73", by=None
        )
        start(program=self.program, by=None)
        self.users = {
            role: make_user(role, municipality if role == Role.MUNICIPAL else self.school)
            for role in Role.values
        }
        self.make_people()
        self.make_family()
        self.make_papers()
        self.make_other()

    def make_people(self):
        for role, post in (("director", "директор"), ("curator", "учитель физики")):
            appoint(make_person(organization=self.school), role, post)
        self.pair = make_pair(self.program, starts_on=timezone.localdate())
        self.mentor, self.member = self.pair.mentor, self.pair.members.get()
        self.people = {Role.MENTOR: self.mentor.person, Role.MENTEE: self.member.mentee.person}
        for role, person in self.people.items():
            person.user = self.users[role]
            person.save()
        self.analysis = NeedsAnalysis.objects.create(
            mentee=self.member.mentee,
            method="interview",
            held_on=timezone.localdate(),
            conclusion="нужна поддержка",
        )
        outside = make_mentor(self.program, forms=["employer_student"])
        self.clearance = Clearance(
            person=outside.person,
            kind="medical",
            issued_on=timezone.localdate(),
            scan_key=uuid.uuid4(),
        )
        self.clearance.scan.save("scan", ContentFile(b"%PDF-1.4"), save=True)
        self.meeting = make_meeting(self.pair, day=timezone.localdate())
        self.consents = {role: self.consent(person) for role, person in self.people.items()}

    def make_family(self):
        child = make_person(organization=self.school, birth_year=timezone.localdate().year - 12)
        mother, self.parent = (
            make_person(organization=self.school, birth_year=1980) for _ in range(2)
        )
        self.child = Representative.objects.create(child=child, person=mother, relation="mother")
        self.unnamed = Consent.objects.create(
            person=child,
            kind=ConsentKind.PHOTO,
            signer=ConsentSigner.REPRESENTATIVE,
            representative=ON_PAPER,
            signed_on=timezone.localdate(),
        )

    def consent(self, person):
        consent = Consent(
            person=person,
            kind=ConsentKind.PROCESSING,
            signer=ConsentSigner.PERSON,
            signed_on=timezone.localdate(),
            scan_key=uuid.uuid4(),
        )
        consent.scan.save("scan", ContentFile(b"%PDF-1.4"), save=True)
        return consent

    def make_papers(self):
        make_accepted_pair(self.program)
        self.order = pair_order.draft_order_pairs(program=self.program, by=None)
        store(self.order, "pdf", b"%PDF-1.4")
        today = timezone.localdate()
        self.report = draft_report(program=self.program, period="december", as_of=today, by=None)
        self.report = issue.register(document=self.report, day=today, by=None)
        issue_public(self.report)
        self.scan = scan.add(document=self.report, scan=ContentFile(b"%PDF-1.4", "s.pdf"), by=None)
        store(self.report, "pdf", b"%PDF-1.4")
        self.bundle = Bundle(program=self.program, key=uuid.uuid4(), title="Согласия", sheets=1)
        self.bundle.archive.save("files.zip", ContentFile(b"PK"), save=False)
        self.bundle.merged.save("print.pdf", ContentFile(b"%PDF-1.4"), save=True)

    def make_other(self):
        self.erasure = Erasure.objects.create(
            organization=self.school,
            person=make_person(organization=self.school),
            reason=ErasureReason.DEMAND,
            requested_on=timezone.localdate(),
        )
        self.link = open_link(program=self.program, kind="mentee", open_until=None, by=None)
        self.application = submit(
            link=self.link,
            name=FullName("Заявкин", "Олег"),
            birth_date=date(2011, 5, 1),
            answers={"position": "9 «А»"},
        )
        self.wording = {"kind": "photo", "version": "2026-11"}
        ConsentText.objects.create(
            organization=self.school,
            text="я согласен",
            used_from=timezone.localdate(),
            **self.wording,
        )
        self.event = make_event(self.program)
        self.form = make_program_form(self.program)
        self.item = self.program.roadmap_items.first()
        self.file = RoadmapFile(item=self.item, key=uuid.uuid4(), title="Приказ.pdf")
        self.file.file.save("x", ContentFile(b"%PDF-1.4"), save=True)
        self.media = Media(event=self.event, key=uuid.uuid4(), title="Сценарий.pdf")
        self.media.file.save("x", ContentFile(b"%PDF-1.4"), save=True)
        self.upload = RoadmapUpload(program=self.program, key=uuid.uuid4(), filename="road.csv")
        self.upload.file.save("x", ContentFile("№;Мероприятие;Срок\n1;Приказ;май\n".encode()))
        self.job = Job.objects.create(program=self.program, title="Отчёт", key="x", task="x")
        self.batch = ImportBatch(
            program=self.program,
            key=uuid.uuid4(),
            filename="base.csv",
            kind=BaseKind.MENTEES,
        )
        table = "ФИО наставляемого;Год рождения наставляемого;Основной запрос наставляемого\n"
        self.batch.file.save("x", ContentFile((table + "Ёлкин Пётр;2012;чтение\n").encode()))

    def url(self, name, role):
        """The address of ``name`` for an object that concerns ``role`` when there is one."""
        for kwargs in self.candidates(name, role):
            try:
                return reverse(name, kwargs=kwargs)
            except NoReverseMatch:
                continue
        raise AssertionError(f"No object for {name}")

    def candidates(self, name, role):
        """Arguments to try: those of this very address, of its noun, of the program, none."""
        person = self.people.get(role, self.mentor.person).pk
        file = {"file_format": "pdf"}
        in_program = {"program_pk": self.program.pk}
        named = {
            "programs:organization_update": {"pk": self.school.pk},
            "programs:file_create": {"item_pk": self.item.pk},
            "programs:media_create": {"event_pk": self.event.pk},
            "participants:consent_create": {"person_pk": person},
            "participants:representative_create": {"person_pk": self.child.child_id},
            "participants:representative_choose": {
                "person_pk": self.child.child_id,
                "pk": self.parent.pk,
            },
            "participants:representative_delete": {"pk": self.child.pk},
            "participants:consent_name": {"pk": self.unnamed.pk},
            "participants:consent_text_create": {**in_program, "kind": "photo"},
            "participants:consent_text_detail": {**in_program, **self.wording},
            "participants:consent_text_delete": {**in_program, **self.wording},
            "participants:analysis_create": {"mentee_pk": self.member.mentee.pk},
            "participants:clearance_create": {"person_pk": self.clearance.person_id},
            "participants:assignment_update": self.assignment(),
            "participants:assignment_end": self.assignment(),
            "participants:visibility_child": {"pk": self.child_of(role)},
            "documents:paper_create": {**in_program, "code": "order_implement"},
            "documents:erasure_create": {"person_pk": person},
            "documents:erasure_file": {"pk": self.erasure.pk, "paper": "act", **file},
            "participants:apply": {"token": self.link.token},
            "participants:apply_done": {"token": self.link.token},
            "participants:attendance_update": {"event_pk": self.event.pk},
            "programs:legal_act_update": self.act(),
            "programs:legal_act_confirm": self.act(),
            "programs:legal_act_delete": self.act(),
            "programs:form_update": self.described_form(),
            "programs:form_delete": self.described_form(),
            "programs:partner_update": self.partner(),
            "programs:partner_delete": self.partner(),
            "pairs:meeting_create": {"pair_pk": self.pair.pk},
            "pairs:feedback_create": {"meeting_pk": self.meeting.pk},
            "documents:bundle_file": {"pk": self.bundle.pk, **file},
            "documents:calendar_delete": {**in_program, "pk": self.calendar_day()},
            "documents:journal_download": {**in_program, **file},
            "documents:journal_gap": {**in_program, "journal": "orders", "year": 2026, "number": 1},
            **dict.fromkeys(
                (
                    "documents:wording_update",
                    "documents:wording_preview",
                    "documents:wording_reset",
                ),
                {**in_program, "code": "order_pairs"},
            ),
            "documents:scan_create": {"document_pk": self.report.pk},
            "documents:public_file": {"pk": self.report.pk, **file},
            "documents:roadmap_download": {"program_pk": self.program.pk, "file_format": "xlsx"},
            "documents:document_file": {"pk": self.paper(role).pk, **file},
        }
        noun = name.split("_")[0]
        yield named.get(name, {})
        yield {"pk": self.keys(role, person).get(noun, 0)}
        yield in_program
        yield in_program | {"period": "december"}
        yield {"slug": self.school.slug}
        yield in_program | {"slug": self.school.slug}

    def child_of(self, role):
        """A child whom the user of ``role`` represents; a visitor tries the mentor's."""
        user = self.users.get(role, self.users[Role.MENTOR])
        person = Person.objects.filter(user=user).first()
        person = person or make_person(organization=self.school, user=user)
        link = person.represented.first() or Representative.objects.create(
            child=make_person(organization=self.school), person=person, relation=Relation.MOTHER
        )
        return link.child_id

    def keys(self, role, person):
        return {
            "programs:program": self.program.pk,
            "programs:stage": self.program.stages.first().pk,
            "programs:event": self.event.pk,
            "programs:item": self.item.pk,
            "programs:file": self.file.pk,
            "programs:media": self.media.pk,
            "programs:job": self.job.pk,
            "programs:upload": self.upload.pk,
            "participants:mentee": self.member.mentee.pk,
            "participants:mentor": self.mentor.pk,
            "participants:clearance": self.clearance.pk,
            "participants:analysis": self.analysis.pk,
            "participants:wish": self.member.mentee.pk,
            "participants:person": person,
            "participants:account": person,
            "participants:consent": self.consents.get(role, self.consents[Role.MENTOR]).pk,
            "participants:scan": self.consents.get(role, self.consents[Role.MENTOR]).pk,
            "participants:import": self.batch.pk,
            "documents:erasure": self.erasure.pk,
            "participants:application": self.application.pk,
            "participants:link": self.link.pk,
            "pairs:pair": self.pair.pk,
            "pairs:member": self.member.pk,
            "pairs:meeting": self.meeting.pk,
            "documents:document": self.paper(role).pk,
            "documents:scan": self.scan.pk,
            "documents:bundle": self.bundle.pk,
        }

    def paper(self, role):
        return self.report if role == Role.MUNICIPAL else self.order

    def act(self):
        return {"program_pk": self.program.pk, "pk": self.school.legal_acts.first().pk}

    def described_form(self):
        return {"program_pk": self.program.pk, "code": self.form.form}

    def calendar_day(self):
        day, _created = CalendarDay.objects.get_or_create(
            organization=self.school, day=date(2026, 10, 5)
        )
        return day.pk

    def partner(self):
        partner, _created = Partner.objects.get_or_create(organization=self.school, name="Завод")
        return {"program_pk": self.program.pk, "pk": partner.pk}

    def assignment(self):
        pk = Assignment.objects.get(organization=self.school, role="curator").pk
        return {"program_pk": self.program.pk, "pk": pk}


def issue_public(document):
    document.is_public = True
    document.save(update_fields=["is_public"])


def ask(client, url):
    """GET, or POST where only that is offered; whatever it changed is taken back."""
    with transaction.atomic():
        response = client.get(url)
        if response.status_code == 405:
            response = client.post(url)
        transaction.set_rollback(True)
    return response


def expected(marks, role):
    if marks[role] in ALLOWED:
        return "allowed"
    return "login" if role == "visitor" else "refused"


def verdict(response):
    assert response.status_code < 500
    if response.status_code == 302 and response.url.startswith(f"{reverse('login')}?next="):
        return "login"
    return "refused" if response.status_code in (403, 404) else "allowed"


@pytest.fixture
def world():
    return World()


def test_the_table_names_every_address_and_nothing_else():
    assert set(table()) == set(addresses())


@pytest.mark.parametrize("role", ROLES)
def test_every_address_answers_a_role_as_the_table_says(world, client, role):
    if role != "visitor":
        client.force_login(world.users[role])
    wrong = []

    for name, marks in table().items():
        answer = verdict(ask(client, world.url(name, role)))
        if answer != expected(marks, role):
            wrong.append((name, answer))
        if role != "visitor":
            client.force_login(world.users[role])

    assert wrong == []


@pytest.mark.parametrize("role", Role.values)
def test_a_stranger_is_refused_every_object_of_the_school(world, client, role):
    stranger = make_user(role, make_organization(kind=OrganizationKind.MUNICIPALITY))
    make_person(organization=make_organization(), user=stranger)
    opened = []

    for name, marks in table().items():
        url = world.url(name, role)
        if marks["visitor"] in ALLOWED or not has_object(url):
            continue
        for method in (client.get, client.post):
            client.force_login(stranger)
            response = method(url)
            if response.status_code != 405 and verdict(response) != "refused":
                opened.append((name, method.__name__))

    assert opened == []


@pytest.mark.parametrize("role", Role.values)
def test_who_only_reads_changes_nothing(world, client, role):
    """Every change writes the journal, so a reader's POST must leave it as it was."""
    before = AuditEvent.objects.count()

    for name, marks in table().items():
        if marks[role] in ("R", ""):
            client.force_login(world.users[role])
            client.post(world.url(name, role))

    assert AuditEvent.objects.count() == before


def has_object(url):
    return any(character.isdigit() for character in url) or "/o/" in url
