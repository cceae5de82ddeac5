from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from participants.enums import ApplicationKind
from participants.forms.application import LinkForm, TermForm
from participants.forms.apply import HEADINGS
from participants.models import ApplicationLink
from participants.rendering.qr import qr_svg
from participants.services import application_link as service
from participants.views.participants import managed, program_for
from programs.access import manager_required, staff_required
from programs.enums import MANAGER_ROLES, STAFF_ROLES
from programs.views.answers import done, form_page, saved

LIST = "participants:link_list"
OPENED = "Ссылка открыта. Если была прежняя, она больше не действует."


@require_safe
@staff_required
def link_list(request, program_pk):
    program = program_for(request, program_pk, STAFF_ROLES)
    links = {link.kind: link for link in program.application_links.opened()}
    cards = [
        {
            "kind": kind,
            "heading": HEADINGS[kind],
            "link": links.get(kind),
            "address": full_address(request, links.get(kind)),
            "accepts": kind in links and links[kind].accepts_on(timezone.localdate()),
        }
        for kind in ApplicationKind
    ]
    context = {"program": program, "cards": cards, "can_edit": managed(request, program)}
    return render(request, "participants/link_list.html", context)


@manager_required
def link_create(request, program_pk):
    """A first address or a new one instead of the one that leaked."""
    program = program_for(request, program_pk, MANAGER_ROLES)
    form = LinkForm(request.POST or None, initial={"kind": request.GET.get("kind", "")})

    def save():
        return service.open_link(program=program, by=request.user, **form.cleaned_data)

    if form.is_bound and saved(form, save):
        return done(request, OPENED, LIST, program.pk)
    lead = "Портал придумает новый адрес. Прежняя ссылка этого вида, если была, закроется."
    return form_page(request, form, lead=lead, **page(program, "Новая ссылка", "Открыть ссылку"))


@manager_required
def link_update(request, pk):
    link = editable(request, pk)
    form = TermForm(request.POST or None, initial={"open_until": link.open_until})

    def save():
        return service.set_term(link=link, by=request.user, **form.cleaned_data)

    if form.is_bound and saved(form, save):
        return done(request, "Срок приёма изменён.", LIST, link.program_id)
    return form_page(request, form, **page(link.program, "Срок приёма заявок", "Сохранить"))


@require_POST
@manager_required
def link_close(request, pk):
    link = editable(request, pk)
    service.close_link(link=link, by=request.user)
    return done(request, "Приём заявок по этой ссылке закрыт.", LIST, link.program_id)


@require_safe
@staff_required
def link_qr(request, pk):
    link = visible(request, pk)
    return HttpResponse(qr_svg(full_address(request, link)), content_type="image/svg+xml")


@require_safe
@staff_required
def link_sheet(request, pk):
    """A page for the board of the school: a big code and two sentences."""
    link = visible(request, pk)
    context = {
        "link": link,
        "organization": link.program.organization,
        "heading": HEADINGS[link.kind],
        "address": full_address(request, link),
    }
    return render(request, "participants/link_sheet.html", context)


def visible(request, pk):
    links = ApplicationLink.objects.visible_to(request.user)
    return get_object_or_404(links.select_related("program__organization"), pk=pk)


def editable(request, pk):
    links = ApplicationLink.objects.editable_by(request.user)
    return get_object_or_404(links.select_related("program__organization"), pk=pk)


def full_address(request, link):
    if link is None:
        return ""
    return request.build_absolute_uri(reverse("participants:apply", args=[link.token]))


def page(program, heading, submit):
    url = reverse(LIST, args=[program.pk])
    pile = reverse("participants:application_list", args=[program.pk])
    return {
        "program": program,
        "heading": heading,
        "submit": submit,
        "cancel_url": url,
        "trail": [("Заявки", pile), ("Ссылки", url)],
    }
