from django.contrib import messages
from django.http import QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from programs.access import manager_required, manages, viewer_required
from programs.enums import StageCode
from programs.forms.roadmap import RoadmapItemForm
from programs.models import RoadmapItem
from programs.services import roadmap as service
from programs.views.answers import done, form_page, roadmap_trail, saved
from programs.views.programs import program_to_edit, program_to_see

DETAIL = "programs:item_detail"
FILTERS = ("stage", "state")


def chosen(request):
    return {name: request.GET.get(name, "") for name in FILTERS}


def back_to_roadmap(request, item):
    """The roadmap as it was filtered, at the row that was touched."""
    query = QueryDict(mutable=True)
    query.update({name: value for name, value in chosen(request).items() if value})
    url = reverse("programs:roadmap", args=[item.program_id])
    return redirect(f"{url}?{query.urlencode()}#row-{item.pk}" if query else f"{url}#row-{item.pk}")


@require_safe
@viewer_required
def roadmap(request, program_pk):
    program = program_to_see(request, program_pk)
    page = service.roadmap_page(program=program, today=timezone.localdate(), **chosen(request))
    context = chosen(request) | {
        "program": program,
        "page": page,
        "stages": StageCode.choices,
        "can_edit": manages(request.user, program.organization),
    }
    return render(request, "programs/roadmap.html", context)


def item_of(request, items, pk):
    related = "program__organization", "section", "done_by"
    return get_object_or_404(items.select_related(*related), pk=pk)


@require_safe
@viewer_required
def item_detail(request, pk):
    item = item_of(request, RoadmapItem.objects.visible_to(request.user), pk)
    context = {
        "program": item.program,
        "item": item,
        "row": service.rows_of([item], timezone.localdate())[0],
        "files": item.files.all(),
        "can_edit": manages(request.user, item.program.organization),
    }
    return render(request, "programs/item_detail.html", context)


@manager_required
def item_create(request, program_pk):
    program = program_to_edit(request, program_pk)
    item = RoadmapItem(program=program, stage=request.GET.get("stage", ""))
    cancel_url = reverse("programs:roadmap", args=[program.pk])
    return edit(request, item, "Новая строка дорожной карты", "Добавить строку", cancel_url)


@manager_required
def item_update(request, pk):
    item = item_of(request, RoadmapItem.objects.editable_by(request.user), pk)
    cancel_url = reverse(DETAIL, args=[pk])
    return edit(request, item, "Строка дорожной карты", "Сохранить строку", cancel_url)


def edit(request, item, heading, submit, cancel_url):
    form = RoadmapItemForm(request.POST or None, instance=item)
    if request.method == "POST" and saved(form, lambda: form.save_by(request.user)):
        return done(request, "Строка сохранена.", DETAIL, form.saved.pk)
    return form_page(
        request,
        form,
        program=item.program,
        trail=roadmap_trail(item),
        heading=heading,
        submit=submit,
        cancel_url=cancel_url,
    )


@manager_required
def item_delete(request, pk):
    item = item_of(request, RoadmapItem.objects.editable_by(request.user), pk)
    if request.method == "POST":
        service.delete_item(item=item, by=request.user)
        return done(request, "Строка удалена.", "programs:roadmap", item.program_id)
    context = {
        "program": item.program,
        "trail": roadmap_trail(item),
        "heading": "Удалить строку дорожной карты",
        "text": "Строка и приложенные к ней файлы будут удалены без возможности вернуть.",
        "items": [item.title, *(file.title for file in item.files.all())],
        "submit": "Удалить строку",
        "cancel_url": reverse(DETAIL, args=[pk]),
        "danger": True,
    }
    return render(request, "confirm_page.html", context)


@require_POST
@manager_required
def item_done(request, pk):
    return mark(request, pk, service.mark_done, "Строка отмечена выполненной.")


@require_POST
@manager_required
def item_undo(request, pk):
    return mark(request, pk, service.mark_undone, "Отметка о выполнении снята.")


def mark(request, pk, act, message):
    item = item_of(request, RoadmapItem.objects.editable_by(request.user), pk)
    act(item=item, by=request.user)
    messages.success(request, message)
    return back_to_roadmap(request, item)
