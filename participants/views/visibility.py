from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from participants.enums import ConsentKind
from participants.forms.consent import DISTRIBUTED
from participants.models import Person
from participants.services.consent_text import papers_of
from participants.services.distribution import allowed_fields
from participants.services.visibility import children_of, viewers


@require_safe
def visibility_own(request):
    """Who sees the data of the signed-in person."""
    person = Person.objects.of_user(request.user).with_cards().first()
    if person is None:
        return render(request, "participants/cabinet_empty.html")
    return show(request, person, is_own=True)


@require_safe
def visibility_child(request, pk):
    """The same about a child, for the representative only."""
    children = children_of(request.user, timezone.localdate())
    person = next((child for child in children if child.pk == pk), None)
    if person is None:
        raise Http404
    return show(request, person, is_own=False)


def show(request, person, *, is_own):
    today = timezone.localdate()
    shown = allowed_fields([person.pk], person.organization, today).get(person.pk, set())
    context = {
        "person": person,
        "is_own": is_own,
        "viewers": viewers(person, today),
        "public": [label for code, label in DISTRIBUTED if code in shown],
        "consents": papers_of(person, today),
        "distribution": ConsentKind.DISTRIBUTION.label,
    }
    return render(request, "participants/visibility.html", context)
