"""Who represents a child, and whose name stands in the child's papers."""

from functools import partial

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from participants.forms.representative import (
    KnownRepresentativeForm,
    NewRepresentativeForm,
)
from participants.forms.signer import RepresentativeNameForm
from participants.models import Consent, Person, Representative
from participants.services import representative as service
from participants.services.signers import ON_PAPER
from participants.views.participants import newest_program
from programs.access import manager_required
from programs.views.answers import attempt, done, form_page, saved

CARD = "participants:person_detail"


def child_for(request, pk):
    """A minor of the school; nobody else has such a page."""
    people = Person.objects.editable_by(request.user).with_cards()
    child = get_object_or_404(people, pk=pk)
    if not service.is_asked_of(child, timezone.localdate()):
        raise Http404
    return child


@manager_required
def representative_create(request, person_pk):
    """A new adult, with a search among the known ones above the form."""
    child = child_for(request, person_pk)
    form = NewRepresentativeForm(request.POST or None, organization=child.organization)
    if form.is_bound and saved(form, lambda: form.link(child, request.user)):
        return added(request, form)
    text = request.GET.get("q", "")
    return form_page(
        request,
        form,
        template="participants/representative_form.html",
        heading="Законный представитель",
        child=child,
        text=text,
        found=service.search(child, text),
        submit="Записать представителя",
        **place(child),
    )


@manager_required
def representative_choose(request, person_pk, pk):
    """An adult whom the portal knows."""
    child = child_for(request, person_pk)
    person = get_object_or_404(service.adults_of(child), pk=pk)
    form = KnownRepresentativeForm(request.POST or None)
    if form.is_bound and saved(form, lambda: form.link(child, request.user, person)):
        return added(request, form)
    return form_page(
        request,
        form,
        heading="Законный представитель",
        lead=f"{person} будет представлять: {child}.",
        submit="Записать представителя",
        **place(child),
    )


def added(request, form):
    link = form.saved
    return done(request, f"{link}: записано.", CARD, link.child_id)


@require_POST
@manager_required
def representative_delete(request, pk):
    links = Representative.objects.editable_by(request.user)
    link = get_object_or_404(links.select_related("child__organization", "person"), pk=pk)
    act = partial(service.remove, link=link, by=request.user)
    return attempt(request, act, f"{link.person} больше не представитель.", CARD, link.child_id)


@manager_required
def consent_name(request, pk):
    """The only thing of a recorded paper that may still be typed: who signed for the child."""
    papers = Consent.objects.editable_by(request.user).select_related("person__organization")
    consent = get_object_or_404(papers, pk=pk, representative=ON_PAPER)
    form = RepresentativeNameForm(request.POST or None, consent=consent)
    if form.is_bound and saved(form, lambda: form.name(consent, request.user)):
        return done(request, "ФИО представителя вписано.", CARD, consent.person_id)
    return form_page(
        request,
        form,
        heading="Кто подписал согласие",
        lead=f"{consent}, подписано {consent.signed_on:%d.%m.%Y}. Впишите ФИО, как в бумаге.",
        submit="Вписать",
        **place(consent.person),
    )


def place(person):
    url = reverse(CARD, args=[person.pk])
    return {"program": newest_program(person), "trail": [(str(person), url)], "cancel_url": url}
