from django.http import FileResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from mentoring_portal.shared.stored_files import open_stored
from programs.access import manager_required, viewer_required
from programs.forms.roadmap import RoadmapFileForm
from programs.models import RoadmapFile, RoadmapItem
from programs.services.roadmap import detach
from programs.views.answers import done, form_page, roadmap_trail, saved

ITEM = "programs:item_detail"


@manager_required
def file_create(request, item_pk):
    items = RoadmapItem.objects.editable_by(request.user).select_related("program__organization")
    item = get_object_or_404(items, pk=item_pk)
    form = RoadmapFileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and saved(form, lambda: form.save_by(request.user, item)):
        return done(request, "Файл приложен.", ITEM, item_pk)
    return form_page(
        request,
        form,
        program=item.program,
        trail=roadmap_trail(item),
        heading="Приложить файл",
        lead=item.title,
        submit="Приложить файл",
        cancel_url=reverse(ITEM, args=[item_pk]),
    )


@require_safe
@viewer_required
def file_download(request, pk):
    file = get_object_or_404(RoadmapFile.objects.visible_to(request.user), pk=pk)
    return FileResponse(open_stored(file.file), as_attachment=True, filename=file.title)


@manager_required
def file_delete(request, pk):
    files = RoadmapFile.objects.editable_by(request.user)
    file = get_object_or_404(files.select_related("item__program__organization"), pk=pk)
    if request.method == "POST":
        detach(file=file, by=request.user)
        return done(request, "Файл удалён.", ITEM, file.item_id)
    context = {
        "program": file.item.program,
        "trail": roadmap_trail(file.item),
        "heading": "Удалить файл",
        "text": f"Файл «{file.title}» будет удалён без возможности вернуть.",
        "submit": "Удалить файл",
        "cancel_url": reverse(ITEM, args=[file.item_id]),
        "danger": True,
    }
    return render(request, "confirm_page.html", context)
