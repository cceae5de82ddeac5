"""Lessons of a course of the School of mentors."""

from django.shortcuts import get_object_or_404, render

from mentoring_portal.shared.plurals import counted
from participants.forms.course import SessionForm, TakeEventsForm
from participants.models import CourseSession
from participants.services.course_session import drop_session, is_untouched, new_event
from participants.views.courses import DETAIL, course_to_edit, of_certificates, place
from programs.access import manager_required
from programs.views.answers import done, form_page, saved
from programs.views.events import warn_of_year

KEPT = "Оно остаётся в плане событий: по нему есть отметки, файлы или итог."


@manager_required
def course_session_create(request, pk):
    course = course_to_edit(request, pk)
    session = CourseSession(course=course)
    words = {"heading": "Новое занятие", "submit": "Добавить занятие"}
    return edit(request, session, new_event(course), **words)


@manager_required
def session_update(request, pk):
    session = session_to_edit(request, pk)
    words = {"heading": "Изменить занятие", "submit": "Сохранить"}
    return edit(request, session, session.event, **words)


def edit(request, session, event, **words):
    form = SessionForm(request.POST or None, instance=event, session=session)
    if form.is_bound and saved(form, lambda: form.save_by(request.user)):
        warn_of_year(request, event)
        return done(request, "Занятие сохранено.", DETAIL, session.course_id)
    lead = of_certificates(session.course)
    return form_page(request, form, lead=lead, **words, **place(session.course))


@manager_required
def course_session_take(request, pk):
    course = course_to_edit(request, pk)
    form = TakeEventsForm(request.POST or None, course=course)
    if form.is_bound and saved(form, lambda: form.save_by(request.user)):
        lessons = counted(form.saved, "занятие", "занятия", "занятий")
        return done(request, f"Включено в программу: {lessons}. Укажите часы.", DETAIL, course.pk)
    return form_page(
        request,
        form,
        heading="Занятия из плана событий",
        lead="События «Школы наставников», которых нет ни в одной программе обучения.",
        submit="Включить в программу",
        **place(course),
    )


@manager_required
def session_delete(request, pk):
    session = session_to_edit(request, pk)
    if request.method == "POST":
        went = drop_session(session=session, by=request.user)
        words = "Занятие удалено." if went else f"Занятие убрано из программы. {KEPT}"
        return done(request, words, DETAIL, session.course_id)
    kept = of_certificates(session.course)
    fate = "Событие уйдёт и из плана." if is_untouched(session.event) else KEPT
    context = {
        "heading": "Убрать занятие?",
        "text": f"«{session}» исчезнет из программы обучения. {fate} {kept}".strip(),
        "submit": "Убрать занятие",
        "danger": True,
    }
    return render(request, "confirm_page.html", context | place(session.course))


def session_to_edit(request, pk):
    rows = CourseSession.objects.editable_by(request.user)
    rows = rows.select_related("event__program__organization", "course__program__organization")
    return get_object_or_404(rows, pk=pk)
