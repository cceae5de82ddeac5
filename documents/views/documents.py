from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.views.decorators.http import require_POST

from documents.domain.paper_words import words_of
from documents.enums import DocumentStatus
from documents.filters import DocumentFilter
from documents.forms.document import ContentForm
from documents.forms.register import RegisterForm
from documents.kinds import kind_of
from documents.models import Document
from documents.rendering.html import to_html
from documents.services import issue, pair_order, wording
from documents.services.consent import lacking
from documents.services.doubts import doubts_of_texts
from documents.services.face import is_as_agreed
from documents.services.files import page_of
from documents.services.numbering import is_numbered
from documents.services.publication import publish
from documents.services.rendering import start_rendering
from documents.services.section_links import with_links
from documents.services.signing import obstacles
from mentoring_portal.shared.lists import FilteredListView
from mentoring_portal.shared.transitions import TransitionError
from pairs.models import Pair
from programs.access import RoleRequiredMixin, manager_required, viewer_required, works_at
from programs.enums import MANAGER_ROLES, STAFF_ROLES
from programs.models import Program
from programs.views.answers import saved


def own_program(request, pk, roles):
    programs = Program.objects.with_role(request.user, roles).select_related("organization")
    return get_object_or_404(programs, pk=pk)


def own_document(request, pk):
    documents = Document.objects.editable_by(request.user)
    return get_object_or_404(documents.select_related("program__organization"), pk=pk)


def crumb_of(document):
    """The list that a paper stands in: (title, url)."""
    if document.report_id:
        return ("Отчёты", reverse("documents:report_list", args=[document.program_id]))
    return ("Документы", reverse("documents:document_list", args=[document.program_id]))


def say(request, error, program):
    for text in getattr(error, "messages", [str(error)]):
        messages.error(request, with_links(text, program))


class DocumentListView(RoleRequiredMixin, FilteredListView):
    """Papers of a program, drafts first, behind filters by kind, stage and state."""

    model = Document
    roles = STAFF_ROLES
    filterset_class = DocumentFilter
    template_name = "documents/document_list.html"
    context_object_name = "documents"

    @cached_property
    def program(self):
        return own_program(self.request, self.kwargs["program_pk"], STAFF_ROLES)

    def get_queryset(self):
        return super().get_queryset().of_program(self.program).drafts_first()

    def get_context_data(self, **kwargs):
        accepted = Pair.objects.of_program(self.program).accepted().count()
        more = {"program": self.program, "accepted": accepted}
        return super().get_context_data(**kwargs) | more


@manager_required
@require_POST
def order_create(request, program_pk):
    program = own_program(request, program_pk, MANAGER_ROLES)
    try:
        document = pair_order.draft_order_pairs(program=program, by=request.user)
    except ValidationError as error:
        say(request, error, program)
        return redirect("documents:document_list", program.pk)
    return redirect("documents:document_detail", document.pk)


@viewer_required
def document_detail(request, pk):
    documents = Document.objects.visible_to(request.user).select_related(
        "program__organization", "cancelled_by", "registered_by__person"
    )
    document = get_object_or_404(documents, pk=pk)
    can_edit = Document.objects.editable_by(request.user).contains(document)
    is_waiting = document.status == DocumentStatus.AGREED
    context = {
        "program": document.program,
        "document": document,
        "words": words_of(kind_of(document.kind).type),
        "attachments": document.attachments.all(),
        "scans": document.scans.order_by("-pk"),
        "cancelled": document.cancels.all(),
        "can_edit": can_edit,
        "is_stale": is_waiting and not is_as_agreed(document),
        "is_staff": works_at(request.user, document.program.organization),
        "lacking": lacking(document, timezone.localdate()) if can_edit else [],
        "stale_texts": doubts_of_texts(document) if can_edit else [],
        "obstacles": obstacles(document) if can_edit and document.is_open else [],
        **preview(document),
    }
    return render(request, "documents/document_detail.html", context)


def preview(document):
    """The sheet as HTML (escaped by the print templates), or why it cannot be composed yet."""
    try:
        return {"sheet": to_html(page_of(document))}
    except ValidationError as error:
        return {"problems": error.messages}


@manager_required
def document_edit(request, pk):
    document = own_document(request, pk)
    if not document.is_draft:
        messages.info(request, f"Текст не правят: документ {document.get_status_display()}.")
        return redirect("documents:document_detail", document.pk)
    form = ContentForm(request.POST or None, document=document)
    if form.is_bound and saved(
        form,
        lambda: issue.edit(document=document, values=form.cleaned_data, by=request.user),
    ):
        return redirect("documents:document_detail", document.pk)
    context = {
        "program": document.program,
        "document": document,
        "form": form,
        "words": wording.words(kind_of(document.kind), document.program),
        "manners": wording.manners(document.program),
    }
    return render(request, "documents/document_edit.html", context)


@manager_required
def document_register(request, pk):
    document = own_document(request, pk)
    if not document.is_open:
        messages.info(request, f"Это уже сделано: документ {document.get_status_display()}.")
        return redirect("documents:document_detail", document.pk)
    form = RegisterForm(request.POST or None, document=document)
    if request.method == "POST" and form.is_valid():
        try:
            issue.register(
                document=document,
                day=form.cleaned_data["day"],
                number=form.cleaned_data.get("number"),
                by=request.user,
            )
        except TransitionError as error:  # somebody was quicker, with the paper or with a pair
            messages.error(request, str(error))
            return redirect("documents:document_detail", document.pk)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            job = start_rendering(document=document, by=request.user)
            return redirect("programs:job_detail", job.pk)
    context = {
        "program": document.program,
        "document": document,
        "form": form,
        "words": words_of(kind_of(document.kind).type),
        "takes_number": is_numbered(document),
    }
    return render(request, "documents/document_register.html", context)


@manager_required
@require_POST
def document_render(request, pk):
    job = start_rendering(document=own_document(request, pk), by=request.user)
    return redirect("programs:job_detail", job.pk)


@manager_required
@require_POST
def document_refresh(request, pk):
    document = own_document(request, pk)
    try:
        pair_order.refresh_pairs(document=document, by=request.user)
        messages.success(request, "Состав пар обновлён.")
    except ValidationError as error:
        say(request, error, document.program)
    return redirect("documents:document_detail", document.pk)


@manager_required
def document_delete(request, pk):
    document = own_document(request, pk)
    if request.method == "POST":
        try:
            issue.delete_draft(document=document, by=request.user)
            messages.success(request, "Черновик удалён.")
        except ValidationError as error:
            say(request, error, document.program)
        return redirect(crumb_of(document)[1])
    url = reverse("documents:document_detail", args=[document.pk])
    context = {
        "program": document.program,
        "heading": "Удалить черновик документа?",
        "text": f"Черновик «{document.title}» будет удалён без возможности вернуть.",
        "submit": "Удалить черновик",
        "danger": True,
        "cancel_url": url,
        "trail": [crumb_of(document), (document.title, url)],
    }
    return render(request, "confirm_page.html", context)


@manager_required
@require_POST
def document_publish(request, pk):
    document = own_document(request, pk)
    shown = request.POST.get("shown") == "1"
    try:
        publish(document=document, shown=shown, by=request.user)
        messages.success(request, "Страница «Наставничество» обновлена.")
    except ValidationError as error:
        say(request, error, document.program)
    return redirect("documents:document_detail", document.pk)
