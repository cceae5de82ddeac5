"""Plans in tests: who signs in, what a form sends, an agreed plan."""

from datetime import date

from django.urls import reverse

from pairs.models import PlanAgreement
from pairs.services.plan_agreement import people_of
from programs.enums import Role
from tests.builders import make_pair, make_plan, make_plan_task, make_user

TODAY = date(2026, 11, 21)


def sign_in(client, pair, role):
    """As the curator of the school, as its group head, or as a side of the pair."""
    people = {Role.MENTOR: pair.mentor.person, Role.MENTEE: pair.mentees[0].person}
    user = make_user(role, pair.program.organization)
    if role in people:
        people[role].user = user
        people[role].save()
    client.force_login(user)
    return user


def make_agreed(pair=None, status="agreed", **fields):
    """A plan with one task, agreed by everybody."""
    plan = make_plan(pair or make_pair(), status=status, **fields)
    make_plan_task(plan)
    for person in people_of(plan.pair):
        PlanAgreement.objects.create(plan=plan, person=person, agreed_on=date(2026, 10, 20))
    return plan


def url(name, pk):
    return reverse(f"pairs:{name}", args=[pk])


def plan_data(page, **fields):
    """What the form of the plan would send as it stands on ``page``."""
    form = page.context["form"]
    data = {name: form[name].value() or "" for name in form.fields}
    return {key: str(value) for key, value in (data | fields).items()}


def errors(page):
    return {key: list(value) for key, value in page.context["form"].errors.items()}
