"""«Школа наставников»: the list of courses, a course with its lessons, its samples."""

from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from participants.forms.course import CourseForm, SampleForm
from participants.models import Course, CourseSession
from participants.services import course as service
from participants.services.certificate import is_issued
from participants.services.course_session import free_events
from participants.views.participants import managed, program_for
from programs.access import manager_required, staff_required
from programs.enums import MANAGER_ROLES, STAFF_ROLES
from programs.views.answers import attempt, done, form_page, refuse, saved

LIST, DETAIL = "participants:course_list", "participants:course_detail"
SCHOOL = "Школа наставников"
KEPT_CERTIFICATES = (
    "По этой программе выданы сертификаты. В них останутся название, часы и дни, какими они были "
    "при зачёте. Чтобы сертификат стал новым, верните наставнику результат «учится» и зачтите "
    "обучение снова: номер сохранится."
)


@require_safe
@staff_required
def course_list(request, program_pk):
    program = program_for(request, program_pk, STAFF_ROLES)
    rows = list(Course.objects.of_program(program).with_totals())
    hours = CourseSession.objects.filter(course__in=rows).hours_of()
    context = {
        "program": program,
        "rows": [(row, hours.get(row.pk, 0)) for row in rows],
        "can_edit": managed(request, program),
    }
    return render(request, "participants/course_list.html", context)


@require_safe
@staff_required
def course_detail(request, pk):
    course = get_object_or_404(Course.objects.visible_to(request.user).with_school(), pk=pk)
    today = timezone.localdate()
    sessions = list(course.sessions.in_order().with_marks())
    context = {
        "program": course.program,
        "course": course,
        "sessions": [(row, row.event.state(today)) for row in sessions],
        "hours": sum(row.hours for row in sessions),
        "learners": course.trainings.count(),
        "free": free_events(course).count(),
        "can_edit": managed(request, course.program),
        "is_issued": is_issued(course),
    }
    return render(request, "participants/course_detail.html", context)


@manager_required
def course_create(request, program_pk):
    program = program_for(request, program_pk, MANAGER_ROLES)
    course = Course(program=program)
    return edit(request, course, "Новая программа обучения", "Добавить программу")


@manager_required
def course_update(request, pk):
    return edit(request, course_to_edit(request, pk), "Изменить программу обучения", "Сохранить")


def edit(request, course, heading, submit):
    form = CourseForm(request.POST or None, instance=course)
    if form.is_bound and saved(form, lambda: form.save_by(request.user)):
        return done(request, "Программа обучения сохранена.", DETAIL, course.pk)
    words = {"heading": heading, "lead": of_certificates(course), "submit": submit}
    return form_page(request, form, **words, **place(course))


@manager_required
def course_sample(request, program_pk):
    program = program_for(request, program_pk, MANAGER_ROLES)
    form = SampleForm(request.POST or None, program=program)
    if form.is_bound and saved(form, lambda: form.save_by(request.user)):
        words = "Программа и занятия добавлены. Проверьте темы, даты и часы."
        return done(request, words, DETAIL, form.saved.pk)
    return form_page(
        request,
        form,
        heading="Программа по образцу",
        lead="Портал создаст программу и внесёт её занятия в план событий. Всё можно изменить.",
        submit="Создать программу и занятия",
        **place(Course(program=program)),
    )


@manager_required
def course_delete(request, pk):
    course = course_to_edit(request, pk)
    if is_issued(course):
        return refuse(request, service.ISSUED, reverse(DETAIL, args=[course.pk]))
    if request.method == "POST":
        words, url = "Программа обучения удалена.", reverse(LIST, args=[course.program_id])
        act = service.delete_course
        return attempt(request, lambda: act(course=course, by=request.user), words, url)
    context = {
        "heading": "Удалить программу обучения?",
        "text": f"«{course}» исчезнет вместе со списком обучающихся и их результатами. Занятия с "
        "отметками, файлами или итогом останутся в плане событий, остальные уйдут из него.",
        "submit": "Удалить программу обучения",
        "danger": True,
    }
    return render(request, "confirm_page.html", context | place(course))


def course_to_edit(request, pk):
    return get_object_or_404(Course.objects.editable_by(request.user).with_school(), pk=pk)


def of_certificates(course):
    """What a change of the course does not do; empty while nobody has a certificate."""
    return KEPT_CERTIFICATES if course.pk and is_issued(course) else ""


def place(course):
    """The trail and the way back: to the course, or to the list while it does not exist."""
    steps = [(SCHOOL, reverse(LIST, args=[course.program_id]))]
    if course.pk:
        steps.append((str(course), reverse(DETAIL, args=[course.pk])))
    return {"program": course.program, "trail": steps, "cancel_url": steps[-1][1]}
