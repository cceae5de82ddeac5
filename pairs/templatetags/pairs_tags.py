"""Pairs on the pages of other apps: the cabinet, a person's card, the public page."""

from collections import Counter

from django import template
from django.utils import timezone

from mentoring_portal.shared.plurals import counted
from pairs.domain.small_numbers import LEAST_TOLD, told_parts
from pairs.enums import PairStatus
from pairs.models import Meeting, Pair, Plan
from pairs.services.named_pairs import read_named
from pairs.services.proof import Proof
from participants.services.withdrawal import withdrew
from programs.access import manages
from programs.enums import MentoringForm

register = template.Library()
WAITING_MEETINGS = 5
TONES = {
    PairStatus.PROPOSED: "info",
    PairStatus.ACCEPTED: "info",
    PairStatus.ACTIVE: "good",
    PairStatus.PAUSED: "warn",
    PairStatus.COMPLETED: "neutral",
    PairStatus.TERMINATED: "bad",
    PairStatus.REJECTED: "neutral",
}


@register.inclusion_tag("pairs/_named_offer.html", takes_context=True)
def named_pairs(context, program):
    """«В таблице названы действующие пары: N», for whoever may make them."""
    if not manages(context["request"].user, program.organization):
        return {}
    reading = read_named(program=program)
    asked = sum(1 for question in reading.questions if question.choices)
    return {"program": program, "number": len(reading.pairs), "questions": asked}


@register.inclusion_tag("pairs/_my_pairs.html", takes_context=True)
def my_pairs(context):
    """The user's own pairs on either side; for a mentee also meetings that wait for an answer."""
    user = context["request"].user
    today = timezone.localdate()
    progressing = Pair.objects.with_progress(getattr(user, "person", None))
    pairs = progressing.with_people().with_plan(today)
    pairs = pairs.order_by("-starts_on", "pk")
    waiting = Meeting.objects.unanswered_by(user).exclude(pair__mentor__person__user=user)
    asking = Plan.objects.asking(user).select_related("pair__mentor__person")
    return {
        "asking": asking.prefetch_related("pair__members__mentee__person"),
        "leading": pairs.of_mentor(user),
        "learning": pairs.of_mentee(user),
        "waiting": waiting.select_related("pair")[:WAITING_MEETINGS],
    }


@register.inclusion_tag("pairs/_person_pairs.html", takes_context=True)
def person_pairs(context, person):
    """Pairs of ``person`` that the reader of the card may see."""
    pairs = Pair.objects.visible_to(context["request"].user).of_person(person)
    return {
        "pairs": pairs.with_people().with_progress(person).order_by("-pk"),
        "person": person,
        "left": bool(withdrew({person.pk}, timezone.localdate())),
    }


@register.filter
def left_by(pair, person):
    """The last day of ``person`` in a group that they have left; None of whoever is in it."""
    own = [member for member in pair.members.all() if member.mentee.person_id == person.pk]
    is_gone = own and all(member.left_on for member in own)
    return max(member.left_on for member in own) if is_gone else None


@register.inclusion_tag("pairs/_pair_viewers.html")
def pair_viewers(person):
    """The other people of the person's pairs: each sees the name and the meetings."""
    pairs = Pair.objects.ordered().of_person(person).with_people().order_by("pk")
    return {"viewers": [viewer for pair in pairs for viewer in other_sides(pair, person)]}


def other_sides(pair, person):
    people = [(pair.mentor.person, "наставник")]
    people += [(mentee.person, "наставляемый") for mentee in pair.mentees]
    for other, side in people:
        if other.pk != person.pk:
            yield {"name": other.full_name, "side": side, "writes": side == "наставник"}


@register.inclusion_tag("pairs/_pair_figures.html")
def pair_figures(program):
    """How many people are ready, how many pairs work, in which forms: exact, for the staff."""
    pairs = Pair.objects.of_program(program).ordered()
    ordered = list(pairs.values_list("status", "form"))
    states = Counter(status for status, form in ordered)
    forms = Counter(form for status, form in ordered)
    numbers = {
        "наставляемых в реестре": program.mentees.approved().count(),
        "наставников в реестре": program.mentors.approved().count(),
        "пар и групп закреплено приказами": len(ordered),
        "из них действуют": states[PairStatus.ACTIVE],
        "встреч проведено": Meeting.objects.filter(pair__in=pairs).count(),
    }
    return {
        "tiles": [{"label": label, "count": count} for label, count in numbers.items()],
        "forms": [(label, forms[code]) for code, label in MentoringForm.choices if forms[code]],
    }


@register.inclusion_tag("pairs/_public_figures.html")
def public_figures(program):
    """The same for everybody: one or two pairs are never told from each other."""
    pairs = Pair.objects.of_program(program).ordered()
    counts = Counter(pairs.values_list("form", flat=True))
    forms = {label: counts[code] for code, label in MentoringForm.choices}
    total, parts = told_parts(forms)
    tiles = [{"count": total, "label": "пар и групп закреплено приказами"}]
    if counts.total() >= LEAST_TOLD:
        held = Meeting.objects.filter(pair__in=pairs).count()
        tiles.append({"count": held, "label": "встреч проведено"})
    return {"tiles": tiles if counts else [], "forms": parts}


@register.filter
def met(reasons):
    """The weightiest reason for a pair."""
    return next((reason["text"] for reason in reasons if reason["points"]), "")


@register.filter
def unmet(reasons):
    """What does not fit, or could not be checked."""
    unmet = (reason for reason in reasons if not (reason["points"] or reason.get("partly")))
    return [reason["text"] for reason in unmet]


@register.filter
def warning_of(pair, limits):
    """What is wrong with the size of the group."""
    return limits.warning(pair)


@register.filter
def proof(matching):
    """What of a step is proven, with its figures."""
    return Proof(matching) if matching else None


@register.filter
def signed(number):
    """«+7», «−7», «0»: a change of a sum."""
    return f"{number:+d}".replace("-", "−") if number else "0"


@register.filter
def status_tone(status):
    return TONES.get(status, "neutral")


@register.filter
def counted_pairs(number):
    return counted(number, "пара", "пары", "пар")


@register.filter
def counted_meetings(number):
    return counted(number, "встреча", "встречи", "встреч")


@register.filter
def counted_mentees(number):
    """In the genitive: «для 1 наставляемого, для 11 наставляемых»."""
    return counted(number, "наставляемого", "наставляемых", "наставляемых")


@register.filter
def counted_days(number):
    return counted(number, "день", "дня", "дней")


@register.filter
def hours(minutes):
    """«45 мин», «2 ч», «3 ч 15 мин»."""
    whole, rest = divmod(minutes or 0, 60)
    parts = [f"{whole}\u00a0ч" if whole else "", f"{rest}\u00a0мин" if rest or not whole else ""]
    return "\u00a0".join(part for part in parts if part)
