"""Erasing a person: no word about him stays, the figures do, and the act can be printed."""

from datetime import date
from pathlib import Path

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.core.serializers import serialize
from django.utils import timezone

from documents.kinds import act_erasure
from documents.services.erasure import erase, obstacles
from documents.services.erasure_told import PROMISES
from pairs.models import Feedback, Matching, Meeting, Verdict
from pairs.services.departure import leave
from pairs.services.pair import complete
from participants.models import (
    Application,
    Assignment,
    Consent,
    Erasure,
    Mentee,
    Mentor,
    Person,
    Representative,
)
from participants.services.erasure import Destroyed
from programs.models import AuditEvent
from tests.builders import (
    make_curator,
    make_meeting,
    make_mentee,
    make_mentor,
    make_pair,
    make_person,
    make_program,
)
from tests.documents.erasures import SECRETS, Story

pytestmark = pytest.mark.django_db
APPS = ("programs", "participants", "pairs", "monitoring", "documents", "auth", "admin")


@pytest.fixture
def story():
    return Story()


def leaks(settings):
    """Secrets found anywhere in the database, row by row, and among the stored files."""
    found = set()
    for app in APPS:
        for model in apps.get_app_config(app).get_models():
            for row in model.objects.all():
                text = serialize("json", [row], ensure_ascii=False).casefold()
                found.update((model.__name__, word) for word in SECRETS if word in text)
    files = [path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()]
    found.update(("file", path.name) for path in files)
    return found


def test_nothing_about_the_person_stays_anywhere(
    story, settings, django_capture_on_commit_callbacks
):
    known = {model for model, _word in leaks(settings)}
    assert known == {
        "Person", "Mentee", "Mentor", "NeedsAnalysis", "PairMember", "Pair", "Meeting", "Feedback",
        "Matching", "Consent", "Clearance", "Application", "ImportBatch", "LogEntry", "file",
        "SupportRecord", "Verdict", "Encounter",
    }  # fmt: skip

    with django_capture_on_commit_callbacks(execute=True):
        story.erase(parents=[story.mother])

    assert leaks(settings) == set()


def test_the_figures_stay(story):
    story.erase()

    assert (story.program.mentees.count(), story.program.pairs.count()) == (1, 1)
    meeting = Meeting.objects.get()
    assert (meeting.rating, meeting.minutes, meeting.topic) == (4, 45, "Сведения уничтожены")
    assert Feedback.objects.get().rating == 4
    assert Matching.objects.get().unmatched == [
        {"side": "mentee", "id": 0, "reasons": ["нет свободных наставников"]}
    ]
    assert Application.objects.get().status == "declined"
    consent = Consent.objects.get()
    assert (consent.withdrawn_on, consent.representative) == (
        timezone.localdate(),
        "Сведения уничтожены",
    )


def test_the_person_is_a_number_who_left_and_cannot_sign_in(story):
    user = Person.objects.get(pk=story.person.pk).user

    story.erase()

    person = Person.objects.get(pk=story.person.pk)
    user.refresh_from_db()
    assert str(person) == f"Обезличенная запись № {person.pk}"
    assert (person.erased_on, person.user) == (timezone.localdate(), None)
    assert (user.is_active, user.has_usable_password(), user.memberships.count()) == (
        False,
        False,
        0,
    )
    assert story.program.mentees.get().status == "withdrawn"


def test_the_record_counts_by_category_and_names_who_did_it(story):
    Assignment.objects.create(
        organization=story.school,
        person=make_person(organization=story.school, user=story.curator),
        role="curator",
        post="учитель физики",
    )

    erasure = story.erase()

    assert (erasure.erased_by, erasure.erased_by_post) == (story.curator, "учитель физики")
    assert erasure.files == 4
    assert erasure.categories["Имя и дата рождения"] == 1
    assert erasure.categories["Загруженные таблицы баз"] == 2
    assert erasure.categories["Тексты отзывов"] == 1
    event = AuditEvent.objects.get(action="person.erase")
    assert (event.object_id, event.details["erasure"]) == (story.person.pk, erasure.pk)


def test_twice_is_once(story):
    first = story.erase()

    assert story.erase() == first
    assert (Erasure.objects.count(), AuditEvent.objects.filter(action="person.erase").count()) == (
        1,
        1,
    )


def test_an_open_pair_is_named_and_nothing_is_touched():
    pair = make_pair()
    person = pair.mentor.person
    name = person.full_name

    with pytest.raises(ValidationError, match=f"Пара № {pair.pk} \\(действует\\)"):
        erase(person=person, reason="demand", requested_on=date(2026, 11, 20), by=None)
    person.refresh_from_db()
    assert (person.full_name, person.erased_on) == (name, None)


def test_a_group_that_the_mentee_has_left_works_on_while_the_mentee_is_erased():
    program = make_program()
    pair = make_pair(program, mentees=[make_mentee(program) for _ in range(3)])
    gone, stays = pair.members.order_by("pk")[:2]
    leave(member=gone, day=timezone.localdate(), reason="переезд", by=None)

    assert (obstacles(gone.mentee.person), len(obstacles(stays.mentee.person))) == ([], 1)


def test_who_signs_papers_or_manages_the_portal_gives_it_up_first():
    program = make_program()
    head = make_person(organization=program.organization, user=make_curator(program))
    Assignment.objects.create(
        organization=program.organization, person=head, role="curator", post="учитель"
    )

    assert obstacles(head) == [
        "Сначала снимите обязанность: куратор.",
        "Этим входом управляет администратор портала.",
    ]


