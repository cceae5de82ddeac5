from io import BytesIO

from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from documents.enums import FileFormat
from documents.forms.erasure import ErasureForm
from documents.kinds import act_erasure
from documents.services import erasure as service
from documents.services.erasure_told import PROMISES
from documents.services.files import RENDERERS
from documents.views.documents import own_program
from documents.views.downloads import CONTENT_TYPES
from participants.models import Erasure, Person
from programs.access import manager_required
from programs.enums import MANAGER_ROLES
from programs.views.answers import done, saved

PAPERS = {
    "act": (act_erasure.compose, "Акт об уничтожении", (FileFormat.PDF, FileFormat.DOCX)),
    "journal": (act_erasure.compose_journal, "Выгрузка из журнала", (FileFormat.XLSX,)),
}


@require_safe
@manager_required
def erasure_list(request, program_pk):
    program = own_program(request, program_pk, MANAGER_ROLES)
    erasures = Erasure.objects.editable_by(request.user).of_organization(program.organization)
    context = {"program": program, "erasures": erasures.select_related("erased_by__person")}
    return render(request, "documents/erasure_list.html", context)


@manager_required
def erasure_create(request, person_pk):
    people = Person.objects.editable_by(request.user).select_related("organization", "user")
    person = get_object_or_404(people, pk=person_pk)
    form = ErasureForm(request.POST or None, person=person)

    def erase():
        return service.erase(person=person, by=request.user, **form.order())

    if form.is_bound and saved(form, erase):
        message = f"Сведения уничтожены. Осталась запись № {person.pk}, акт можно скачать."
        return done(request, message, "documents:erasure_detail", form.saved.pk)
    context = page(person) | {"form": form, "obstacles": service.obstacles(person)}
    return render(request, "documents/erasure_form.html", context)


def page(person):
    return {
        "person": person,
        "program": person.organization.programs.first(),
        "what": PROMISES,
        "cancel_url": reverse("participants:person_detail", args=[person.pk]),
    }


@require_safe
@manager_required
def erasure_detail(request, pk):
    erasure = own_erasure(request, pk)
    context = {"erasure": erasure, "program": erasure.organization.programs.first()}
    return render(request, "documents/erasure_detail.html", context)


@require_safe
@manager_required
def erasure_file(request, pk, paper, file_format):
    """Made at once from the record: the same record always gives the same bytes."""
    erasure = own_erasure(request, pk)
    compose, title, formats = PAPERS.get(paper, (None, "", ()))
    if file_format not in formats:
        raise Http404
    content = RENDERERS[FileFormat(file_format)](compose(erasure), made=erasure.erased_at)
    return FileResponse(
        BytesIO(content),
        as_attachment=True,
        filename=f"{title} № {erasure.pk}.{file_format}",
        content_type=CONTENT_TYPES[FileFormat(file_format)],
    )


def own_erasure(request, pk):
    erasures = Erasure.objects.editable_by(request.user)
    return get_object_or_404(
        erasures.select_related("organization", "erased_by__person", "person"), pk=pk
    )
