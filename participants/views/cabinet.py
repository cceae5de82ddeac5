from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from participants.models import Person
from participants.services.visibility import children_of
from participants.views.people import card


@require_safe
def cabinet(request):
    """The home of a mentor, a mentee and a parent: who I am, my programs, pairs, children."""
    person = Person.objects.of_user(request.user).with_cards().first()
    if person is None:
        return render(request, "participants/cabinet_empty.html")
    children = children_of(request.user, timezone.localdate())
    context = card(request, person) | {"children": children}
    return render(request, "participants/cabinet.html", context)
