"""Records of psychological support: two readers, and no leak to anybody else."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from pairs.models import SupportRecord
from pairs.services.support import seen_record
from participants.enums import ParticipantStatus
from participants.services.visibility import viewers
from programs.enums import Role
from programs.models import AuditEvent
from tests.builders import (
    make_mentee,
    make_pair,
    make_person,
    make_program,
    make_support,
    make_user,
)

pytestmark = pytest.mark.django_db
SECRET = "ТРЕВОГА_перед_контрольной"
ADVICE = "СОВЕТ_родителям"
SUPPORTERS = [Role.CURATOR, Role.PSYCHOLOGIST]
OTHERS = [Role.DIRECTOR, Role.GROUP_HEAD, Role.MENTOR, Role.MENTEE, Role.MUNICIPAL]


def today():
    return timezone.localdate()


@pytest.fixture
def mentee(program):
    return make_mentee(program, "Ждунова Нина", position="7 «А»", request="найти друзей")


@pytest.fixture
def record(mentee):
    return make_support(mentee, content=SECRET, advice=ADVICE)


def enter(client, role, program):
    user = make_user(role, program.organization)
    client.force_login(user)
    return user


def card(client, mentee):
    return client.get(reverse("pairs:unpaired_detail", args=[mentee.pk]))


def urls_of(record):
    return [
        reverse("pairs:unpaired_detail", args=[record.mentee_id]),
        reverse("pairs:support_create", args=[record.mentee_id]),
        reverse("pairs:support_update", args=[record.pk]),
        reverse("pairs:support_delete", args=[record.pk]),
    ]


def fields(**changed):
    answer = {"held_on": today(), "held_by": "Лосева А. П.", "content": "Беседа", "advice": ""}
    return answer | {"next_on": ""} | changed


@pytest.mark.parametrize("role", SUPPORTERS)
def test_the_two_readers_see_the_records(client, program, record, role):
    user = enter(client, role, program)

    text = card(client, record.mentee).content.decode()

    assert SECRET in text
    assert ADVICE in text
    assert list(SupportRecord.objects.visible_to(user)) == [record]


@pytest.mark.parametrize("role", OTHERS)
def test_everybody_else_is_refused_every_page_of_them(client, program, record, role):
    user = enter(client, role, program)

    answers = [client.get(url).status_code for url in urls_of(record)]
    answers += [client.post(url, fields()).status_code for url in urls_of(record)[1:]]

    assert answers == [403] * 7
    assert list(SupportRecord.objects.visible_to(user)) == []
    assert list(SupportRecord.objects.all()) == [record]


def test_the_same_form_sent_twice_is_one_record(client, program, mentee):
    enter(client, Role.CURATOR, program)
    url = reverse("pairs:support_create", args=[mentee.pk])

    for content in ("Беседа", "Беседа", "Другая беседа"):
        client.post(url, fields(content=content))

    said = SupportRecord.objects.order_by("pk").values_list("content", flat=True)
    assert list(said) == ["Беседа", "Другая беседа"]
    assert AuditEvent.objects.filter(action="support.create").count() == 2


@pytest.mark.parametrize("role", SUPPORTERS)
def test_those_of_another_school_are_not_found(client, record, role):
    enter(client, role, make_program())

    assert [client.get(url).status_code for url in urls_of(record)] == [404] * 4


def test_the_psychologist_reads_of_nobody_who_has_a_pair(client, program, record):
    make_pair(program, mentees=[record.mentee])

    enter(client, Role.PSYCHOLOGIST, program)
    assert [client.get(url).status_code for url in urls_of(record)] == [404] * 4
    enter(client, Role.CURATOR, program)
    assert [client.get(url).status_code for url in urls_of(record)] == [200] * 4


def test_the_psychologist_sees_of_a_mentee_only_what_the_support_needs(client, program, mentee):
    person = mentee.person
    person.phone, person.birth_date = "+7 900 111-22-33", date(2011, 3, 5)
    person.save()
    mentee.note, mentee.interests = "заметка куратора", "футбол"
    mentee.save()
    enter(client, Role.PSYCHOLOGIST, program)

    text = card(client, mentee).content.decode()

    assert [word for word in ("Ждунова Нина", "7 «А»", "найти друзей") if word not in text] == []
    private = ("111-22-33", "2011", "заметка куратора", "футбол", "Вся карточка")
    assert [word for word in private if word in text] == []
    own = reverse("participants:mentee_detail", args=[mentee.pk])
    assert client.get(own).status_code == 403


def pages(program, record):
    """Where the text could leak to: cards, lists, files, journals, home, papers."""
    mentee = record.mentee
    for name in (
        "participants:mentee_list", "participants:mentee_export", "pairs:unpaired_list",
        "pairs:unpaired_export", "pairs:matching", "pairs:pair_list", "documents:journal_list",
        "documents:document_list", "documents:erasure_list", "monitoring:program_dashboard",
        "documents:paper_list", "participants:consent_gaps",
    ):  # fmt: skip
        yield reverse(name, args=[program.pk])
    yield reverse("participants:mentee_detail", args=[mentee.pk])
    yield reverse("participants:person_detail", args=[mentee.person_id])
    yield reverse("documents:document_list", args=[program.pk]) + f"?q={SECRET}"
    yield reverse("participants:mentee_list", args=[program.pk]) + f"?q={SECRET}"
    yield reverse("pairs:unpaired_list", args=[program.pk]) + f"?q={SECRET}"


@pytest.mark.parametrize("role", [Role.DIRECTOR, Role.GROUP_HEAD])
def test_no_page_of_the_staff_repeats_them(client, program, record, role):
    make_support(record.mentee, content=SECRET, held_on=date(2026, 11, 3), next_on=today())
    enter(client, role, program)
    leaks, opened = [], 0

    for url in pages(program, record):
        answer = client.get(url)
        opened += answer.status_code == 200
        # A search repeats what was typed; what it must not do is find anybody by it.
        shown = answer.content.decode(errors="ignore").replace(f"?q={SECRET}", "")
        if ADVICE in shown or "Пора провести" in shown or ("?q=" not in url and SECRET in shown):
            leaks.append(url)

    assert (leaks, opened >= 14) == ([], True)


def test_a_search_finds_nobody_by_their_words(client, program, record):
    enter(client, Role.CURATOR, program)

    for name in ("participants:mentee_list", "pairs:unpaired_list"):
        page = client.get(reverse(name, args=[program.pk]), {"q": SECRET})
        assert list(page.context["rows"]) == []


def test_one_reads_nothing_of_the_own_support(client, program, record):
    person = record.mentee.person
    person.user = enter(client, Role.MENTEE, program)
    person.save()

    for name, arguments in (
        ("participants:cabinet", []),
        ("participants:mentee_detail", [record.mentee.pk]),
        ("participants:visibility_own", []),
    ):
        answer = client.get(reverse(name, args=arguments))
        assert answer.status_code == 200
        assert SECRET not in answer.content.decode()


def test_a_stale_page_overwrites_nothing_before_it_is_shown(client, program, record):
    enter(client, Role.PSYCHOLOGIST, program)
    change = reverse("pairs:support_update", args=[record.pk])
    opened = {"seen": client.get(change).context["form"]["seen"].value()}
    client.post(change, fields(content="Новая", **opened))

    refused = client.post(change, fields(content="Старая", **opened)).context["form"]
    record.refresh_from_db()
    assert record.content == "Новая"
    assert refused.errors["content"] == ["Сейчас записано: «Новая»"]

    client.post(change, fields(content="Старая", seen=refused["seen"].value()))
    record.refresh_from_db()
    assert record.content == "Старая"


@pytest.mark.parametrize("name", ["support_update", "support_delete"])
def test_a_record_of_somebody_who_left_the_registry_leads_to_the_list(
    client, program, record, name
):
    enter(client, Role.PSYCHOLOGIST, program)
    record.mentee.move_to(ParticipantStatus.WITHDRAWN)
    listed = reverse("pairs:unpaired_list", args=[program.pk])

    page = client.get(reverse(f"pairs:{name}", args=[record.pk]))
    data = fields(content="Итог", seen=seen_record(record))
    answer = client.post(reverse(f"pairs:{name}", args=[record.pk]), data, follow=True)

    assert (page.context["cancel_url"], page.context["trail"]) == (listed, [("Без пары", listed)])
    assert (answer.redirect_chain, answer.status_code) == ([(listed, 302)], 200)


def test_a_meeting_is_written_down_corrected_and_deleted(client, program, mentee):
    user = enter(client, Role.PSYCHOLOGIST, program)
    make_person("Лосева Анна Павловна", organization=program.organization, user=user)
    create = reverse("pairs:support_create", args=[mentee.pk])
    assert client.get(create).context["form"]["held_by"].value() == "Лосева Анна Павловна"

    client.post(create, fields(next_on=today() + timedelta(days=7)))
    record = SupportRecord.objects.get()
    assert (record.content, record.recorded_by) == ("Беседа", user)

    change = reverse("pairs:support_update", args=[record.pk])
    client.post(change, fields(content="Вторая", seen=seen_record(record)))
    record.refresh_from_db()
    assert (record.content, record.next_on) == ("Вторая", None)

    delete = reverse("pairs:support_delete", args=[record.pk])
    assert "Вернуть её нельзя" in client.get(delete).content.decode()
    assert SupportRecord.objects.exists()
    client.post(delete)
    assert not SupportRecord.objects.exists()


def test_the_journal_of_events_holds_numbers_only(client, program, mentee):
    enter(client, Role.CURATOR, program)
    client.post(reverse("pairs:support_create", args=[mentee.pk]), fields(content=SECRET))

    event = AuditEvent.objects.get(action="support.create")

    assert (event.object_id, event.details) == (SupportRecord.objects.get().pk, {})


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"held_on": "2099-01-01"}, "held_on"),
        ({"held_on": "0001-01-01"}, "held_on"),
        ({"next_on": "2020-01-01"}, "next_on"),
        ({"next_on": "9999-12-31"}, "next_on"),
        ({"content": "  "}, "content"),
        ({"held_on": "позавчера"}, "held_on"),
    ],
)
def test_a_senseless_meeting_comes_back_with_what_was_typed(
    client, program, mentee, changed, field
):
    enter(client, Role.CURATOR, program)

    page = client.post(
        reverse("pairs:support_create", args=[mentee.pk]), fields(advice=ADVICE, **changed)
    )

    assert list(page.context["form"].errors) == [field]
    assert ADVICE in page.content.decode()
    assert not SupportRecord.objects.exists()


@pytest.mark.parametrize("role", SUPPORTERS)
def test_the_day_of_the_next_meeting_reminds_the_two(client, program, record, role):
    enter(client, role, program)
    home = reverse("home")
    assert "Пора провести" not in client.get(home, follow=True).content.decode()

    make_support(record.mentee, held_on=today(), next_on=today())

    assert "Пора провести встречу поддержки" in client.get(home, follow=True).content.decode()


def test_a_person_is_told_what_the_psychologist_sees(program, mentee):
    user = make_user(Role.PSYCHOLOGIST, program.organization)
    make_person("Лосева Анна", organization=program.organization, user=user)

    told = {viewer.role: viewer for viewer in viewers(mentee.person, today())}

    assert told["педагог-психолог"].names == ("Лосева Анна",)
    assert told["педагог-психолог"].sees == (
        "пока у наставляемого нет пары – имя, класс, запрос, форму наставничества, почему пары "
        "ещё нет, и записи о психологической поддержке"
    )
