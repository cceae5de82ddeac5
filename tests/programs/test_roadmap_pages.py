"""The roadmap in the browser: filters, marks, rows, what it costs."""

from datetime import date, timedelta

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone

from programs.enums import RoadmapView, Role
from programs.models import AuditEvent, RoadmapItem, RoadmapSection
from programs.services.roadmap import attach
from tests.assertions import queries_of
from tests.builders import make_curator, make_program, make_user
from tests.programs.roads import make_item

pytestmark = pytest.mark.django_db
PAST, FUTURE = date(2020, 1, 1), date(2090, 1, 1)


@pytest.fixture
def curator(client, program):
    user = make_curator(program)
    client.force_login(user)
    return user


def roadmap(client, program, **query):
    return client.get(reverse("programs:roadmap", args=[program.pk]), query)


def shown(answer):
    return [row.item for group in answer.context["page"].groups for row in group.rows]


def said(answer):
    return [str(message) for message in answer.context["messages"]]


def post(client, name, item, **data):
    return client.post(reverse(f"programs:{name}", args=[item.pk]), data)


@pytest.mark.parametrize("state", ["overdue", "waiting", "done"])
def test_a_state_leaves_its_rows_and_the_counts_of_all(client, curator, program, state):
    rows = {
        "overdue": make_item(program, due_on=PAST),
        "waiting": make_item(program, due_on=FUTURE),
        "done": make_item(program, done_on=PAST),
    }

    answer = roadmap(client, program, state=state)

    assert shown(answer) == [rows[state]]
    assert answer.context["page"].counts == {"overdue": 1, "waiting": 1, "done": 1}


def test_a_stage_narrows_rows_and_counts(client, curator, program):
    own = make_item(program, stage="pairing", due_on=PAST)
    make_item(program, stage="completion", due_on=PAST)

    answer = roadmap(client, program, stage="pairing")

    assert shown(answer) == [own]
    assert answer.context["page"].counts["overdue"] == 1


def test_rows_stand_under_their_sections_in_order(client, curator, program):
    section = RoadmapSection.objects.create(program=program, title="Раздел", position=0)
    loose = make_item(program)
    inside = make_item(program, section=section)

    groups = roadmap(client, program).context["page"].groups

    assert [(group.title, [row.item for row in group.rows]) for group in groups] == [
        ("Раздел", [inside]),
        ("Без раздела", [loose]),
    ]


def test_a_strange_filter_shows_an_empty_list_not_a_failure(client, curator, program):
    make_item(program)

    answer = roadmap(client, program, state="no", stage="no'--")

    assert (answer.status_code, shown(answer)) == (200, [])


def test_a_row_is_marked_done_today_by_the_one_who_marked(client, curator, program):
    item = make_item(program)

    answer = post(client, "item_done", item)

    item.refresh_from_db()
    assert (item.done_on, item.done_by) == (timezone.localdate(), curator)
    assert answer.url == f"{reverse('programs:roadmap', args=[program.pk])}#row-{item.pk}"


def test_marking_again_keeps_the_first_day(client, curator, program):
    item = make_item(program, done_on=PAST)

    post(client, "item_done", item)

    item.refresh_from_db()
    assert item.done_on == PAST
    assert not AuditEvent.objects.filter(action="roadmap.done").exists()


def test_the_mark_is_taken_back(client, curator, program):
    item = make_item(program, done_on=PAST, done_by=curator)

    post(client, "item_undo", item)

    item.refresh_from_db()
    assert (item.done_on, item.done_by) == (None, None)


def test_marking_returns_to_the_filtered_roadmap(client, curator, program):
    item = make_item(program)
    url = reverse("programs:item_done", args=[item.pk])

    answer = client.post(f"{url}?state=overdue&stage=pairing&next=//evil.example")

    road = reverse("programs:roadmap", args=[program.pk])
    assert answer.url == f"{road}?stage=pairing&state=overdue#row-{item.pk}"


def test_a_mark_is_never_made_by_a_link(client, curator, program):
    item = make_item(program)

    assert client.get(reverse("programs:item_done", args=[item.pk])).status_code == 405


def row_fields(**changed):
    defaults = {
        "title": "Совещание",
        "section": "",
        "number": "9.9",
        "stage": "",
        "details": "",
        "term_kind": "deadline",
        "starts_on": "",
        "due_on": "2026-12-01",
        "term_text": "до 01.12.2026",
        "responsible": "Куратор",
        "result": "Протокол",
    }
    return defaults | changed


