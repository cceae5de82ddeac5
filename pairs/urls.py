from django.urls import path

from pairs.views import feedback, matching, meetings, named, pairs

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
