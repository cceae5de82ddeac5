from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from participants.models import Person
from participants.services import account
from participants.services.clearance import shown_of
from participants.services.consent import missing_of
from participants.services.consent_text import papers_of
from participants.services.representative import is_asked_of
from participants.services.signers import ON_PAPER
from participants.services.withdrawal import withdrew
from participants.views.participants import newest_program
from programs.access import manager_required, staff_required


@require_safe
@staff_required
def person_detail(request, pk):
    person = get_object_or_404(Person.objects.visible_to(request.user).with_cards(), pk=pk)
    context = card(request, person) | {"program": newest_program(person)}
    return render(request, "participants/person_detail.html", context)


def card(request, person):
    today = timezone.localdate()
    rows = [*person.mentors.all(), *person.mentees.all()]
    for row in rows:
        row.person = person
    context = {
        "person": person,
        "age": person.age_on(today),
        "rows": sorted(rows, key=lambda row: -row.program.start_year),
        "lacks": missing_of(rows, today).get(person.pk, []),
        "consents": papers_of(person, today),
        "can_edit": Person.objects.editable_by(request.user).contains(person),
        "can_login": bool(rows) or person.represented.exists(),
        "on_paper": ON_PAPER,
        "has_withdrawn": person.pk in withdrew({person.pk}, today),
        "represents": person.represented.select_related("child"),
    }
    if is_asked_of(person, today):
        context["representatives"] = person.representatives.select_related("person")
    return context | shown_of(person, today)


@require_POST
@manager_required
def account_give(request, pk):
    """The password stands on the answer itself and nowhere else: not in a session, not in a log."""
    person = get_object_or_404(Person.objects.editable_by(request.user), pk=pk)
    try:
        login = account.give(person=person, by=request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect("participants:person_detail", pk)
    return render(request, "participants/account_given.html", {"person": person, "login": login})


@require_POST
@manager_required
def account_stop(request, pk):
    person = get_object_or_404(Person.objects.editable_by(request.user), pk=pk)
    try:
        account.stop(person=person, by=request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, f"Вход для «{person.full_name}» остановлен.")
    return redirect("participants:person_detail", pk)
