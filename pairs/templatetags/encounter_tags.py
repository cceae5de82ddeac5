"""Group meetings and talks without a pair on the pages of events and in the cabinet."""

from django import template

from pairs.enums import FeedbackSide
from pairs.models import Encounter
from pairs.services.choice import chosen_by, meetings_today, present_at
from pairs.services.encounter import mentors_for
from programs.enums import EventKind

register = template.Library()
RECENT = 5


@register.inclusion_tag("pairs/_choosers.html")
def choosers(event, side, rows, can_edit):
    """Names, each a link to the sheet of the choice for whoever may fill it in."""
    return {"event": event, "side": side, "rows": rows, "can_edit": can_edit}


@register.inclusion_tag("pairs/_event_pairing.html")
def event_pairing(event, is_staff, can_edit, has_begun):
    """What the pairs need of an event: choices of a group meeting, rounds of speed mentoring."""
    return {
        "event": event,
        "is_meeting": is_staff and event.kind == EventKind.PAIRING_GROUP_MEETING,
        "is_speed": is_staff and event.kind == EventKind.SPEED,
        "can_edit": can_edit,
        "has_begun": has_begun,
    }


@register.inclusion_tag("pairs/_my_choices.html")
def my_choices(person):
    """Today's group meetings where the person was noted, with one's own choice by side."""
    return {"rows": [row for event in meetings_today(person) for row in own_sides(event, person)]}


def own_sides(event, person):
    present, chosen = present_at(event), chosen_by(event)
    for side in (FeedbackSide.MENTOR, FeedbackSide.MENTEE):
        own = [pk for pk, row in present.rows(side).items() if row.person_id == person.pk]
        for pk in own:
            names = present.rows("mentee" if side == FeedbackSide.MENTOR else "mentor")
            told = [names[one] for one in chosen[side, pk] if one in names]
            yield {"event": event, "side": side.value, "chosen": told}


@register.inclusion_tag("pairs/_my_encounters.html", takes_context=True)
def my_encounters(context):
    """The mentor's own last talks without a pair, and where to write down the next one."""
    user = context["request"].user
    own = Encounter.objects.of_mentor(user).held().with_people()
    programs = [row.program for row in mentors_for(user)]
    return {"programs": programs, "encounters": own[:RECENT] if programs else []}


@register.inclusion_tag("pairs/_encounter_state.html")
def encounter_state(encounter, today):
    """A line of a schedule waits for its day, then for somebody to tick it."""
    if encounter.is_held:
        words = "состоялась", "good"
    elif encounter.day >= today:
        words = "запланирована", "info"
    else:
        words = "не отмечена", "neutral"
    return {"label": words[0], "tone": words[1], "goes_on": encounter.goes_on}
