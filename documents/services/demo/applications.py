"""People who applied to the demo school themselves; nobody has been accepted yet."""

from datetime import date

from mentoring_portal.shared.names import split_name
from participants.enums import ApplicationKind
from participants.services.application import decline, submit
from participants.services.application_link import open_link

MENTEES = (
    # (name, years of age on 1 September, answers)
    (
        "Ромашкин Тимофей Ильич",
        15,
        {
            "position": "9 «Б»",
            "request": "Хочу подготовиться к олимпиаде по физике, но не знаю, с чего начать.",
            "interests": "физика, велосипед",
            "free_days": "вт, чт",
            "free_hours": "с 15 до 17",
            "wished_mentor": "Кто-нибудь из победителей прошлого года",
        },
    ),
    (
        "Незабудкина Варвара Олеговна",
        12,
        {
            "position": "6 «А»",
            "request": "Стесняется отвечать у доски и выступать.",
            "parent_name": "Незабудкина Ольга Петровна",
            "parent_relation": "mother",
            "parent_phone": "8 (000) 000-01-12",
        },
    ),
    ("Подсолнухов Яков Львович", 16, {"position": "10 «А»", "request": "Учусь в другой школе."}),
)
MENTORS = (
    (
        "Ясенев Матвей Денисович",
        34,
        {
            "workplace": "ООО «Речной завод приборов»",
            "position": "инженер-конструктор",
            "competences": "Черчение, 3D-моделирование, подготовка проекта к защите.",
            "achievements": "Наставник команды – призёра областного конкурса проектов.",
            "preferred_age": "14–17 лет",
            "time_resource": "2 часа в неделю",
            "max_mentees": 2,
            "forms": ["employer_student"],
            "free_days": "ср, сб",
        },
    ),
)
REFUSAL = "Учится в другой школе: заявку нужно подать там."


def receive(program, by) -> None:
    """Both links are open; three applications wait, one was declined."""
    links = {
        kind: open_link(program=program, kind=kind, open_until=None, by=by)
        for kind in ApplicationKind
    }
    sent = [send(links[ApplicationKind.MENTEE], program.year, *row) for row in MENTEES]
    for row in MENTORS:
        send(links[ApplicationKind.MENTOR], program.year, *row)
    decline(application=sent[-1], reason=REFUSAL, by=by)


def send(link, year, name: str, age: int, answers: dict):
    return submit(
        link=link,
        name=split_name(name),
        birth_date=date(year.start_year - age, 6, 1),
        answers=answers,
        phone="" if "parent_phone" in answers else "8 (000) 000-00-00",
    )
