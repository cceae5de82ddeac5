from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from mentoring_portal.shared.lists import PAGE_SIZES
from mentoring_portal.shared.stored_files import open_stored
from participants.enums import ConsentKind
from participants.forms.consent import SCAN_STARTS, ConsentForm, ScanForm, WithdrawalForm
from participants.models import Consent, Person
from participants.services import consent as service
from participants.services.consent_scan import attach_scan
from participants.services.gap_list import gap_list
from participants.services.signers import unnamed
from participants.views.participants import managed, newest_program, program_for
from programs.access import manager_required, staff_required
from programs.enums import STAFF_ROLES

TYPES = {"pdf": "application/pdf", "jpg": "image/jpeg", "png": "image/png"}


@require_safe
@staff_required
def consent_gaps(request, program_pk):
    program = program_for(request, program_pk, STAFF_ROLES)
    today = timezone.localdate()
    narrowed = {name: request.GET.get(name, "") for name in ("kind", "class")}
    gaps = gap_list(
        service.gaps(program, today), kind=narrowed["kind"], school_class=narrowed["class"]
    )
    context = {
        "program": program,
        "page_obj": Paginator(gaps.found, PAGE_SIZES[-1]).get_page(request.GET.get("page")),
        "query": urlencode({name: value for name, value in narrowed.items() if value}),
        "gaps": gaps,
        "chosen": narrowed["kind"],
        "chosen_class": narrowed["class"],
        "expiring": service.expiring(program, today),
        "unnamed": unnamed(program, today),
        "can_edit": managed(request, program),
    }
    return render(request, "participants/consent_gaps.html", context)


@manager_required
def consent_create(request, person_pk):
    person = get_object_or_404(Person.objects.editable_by(request.user), pk=person_pk)
    form = ConsentForm(
        request.POST or None,
        request.FILES or None,
        person=person,
        initial=expected(request, person),
    )
    if form.is_bound and form.is_valid():
        consent = service.record(person=person, by=request.user, **form.cleaned_data)
        messages.success(request, f"{consent}: записано.")
        return redirect("participants:person_detail", person.pk)
    heading = "Записать согласие"
    return render_form(request, form, person, heading=heading, submit=heading)


def expected(request, person):
    """The kind that a link asks for, and who is to sign it at this age."""
    kind = request.GET.get("kind", "")
    kind = kind if kind in ConsentKind.values else ConsentKind.PROCESSING.value
    today = timezone.localdate()
    page = reverse("programs:public_page", args=[person.organization.slug])
    return {
        "kind": kind,
        "signer": service.signer_of(person, kind, today),
        "signed_on": today,
        "page_url": request.build_absolute_uri(page),
    }


@manager_required
def consent_withdraw(request, pk):
    consent = consent_for(request, pk)
    form = WithdrawalForm(request.POST or None, consent=consent)
    if form.is_bound and form.is_valid():
        try:
            service.withdraw(consent=consent, by=request.user, **form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, f"{consent}: отозвано.")
            return redirect("participants:person_detail", consent.person_id)
    lead = (
        f"{consent}, подписано {consent.signed_on:%d.%m.%Y}. После отзыва портал не учитывает его."
    )
    return render_form(
        request, form, consent.person, heading="Отозвать согласие", lead=lead, submit="Отозвать"
    )


@manager_required
def consent_scan(request, pk):
    consent = consent_for(request, pk)
    form = ScanForm(request.POST or None, request.FILES or None)
    if form.is_bound and form.is_valid():
        try:
            attach_scan(consent=consent, by=request.user, **form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, "Скан приложен.")
            return redirect("participants:person_detail", consent.person_id)
    return render_form(
        request,
        form,
        consent.person,
        heading="Приложить скан",
        lead=str(consent),
        submit="Приложить",
    )


@require_safe
def scan_download(request, pk):
    """Given out to whoever sees the consent; the type is told by the first bytes."""
    return given_out(get_object_or_404(Consent.objects.visible_to(request.user), pk=pk))


def given_out(paper):
    """The scan of a consent or of a certificate as a download."""
    if not paper.scan:
        raise Http404
    file = open_stored(paper.scan)
    start = file.read(8)
    file.seek(0)
    suffix = next((end for magic, end in SCAN_STARTS.items() if start.startswith(magic)), "bin")
    name = f"{paper} – {paper.person.short_name}.{suffix}"
    kind = TYPES.get(suffix, "application/octet-stream")
    return FileResponse(file, as_attachment=True, filename=name, content_type=kind)


def consent_for(request, pk):
    consents = Consent.objects.editable_by(request.user).select_related("person__organization")
    return get_object_or_404(consents, pk=pk)


def render_form(request, form, person, **words):
    context = {"form": form, "person": person, "program": newest_program(person)} | words
    return render(request, "participants/consent_form.html", context)
