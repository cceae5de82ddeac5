from django.http import FileResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from mentoring_portal.shared.stored_files import open_stored
from programs.access import manager_required, staff_required
from programs.forms.media import MediaForm
from programs.models import Media
from programs.services.media import detach
from programs.views.answers import done, form_page, saved
from programs.views.events import DETAIL, event_to_edit, trail_of


@manager_required
def media_create(request, event_pk):
    event = event_to_edit(request, event_pk)
    form = MediaForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and saved(form, lambda: form.save_by(request.user, event)):
        return done(request, "Файл приложен.", DETAIL, event.pk)
    return form_page(
        request,
        form,
        program=event.program,
        trail=trail_of(event.program, event),
        heading="Приложить файл к событию",
        lead="Фотографии, сценарий, программа события. Видео не загружают: его ссылку "
        "записывают в итоге события.",
        submit="Приложить файл",
        cancel_url=reverse(DETAIL, args=[event.pk]),
    )


@require_safe
@staff_required
def media_download(request, pk):
    media = get_object_or_404(Media.objects.visible_to(request.user), pk=pk)
    return FileResponse(open_stored(media.file), as_attachment=True, filename=media.title)


@manager_required
def media_delete(request, pk):
    found = Media.objects.editable_by(request.user).select_related("event__program__organization")
    media = get_object_or_404(found, pk=pk)
    if request.method == "POST":
        detach(media=media, by=request.user)
        return done(request, "Файл удалён.", DETAIL, media.event_id)
    context = {
        "program": media.event.program,
        "trail": trail_of(media.event.program, media.event),
        "heading": "Удалить файл",
        "text": f"Файл «{media.title}» будет удалён без возможности вернуть.",
        "submit": "Удалить файл",
        "cancel_url": reverse(DETAIL, args=[media.event_id]),
        "danger": True,
    }
    return render(request, "confirm_page.html", context)
