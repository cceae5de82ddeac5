"""A mentee about whom the portal knows everything, and the words that tell of him."""

import uuid
from datetime import date

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.utils import timezone

from documents.services.erasure import erase
from mentoring_portal.shared.names import FullName
from pairs.models import Encounter, Feedback, Matching, PairMember, Verdict
from pairs.services.pair import complete
from participants.models import (
    Clearance,
    Consent,
    ImportBatch,
    NeedsAnalysis,
    Person,
    Representative,
)
from participants.services import account
from participants.services.application import submit
from participants.services.application_link import open_link
from tests.builders import (
    make_curator,
    make_meeting,
    make_mentee,
    make_mentor,
    make_pair,
    make_person,
    make_program,
    make_support,
)

# Every piece of text about the person holds one of these words.
SECRETS = ("тайнов", "глебушк", "секрет", "2012-03-04", "glebushka")


class Story:
    """A mentee about whom the portal knows everything that it can know."""

    def __init__(self):
        self.program = make_program()
        self.school = self.program.organization
        self.curator = make_curator(self.program)
        self.person = make_person(
            "Тайнов Глебушка Секретович",
            organization=self.school,
            birth_date=date(2012, 3, 4),
            phone="секретный телефон",
            email="glebushka@example.org",
            name_forms={"gent": "Тайнова Глебушки"},
        )
        self.make_base()
        self.make_pairs()
        self.make_papers()
        self.make_mentions()
        account.give(person=self.person, by=None)

    def make_base(self):
        words = dict.fromkeys(("request", "interests", "note", "results"), "секрет")
        self.mentee = make_mentee(self.program, person=self.person, **words)
        self.mentee.tags.create(organization=self.school, name="метка")
        NeedsAnalysis.objects.create(
            mentee=self.mentee, method="interview", held_on=date(2026, 9, 5), conclusion="секрет"
        )

    def make_pairs(self):
        self.mentor = make_mentor(self.program, partner_names="ТАЙНОВ Глебушка Секретович")
        self.pair = make_pair(mentor=self.mentor, mentees=[self.mentee], goal="секрет")
        PairMember.objects.update(reasons=["секрет: общие интересы"])
        meeting = make_meeting(self.pair, topic="секрет", note="секрет")
        Feedback.objects.create(
            meeting=meeting, person=self.mentor.person, side="mentor", rating=4, text="секрет"
        )
        day = timezone.localdate()
        self.make_talks(day)
        complete(pair=self.pair, day=day, by=None, reason="секрет")
        left = {"side": "mentee", "id": self.mentee.pk, "reasons": ["секрет"]}
        other = {"side": "mentee", "id": 0, "reasons": ["нет свободных наставников"]}
        Matching.objects.create(
            program=self.program,
            objective=1,
            proven_optimal=True,
            seconds=1,
            unmatched=[left, other],
        )

    def make_talks(self, day):
        """Around the pair: support, answers of both sides, a single talk."""
        words = {"held_by": "секрет", "content": "секрет", "advice": "секрет"}
        make_support(self.mentee, **words)
        earlier = make_program(organization=self.school, start_year=2025)
        helped = make_support(make_mentee(earlier), content="о другом")
        helped.held_by = "педагог-психолог ТАЙНОВ Глебушка Секретович"
        helped.save()
        for person, side in ((self.person, "mentee"), (self.mentor.person, "mentor")):
            Verdict.objects.create(
                pair=self.pair, person=person, side=side, fits=True, comment="секрет", given_on=day
            )
        Encounter.objects.create(
            program=self.program,
            kind="situational",
            mentor=self.mentor,
            mentee=self.mentee,
            day=day,
            topic="секрет",
            outcome="секрет",
        )

    def make_papers(self):
        self.mother = make_person("Тайнова Секретия", organization=self.school)
        Representative.objects.create(child=self.person, person=self.mother, relation="mother")
        papers = (
            Consent(kind="processing", signer="representative", representative="Тайнова Секретия"),
            Clearance(kind="medical", number="секрет", issued_on=date(2026, 9, 1)),
        )
        for paper in papers:
            paper.person, paper.scan_key = self.person, uuid.uuid4()
            if isinstance(paper, Consent):
                paper.signed_on = date(2026, 9, 1)
            paper.scan.save("x", ContentFile("секрет".encode()), save=True)

    def make_mentions(self):
        link = open_link(program=self.program, kind="mentee", open_until=None, by=None)
        submit(
            link=link,
            name=FullName(*self.person.name),
            birth_date=date(2012, 3, 4),
            answers={"request": "секрет"},
        )
        for status in ("applied", "checked"):
            batch = ImportBatch(
                program=self.program,
                key=uuid.uuid4(),
                filename="Тайнов.csv",
                kind="mentees",
                status=status,
                summary={"created": 1, "errors": [{"message": "секрет"}]},
            )
            batch.file.save("x", ContentFile("Тайнов".encode()), save=True)
        LogEntry.objects.create(
            user=self.curator,
            content_type=ContentType.objects.get_for_model(Person),
            object_id=str(self.person.pk),
            object_repr=str(self.person),
            action_flag=CHANGE,
        )

    def erase(self, **fields):
        defaults = {"reason": "demand", "requested_on": date(2026, 11, 20), "by": self.curator}
        return erase(person=self.person, **defaults | fields)
