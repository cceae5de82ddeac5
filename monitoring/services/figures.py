"""What happened in a program within a window, as plain numbers for a report."""

from collections import Counter, defaultdict

from monitoring.domain.periods import Window
from pairs.enums import FeedbackSide, MeetingKind
from pairs.models import Feedback, Meeting, Pair
from participants.models import Mentee, Mentor, Person
from programs.enums import MentoringForm

MONTHS = (
    "январь",
    "февраль",
    "март",
    "апрель",
    "май",
    "июнь",
    "июль",
    "август",
    "сентябрь",
    "октябрь",
    "ноябрь",
    "декабрь",
)


def worked_pairs(program, window: Window) -> list[Pair]:
    """Pairs that worked on at least one day of the window, with their people."""
    pairs = Pair.objects.filter(program=program)
    return list(pairs.active_between(window.start, window.end).with_people())


def by_form(pairs: list[Pair], window: Window) -> list[dict]:
    """Participants of every form; a person counts once in a form, however many pairs."""
    grouped = defaultdict(list)
    for pair in pairs:
        grouped[pair.form].append(pair)
    order = [*MentoringForm.values, ""]
    return [form_row(form, grouped[form], window) for form in order if grouped[form]]


def form_row(form: str, pairs: list[Pair], window: Window) -> dict:
    groups = sum(1 for pair in pairs if is_group(pair, window))
    return {
        "form": form,
        "label": MentoringForm(form).label if form else "форма не указана",
        "mentors": len(mentor_people(pairs)),
        "mentees": len(mentee_people(pairs, window)),
        "pairs": len(pairs) - groups,
        "groups": groups,
    }


def is_group(pair: Pair, window: Window) -> bool:
    """By who is in it on the last day of the window, or on its own last day before that."""
    day = min(window.end, pair.ended_on or window.end)
    return len(people_of(pair, Window(day, day))) > 1


def totals(pairs: list[Pair], forms: list[dict], window: Window) -> dict:
    """People count once in the whole program, so the totals are not the sums of the forms."""
    return {
        "mentors": len(mentor_people(pairs)),
        "mentees": len(mentee_people(pairs, window)),
        "pairs": sum(row["pairs"] for row in forms),
        "groups": sum(row["groups"] for row in forms),
    }


def mentor_people(pairs: list[Pair]) -> set[int]:
    return {pair.mentor.person_id for pair in pairs}


def mentee_people(pairs: list[Pair], window: Window) -> set[int]:
    return {person.pk for pair in pairs for person in people_of(pair, window)}


def people_of(pair: Pair, window: Window) -> set[Person]:
    """Mentees of at least one day: one who left counts, one who joins later does not."""
    members = pair.members.all()
    return {row.mentee.person for row in members if row.was_in(window.start, window.end)}


def meetings_of(program, window: Window) -> list[Meeting]:
    meetings = Meeting.objects.filter(pair__program=program)
    return list(meetings.in_period(window.start, window.end).select_related("pair__mentor"))


def meeting_figures(meetings: list[Meeting], window: Window) -> dict:
    kinds = Counter(meeting.kind for meeting in meetings)
    months = Counter((meeting.day.year, meeting.day.month) for meeting in meetings)
    return {
        "count": len(meetings),
        "minutes": sum(meeting.minutes for meeting in meetings),
        "pairs": len({meeting.pair_id for meeting in meetings}),
        "by_kind": [
            {"label": MeetingKind(kind).label, "count": kinds[kind]} for kind in MeetingKind.values
        ],
        "by_month": [
            {"label": f"{MONTHS[month - 1]} {year}", "count": months[year, month]}
            for year, month in months_between(window)
        ],
    }


def months_between(window: Window) -> list[tuple[int, int]]:
    first = window.start.year * 12 + window.start.month - 1
    last = window.end.year * 12 + window.end.month - 1
    return [(month // 12, month % 12 + 1) for month in range(first, last + 1)]


def feedback_of(meetings: list[Meeting]) -> list[Feedback]:
    return list(Feedback.objects.filter(meeting__in=[meeting.pk for meeting in meetings]))


def feedback_figures(meetings: list[Meeting], feedback: list[Feedback]) -> dict:
    from_mentees = [item for item in feedback if item.side == FeedbackSide.MENTEE]
    return {
        "count": len(feedback),
        "from_mentees": len(from_mentees),
        "from_mentors": len(feedback) - len(from_mentees),
        "meetings_with_feedback": len({item.meeting_id for item in from_mentees}),
        "meetings": len(meetings),
    }


def mentee_ratings(feedback: list[Feedback]) -> dict[int, list[int]]:
    ratings = defaultdict(list)
    for item in feedback:
        if item.side == FeedbackSide.MENTEE:
            ratings[item.person_id].append(item.rating)
    return ratings


def mentor_ratings(meetings: list[Meeting], feedback: list[Feedback]) -> dict[int, list[int]]:
    """How mentors rate: their record of each meeting and their feedback, if any."""
    ratings = defaultdict(list)
    for meeting in meetings:
        ratings[meeting.pair.mentor.person_id].append(meeting.rating)
    for item in feedback:
        if item.side == FeedbackSide.MENTOR:
            ratings[item.person_id].append(item.rating)
    return ratings


def base_figures(program) -> dict:
    """How many people the two bases hold, and how many of them are in the registry."""
    return {
        "mentors": Mentor.objects.filter(program=program).in_base().count(),
        "mentors_approved": Mentor.objects.filter(program=program).approved().count(),
        "mentees": Mentee.objects.filter(program=program).in_base().count(),
        "mentees_approved": Mentee.objects.filter(program=program).approved().count(),
    }
