"""Choosing the mentees whom a mentor wishes: a search and two buttons, without scripts."""

from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from mentoring_portal.shared.lists import PAGE_SIZES
from participants.forms.wish import MenteeWishForm, WishSearchForm
from participants.models import Mentee, Mentor
from participants.services import mentor_wish as service
from participants.services.wish import MOST_WISHES
from programs.access import manager_required


@require_safe
@manager_required
def mentor_wish_list(request, pk):
    mentor = mentor_for(request, pk)
    search = WishSearchForm(request.GET)
    text = search.cleaned_data["q"] if search.is_valid() else ""
    pages = Paginator(service.choices(mentor, text), PAGE_SIZES[0])
    context = {
        "program": mentor.program,
        "mentor": mentor,
        "wished": service.wished(mentor),
        "most": MOST_WISHES,
        "search": search,
        "text": text,
        "page_obj": pages.get_page(request.GET.get("page")),
        "query": urlencode({"q": text}) if text else "",
    }
    return render(request, "participants/mentor_wish_list.html", context)


@require_POST
@manager_required
def mentor_wish_add(request, pk):
    return change(request, pk, service.add)


@require_POST
@manager_required
def mentor_wish_remove(request, pk):
    return change(request, pk, service.remove)


def change(request, pk, act):
    mentor = mentor_for(request, pk)
    form = MenteeWishForm(request.POST, mentees=Mentee.objects.of_program(mentor.program))
    try:
        if not form.is_valid():
            raise ValidationError("Выберите наставляемого этой программы.")
        act(mentor=mentor, mentee=form.cleaned_data["mentee"], by=request.user)
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
    query = request.GET.urlencode()
    back = reverse("participants:mentor_wish_list", args=[pk])
    return redirect(f"{back}?{query}" if query else back)


def mentor_for(request, pk):
    mentors = Mentor.objects.editable_by(request.user).with_cards()
    return get_object_or_404(mentors, pk=pk)
