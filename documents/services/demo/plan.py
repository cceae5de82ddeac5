"""The passport and the calendar plan of the demo school: two forms, events held and ahead."""

from datetime import date, time, timedelta

from documents.services.demo.mentor_school import open_mentor_school
from participants.services.attendance import mark_attendance
from programs.models import Event, Program, ProgramForm
from programs.services.event import hold_event, save_event
from programs.services.program import save_program
from programs.services.program_form import form_sample, program_sample, role_models_of, save_form

FORMS = {"student_student": ["traditional", "group"], "teacher_teacher": ["traditional", "reverse"]}
# (kind, title, stage, month, day, place, audience, result)
EVENTS = (
    ("pedsovet", "Педагогический совет «Наставничество в гимназии»", "conditions", 9, 4,
     "Актовый зал", "Педагоги гимназии", "Утвердили программу и рабочую группу."),
    ("mentor_school", "«Школа наставников»: первое занятие", "selection_training", 10, 7,
     "Кабинет 12", "Наставники", "Разобрали план первой встречи и правила общения."),
    ("pairing_group_meeting", "Квест «Найди своего наставника»", "pairing", 10, 14,
     "Спортивный зал", "Наставники и наставляемые", ""),
    ("seminar", "Семинар «Как говорить о трудностях»", "pair_work", 12, 9,
     "Кабинет 12", "Наставники", ""),
    ("reflection", "Итоговая рефлексия пар и групп", "completion", 5, 12,
     "Библиотека", "Наставники и наставляемые", ""),
    ("final_event", "Фестиваль наставничества", "completion", 5, 26,
     "Актовый зал", "Все участники, родители, партнёры", ""),
)  # fmt: skip
RESPONSIBLE = "куратор программы"


def make_plan(program: Program, today: date, by) -> None:
    sample = program_sample(program)
    program.tasks, program.expected_results = sample["tasks"], sample["expected_results"]
    save_program(program=program, by=by)
    for form, kinds in FORMS.items():
        models = role_models_of(form)[:2]
        row = ProgramForm(
            program=program, form=form, role_models=models, kinds=kinds, **form_sample(form)
        )
        save_form(form=row, by=by)
    for line in EVENTS:
        add_event(program, line, today, by)
    open_mentor_school(program, today, by)


def add_event(program: Program, line: tuple, today: date, by) -> None:
    kind, title, stage, month, day, place, audience, result = line
    event = Event(
        program=program,
        kind=kind,
        title=title,
        stage=stage,
        starts_on=program.year.day(month, day),
        starts_at=time(15),
        place=place,
        audience=audience,
        responsible=RESPONSIBLE,
    )
    save_event(event=event, by=by)
    if result and event.starts_on + timedelta(days=1) <= today:
        event.result, event.guests = result, 3
        hold_event(event=event, today=today, by=by)
        came = list(program.mentors.order_by("pk").values_list("person", flat=True)[:12])
        mark_attendance(event=event, shown=came, chosen=came, today=today, by=by)
