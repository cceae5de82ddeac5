"""Loading bases: nothing by a preview, everything or nothing by an apply, no silent doubles."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError

from mentoring_portal.shared.spreadsheets import SpreadsheetError, Table
from participants.enums import ImportAction, ImportStatus
from participants.models import ImportBatch, Mentee, Mentor, Occupation, Person, Tag
from participants.services.import_batch import apply, check, examine, preview, remap
from tests.assertions import queries_of
from tests.builders import make_mentee, make_person, make_program
from tests.participants.workbooks import (
    mentee_row,
    mentees,
    mentor_row,
    mentors,
    table,
    workbook,
)

pytestmark = pytest.mark.django_db


def checked(program, data, filename="база.xlsx", **options):
    return check(program=program, data=data, filename=filename, by=None, **options)


def loaded(program, data, **options):
    return apply(batch=checked(program, data), by=None, **options)


def counts():
    return [model.objects.count() for model in (Person, Mentee, Mentor, Occupation, Tag)]


def actions(batch):
    return [line.action for line in preview(batch).lines]


def test_a_preview_writes_no_person_and_no_row_of_a_base(program):
    batch = checked(program, mentees(mentee_row()))

    found = preview(batch)

    assert found.summary == {
        "kind": "mentees",
        "rows": 1,
        "valid": 1,
        "invalid": 0,
        "people": 1,
        "created": 1,
        "updated": 0,
        "unchanged": 0,
        "errors": [],
        "warnings": [],
    }
    assert counts() == [0, 0, 0, 0, 0]


def test_the_name_of_the_file_never_reaches_the_disk(program):
    batch = checked(program, mentees(mentee_row()), filename="Лосева Анна.xlsx")

    assert batch.file.name == f"imports/{batch.key}"
    assert batch.filename == "Лосева Анна.xlsx"


def test_loaded_mentees_are_candidates_with_the_values_of_the_file(program):
    loaded(program, mentees(mentee_row(main_request="выбор профессии")))

    mentee = Mentee.objects.get()
    assert (mentee.status, mentee.form, mentee.request) == (
        "candidate",
        "student_student",
        "выбор профессии",
    )
    assert (mentee.person.full_name, mentee.person.birth_year, mentee.person.sex) == (
        "Лосева Анна Петровна",
        2012,
        "f",
    )
    assert mentee.person.name_key == "лосева анна петровна"


def test_wishes_of_a_mentor_become_numbers(program):
    loaded(program, mentors(mentor_row()))

    mentor = Mentor.objects.get()
    assert (mentor.age_from, mentor.age_to, mentor.max_mentees) == (12, 16, 1)
    assert mentor.hours_month == Decimal("8.0")
    assert mentor.forms == ["teacher_teacher"]


def test_what_people_are_in_life_follows_from_the_form(program):
    mentor = mentor_row(form="работодатель – ученик")
    loaded(program, workbook(table("mentees", [mentee_row()]), table("mentors", [mentor])))

    found = Occupation.objects.order_by("kind").values_list("person__last_name", "kind")
    assert list(found) == [("Орлов", "employer_worker"), ("Лосева", "pupil")]


def test_the_same_file_again_changes_nothing(program):
    data = mentees(mentee_row(), mentee_row("Мирон Олег Юрьевич"))
    loaded(program, data)
    before = counts()

    again = loaded(program, data)

    assert (again["created"], again["updated"], again["unchanged"]) == (0, 0, 2)
    assert counts() == before


def test_a_changed_cell_updates_the_row_and_an_empty_one_erases_nothing(program):
    loaded(program, mentees(mentee_row(results="призёр")))

    again = loaded(program, mentees(mentee_row(main_request="новый запрос")))

    mentee = Mentee.objects.get()
    assert (again["created"], again["updated"]) == (0, 1)
    assert (mentee.request, mentee.results) == ("новый запрос", "призёр")
    assert mentee.search_key == "новый запрос"


def test_an_upload_leaves_the_state_of_known_rows_alone(program):
    loaded(program, mentees(mentee_row()))
    Mentee.objects.update(status="approved")

    loaded(program, mentees(mentee_row(main_request="новый запрос")))

    assert Mentee.objects.get().status == "approved"


def test_a_row_with_an_error_refuses_the_whole_table(program):
    batch = checked(program, mentees(mentee_row(), mentee_row("", num=2)))

    with pytest.raises(ValidationError, match="строка 3, столбец «ФИО наставляемого»"):
        apply(batch=batch, by=None)

    assert counts() == [0, 0, 0, 0, 0]
    batch.refresh_from_db()
    assert batch.status == ImportStatus.CHECKED


def test_rows_without_errors_are_loaded_when_asked(program):
    batch = checked(program, mentees(mentee_row(), mentee_row("", num=2)))

    result = apply(batch=batch, skip_invalid=True, by=None)

    assert (result["valid"], result["invalid"], result["created"]) == (1, 1, 1)
    assert Mentee.objects.count() == 1


def test_a_failure_in_the_middle_leaves_nothing(program, monkeypatch):
    batch = checked(program, mentees(mentee_row()))

    def fail(*args, **options):
        raise DatabaseError

    monkeypatch.setattr("participants.services.import_write.write_tags", fail)
    with pytest.raises(DatabaseError):
        apply(batch=batch, by=None)

    assert counts() == [0, 0, 0, 0, 0]


def test_one_table_is_loaded_once(program):
    batch = checked(program, mentees(mentee_row()))
    apply(batch=batch, by=None)

    with pytest.raises(ValidationError, match="уже загружена"):
        apply(batch=batch, by=None)


def test_what_changed_since_the_check_is_seen_when_loading(program):
    batch = checked(program, mentees(mentee_row()))
    person = make_person("Лосева Анна Петровна", organization=program.organization)
    make_mentee(program, person=person, request="", entry_date=None)

    result = apply(batch=batch, by=None)

    assert (result["created"], result["updated"]) == (0, 1)
    assert Person.objects.count() == 1


@pytest.mark.parametrize(
    "spelling",
    ["ЛОСЕВА анна петровна", "Лосева  Анна   Петровна", "Лoceва Анна Петровна"],
)
def test_spellings_of_one_name_are_one_person(program, spelling):
    loaded(program, mentees(mentee_row()))

    again = loaded(program, mentees(mentee_row(spelling)))

    assert (again["created"], Person.objects.count()) == (0, 1)


def test_yo_and_ye_are_one_letter(program):
    loaded(program, mentees(mentee_row("Королёва Алёна Фёдоровна")))

    again = loaded(program, mentees(mentee_row("Королева Алена Федоровна")))

    assert again["unchanged"] == 1


def test_namesakes_of_other_years_are_two_people(program):
    result = loaded(program, mentees(mentee_row(year=2010), mentee_row(year=2014)))

    assert (result["people"], result["created"], result["warnings"]) == (2, 2, [])


def test_a_repeated_row_fills_only_empty_columns(program):
    result = loaded(
        program, mentees(mentee_row(), mentee_row(main_request="другой", results="призёр"))
    )

    mentee = Mentee.objects.get()
    assert (result["people"], result["created"], result["unchanged"]) == (1, 1, 1)
    assert (mentee.request, mentee.results) == ("подготовка к олимпиаде", "призёр")


def test_a_likeness_is_a_question_with_its_row_and_column(program):
    make_person("Лосева Анна Петровна", organization=program.organization, birth_year=2012)
    batch = checked(program, mentees(mentee_row("Лосева А. П.")))

    assert actions(batch) == [ImportAction.QUESTION]
    notes = batch.summary["warnings"]
    assert [(note["row"], note["column"]) for note in notes][-1] == (2, "ФИО наставляемого")
    assert "Лосева Анна Петровна (2012 г. р.)" in notes[-1]["message"]


def test_a_question_answered_yes_makes_no_new_person(program):
    known = make_person("Лосева Анна Петровна", organization=program.organization, birth_year=2012)
    batch = checked(program, mentees(mentee_row("Лосева А. П.")))

    apply(batch=batch, same=["0:2"], by=None)

    assert Mentee.objects.get().person == known
    assert Person.objects.count() == 1


def test_a_row_that_was_a_question_is_known_when_it_comes_again(program):
    make_person("Лосева Анна Петровна", organization=program.organization, birth_year=2012)
    data = mentees(mentee_row("Лосева А. П."))
    loaded(program, data)

    again = loaded(program, data)

    assert (again["created"], again["unchanged"]) == (0, 1)


def test_people_of_another_organization_are_strangers(program):
    make_person("Лосева Анна Петровна", birth_year=2012)

    result = loaded(program, mentees(mentee_row()))

    assert (result["created"], result["warnings"]) == (1, [])


def test_one_person_may_stand_in_both_bases(program):
    data = workbook(
        table("mentees", [mentee_row("Орлов Пётр Ильич", "", form="учитель – учитель")]),
        table("mentors", [mentor_row("Орлов Пётр Ильич")]),
    )

    result = loaded(program, data)

    assert (result["kind"], result["mentees"], result["mentors"]) == ("both", 1, 1)
    assert (result["people"], Person.objects.count()) == (1, 1)


def test_a_chosen_kind_contradicting_the_columns_is_refused(program):
    with pytest.raises(ValidationError, match="В файле база наставляемых, а выбрана база наст"):
        checked(program, mentees(mentee_row()), kind="mentors")


@pytest.mark.parametrize(
    ("data", "filename"),
    [(b"", "a.xlsx"), (b"PK\x03\x04broken", "a.xlsx"), (b"%PDF-1.7", "a.xlsx")],
)
def test_a_bad_file_is_refused_with_a_sentence(program, data, filename):
    with pytest.raises(SpreadsheetError, match=r"\.$"):
        checked(program, data, filename=filename)

    assert ImportBatch.objects.count() == 0


def test_a_table_that_is_no_base_is_refused(program):
    data = workbook(Table(["Товар", "Цена"], [["мел", 10]]))

    with pytest.raises(ValidationError, match="не нашлось таблицы базы"):
        checked(program, data)


def test_a_table_without_people_is_refused(program):
    with pytest.raises(ValidationError, match="нет ни одной строки с человеком"):
        checked(program, mentees())


def test_a_column_mapped_by_hand_is_read(program):
    titles = ["ФИО наставляемого", "Год рождения", "Запрос", "Ник"]
    rows = [["Лосева Анна Петровна", 2012, "выбор профессии", "чтение"]]
    batch = checked(program, workbook(Table(titles, rows)))

    remap(batch=batch, kind=batch.kind, mapping={"ник": "interests"}, by=None)
    batch.refresh_from_db()
    apply(batch=batch, by=None)

    assert Mentee.objects.get().interests == "чтение"


def test_tags_of_a_table_are_common_to_the_organization(program):
    titles = ["ФИО наставляемого", "Год рождения", "Запрос", "Метки"]
    rows = [
        ["Лосева Анна Петровна", 2012, "олимпиада", "#физика #спорт"],
        ["Мирон Олег Юрьевич", 2012, "олимпиада", "#физика"],
    ]
    data = workbook(Table(titles, rows))
    loaded(program, data)

    again = loaded(program, data)

    assert (Tag.objects.count(), again["unchanged"]) == (2, 2)
    assert [len(row.tags.all()) for row in Mentee.objects.by_name()] == [2, 1]


def people(number):
    letters = "абвгдежзиклмнопр"
    return [
        mentee_row(f"Лосева{letters[n // 16 % 16]}{letters[n % 16]} Анна Петровна")
        for n in range(number)
    ]


def test_loading_costs_the_same_queries_for_one_row_and_for_two_hundred():
    def cost(number):
        batch = checked(make_program(), mentees(*people(number)))
        return queries_of(lambda: apply(batch=batch, by=None))

    assert cost(200) == cost(1)


def test_checking_costs_the_same_queries_for_one_row_and_for_two_hundred(program):
    def cost(number):
        data = mentees(*people(number))
        return queries_of(lambda: examine(program=program, data=data, filename="a.xlsx"))

    assert cost(200) == cost(1)
