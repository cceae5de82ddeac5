"""A button of the card moves a mentor or a mentee; whoever has pairs is asked about first."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.html import format_html

from mentoring_portal.shared.transitions import TransitionError
from participants.enums import ParticipantStatus
from participants.forms.move import MoveForm
from participants.models import Mentor
from participants.services import enrollment
from participants.services.open_pairs import going_on, left_behind
from participants.views.participants import detail_of, list_words
from programs.views.answers import words_of

TOLD = "Это касается открытых пар"
HOW = {
    True: "Их наставляемые останутся без наставника: сразу после этого портал предложит замену.",
    False: "Сразу после этого портал откроет пару, чтобы вы решили, как с ней быть.",
}
GOING_ON = (
    "Действующих пар: {}. Приостановка их не прекращает, она только не даёт предлагать новые. "
    "Если встречи прекратятся, замените наставника: портал подберёт, кому передать наставляемых."
)


def move(request, pk, *, model):
    """One participant to the state that the pressed button names."""
    rows = model.objects.editable_by(request.user).select_related("person", "program__organization")
    participant = get_object_or_404(rows, pk=pk)
    form = MoveForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Выберите действие на карточке.")
        return redirect(detail_of(participant))
    status = form.cleaned_data["status"]
    pairs, working = left_behind(participant, status), going_on(participant, status)
    if (pairs or working) and not form.cleaned_data["sure"]:
        about = told_of_left(participant, pairs) if pairs else told_of_working(participant, working)
        return ask(request, participant, status, about)
    if not carried_out(request, participant, status):
        return redirect(detail_of(participant))
    return redirect(where_to(participant, pairs))


def told_of_left(participant, pairs):
    text = f"{TOLD}: {len(pairs)}. {HOW[isinstance(participant, Mentor)]}"
    return {"text": text, "items": [line(pair) for pair in pairs], "danger": True}


def told_of_working(mentor, pairs):
    return {
        "text": GOING_ON.format(len(pairs)),
        "items": [line(pair) for pair in pairs],
        "other": "Заменить наставника",
        "other_url": reverse("pairs:mentor_replace", args=[mentor.pk]),
    }


def ask(request, participant, status, about):
    """The page that names the pairs; its button comes back here with «sure»."""
    words = list_words(type(participant), participant.program)
    context = {
        "program": participant.program,
        "heading": f"{enrollment.ACTIONS[status]}: {participant}?",
        "form": MoveForm(initial={"status": status, "sure": True}),
        "submit": enrollment.ACTIONS[status],
        "cancel_url": detail_of(participant),
        "trail": [
            (words["list_title"], words["list_url"]),
            (str(participant), detail_of(participant)),
        ],
    }
    return render(request, "confirm_page.html", context | about)


def line(pair):
    url = reverse("pairs:pair_detail", args=[pair.pk])
    return format_html('<a href="{}">{}</a>: {}', url, pair.names, pair.get_status_display())


def carried_out(request, participant, status):
    try:
        outcome = enrollment.move(participants=[participant], status=status, by=request.user)
    except (TransitionError, ValidationError) as refusal:
        messages.error(request, words_of(refusal))
        return False
    label = ParticipantStatus(status).label
    messages.success(request, f"{participant}: теперь в состоянии «{label}».")
    if outcome.without_consents and status == ParticipantStatus.APPROVED:
        messages.warning(request, "Не хватает обязательных согласий: они перечислены на карточке.")
    return True


def where_to(participant, pairs):
    """On to the pairs that are left behind: a mentor is replaced, a mentee's pair is decided."""
    if not pairs:
        return detail_of(participant)
    if isinstance(participant, Mentor):
        return reverse("pairs:mentor_replace", args=[participant.pk])
    return reverse("pairs:pair_detail", args=[pairs[0].pk])
