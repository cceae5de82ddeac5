"""What waits for the director's signature, and registering it once it is signed."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from documents.forms.signing import ChosenForm, SigningForm, SureForm
from documents.models import Document
from documents.services import signing
from documents.services.bundle_jobs import start_bundle_of_documents
from documents.services.rendering import start_rendering
from documents.views.documents import own_document, own_program
from mentoring_portal.shared.dates import long_date
from programs.access import manager_required
from programs.enums import MANAGER_ROLES
from programs.views.answers import attempt

LIST = "documents:signing_list"


@manager_required
@require_POST
def document_send(request, pk):
    document = own_document(request, pk)

    def send():
        sent = signing.send(document=document, by=request.user)
        start_rendering(document=sent, by=request.user)

    message = "Документ на подписи. Его видно на странице «На подпись»."
    return attempt(request, send, message, "documents:document_detail", pk)


@manager_required
@require_POST
def document_take_back(request, pk):
    document = own_document(request, pk)
    return attempt(
        request,
        lambda: signing.take_back(document=document, by=request.user),
        "Документ снова черновик.",
        "documents:document_detail",
        pk,
    )


@require_safe
@manager_required
def signing_list(request, program_pk):
    program = own_program(request, program_pk, MANAGER_ROLES)
    papers = waiting(request, program)
    context = {"program": program, "papers": papers, "form": SigningForm(queryset=papers)}
    return render(request, "documents/signing_list.html", context)


@manager_required
@require_POST
def signing_register(request, program_pk):
    """Asks once more with everything named: a registration is never taken back."""
    program = own_program(request, program_pk, MANAGER_ROLES)
    form = SigningForm(request.POST, queryset=waiting(request, program))
    if not form.is_valid():
        return refused(request, program, form)
    chosen = form.cleaned_data
    if not chosen["sure"]:
        return ask_once_more(request, program, chosen, SureForm.first(chosen))
    form = SureForm(request.POST, queryset=chosen["papers"])
    if not form.is_valid():
        return ask_once_more(request, program, chosen, form)
    outcome = signing.register_many(documents=chosen["papers"], day=chosen["day"], by=request.user)
    tell(request, outcome)
    for document in outcome.registered:
        start_rendering(document=document, by=request.user)
    return redirect(LIST, program.pk)


@manager_required
@require_POST
def signing_print(request, program_pk):
    """The ticked papers as one PDF for the printer."""
    program = own_program(request, program_pk, MANAGER_ROLES)
    form = ChosenForm(request.POST, queryset=waiting(request, program))
    if not form.is_valid():
        return refused(request, program, form)
    job = start_bundle_of_documents(
        program=program,
        documents=form.cleaned_data["papers"],
        title="Документы на подпись",
        by=request.user,
    )
    return redirect("programs:job_detail", job.pk)


def refused(request, program, form):
    for text in (text for texts in form.errors.values() for text in texts):
        messages.error(request, text)
    return redirect(LIST, program.pk)


def ask_once_more(request, program, chosen, form):
    papers, url = chosen["papers"], reverse(LIST, args=[program.pk])
    context = {
        "program": program,
        "heading": "Зарегистрировать подписанные документы?",
        "text": f"Дата документов – {long_date(chosen['day'])} Каждый получит номер по своему "
        "журналу. После этого его не правят и не удаляют: отменить его сможет только другой "
        "документ.",
        "items": [paper.title for paper in papers],
        "form": form,
        "submit": "Зарегистрировать",
        "cancel_text": "Вернуться к списку",
        "cancel_url": url,
        "trail": [("На подпись", url)],
    }
    return render(request, "confirm_page.html", context)


def waiting(request, program):
    """Of all programs of the school: the director signs for the school."""
    papers = Document.objects.editable_by(request.user).of_organization(program.organization)
    return papers.waiting().select_related("program__organization")


def tell(request, outcome):
    """Who was registered under which number, and every refusal by its name."""
    if outcome.registered:
        said = "; ".join(f"{paper.title} – {paper.number_and_day}" for paper in outcome.registered)
        messages.success(request, f"Зарегистрировано: {said}.")
    for document, reason in outcome.refused:
        messages.error(request, f"«{document.title}» не зарегистрирован. {reason}")
