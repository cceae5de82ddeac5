"""Addresses of the selection of mentors and of the analyses of their needs."""

from django.urls import path

from participants.views import criteria, mentor_analyses, selection

urlpatterns = [
    path(
        "programs/<int:program_pk>/selection/",
        selection.SelectionListView.as_view(),
        name="selection_list",
    ),
    path(
        "programs/<int:program_pk>/selection/admit/",
        selection.selection_admit,
        name="selection_admit",
    ),
    path(
        "programs/<int:program_pk>/selection/register/",
        selection.selection_register,
        name="selection_register",
    ),
    path(
        "mentors/<int:mentor_pk>/analyses/new/",
        mentor_analyses.mentor_analysis_create,
        name="mentor_analysis_create",
    ),
    path(
        "mentor-analyses/<int:pk>/edit/",
        mentor_analyses.mentor_analysis_update,
        name="mentor_analysis_update",
    ),
    path(
        "mentor-analyses/<int:pk>/delete/",
        mentor_analyses.mentor_analysis_delete,
        name="mentor_analysis_delete",
    ),
    path("mentors/<int:pk>/selection/", selection.selection_detail, name="selection_detail"),
    path("mentors/<int:pk>/selection/record/", selection.selection_record, name="selection_record"),
    path(
        "programs/<int:program_pk>/selection/criteria/",
        criteria.criterion_list,
        name="criterion_list",
    ),
    path(
        "programs/<int:program_pk>/selection/criteria/new/",
        criteria.criterion_create,
        name="criterion_create",
    ),
    path(
        "programs/<int:program_pk>/selection/criteria/preset/",
        criteria.criterion_preset,
        name="criterion_preset",
    ),
    path(
        "programs/<int:program_pk>/selection/criteria/copy/",
        criteria.criterion_copy,
        name="criterion_copy",
    ),
    path("criteria/<int:pk>/edit/", criteria.criterion_update, name="criterion_update"),
    path("criteria/<int:pk>/delete/", criteria.criterion_delete, name="criterion_delete"),
    path("criteria/<int:pk>/move/", criteria.criterion_move, name="criterion_move"),
]