def test_a_new_row_goes_to_the_end(client, curator, program):
    make_item(program, position=7)

    client.post(reverse("programs:item_create", args=[program.pk]), row_fields())

    made = RoadmapItem.objects.get(number="9.9")
    assert (made.position, made.due_on) == (8, date(2026, 12, 1))


def test_a_reversed_term_is_pointed_out(client, curator, program):
    answer = client.post(
        reverse("programs:item_create", args=[program.pk]), row_fields(starts_on="2026-12-02")
    )

    assert answer.context["form"].errors["due_on"] == [
        "Окончание срока раньше начала. Исправьте одну из дат."
    ]
    assert not RoadmapItem.objects.exists()


def test_a_section_of_another_program_is_refused(client, curator, program):
    section = RoadmapSection.objects.create(program=make_program(), title="Чужой", position=0)

    answer = client.post(
        reverse("programs:item_create", args=[program.pk]), row_fields(section=section.pk)
    )

    assert "section" in answer.context["form"].errors


def test_a_row_is_changed_in_place(client, curator, program):
    item = make_item(program, position=3)

    client.post(reverse("programs:item_update", args=[item.pk]), row_fields(title="Иначе"))

    item.refresh_from_db()
    assert (item.title, item.position) == ("Иначе", 3)


def test_deleting_asks_first(client, curator, program):
    item = make_item(program)
    url = reverse("programs:item_delete", args=[item.pk])

    client.get(url)
    assert RoadmapItem.objects.count() == 1

    client.post(url)
    assert RoadmapItem.objects.count() == 0


def test_a_row_of_the_preset_may_be_deleted_as_well(client, curator, program):
    item = make_item(program, preset_key="G73-1.1")

    answer = client.post(reverse("programs:item_delete", args=[item.pk]), follow=True)

    assert said(answer) == ["Строка удалена."]
    assert (RoadmapItem.objects.count(), AuditEvent.objects.get().action) == (0, "roadmap.delete")


@pytest.mark.parametrize("proof", ["mark", "file"])
def test_a_row_with_a_proof_of_its_work_is_not_deleted(client, curator, program, proof):
    item = make_item(program, done_on=PAST if proof == "mark" else None)
    if proof == "file":
        attach(item=item, upload=ContentFile(b"%PDF-", "a.pdf"), title="Приказ.pdf", by=curator)

    url = reverse("programs:item_delete", args=[item.pk])
    answer = client.post(url, follow=True)

    assert said(answer) == [
        "Строка уже выполнена или к ней приложены файлы. Чтобы удалить строку, сначала снимите "
        "отметку о выполнении и удалите файлы."
    ]
    assert RoadmapItem.objects.get() == item
    assert url not in client.get(reverse("programs:item_detail", args=[item.pk])).content.decode()


@pytest.mark.parametrize("role", [Role.GROUP_HEAD, Role.MENTOR, Role.MENTEE])
def test_only_managers_mark_rows(client, program, role):
    item = make_item(program)
    client.force_login(make_user(role, program.organization))

    assert post(client, "item_done", item).status_code == 403


@pytest.mark.parametrize("name", ["item_done", "item_undo", "item_update", "item_delete"])
def test_rows_of_a_stranger_are_not_found(client, curator, name):
    assert post(client, name, make_item()).status_code == 404


def test_a_row_is_read_by_the_staff_and_not_by_strangers(client, program):
    item = make_item(program)
    client.force_login(make_user(Role.GROUP_HEAD, program.organization))

    pages = [client.get(reverse("programs:item_detail", args=[i.pk])) for i in (item, make_item())]

    assert [page.status_code for page in pages] == [200, 404]


def test_readers_get_no_buttons_of_change(client, program):
    make_item(program)
    client.force_login(make_user(Role.GROUP_HEAD, program.organization))

    assert "Отметить выполнение" not in roadmap(client, program).content.decode()


@pytest.mark.parametrize("view", RoadmapView.values)
@pytest.mark.parametrize("number", [1, 3, 300])
def test_the_roadmap_costs_the_same_with_any_number_of_rows(client, curator, program, number, view):
    make_item(program, due_on=PAST)
    cost = queries_of(lambda: roadmap(client, program, view=view))
    RoadmapItem.objects.bulk_create(
        RoadmapItem(
            program=program,
            title="Строка " * 20,
            position=n,
            due_on=timezone.localdate() - timedelta(days=n),
        )
        for n in range(number)
    )

    assert queries_of(lambda: roadmap(client, program, view=view)) == cost
