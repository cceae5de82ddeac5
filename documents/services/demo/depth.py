"""What the cards of the demo school hold beside the official columns. All of it is invented."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import cycle

from pairs.models import Pair
from participants.enums import AnalysisMethod, ClearanceKind, RequestSource
from participants.models import Clearance, Mentee, Mentor, NeedsAnalysis, Tag
from participants.services.clearance import standings
from programs.models import Program

TAGS = ("олимпиада", "проект", "театр", "шахматы", "профориентация", "наука")
DAYS = ("пн, ср", "вт, чт", "пт", "ср, сб", "пн, вт, чт")
HOURS = ("15:00–17:00", "14:30–16:00", "16:00–18:00", "13:00–14:00, 16:00–17:00")
KINDS = (["traditional"], ["traditional", "group"], ["situational"])
CONCLUSIONS = (
    "Интересуется инженерным делом, не хватает уверенности при выступлениях. Подойдёт "
    "наставник, который ведёт проекты.",
    "Отстаёт по геометрии после смены школы. Нужны короткие регулярные занятия.",
    "Занимается на уровне олимпиады, ищет собеседника по предмету.",
    "Трудно знакомиться в новом классе. Начать лучше с общего дела.",
)
# (the mentor's result, the mentee's)
PRACTICES = (
    ("Провёл цикл занятий по трудным темам.", "Поднял оценку за четверть на балл."),
    ("Открытый урок вместе с наставляемым.", "Ведёт уроки уверенно, освоил разбор занятий."),
    ("Школьный проект представлен на конференции.",),
)
# Cards beyond these stay as a table would have left them.
FILLED = 60
# (kind, issued so many days ago, ends in so many days), by the mentor from outside.
PAPERS = (
    (("no_record", 200, None), ("medical", 400, -35)),
    (("no_record", 90, None), ("medical", 350, 15)),
    (("no_record", 200, None), ("medical", 200, 165)),
    (),
)


def deepen(
    *, program: Program, mentors: Sequence[Mentor], mentees: Sequence[Mentee], today: date
) -> None:
    """After the pairs: the story of the demo school stays as it was."""
    fill(mentors[:FILLED], mentees[:FILLED])
    tag(program, mentors[:FILLED], mentees[:FILLED])
    analyze(mentees[: 2 * len(CONCLUSIONS)], today)
    wish(mentees[:6], mentors)
    certify(program, today)
    tell_practices(program)


def fill(mentors: Sequence[Mentor], mentees: Sequence[Mentee]) -> None:
    for row, days, hours in zip([*mentors, *mentees], cycle(DAYS), cycle(HOURS), strict=False):
        row.free_days, row.free_hours = days, hours
    for number, (mentor, kinds) in enumerate(zip(mentors, cycle(KINDS), strict=False)):
        mentor.kinds = kinds
        mentor.portfolio_url = "" if number % 5 else "https://example.org/portfolio"
    for number, (mentee, source) in enumerate(zip(mentees, cycle(RequestSource), strict=False)):
        mentee.request_source, mentee.needs_support = source, number % 9 == 4
    Mentor.objects.bulk_update(mentors, ["free_days", "free_hours", "kinds", "portfolio_url"])
    fields = ["free_days", "free_hours", "request_source", "needs_support"]
    Mentee.objects.bulk_update(mentees, fields)


def tag(program: Program, mentors: Sequence[Mentor], mentees: Sequence[Mentee]) -> None:
    tags = Tag.objects.bulk_create(
        Tag(organization=program.organization, name=name) for name in TAGS
    )
    for model, rows in ((Mentor, mentors), (Mentee, mentees)):
        column = f"{model._meta.model_name}_id"
        model.tags.through.objects.bulk_create(
            model.tags.through(**{column: row.pk, "tag_id": tags[number % len(tags)].pk})
            for number, row in enumerate(rows)
            if number % 3
        )


def analyze(mentees: Sequence[Mentee], today: date) -> None:
    NeedsAnalysis.objects.bulk_create(
        NeedsAnalysis(
            mentee=mentee,
            method=method,
            held_on=today - timedelta(days=50 + number),
            held_by="педагог-психолог",
            conclusion=conclusion,
        )
        for number, (mentee, method, conclusion) in enumerate(
            zip(mentees, cycle(AnalysisMethod), cycle(CONCLUSIONS), strict=False)
        )
    )


def wish(mentees: Sequence[Mentee], mentors: Sequence[Mentor]) -> None:
    links = Mentee.wishes.through
    links.objects.bulk_create(
        links(mentee_id=mentee.pk, mentor_id=mentor.pk)
        for number, mentee in enumerate(mentees)
        for mentor in mentors[number : number + 2]
    )


def tell_practices(program: Program) -> None:
    """Some working pairs have shown what they did: the bank of practices is not empty."""
    pairs = Pair.objects.of_program(program).ordered().with_people()[: len(PRACTICES)]
    for number, (pair, texts) in enumerate(zip(pairs, PRACTICES, strict=False), 1):
        for row, text in zip((pair.mentor, *pair.mentees), texts, strict=False):
            row.results = text
            row.case_link = f"https://example.org/practices/{number}"
            row.save(update_fields=["results", "case_link"])


def certify(program: Program, today: date) -> None:
    """One whose certificate is over, one that runs out soon, one in order, one with nothing."""
    asked = [standing.mentor.person for standing in standings(program, today)]
    Clearance.objects.bulk_create(
        Clearance(
            person=person,
            kind=ClearanceKind(kind),
            number=f"{person.pk}-С",
            issued_on=today - timedelta(days=issued),
            valid_until=None if ends is None else today + timedelta(days=ends),
        )
        for person, papers in zip(asked, cycle(PAPERS), strict=False)
        for kind, issued, ends in papers
    )
