"""Mentors of a course: who learns, results one by one and in bulk, a mentor's own page."""

from django.contrib import messages
from django.http import FileResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from mentoring_portal.shared.dates import short_date
from mentoring_portal.shared.plurals import counted
from mentoring_portal.shared.stored_files import open_stored
from participants.enums import CourseResult
from participants.forms.training import (
    EnrollForm,
    FormChoiceForm,
    PassForm,
    ResultsForm,
    TrainingForm,
)
from participants.models import Course, Training
from participants.services import training as service
from participants.services.training_card import card_of
from participants.views.courses import course_to_edit, place
from participants.views.participants import PEOPLE, editable, first_error, managed
from programs.access import manager_required, role_required, staff_required, works_at
from programs.enums import STAFF_ROLES, Role
from programs.views.answers import attempt, done, form_page, refuse, saved

LEARNERS = "participants:course_learners"


@require_safe
@staff_required
def course_learners(request, pk):
    course = get_object_or_404(Course.objects.visible_to(request.user).with_school(), pk=pk)
    return page(request, course, service.learners_of(course))


def page(request, course, rows, form=None):
    context = {
        "program": course.program,
        "course": course,
        "rows": rows,
        "enough": len(service.enough(rows)),
        "has_passed": any(row.training.certificate for row in rows),
        "open": max((row.progress.open for row in rows), default=0),
        "form": form or ResultsForm(course=course, rows=rows),
        "pass_form": PassForm(course=course),
        "can_edit": managed(request, course.program),
    }
    return render(request, "participants/course_learners.html", context)


@require_POST
@manager_required
def course_results(request, pk):
    course = course_to_edit(request, pk)
    rows = service.learners_of(course)
    form = ResultsForm(request.POST, course=course, rows=rows)
    if not saved(form, lambda: form.save_by(request.user)):
        return page(request, course, rows, form)
    tell(request, form.saved)
    return redirect(LEARNERS, course.pk)


@require_POST
@manager_required
def course_pass(request, pk):
    course = course_to_edit(request, pk)
    form = PassForm(request.POST, course=course)
    if saved(form, lambda: form.save_by(request.user)):
        tell(request, form.saved)
    else:
        messages.error(request, first_error(form))
    return redirect(LEARNERS, course.pk)


def tell(request, outcome):
    if outcome.recorded:
        messages.success(request, f"Результат записан: {counted(outcome.recorded, *PEOPLE)}.")
    for training, why in outcome.refused:
        messages.warning(request, f"{training.mentor}. {why}")


@manager_required
def course_enroll(request, pk):
    course = course_to_edit(request, pk)
    chosen = FormChoiceForm(request.GET or {"form": course.form})
    form_code = chosen.cleaned_data["form"] if chosen.is_valid() else course.form
    rows = service.candidates(course, form_code)
    form = EnrollForm(request.POST or None, course=course, candidates=rows)
    if form.is_bound and saved(form, lambda: form.save_by(request.user)):
        return done(request, f"Добавлены: {counted(form.saved, *PEOPLE)}.", LEARNERS, course.pk)
    context = {
        "course": course,
        "rows": rows,
        "form": form,
        "chosen": chosen,
        "ticked": set(form["mentors"].value() or []) if form.is_bound else None,
    }
    return render(request, "participants/course_enroll.html", context | place(course))


@require_safe
@role_required(*STAFF_ROLES, Role.MENTOR)
def training_detail(request, pk):
    rows = Training.objects.visible_to(request.user).with_mentors()
    training = get_object_or_404(rows.select_related("course__program__organization"), pk=pk)
    program = training.course.program
    context = {
        "program": program,
        "training": training,
        "course": training.course,
        "card": card_of(training, timezone.localdate()),
        "is_staff": works_at(request.user, program.organization),
        "can_edit": editable(request, training.mentor),
    }
    return render(request, "participants/training_detail.html", context)


@manager_required
def training_update(request, pk):
    training = training_to_edit(request, pk)
    form = TrainingForm(request.POST or None, training=training)
    if form.is_bound and saved(form, lambda: form.save_by(request.user)):
        return done(request, "Результат записан.", LEARNERS, training.course_id)
    found = service.learners([training], training.course)[0].progress
    return form_page(
        request,
        form,
        heading="Результат обучения",
        lead=f"{training.mentor}: посещено занятий {found.attended} из {found.lessons}, "
        f"для зачёта нужно {found.needed}.",
        submit="Записать",
        **learners_place(training.course),
    )


@manager_required
def training_delete(request, pk):
    training = training_to_edit(request, pk)
    where = learners_place(training.course)
    if training.number is not None:
        return refuse(request, service.ISSUED, where["cancel_url"])
    if request.method == "POST":
        words = "Наставник убран из списка."
        act = service.leave
        url = where["cancel_url"]
        return attempt(request, lambda: act(training=training, by=request.user), words, url)
    context = {
        "heading": "Убрать из списка?",
        "text": f"{training.mentor} больше не будет в списке обучающихся. {lost(training)}Отметки "
        "о посещении занятий останутся.",
        "submit": "Убрать из списка",
        "danger": True,
    }
    return render(request, "confirm_page.html", context | where)


def lost(training):
    """The sentence on what goes with the row; empty while there is nothing but marks."""
    if training.result == CourseResult.LEARNING:
        return f"Примечание «{training.note}» пропадёт. " if training.note else ""
    result = f"Результат «{training.get_result_display()}» {short_date(training.decided_on)}"
    if training.note:
        return f"{result} и примечание «{training.note}» пропадут. "
    return f"{result} пропадёт. "


@require_safe
@role_required(Role.MENTOR)
def material_download(request, pk):
    media = get_object_or_404(service.materials_of(request.user), pk=pk)
    return FileResponse(open_stored(media.file), as_attachment=True, filename=media.title)


def training_to_edit(request, pk):
    rows = Training.objects.editable_by(request.user).with_mentors()
    return get_object_or_404(rows.select_related("course__program__organization"), pk=pk)


def learners_place(course):
    found = place(course)
    url = reverse(LEARNERS, args=[course.pk])
    return found | {"trail": [*found["trail"], ("Наставники", url)], "cancel_url": url}
