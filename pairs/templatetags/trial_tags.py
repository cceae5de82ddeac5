"""The answers after the trial meeting: in the cabinet, on the pair's page, in the list."""

from django import template
from django.utils import timezone

from pairs import access
from pairs.domain.trial import TrialState
from pairs.models import Pair, Verdict
from pairs.services.terms import terms_of
from pairs.services.trial import asked_side, other_side, said, trial_of
from pairs.services.verdict import silent_sides

register = template.Library()
LABELS = {
    TrialState.REFUSED: ("не подошли", "bad"),
    TrialState.OVERDUE: ("нет ответа в срок", "warn"),
    TrialState.WAITING: ("ждём ответа", "info"),
    TrialState.SETTLED: ("куратор поговорил", "neutral"),
    TrialState.FITS: ("подошли", "good"),
}


@register.inclusion_tag("pairs/_trial_questions.html", takes_context=True)
def trial_questions(context):
    """«Подошли ли вы друг другу?» for every own pair that has not heard an answer yet."""
    user = context["request"].user
    given = Verdict.objects.filter(person__user=user).values("pair")
    asking = Pair.objects.asking_verdict(user).exclude(pk__in=given)
    return {"rows": [question(pair, user) for pair in asking.with_people().with_trial()]}


def question(pair, user):
    names = other_side(pair, user)
    trial = trial_of(pair, terms_of(pair.program).verdict_days)
    return {"pair": pair, "names": names, "trial": trial, "today": timezone.localdate()}


@register.inclusion_tag("pairs/_trial_card.html", takes_context=True)
def trial_card(context, pair):
    """The school reads every answer, a side only its own; whoever joined later is not asked."""
    user = context["request"].user
    tried = Pair.objects.with_trial().with_people().get(pk=pair.pk)
    trial = trial_of(tried, terms_of(pair.program).verdict_days)
    if trial.state == TrialState.NONE:
        return {}
    side = asked_side(tried, user)
    reads = access.reads_all(user, tried)
    if side is None and not reads:
        return {}
    manager = reads and access.is_manager(user, pair.program)
    return {
        "pair": pair,
        "trial": trial,
        "state": LABELS[trial.state],
        "is_refused": trial.state == TrialState.REFUSED,
        "sides": said(tried) if reads else [],
        "manager": manager,
        "silent": silent_sides(tried) if manager else [],
        "answers": not reads,
        "own": Verdict.objects.filter(pair=pair, person=side).first() if side else None,
        "csrf_token": context.get("csrf_token"),
    }


@register.inclusion_tag("pairs/_trial_badge.html", takes_context=True)
def trial_badge(context, pair):
    """Of a pair in a list; the term is read once a page."""
    program = context.get("program") or pair.program
    cache = context.render_context
    if "verdict_days" not in cache:
        cache["verdict_days"] = terms_of(program).verdict_days
    state = trial_of(pair, cache["verdict_days"]).state
    return {"state": LABELS.get(state)}
