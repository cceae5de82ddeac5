from django.urls import path

from monitoring.views import dashboard, headcounts, schools

app_name = "monitoring"

urlpatterns = [
    path("dashboard/", dashboard.dashboard, name="dashboard"),
    path(
        "programs/<int:program_pk>/dashboard/",
        dashboard.program_dashboard,
        name="program_dashboard",
    ),
    path("programs/<int:program_pk>/headcounts/", headcounts.headcount_list, name="headcount_list"),
    path("schools/", schools.schools, name="schools"),
]
