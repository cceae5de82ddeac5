"""Choosing the mentors whom a mentee wishes: a search and two buttons, without scripts."""

from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from mentoring_portal.shared.lists import PAGE_SIZES
from participants.forms.wish import WishForm, WishSearchForm
from participants.models import Mentee, Mentor
from participants.services import wish as service
from programs.access import manager_required


@require_safe
@manager_required
def wish_list(request, pk):
    mentee = mentee_for(request, pk)
    search = WishSearchForm(request.GET)
    text = search.cleaned_data["q"] if search.is_valid() else ""
    pages = Paginator(service.choices(mentee, text), PAGE_SIZES[0])
    context = {
        "program": mentee.program,
        "mentee": mentee,
        "wished": service.wished(mentee),
        "most": service.MOST_WISHES,
        "search": search,
        "text": text,
        "page_obj": pages.get_page(request.GET.get("page")),
        "query": urlencode({"q": text}) if text else "",
    }
    return render(request, "participants/wish_list.html", context)


@require_POST
@manager_required
def wish_add(request, pk):
    return change(request, pk, service.add)


@require_POST
@manager_required
def wish_remove(request, pk):
    return change(request, pk, service.remove)


def change(request, pk, act):
    mentee = mentee_for(request, pk)
    form = WishForm(request.POST, mentors=Mentor.objects.of_program(mentee.program))
    try:
        if not form.is_valid():
            raise ValidationError("Выберите наставника этой программы.")
        act(mentee=mentee, mentor=form.cleaned_data["mentor"], by=request.user)
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
    query = request.GET.urlencode()
    back = reverse("participants:wish_list", args=[pk])
    return redirect(f"{back}?{query}" if query else back)


def mentee_for(request, pk):
    mentees = Mentee.objects.editable_by(request.user).with_cards()
    return get_object_or_404(mentees, pk=pk)
