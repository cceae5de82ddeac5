"""What has already happened in the demo school: pairs, the order, meetings, consents."""

from datetime import date, timedelta

from django.db.models import F
from django.utils import timezone

from documents.services import issue, pair_order
from documents.services.demo import words
from documents.services.demo.applications import receive
from documents.services.demo.entitlement import entitle
from documents.services.demo.orders import LAUNCH, TRAINING, appoint_supplies, issue_orders
from documents.services.demo.people import Maker
from documents.services.demo.selection import select, send_registry
from monitoring.enums import HeadcountCode
from monitoring.services.headcount import enter
from pairs.enums import FeedbackSide, MeetingKind
from pairs.models import Feedback, Matching, Meeting, Pair
from pairs.services.matching import propose
from pairs.services.pair import accept
from participants.domain.distribution import NAME, POSITION
from participants.enums import AssignmentRole, ConsentKind, ConsentSigner
from participants.models import Assignment
from participants.services.consent import record, record_many

# How many pairs the first order takes and how many wait accepted for the next one.
ORDERED, ACCEPTED = 7, 2
KINDS = (
    MeetingKind.ACQUAINTANCE,
    MeetingKind.TRIAL,
    MeetingKind.PLANNING,
    MeetingKind.WORK,
    MeetingKind.WORK,
)


def tell(*, program, mentees, mentors, maker: Maker, today: date, by) -> None:
    """Bring the school to the middle of its autumn; nothing is dated later than ``today``."""
    sign_consents(program, mentees, mentors, min(program.year.day(9, 14), today), by)
    appoint_supplies(program.organization)
    issue_orders(program, LAUNCH, today, by)
    select(program, mentors, today, by)
    if mentors:
        issue_orders(program, TRAINING, today, by)
        send_registry(program, today, by)
    pairs = agree(program, by)
    ordered = make_order(program, pairs[:ORDERED], today, by)
    following = pairs[ORDERED : ORDERED + ACCEPTED]
    for pair in following:
        accept(pair=pair, by=by)
    entitle(following, min(program.year.day(10, 20), max(today, program.year.start)), by)
    forget_the_rest(program)
    hold_meetings(ordered, maker, today)
    enter_headcounts(program, by)
    tick_roadmap(program, today, by)
    receive(program, by)


def tick_roadmap(program, today: date, by) -> None:
    """Almost everything due is done; every fifth row has been forgotten."""
    due = program.roadmap_items.filter(due_on__lt=today).order_by("position")
    done = [item.pk for n, item in enumerate(due) if n % 5 != 3]
    program.roadmap_items.filter(pk__in=done).update(done_on=F("due_on"), done_by=by)


def sign_consents(program, mentees, mentors, day: date, by) -> None:
    """All but every seventh have brought their papers by mid-September.

    The curator lets the page «Наставничество» show the name and the post.
    """
    for rows in (mentees, mentors):
        brought = [row for n, row in enumerate(rows) if n % 7 != 3]
        if brought:
            kinds = (ConsentKind.PROCESSING, ConsentKind.PARTICIPATION)
            record_many(participants=brought, kinds=kinds, signed_on=day, by=by)
    curator = Assignment.objects.holder(program.organization, AssignmentRole.CURATOR, day)
    record(
        person=curator.person,
        kind=ConsentKind.DISTRIBUTION,
        signer=ConsentSigner.PERSON,
        signed_on=day,
        valid_until=program.year.end,
        fields=[NAME, POSITION],
        by=by,
    )


def agree(program, by) -> list[Pair]:
    """All proposals of a run in a steady order."""
    propose(program=program, by=by)
    return list(Pair.objects.proposed().filter(program=program).with_people().order_by("pk"))


def forget_the_rest(program) -> None:
    """People are learned more of before the next run: see ``demo.draft``."""
    Pair.objects.proposed().filter(program=program).delete()
    Matching.objects.filter(program=program).delete()


def make_order(program, pairs, today: date, by) -> list[Pair]:
    if not pairs:
        return []
    for pair in pairs:
        accept(pair=pair, by=by)
    day = min(program.year.day(10, 15), max(today, program.year.start))
    entitle(pairs, min(program.year.day(9, 15), day), by)
    document = pair_order.draft_order_pairs(program=program, by=by, day=day)
    issue.register(document=document, day=day, by=by)
    return list(Pair.objects.filter(documents=document).with_people().order_by("pk"))


def hold_meetings(pairs, maker: Maker, today: date) -> None:
    meetings = []
    for n, pair in enumerate(pairs):
        # One pair in six has not met yet: the home page has something to point at.
        if n % 6 == 5:
            continue
        meetings += list(meetings_of(pair, maker, today))
    Meeting.objects.bulk_create(meetings)
    Feedback.objects.bulk_create(answers(meetings, maker))


def meetings_of(pair: Pair, maker: Maker, today: date):
    day = pair.starts_on + timedelta(days=maker.random.randint(1, 5))
    for kind in KINDS:
        if day > today:
            return
        yield Meeting(
            pair=pair,
            kind=kind,
            day=day,
            minutes=maker.random.choice((30, 45, 60)),
            topic=maker.random.choice(words.TOPICS),
            note=maker.random.choice(words.NOTES),
            rating=maker.random.choice((3, 4, 4, 5, 5)),
        )
        day += timedelta(days=maker.random.randint(5, 9))


def answers(meetings, maker: Maker):
    for meeting in meetings:
        if maker.random.random() < 0.7:
            member = meeting.pair.members.all()[0]
            yield Feedback(
                meeting=meeting,
                person=member.mentee.person,
                side=FeedbackSide.MENTEE,
                rating=maker.random.choice((3, 4, 4, 5, 5)),
                text=maker.random.choice(words.ANSWERS),
            )


def enter_headcounts(program, by) -> None:
    day = min(program.year.day(9, 20), timezone.localdate())
    young = program.mentees.filter(form="teacher_teacher").count()
    counts = {
        HeadcountCode.PUPILS: 640,
        HeadcountCode.PUPILS_10_18: 412,
        HeadcountCode.TEACHERS: 48,
        HeadcountCode.YOUNG_SPECIALISTS: young + 2,
    }
    for code, value in counts.items():
        enter(program=program, code=code, value=value, as_of=day, by=by)
