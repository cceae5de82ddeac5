from django.shortcuts import render
from django.views.decorators.http import require_safe

from participants.models import Person
from participants.views.people import card


@require_safe
def cabinet(request):
    """The home of a mentor and of a mentee: who I am, my programs, my pairs, my consents."""
    person = Person.objects.of_user(request.user).with_cards().first()
    if person is None:
        return render(request, "participants/cabinet_empty.html")
    return render(request, "participants/cabinet.html", card(request, person))
