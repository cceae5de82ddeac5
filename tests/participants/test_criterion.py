"""The checklist of selection: a line with points given by it is changed with care."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from participants.models import Selection, SelectionCriterion, SelectionMark
from participants.services import criterion as service
from tests.builders import make_curator, make_mentor, make_program

pytestmark = pytest.mark.django_db


def make_criterion(program=None, title="Опыт", **fields):
    program = program or make_program()
    return SelectionCriterion.objects.create(program=program, title=title, **fields)


def give(criterion, points):
    selection = Selection.objects.create(mentor=make_mentor(criterion.program))
    return SelectionMark.objects.create(selection=selection, criterion=criterion, points=points)


def titles(program):
    return [row.title for row in service.criteria_of(program)]


def test_the_greatest_point_does_not_go_below_a_given_one():
    criterion = make_criterion(most=5)
    give(criterion, 4)
    criterion.most = 3

    with pytest.raises(ValidationError, match="кто-то уже получил 4"):
        service.save(criterion=criterion, by=None)


def test_it_goes_down_to_the_given_one():
    criterion = make_criterion(most=5)
    give(criterion, 4)
    criterion.most = 4

    service.save(criterion=criterion, by=None)

    assert SelectionCriterion.objects.get().most == 4


def test_a_new_line_comes_last():
    program = make_program()
    make_criterion(program, "Опыт", position=7)

    service.save(criterion=SelectionCriterion(program=program, title="Отзывы"), by=None)

    assert titles(program) == ["Опыт", "Отзывы"]


@pytest.mark.parametrize(
    ("title", "step", "expected"),
    [
        ("б", -1, ["б", "а", "в"]),
        ("б", 1, ["а", "в", "б"]),
        ("а", -1, ["а", "б", "в"]),
        ("в", 1, ["а", "б", "в"]),
    ],
)
def test_a_line_moves_by_one_and_stops_at_the_ends(title, step, expected):
    program = make_program()
    rows = {name: make_criterion(program, name) for name in ("а", "б", "в")}

    service.move(criterion=rows[title], step=step, by=None)

    assert titles(program) == expected


def test_the_checklist_of_the_portal_is_added_once():
    program = make_program()

    added = service.fill_from_preset(program=program, by=None)

    assert added == len(titles(program)) == len(service.preset())
    with pytest.raises(ValidationError, match="уже есть"):
        service.fill_from_preset(program=program, by=None)


def test_last_year_gives_its_newest_checklist_without_points():
    program = make_program()
    for year, title in ((2024, "Старый"), (2025, "Прошлый")):
        former = make_program(organization=program.organization, start_year=year)
        give(make_criterion(former, title, most=7, is_required=True, hint="анкета"), 2)
    make_criterion(make_program(), "Чужой")

    service.copy_from_former(program=program, by=None)

    row = program.selection_criteria.get()
    assert (row.title, row.most, row.is_required, row.hint) == ("Прошлый", 7, True, "анкета")
    assert not row.marks.exists()


def test_without_a_former_checklist_nothing_is_copied():
    with pytest.raises(ValidationError, match="критериев нет"):
        service.copy_from_former(program=make_program(), by=None)


def test_deleting_asks_first_and_names_what_is_lost(client):
    criterion = make_criterion()
    give(criterion, 2)
    client.force_login(make_curator(criterion.program))
    url = reverse("participants:criterion_delete", args=[criterion.pk])

    page = client.get(url)

    assert page.context["text"] == (
        "«Опыт» исчезнет из перечня. Пропадут и баллы по нему у 1\u00a0кандидата, "
        "сумма баллов изменится."
    )
    client.post(url)
    assert SelectionMark.objects.count() == SelectionCriterion.objects.count() == 0


def test_the_page_moves_a_line(client):
    program = make_program()
    first = make_criterion(program, "а")
    make_criterion(program, "б")
    client.force_login(make_curator(program))

    client.post(reverse("participants:criterion_move", args=[first.pk]), {"step": "down"})

    assert titles(program) == ["б", "а"]


def test_a_stranger_does_not_edit_the_checklist(client):
    criterion = make_criterion()
    client.force_login(make_curator(make_program()))

    page = client.post(
        reverse("participants:criterion_update", args=[criterion.pk]), {"title": "Иное", "most": 3}
    )

    assert page.status_code == 404
