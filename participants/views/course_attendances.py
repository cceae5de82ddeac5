"""The table of attendance of a course; on a phone, lesson by lesson."""

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from mentoring_portal.shared.plurals import counted
from participants.forms.training import CourseAttendanceForm
from participants.models import Course
from participants.services.course_attendance import grid, page_size
from participants.views.courses import course_to_edit
from participants.views.participants import managed
from programs.access import manager_required, staff_required
from programs.views.answers import done, saved, with_query

TABLE = "participants:course_attendance"


@require_safe
@staff_required
def course_attendance(request, pk):
    course = get_object_or_404(Course.objects.visible_to(request.user).with_school(), pk=pk)
    return page(request, course)


@require_POST
@manager_required
def course_attend(request, pk):
    course = course_to_edit(request, pk)
    _page, table = shown(request, course)
    form = CourseAttendanceForm(request.POST, course=course, grid=table)
    if not saved(form, lambda: form.save_by(request.user)):
        return page(request, course, form)
    words = counted(form.saved, "отметка изменена", "отметки изменены", "отметок изменено")
    return done(request, f"Посещение сохранено: {words}.", address(request, course))


def address(request, course):
    return with_query(request, TABLE, course.pk)


def shown(request, course):
    """The page of mentors and the lessons that the address names: all, or one of them."""
    sessions = list(course.sessions.in_order())
    chosen = [row for row in sessions if str(row.pk) == request.GET.get("session")] or sessions
    trainings = Paginator(course.trainings.by_name(), page_size(len(chosen)))
    mentors = trainings.get_page(request.GET.get("page"))
    table = grid(course, timezone.localdate(), sessions=chosen, trainings=list(mentors))
    return mentors, table


def page(request, course, form=None):
    mentors, table = shown(request, course)
    query = request.GET.copy()
    query.pop("page", None)
    context = {
        "program": course.program,
        "course": course,
        "grid": table,
        "page_obj": mentors,
        "query": query.urlencode(),
        "whole_query": request.GET.urlencode(),
        "one": table.sessions[0] if len(table.sessions) == 1 and "session" in query else None,
        "form": form,
        "can_edit": managed(request, course.program),
    }
    return render(request, "participants/course_attendance.html", context)
