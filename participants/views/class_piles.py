"""«Все согласия 9 «А»»: a class, the kinds, the date and the people on one screen."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from mentoring_portal.shared.plurals import counted
from participants.forms.class_pile import ClassPileForm
from participants.services.consent import record_many
from participants.services.school_class import classes, with_lacks
from participants.views.participants import program_for
from programs.access import manager_required
from programs.enums import MANAGER_ROLES


@manager_required
def class_pile(request, program_pk):
    program = program_for(request, program_pk, MANAGER_ROLES)
    found = classes(program)
    name = request.GET.get("class", "")
    if name and name not in found:
        raise Http404
    rows = with_lacks(found.get(name, []), timezone.localdate())
    form = pile_form(request, rows)
    if form.is_bound and form.is_valid():
        return recorded(request, program, form)
    context = {
        "program": program,
        "classes": [(one, len(people)) for one, people in found.items()],
        "name": name,
        "form": form,
    }
    return render(request, "participants/class_pile.html", context)


def pile_form(request, rows):
    """«Отметить весь класс» records nothing: it ticks everyone and keeps what is typed above."""
    if "all" not in request.POST:
        return ClassPileForm(request.POST or None, rows=rows)
    typed = {name: request.POST.get(name, "") for name in ("signed_on", "valid_until")}
    everyone = [str(row.person_id) for row in rows]
    kinds = request.POST.getlist("kinds")
    return ClassPileForm(rows=rows, initial={**typed, "kinds": kinds, "people": everyone})


def recorded(request, program, form):
    data = form.cleaned_data
    number = record_many(
        participants=form.chosen,
        kinds=data["kinds"],
        signed_on=data["signed_on"],
        valid_until=data["valid_until"],
        by=request.user,
    )
    papers = counted(number, "согласие", "согласия", "согласий")
    messages.success(request, f"Записано: {papers}. Уже записанные второй раз не добавились.")
    query = urlencode({"class": request.GET.get("class", "")})
    return redirect(f"{reverse('participants:consent_class', args=[program.pk])}?{query}")
