from functools import partial

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from participants.domain import consent_text as words
from participants.domain.consent import rule_table
from participants.enums import ConsentKind, ConsentSigner
from participants.forms.consent_text import ConsentTextForm
from participants.models import ConsentText
from participants.services import consent_text as service
from participants.views.participants import managed, program_for
from programs.access import manager_required, staff_required
from programs.enums import MANAGER_ROLES, STAFF_ROLES
from programs.views.answers import attempt, done, form_page, saved

LIST, DETAIL = "participants:consent_text_list", "participants:consent_text_detail"


@require_safe
@staff_required
def consent_text_list(request, program_pk):
    program = program_for(request, program_pk, STAFF_ROLES)
    context = {
        "program": program,
        "kinds": service.wordings(program.organization, timezone.localdate()).items(),
        "can_edit": managed(request, program),
    }
    return render(request, "participants/consent_text_list.html", context)


@require_safe
@staff_required
def consent_text_detail(request, program_pk, kind, version):
    program = program_for(request, program_pk, STAFF_ROLES)
    text = found(program, kind, version)
    context = {
        "program": program,
        "text": text,
        "filled": words.filled(text.text, values(request, program.organization)),
        "in_use": service.current(program.organization, kind, timezone.localdate()),
        "can_edit": managed(request, program),
    }
    return render(request, "participants/consent_text_detail.html", context)


def found(program, kind, version):
    if kind not in ConsentKind.values:
        raise Http404
    text = service.version_of(program.organization, kind, version)
    if text is None:
        raise Http404
    return text


def values(request, organization):
    """What the portal puts into the wording of an organization."""
    page = reverse("programs:public_page", args=[organization.slug])
    return {
        words.FULL_NAME: organization.name,
        words.SHORT_NAME: organization.short_name,
        words.ADDRESS: organization.address or organization.place,
        words.PAGE: request.build_absolute_uri(page),
    }


@manager_required
def consent_text_create(request, program_pk, kind):
    program = program_for(request, program_pk, MANAGER_ROLES)
    today = timezone.localdate()
    now = found(program, kind, service.current_versions(program.organization, today).get(kind))
    form = ConsentTextForm(
        request.POST or None,
        instance=ConsentText(organization=program.organization, kind=kind),
        initial={"version": today.isoformat(), "used_from": today, "text": now.text},
    )
    if request.method == "POST" and saved(form, lambda: form.save_by(request.user)):
        return done(request, "Новая редакция записана.", LIST, program.pk)
    return form_page(
        request,
        form,
        program=program,
        trail=[("Тексты согласий", reverse(LIST, args=[program.pk]))],
        heading="Новая редакция",
        lead=f"Согласие {now.get_kind_display()}. Подписанные раньше останутся при своей редакции.",
        submit="Записать редакцию",
        cancel_url=reverse(LIST, args=[program.pk]),
    )


@require_POST
@manager_required
def consent_text_delete(request, program_pk, kind, version):
    program = program_for(request, program_pk, MANAGER_ROLES)
    text = found(program, kind, version)
    if text.pk is None:
        raise Http404
    act = partial(service.delete_version, text=text, by=request.user)
    return attempt(request, act, "Редакция удалена.", LIST, program.pk)


@require_safe
@staff_required
def consent_rules(request, program_pk):
    """«Кому что нужно»: the rule table of the portal, computed from its rules."""
    program = program_for(request, program_pk, STAFF_ROLES)
    signers = dict(ConsentSigner.choices)
    rows = [
        (
            need.who,
            [(kind, kind in need.required, signers[need.signers[kind]]) for kind in ConsentKind],
        )
        for need in rule_table()
    ]
    context = {"program": program, "kinds": ConsentKind, "rows": rows}
    return render(request, "participants/consent_rules.html", context)
