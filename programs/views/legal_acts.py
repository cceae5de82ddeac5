from functools import partial

from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from programs.access import manager_required, manages, staff_required
from programs.domain.legal_act import WORDS
from programs.enums import MANAGER_ROLES, STAFF_ROLES
from programs.forms.legal_act import LegalActForm
from programs.models import LegalAct
from programs.services import legal_act as service
from programs.views.answers import attempt, done, form_page, saved, with_query
from programs.views.own import program_for

LIST = "programs:legal_act_list"
HINT = (
    "Документы ссылаются только на сверенные акты, которые действуют на дату документа. "
    "Прежде чем отметить акт сверенным, сравните его реквизиты с официальным текстом."
)


def act_to_edit(request, program, pk):
    acts = LegalAct.objects.editable_by(request.user).of_organization(program.organization)
    return get_object_or_404(acts.select_related("organization"), pk=pk)


@require_safe
@staff_required
def legal_act_list(request, program_pk):
    program = program_for(request, program_pk, STAFF_ROLES)
    asked = request.GET.get("state", "")
    state = asked if asked in WORDS else ""
    page = service.act_page(
        organization=program.organization, day=timezone.localdate(), state=state
    )
    context = {
        "program": program,
        "hint": HINT,
        "state": state,
        "page": page,
        "can_edit": manages(request.user, program.organization),
    }
    return render(request, "programs/legal_act_list.html", context)


@manager_required
def legal_act_create(request, program_pk):
    program = program_for(request, program_pk, MANAGER_ROLES)
    return edit(request, program, LegalAct(), heading="Новый акт", submit="Добавить акт")


@manager_required
def legal_act_update(request, program_pk, pk):
    program = program_for(request, program_pk, MANAGER_ROLES)
    act = act_to_edit(request, program, pk)
    return edit(request, program, act, heading="Изменить акт", submit="Сохранить акт")


def edit(request, program, act, **words):
    form = LegalActForm(request.POST or None, instance=act, organization=program.organization)
    if request.method == "POST" and saved(form, lambda: form.save_by(request.user)):
        return done(request, f"Сохранено: {form.saved}.", LIST, program.pk)
    return form_page(
        request,
        form,
        program=program,
        trail=[("Нормативные акты", reverse(LIST, args=[program.pk]))],
        lead=HINT,
        cancel_url=reverse(LIST, args=[program.pk]),
        **words,
    )


@require_POST
@manager_required
def legal_act_confirm(request, program_pk, pk):
    program = program_for(request, program_pk, MANAGER_ROLES)
    act = act_to_edit(request, program, pk)
    is_confirmed = request.POST.get("confirmed") == "1"
    words = "сверен с текстом" if is_confirmed else "больше не считается сверенным"
    attempt(
        request,
        partial(service.confirm, act=act, is_confirmed=is_confirmed, by=request.user),
        f"{str(act)[0].upper()}{str(act)[1:]}: {words}.",
        LIST,
        program.pk,
    )
    return redirect(f"{with_query(request, LIST, program.pk)}#act-{act.pk}")


@manager_required
def legal_act_delete(request, program_pk, pk):
    program = program_for(request, program_pk, MANAGER_ROLES)
    act = act_to_edit(request, program, pk)
    if request.method == "POST":
        service.delete_act(act=act, by=request.user)
        return done(request, "Акт удалён из списка.", LIST, program.pk)
    context = {
        "program": program,
        "trail": [("Нормативные акты", reverse(LIST, args=[program.pk]))],
        "heading": "Удалить акт из списка?",
        "text": f"{act}. Зарегистрированные документы, которые на него ссылаются, не изменятся.",
        "submit": "Удалить акт",
        "danger": True,
        "cancel_url": reverse(LIST, args=[program.pk]),
    }
    return render(request, "confirm_page.html", context)


@require_POST
@manager_required
def legal_act_preload(request, program_pk):
    program = program_for(request, program_pk, MANAGER_ROLES)
    added = service.preload(organization=program.organization, by=request.user)
    words = f"Добавлено актов: {added}." if added else "В списке уже есть все акты образца."
    return done(request, words, LIST, program.pk)
