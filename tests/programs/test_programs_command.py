"""manage.py programs: the numbers that the other commands ask for."""

import json
from io import StringIO

import pytest
from django.core.management import call_command

from tests.builders import make_program

pytestmark = pytest.mark.django_db


def answer(**options):
    output = StringIO()
    call_command("programs", stdout=output, **options)
    return output.getvalue()


def test_one_object_lists_the_programs():
    program = make_program(title="Наставник рядом")

    assert json.loads(answer(json=True)) == {
        "programs": [
            {
                "id": program.pk,
                "name": "Наставник рядом",
                "organization": program.organization.short_name,
                "year": "2026–2027",
                "status": "active",
            }
        ]
    }


def test_without_programs_the_list_is_empty():
    assert json.loads(answer(json=True)) == {"programs": []}


def test_a_person_reads_a_line_a_program():
    program = make_program(title="Наставник рядом")

    assert answer() == (
        f"{program.pk}: Наставник рядом, {program.organization.short_name}, 2026–2027, active\n"
    )
