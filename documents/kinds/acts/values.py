"""Words in braces that acts and programs add to the common ones: what the passport says."""

from documents.domain.placeholders import BLANK, Value
from documents.domain.points import lowered, points, sentence_part
from pairs.models import Pair
from programs.models import Program, ProgramForm

# A list that nobody has filled in stays a point: as a line of its own it would take a number.
BLANK_POINT = f"– {BLANK}."
PROGRAM_NAMES = (
    "цель программы",
    "задачи программы",
    "результаты программы",
    "формы наставничества",
)


def program_values(document) -> dict[str, Value]:
    program = document.program
    return {
        "цель программы": sentence_part(program.goal) or None,
        "задачи программы": points(program.tasks.splitlines()) or BLANK_POINT,
        "результаты программы": points(program.expected_results.splitlines()) or BLANK_POINT,
        "формы наставничества": points(form_lines(program)) or BLANK_POINT,
    }


def form_lines(program: Program) -> list[str]:
    """The forms of the passport; before it is filled in, those of the pairs."""
    forms = [form_line(form) for form in program.forms.all()]
    if forms:
        return forms
    used = Pair.objects.of_program(program).ordered().exclude(form="").order_by("form")
    return [
        f"«{ProgramForm(form=form)}»" for form in used.values_list("form", flat=True).distinct()
    ]


def form_line(form: ProgramForm) -> str:
    """«ученик – ученик» (ролевые модели: …; виды наставничества: …): цель"""
    details = (
        ("ролевые модели", [f"«{label}»" for label in form.role_model_labels]),
        ("виды наставничества", [lowered(label) for label in form.kind_labels]),
    )
    inside = "; ".join(f"{name}: {', '.join(labels)}" for name, labels in details if labels)
    goal = sentence_part(form.goal)
    return f"«{form}»" + (f" ({inside})" if inside else "") + (f": {goal}" if goal else "")
