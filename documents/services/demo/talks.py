"""The quest where the demo school's people chose each other, and its talks without a pair."""

from datetime import date, time, timedelta

from pairs.enums import EncounterKind, FeedbackSide
from pairs.models import Encounter
from pairs.services import encounter as talk
from pairs.services import rotation
from pairs.services.choice import Chooser, record_choices
from participants.models import Mentee, Mentor
from participants.services.attendance import mark_attendance
from programs.enums import EventKind, StageCode
from programs.models import Event, Program
from programs.services.event import hold_event, save_event

CAME = 12
RESULT = "Команды прошли восемь станций и назвали, с кем хотят работать дальше."
SPEED_TITLE = "Скоростные встречи «Десять минут с мастером»"
SPEED_DAY, SPEED_ROUNDS, SPEED_MINUTES = (11, 11), 3, 10
SPEED_MENTORS, SPEED_MENTEES = 4, 6
# (month, day, question, outcome, go on)
SITUATIONS = (
    (10, 21, "Как начать выступление, когда страшно?", "Прорепетировали первые фразы.", True),
    (11, 6, "Ученики не слушают в начале урока.", "Договорились попробовать разминку.", False),
    (11, 17, "С чего начать школьный проект?", "Составили список из пяти шагов.", False),
)


def hold_talks(program: Program, today: date, by) -> None:
    """Only what has taken place by ``today``."""
    mentors = list(program.mentors.approved().by_name())
    mentees = list(program.mentees.approved().by_name())
    if mentors and mentees:
        choose(program, mentors[:CAME], mentees[:CAME], today, by)
        meet_quickly(program, mentors[-SPEED_MENTORS:], mentees[-SPEED_MENTEES:], today, by)
        help_on_the_spot(program, mentors, mentees, today, by)


def choose(program, mentors: list[Mentor], mentees: list[Mentee], today: date, by) -> None:
    quest = program.events.filter(kind=EventKind.PAIRING_GROUP_MEETING).first()
    if quest is None or quest.starts_on >= today:
        return
    came = [row.person_id for row in (*mentors, *mentees)]
    mark_attendance(event=quest, shown=came, chosen=came, today=today, by=by)
    quest.result = RESULT
    hold_event(event=quest, today=today, by=by)
    record_choices(event=quest, choices=choices_of(mentors, mentees), by=by)


def choices_of(mentors: list[Mentor], mentees: list[Mentee]) -> dict[Chooser, list[int]]:
    """People of one form: every third keeps silent, so the results have something of each."""
    found: dict[Chooser, list[int]] = {}
    for number, mentee in enumerate(mentees):
        suited = [row for row in mentors if fits(row, mentee) and number % 3 != 2]
        start = number % max(1, len(suited))
        for mentor in (suited[start:] + suited[:start])[:2]:
            found.setdefault((FeedbackSide.MENTEE.value, mentee.pk), []).append(mentor.pk)
            back = found.setdefault((FeedbackSide.MENTOR.value, mentor.pk), [])
            if mentee.pk not in back and len(back) < 3 and number % 2 == 0:
                back.append(mentee.pk)
    return {chooser: chosen for chooser, chosen in found.items() if chosen}


def fits(mentor: Mentor, mentee: Mentee) -> bool:
    others = mentor.person_id != mentee.person_id
    return others and (not mentor.forms or mentee.form in mentor.forms)


def meet_quickly(program, mentors: list[Mentor], mentees: list[Mentee], today, by) -> None:
    event = Event(
        program=program,
        kind=EventKind.SPEED,
        title=SPEED_TITLE,
        stage=StageCode.PAIR_WORK,
        starts_on=program.year.day(*SPEED_DAY),
        starts_at=time(15, 30),
        place="Библиотека",
        audience="Все, кто хочет задать вопрос мастеру",
        responsible="куратор программы",
    )
    save_event(event=event, by=by)
    people = {row.person_id for row in mentors}
    others = [row for row in mentees if row.person_id not in people]
    least = rotation.least_rounds(len(mentors), len(others))
    rounds = min(max(SPEED_ROUNDS, least), rotation.most_rounds(len(mentors), len(others)))
    talks = rotation.draw_up(
        event=event, mentors=mentors, mentees=others, rounds=rounds, minutes=SPEED_MINUTES, by=by
    )
    if event.starts_on + timedelta(days=1) <= today:
        held = [one.pk for number, one in enumerate(talks) if number % 7 != 6]
        rotation.mark(event=event, held=held, goes_on=held[1::5], by=by)


def help_on_the_spot(program, mentors: list[Mentor], mentees: list[Mentee], today, by) -> None:
    for number, (month, day, topic, outcome, goes_on) in enumerate(SITUATIONS):
        held_on = program.year.day(month, day)
        mentor, mentee = mentors[number % len(mentors)], mentees[-1 - number % len(mentees)]
        if held_on > today or mentor.person_id == mentee.person_id:
            continue
        one = Encounter(
            program=program,
            kind=EncounterKind.SITUATIONAL,
            mentor=mentor,
            mentee=mentee,
            day=held_on,
            minutes=20,
            topic=topic,
            outcome=outcome,
            goes_on=goes_on,
        )
        talk.record(encounter=one, by=by)
