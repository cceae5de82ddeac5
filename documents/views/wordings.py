"""«Тексты документов»: the school words its papers itself, within the catalogue of braces."""

from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from documents.forms.wording import WordingForm
from documents.kinds import KINDS
from documents.rendering.html import to_html
from documents.services import wording as service
from documents.views.documents import own_program
from programs.access import manager_required
from programs.enums import MANAGER_ROLES
from programs.views.answers import done, saved


@require_safe
@manager_required
def wording_list(request, program_pk):
    program = own_program(request, program_pk, MANAGER_ROLES)
    context = {"program": program, "shelves": service.shelves(program.organization)}
    return render(request, "documents/wording_list.html", context)


@manager_required
def wording_update(request, program_pk, code):
    program, kind = place(request, program_pk, code)
    organization = program.organization
    form = WordingForm(request.POST or None, kind=kind, organization=organization)
    if form.is_bound and saved(
        form,
        lambda: service.save(
            organization=organization, kind=kind, texts=form.cleaned_data, by=request.user
        ),
    ):
        return done(request, "Текст сохранён.", "documents:wording_update", program.pk, code)
    return page(request, program, kind, form)


@manager_required
@require_POST
def wording_preview(request, program_pk, code):
    """How a paper would look with the texts of the form; nothing is saved."""
    program, kind = place(request, program_pk, code)
    form = WordingForm(request.POST, kind=kind, organization=program.organization)
    if not form.is_valid():
        return page(request, program, kind, form)
    try:
        sheet = to_html(service.preview(kind, program, form.cleaned_data))
    except ValidationError as error:
        return page(request, program, kind, form, problems=error.messages)
    return page(request, program, kind, form, sheet=sheet)


@manager_required
def wording_reset(request, program_pk, code):
    program, kind = place(request, program_pk, code)
    url = reverse("documents:wording_update", args=[program.pk, code])
    if request.method == "POST":
        service.reset(organization=program.organization, kind=kind, by=request.user)
        return done(request, "Тексты портала возвращены.", url)
    context = {
        "program": program,
        "heading": "Вернуть тексты портала?",
        "text": f"Тексты школы для вида «{kind.label}» будут удалены.",
        "items": ["Зарегистрированные документы не изменятся."],
        "submit": "Вернуть тексты портала",
        "danger": True,
        "cancel_url": url,
        "trail": [(kind.label, url)],
    }
    return render(request, "confirm_page.html", context)


def place(request, program_pk, code):
    """The program and the kind; one without texts of its own has no such page."""
    program, kind = own_program(request, program_pk, MANAGER_ROLES), KINDS.get(code)
    if kind is None or not kind.worded:
        raise Http404
    return program, kind


def page(request, program, kind, form, **shown):
    context = {
        "program": program,
        "kind": kind,
        "form": form,
        "words": service.words(kind, program),
        "manners": service.manners(program),
        **shown,
    }
    return render(request, "documents/wording_form.html", context)