def test_files_go_only_after_the_erasure_has_come_true(
    story, settings, django_capture_on_commit_callbacks
):
    def files():
        return [path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()]

    with django_capture_on_commit_callbacks() as callbacks:
        story.erase()

    assert len(files()) == 4
    for callback in callbacks:
        callback()
    assert files() == []


def test_a_parent_of_two_children_or_of_nobody_chosen_stays(story):
    brother = make_mentee(story.program).person
    Representative.objects.create(child=brother, person=story.mother, relation="mother")

    story.erase(parents=[story.mother])

    story.mother.refresh_from_db()
    assert story.mother.last_name == "Тайнова"
    assert list(Representative.objects.values_list("child", flat=True)) == [brother.pk]


def test_others_in_the_group_keep_their_topics_and_feedback():
    program = make_program()
    mentees = [make_mentee(program), make_mentee(program)]
    pair = make_pair(program, mentees=mentees, goal="общая цель")
    meeting = make_meeting(pair, topic="общая тема", note="заметка о двоих")
    for mentee in mentees:
        Feedback.objects.create(
            meeting=meeting, person=mentee.person, side="mentee", rating=5, text="мой отзыв"
        )
    complete(pair=pair, day=timezone.localdate(), by=None)

    erase(person=mentees[0].person, reason="purpose", requested_on=date(2026, 11, 1), by=None)

    meeting.refresh_from_db()
    pair.refresh_from_db()
    assert (pair.goal, meeting.topic, meeting.note) == ("общая цель", "общая тема", "")
    assert sorted(Feedback.objects.values_list("text", flat=True)) == ["", "мой отзыв"]


def test_what_the_mentor_said_of_the_group_goes_with_a_mentee_who_left_it():
    program = make_program()
    pair = make_pair(program, mentees=[make_mentee(program), make_mentee(program)])
    day = timezone.localdate()
    Verdict.objects.create(
        pair=pair,
        person=pair.mentor.person,
        side="mentor",
        comment="Тайнов",
        fits=False,
        given_on=day,
    )
    member = pair.members.first()
    leave(member=member, day=day, reason="переезд", by=None)

    erase(person=member.mentee.person, reason="purpose", requested_on=day, by=None)

    assert Verdict.objects.get().comment == ""


def test_no_paper_of_the_erasure_tells_that_there_was_psychological_support(story):
    erasure = story.erase()

    papers = [
        erasure.categories,
        act_erasure.compose(erasure),
        act_erasure.compose_journal(erasure),
    ]
    assert [paper for paper in papers if "поддержк" in str(paper).casefold()] == []
    assert erasure.categories["Записи о работе с участником"] == 5


def test_the_act_names_everything_the_rules_ask_and_not_the_person(story):
    erasure = story.erase()

    facts = dict(act_erasure.facts(erasure))
    assert list(facts) == [
        "Оператор",
        "Субъект персональных данных",
        "Кто уничтожил",
        "Информационная система",
        "Способ",
        "Причина",
        "Дата обращения",
        "Дата и время уничтожения",
        "Удалено файлов",
    ]
    assert facts["Субъект персональных данных"] == f"запись\u00a0№\u00a0{story.person.pk}"
    assert [word for word in SECRETS if word in str(act_erasure.compose(erasure)).casefold()] == []


def test_the_page_promises_what_the_erasure_destroys(story, monkeypatch):
    destroyed = set()

    def add(gone, category, number=1):
        destroyed.add(category)
        return count(gone, category, number)

    count = Destroyed.add
    monkeypatch.setattr(Destroyed, "add", add)

    story.erase()
    erase(
        person=story.mentor.person,
        reason="demand",
        requested_on=date(2026, 11, 20),
        by=story.curator,
    )

    assert destroyed == {category for behind in PROMISES.values() for category in behind}


def test_wishes_of_both_sides_go_with_a_person():
    program = make_program()
    mentor, other = make_mentor(program), make_mentor(program)
    mentee, friend = make_mentee(program), make_mentee(program)
    for one in (mentor, other):
        one.wishes.add(mentee, friend)
    for one in (mentee, friend):
        one.wishes.add(mentor, other)

    for person in (mentor.person, mentee.person):
        erase(person=person, reason="demand", requested_on=date(2026, 11, 20), by=None)

    rows = [mentor, other, mentee, friend]
    assert [list(row.wishes.all()) for row in rows] == [[], [friend], [], [other]]


# What hangs on a person; a new relation stands here once the erasure has been taught about it.
DESTROYED = {
    "participants.Application", "participants.Clearance", "participants.Consent",
    "participants.Mentee", "participants.Mentor", "participants.NeedsAnalysis",
    "participants.MentorAnalysis", "participants.Selection", "participants.Training",
    "participants.Representative", "pairs.Feedback", "pairs.Pair", "pairs.PairMember",
    "pairs.Encounter", "pairs.SupportRecord",
}  # fmt: skip
KEPT_AS_FIGURES = {
    "participants.Assignment",  # a duty in papers: the post and the dates
    "documents.Document",  # registered papers are archive, drafts go
    "participants.Attendance",  # how many took part
    "participants.Erasure",
    "participants.Occupation",  # who the number was in life, without dates
    "pairs.Reminder",  # since when the curator was reminded
}


def test_everything_that_hangs_on_a_person_is_known_to_the_erasure():
    hanging = {
        relation.related_model._meta.label
        for model in (Person, Mentee, Mentor)
        for relation in model._meta.related_objects
        if relation.related_model._meta.app_label in APPS and not relation.many_to_many
    }

    assert hanging == DESTROYED | KEPT_AS_FIGURES
