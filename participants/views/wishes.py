"""Choosing whom a mentee or a mentor wishes: a search and two buttons, without scripts."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from mentoring_portal.shared.lists import PAGE_SIZES
from participants.forms.wish import WishForm, WishSearchForm
from participants.models import Mentee, Mentor
from participants.services import wish as service
from participants.views.participants import first_error
from programs.access import manager_required
from programs.views.answers import saved, with_query


@dataclass(frozen=True)
class Side:
    """What the page says of one side of the base; ``code`` begins the names of its pages."""

    code: str
    many: str
    of_many: str
    tells: str

    @property
    def base(self):
        return f"participants:{self.code}_list"

    @property
    def card(self):
        return f"participants:{self.code}_detail"


SIDES = {
    Mentor: Side("mentor", "наставники", "наставников", "Компетенции"),
    Mentee: Side("mentee", "наставляемые", "наставляемых", "Запрос"),
}
PAGES = {Mentor: "participants:mentor_wish", Mentee: "participants:wish"}


@require_safe
@manager_required
def wish_list(request, pk, base):
    owner = owner_for(request, pk, base)
    search = WishSearchForm(request.GET)
    text = search.cleaned_data["q"] if search.is_valid() else ""
    pages = Paginator(service.choices(owner, text), PAGE_SIZES[0])
    context = {
        "program": owner.program,
        "owner": owner,
        "own": SIDES[base],
        "other": SIDES[owner.wishes.model],
        "add": f"{PAGES[base]}_add",
        "remove": f"{PAGES[base]}_remove",
        "wished": service.wished(owner),
        "most": service.MOST_WISHES,
        "search": search,
        "text": text,
        "page_obj": pages.get_page(request.GET.get("page")),
        "query": urlencode({"q": text}) if text else "",
    }
    return render(request, "participants/wish_list.html", context)


@require_POST
@manager_required
def wish_add(request, pk, base):
    return change(request, owner_for(request, pk, base), service.add)


@require_POST
@manager_required
def wish_remove(request, pk, base):
    return change(request, owner_for(request, pk, base), service.remove)


def change(request, owner, act):
    form = WishForm(request.POST, owner=owner)
    if not saved(form, lambda: act(owner=owner, wanted=form.wanted, by=request.user)):
        messages.error(request, first_error(form))
    return redirect(with_query(request, f"{PAGES[type(owner)]}_list", owner.pk))


def owner_for(request, pk, base):
    return get_object_or_404(base.objects.editable_by(request.user).with_cards(), pk=pk)
