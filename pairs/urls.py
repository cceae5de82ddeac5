from django.urls import path

from pairs.views import feedback, matching, meetings, named, pairs, plan_tasks, plans

app_name = "pairs"

urlpatterns = [
    path("programs/<int:program_pk>/matching/", matching.MatchingPage.as_view(), name="matching"),
    path("programs/<int:program_pk>/matching/run/", matching.matching_run, name="matching_run"),
    path(
        "programs/<int:program_pk>/matching/accept-all/",
        matching.matching_accept_all,
        name="matching_accept_all",
    ),
    path("pairs/<int:pk>/accept/", matching.pair_accept, name="pair_accept"),
    path("pairs/<int:pk>/reject/", matching.PairReject.as_view(), name="pair_reject"),
    path("pairs/members/<int:pk>/mentor/", matching.MemberChange.as_view(), name="member_change"),
    path("programs/<int:program_pk>/pairs/", pairs.PairList.as_view(), name="pair_list"),
    path("programs/<int:program_pk>/pairs/add/", pairs.PairCreate.as_view(), name="pair_create"),
    path("programs/<int:program_pk>/pairs/named/", named.named_list, name="named_list"),
    path("programs/<int:program_pk>/pairs/named/create/", named.named_create, name="named_create"),
    path("pairs/<int:pk>/", pairs.PairDetail.as_view(), name="pair_detail"),
    path("pairs/<int:pk>/edit/", pairs.PairUpdate.as_view(), name="pair_update"),
    path("pairs/<int:pk>/pause/", pairs.pair_pause, name="pair_pause"),
    path("pairs/<int:pk>/resume/", pairs.pair_resume, name="pair_resume"),
    path("pairs/<int:pk>/complete/", pairs.PairComplete.as_view(), name="pair_complete"),
    path("pairs/<int:pk>/terminate/", pairs.PairTerminate.as_view(), name="pair_terminate"),
    path("pairs/<int:pk>/plan/", plans.PlanDetail.as_view(), name="plan_detail"),
    path("pairs/<int:pk>/plan/create/", plans.plan_create, name="plan_create"),
    path("pairs/<int:pk>/plan/edit/", plans.PlanUpdate.as_view(), name="plan_update"),
    path("pairs/<int:pk>/plan/offer/", plans.plan_offer, name="plan_offer"),
    path("pairs/<int:pk>/plan/withdraw/", plans.plan_withdraw, name="plan_withdraw"),
    path("pairs/<int:pk>/plan/answer/", plans.PlanAnswer.as_view(), name="plan_answer"),
    path("pairs/<int:pk>/plan/paper/", plans.PlanPaper.as_view(), name="plan_paper"),
    path("pairs/<int:pk>/plan/confirm/", plans.plan_confirm, name="plan_confirm"),
    path("pairs/<int:pk>/plan/finish/", plans.PlanFinish.as_view(), name="plan_finish"),
    path("pairs/<int:pk>/plan/reopen/", plans.plan_reopen, name="plan_reopen"),
    path(
        "pairs/<int:pk>/plan/tasks/add/", plan_tasks.TaskCreate.as_view(), name="plan_task_create"
    ),
    path("plan-tasks/<int:pk>/edit/", plan_tasks.TaskUpdate.as_view(), name="task_update"),
    path("plan-tasks/<int:pk>/delete/", plan_tasks.TaskDelete.as_view(), name="task_delete"),
    path("plan-tasks/<int:pk>/mark/", plan_tasks.TaskMarkUpdate.as_view(), name="task_mark"),
    path("plan-tasks/<int:pk>/done/", plan_tasks.task_done, name="task_done"),
    path("plan-tasks/<int:pk>/move/", plan_tasks.task_move, name="task_move"),
    path(
        "pairs/<int:pair_pk>/meetings/add/",
        meetings.MeetingCreate.as_view(),
        name="meeting_create",
    ),
    path("meetings/<int:pk>/edit/", meetings.MeetingUpdate.as_view(), name="meeting_update"),
    path(
        "meetings/<int:meeting_pk>/feedback/",
        feedback.FeedbackCreate.as_view(),
        name="feedback_create",
    ),
]
