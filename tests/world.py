"""One school with one of everything."""

import uuid
from datetime import date

from django.core.files.base import ContentFile
from django.utils import timezone

from documents.models import Bundle, CalendarDay
from documents.services import issue, pair_order, scan
from documents.services.files import store
from documents.services.paper import draft_paper
from documents.services.registry_sending import send
from documents.services.report import draft_report
from mentoring_portal.shared.names import FullName
from pairs.services.bans import ban
from pairs.services.matching import propose
from participants.enums import BaseKind, ConsentKind, ConsentSigner, ErasureReason, Relation
from participants.models import (
    Clearance,
    Consent,
    ConsentText,
    Erasure,
    ImportBatch,
    MentorAnalysis,
    NeedsAnalysis,
    Person,
    Representative,
    SelectionCriterion,
)
from participants.services.application import submit
from participants.services.application_link import open_link
from participants.services.signers import ON_PAPER
from programs.enums import OrganizationKind, Role
from programs.models import Job, Media, RoadmapFile, RoadmapUpload
from programs.services.program import open_program, start
from tests.builders import (
    make_course,
    make_encounter,
    make_event,
    make_meeting,
    make_mentee,
    make_mentor,
    make_organization,
    make_pair,
    make_partner,
    make_person,
    make_plan,
    make_plan_task,
    make_program_form,
    make_session,
    make_support,
    make_training,
    make_user,
)
from tests.documents.builders import appoint, make_accepted_pair


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
        appoint(make_person(organization=self.school), "director", "директор")
        teacher = make_person(organization=self.school)
        self.assignment = appoint(teacher, "curator", "учитель физики")
        self.pair = make_pair(self.program, starts_on=timezone.localdate())
        self.mentor, self.member = self.pair.mentor, self.pair.members.get()
        self.matching = propose(program=self.program, by=None)
        self.ban = ban(program=self.program, member=self.member, reason="", by=None)
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
        self.task = make_plan_task(make_plan(self.pair))
        make_meeting(self.pair, kind="trial", day=timezone.localdate())
        self.lonely = make_mentee(self.program)
        self.support = make_support(self.lonely)
        self.consents = {role: self.consent(person) for role, person in self.people.items()}

    def make_family(self):
        child = make_person(organization=self.school, birth_year=timezone.localdate().year - 12)
        mother, self.parent = (
            make_person(organization=self.school, birth_year=1980) for _ in range(2)
        )
        self.child = Representative.objects.create(child=child, person=mother, relation="mother")
        self.children = {role: self.make_child(user) for role, user in self.users.items()}
        self.unnamed = Consent.objects.create(
            person=child,
            kind=ConsentKind.PHOTO,
            signer=ConsentSigner.REPRESENTATIVE,
            representative=ON_PAPER,
            signed_on=timezone.localdate(),
        )

    def make_child(self, user):
        """A child whom the user represents."""
        person = Person.objects.filter(user=user).first()
        person = person or make_person(organization=self.school, user=user)
        return Representative.objects.create(
            child=make_person(organization=self.school), person=person, relation=Relation.MOTHER
        ).child

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
        registry = draft_paper(program=self.program, code="order_registry", by=None)
        today = timezone.localdate()
        self.registry = issue.register(document=registry, day=today, by=None)
        self.registry_sending = send(
            document=self.registry, sent_on=today, recipient="Управление", by=None
        )
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
        self.calendar_day = CalendarDay.objects.create(
            organization=self.school, day=date(2026, 10, 5)
        )
        self.partner = make_partner(self.school)
        self.event = make_event(self.program)
        self.meet()
        self.form = make_program_form(self.program)
        self.mentor_analysis = MentorAnalysis.objects.create(
            mentor=self.mentor, method="interview", held_on=timezone.localdate(), conclusion="нет"
        )
        self.make_school_of_mentors()
        self.criterion = SelectionCriterion.objects.create(program=self.program, title="Опыт")
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

    def make_school_of_mentors(self):
        course = make_course(self.program)
        self.session = make_session(course, timezone.localdate())
        self.training = make_training(course, self.mentor)
        self.material = Media(event=self.session.event, key=uuid.uuid4(), title="План.pdf")
        self.material.file.save("x", ContentFile(b"%PDF-1.4"), save=True)

    def meet(self):
        """A group meeting today, with the mentor and the mentee among those who came."""
        self.quest = make_event(
            self.program, kind="pairing_group_meeting", starts_on=timezone.localdate()
        )
        for person in self.people.values():
            self.quest.attendances.create(person=person)
        self.speed = make_event(self.program, kind="speed", starts_on=timezone.localdate())
        self.encounter = make_encounter(self.mentor, self.member.mentee)


def issue_public(document):
    document.is_public = True
    document.save(update_fields=["is_public"])
