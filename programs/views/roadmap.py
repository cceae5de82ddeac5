from dataclasses import asdict, fields

from django.contrib import messages
from django.http import QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from programs.access import manager_required, manages, viewer_required
from programs.domain.row_state import OVERDUE
from programs.enums import ProgramStatus, RoadmapView, StageCode
from programs.forms.roadmap import RoadmapItemForm
from programs.models import RoadmapItem
from programs.services import roadmap as service
from programs.services.roadmap_checks import doubts
from programs.services.roadmap_views import Chosen, roadmap_page, rows_of
from programs.templatetags.programs_tags import state_chips
from programs.views.answers import attempt, done, form_page, roadmap_trail, saved
from programs.views.programs import program_to_edit, program_to_see

DETAIL = "programs:item_detail"
FILTERS = tuple(field.name for field in fields(Chosen))


def chosen_of(request):
    return Chosen(**{name: request.GET.get(name, "") for name in FILTERS})


def query_of(chosen, **changed):
    """The chosen filters as a query string; ``changed`` take the place of some of them."""
    query = QueryDict(mutable=True)
    values = asdict(chosen) | changed
    query.update({name: value for name, value in values.items() if value})
    return query.urlencode()


def back_to_roadmap(request, item):
    """The roadmap as it was filtered, at the row that was touched."""
    query = query_of(chosen_of(request))
    url = reverse("programs:roadmap", args=[item.program_id])
    return redirect(f"{url}?{query}#row-{item.pk}" if query else f"{url}#row-{item.pk}")


@require_safe
@viewer_required
def roadmap(request, program_pk):
    program, chosen = program_to_see(request, program_pk), chosen_of(request)
    page = roadmap_page(program=program, today=timezone.localdate(), chosen=chosen)
    can_edit = manages(request.user, program.organization)
    context = {
        "program": program,
        "page": page,
        "chosen": chosen,
        "query": query_of(chosen),
        "tabs": tabs(page, chosen),
        "chips": chips(page, chosen),
        "stages": StageCode.choices,
        "can_edit": can_edit,
        "doubts": doubts(program, page.items) if can_edit else [],
        "can_copy": program.status == ProgramStatus.DRAFT or not page.items,
    }
    return render(request, "programs/roadmap.html", context)


def tabs(page, chosen):
    """Links to the four views, each with the number of rows that it shows."""
    links = []
    for view in RoadmapView:
        late = view == RoadmapView.OVERDUE
        count = page.counts[OVERDUE] if late else page.counts.get(chosen.state, page.total)
        query = query_of(chosen, view=view.value, **({"state": ""} if late else {}))
        links.append((view, count, query))
    return links


def chips(page, chosen):
    """Links to the rows of each state; in the view of what is late there is one state only."""
    if chosen.view == RoadmapView.OVERDUE:
        return []
    return [
        chip | {"query": query_of(chosen, state=chip["code"])}
        for chip in state_chips(page.counts, page.total)
    ]


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
        "row": rows_of([item], timezone.localdate())[0],
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
        for note in form.notes:
            messages.warning(request, note)
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
        return attempt(
            request,
            lambda: service.delete_item(item=item, by=request.user),
            "Строка удалена.",
            "programs:roadmap",
            item.program_id,
        )
    context = {
        "program": item.program,
        "trail": roadmap_trail(item),
        "heading": "Удалить строку дорожной карты",
        "text": "Строка будет удалена без возможности вернуть.",
        "items": [item.title],
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
