"""Addresses of the School of mentors."""

from django.urls import path

from participants.views import course_attendances, course_sessions, courses, trainings

urlpatterns = [
    path("programs/<int:program_pk>/courses/", courses.course_list, name="course_list"),
    path("programs/<int:program_pk>/courses/new/", courses.course_create, name="course_create"),
    path("programs/<int:program_pk>/courses/sample/", courses.course_sample, name="course_sample"),
    path("courses/<int:pk>/", courses.course_detail, name="course_detail"),
    path("courses/<int:pk>/edit/", courses.course_update, name="course_update"),
    path("courses/<int:pk>/delete/", courses.course_delete, name="course_delete"),
    path(
        "courses/<int:pk>/sessions/new/",
        course_sessions.course_session_create,
        name="course_session_create",
    ),
    path(
        "courses/<int:pk>/sessions/take/",
        course_sessions.course_session_take,
        name="course_session_take",
    ),
    path("sessions/<int:pk>/edit/", course_sessions.session_update, name="session_update"),
    path("sessions/<int:pk>/delete/", course_sessions.session_delete, name="session_delete"),
    path("courses/<int:pk>/learners/", trainings.course_learners, name="course_learners"),
    path("courses/<int:pk>/learners/new/", trainings.course_enroll, name="course_enroll"),
    path("courses/<int:pk>/results/", trainings.course_results, name="course_results"),
    path("courses/<int:pk>/results/pass/", trainings.course_pass, name="course_pass"),
    path(
        "courses/<int:pk>/attendance/",
        course_attendances.course_attendance,
        name="course_attendance",
    ),
    path(
        "courses/<int:pk>/attendance/mark/", course_attendances.course_attend, name="course_attend"
    ),
    path("trainings/<int:pk>/", trainings.training_detail, name="training_detail"),
    path("trainings/<int:pk>/edit/", trainings.training_update, name="training_update"),
    path("trainings/<int:pk>/delete/", trainings.training_delete, name="training_delete"),
    path("materials/<int:pk>/", trainings.material_download, name="material_download"),
]
