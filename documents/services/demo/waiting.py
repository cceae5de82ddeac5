"""Who of the demo school waits: without a pair, with support, after the trial meeting."""

from datetime import date, timedelta

from pairs.enums import FeedbackSide, MeetingKind, VerdictWay
from pairs.models import Meeting, SupportRecord, Verdict
from pairs.services.unpaired import unpaired
from programs.enums import PUPIL_MENTEE_FORMS

PSYCHOLOGIST = "педагог-психолог Лебедева Вера Олеговна"
SUPPORTED = 3
TALKS = (
    (
        "Обсудили, чего ждёт от наставника и почему это важно. Настроение спокойное.",
        "Рассказать об интересах куратору: так подобрать пару проще.",
    ),
    (
        "Беседа о школьных делах и друзьях. Огорчает, что пара нашлась не сразу.",
        "Пригласить на групповую встречу: там знакомятся с наставниками.",
    ),
    (
        "Игра на знакомство в малой группе. Охотная помощь младшим.",
        "",
    ),
)
REFUSAL = "Разный темп: договориться о времени встреч не получается."


def make_waiting(program, today: date, by) -> None:
    """Half of the base came in September, the rest this month; two pairs gave no clear answer."""
    first = max(program.year.start, min(program.year.day(9, 10), today))
    late = max(first, today - timedelta(days=12))
    mentees = list(program.mentees.order_by("pk").values_list("pk", flat=True))
    program.mentees.filter(pk__in=mentees[::2]).update(listed_on=first)
    program.mentees.filter(pk__in=mentees[1::2]).update(listed_on=late)
    support(program, first, today, by)
    answer_trials(program, today)


def support(program, first: date, today: date, by) -> None:
    """One meeting is due today, one is planned, one mentee has nothing planned yet."""
    pupils = unpaired(program).filter(form__in=PUPIL_MENTEE_FORMS)
    waiting = pupils.order_by("pk")[:SUPPORTED]
    plans = (today, today + timedelta(days=9), None)
    SupportRecord.objects.bulk_create(
        SupportRecord(
            mentee=mentee,
            held_on=max(first, today - timedelta(days=14 - number)),
            held_by=PSYCHOLOGIST,
            content=content,
            advice=advice,
            next_on=next_on,
            recorded_by=by,
        )
        for number, (mentee, (content, advice), next_on) in enumerate(
            zip(waiting, TALKS, plans, strict=False)
        )
    )


def answer_trials(program, today: date) -> None:
    """One pair does not suit each other; the mentee who signs in has not answered yet."""
    trials = Meeting.objects.filter(pair__program=program, kind=MeetingKind.TRIAL)
    held = dict(trials.values_list("pair", "day"))
    pairs = list(program.pairs.filter(pk__in=held).with_people().with_progress().order_by("pk"))
    silent = max(pairs, key=lambda pair: (pair.meetings_count, -pair.pk), default=None)
    refusing = next((pair for pair in reversed(pairs) if pair != silent), None)
    verdicts = []
    for pair in pairs:
        day = min(held[pair.pk] + timedelta(days=2), today)
        verdicts.append(verdict(pair, pair.mentor.person, FeedbackSide.MENTOR, True, day))
        for number, mentee in enumerate(pair.mentees if pair != silent else ()):
            fits = pair != refusing or number > 0
            verdicts.append(verdict(pair, mentee.person, FeedbackSide.MENTEE, fits, day))
    Verdict.objects.bulk_create(verdicts)


def verdict(pair, person, side, fits: bool, day: date) -> Verdict:
    """Whoever never signs in was asked in a talk."""
    return Verdict(
        pair=pair,
        person=person,
        side=side,
        fits=fits,
        comment="" if fits else REFUSAL,
        given_on=day,
        way="" if person.user_id else VerdictWay.TALK,
    )
