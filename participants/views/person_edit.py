"""The card of a person by itself: for parents, heads and others who stand in no base, too."""

from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from participants.enums import OccupationKind
from participants.forms.person import PersonForm
from participants.forms.person_card import ExperienceForm, NameFormsForm
from participants.models import Person
from participants.services.person import save_person
from participants.views.participants import newest_program
from programs.access import manager_required
from programs.views.answers import done

CARD = "participants:person_detail"


@manager_required
def person_update(request, pk):
    people = Person.objects.editable_by(request.user).with_cards()
    person = get_object_or_404(people, pk=pk)
    title = str(person)
    data = request.POST or None
    forms = (
        PersonForm(data, instance=person, organization=person.organization),
        ExperienceForm(data, person=person),
        NameFormsForm(data, person=person),
    )
    if data is not None and all([form.is_valid() for form in forms]):
        keep(forms, request.user)
        return done(request, f"{person}: сведения сохранены.", CARD, person.pk)
    context = {
        "person": person,
        "program": newest_program(person),
        "title": title,
        "forms": forms,
        "cancel_url": reverse(CARD, args=[person.pk]),
    }
    return render(request, "participants/person_form.html", context)


def keep(forms, user):
    who, experience, cases = forms
    person = who.instance
    person.name_forms = cases.corrected
    save_person(
        person=person,
        occupations=who.cleaned_data["occupations"],
        since={OccupationKind.TEACHER: experience.cleaned_data["teaches_since"]},
        by=user,
    )
