from django.shortcuts import render

from monitoring.services.school import programs_of_schools
from programs.access import role_required
from programs.enums import Role


@role_required(Role.MUNICIPAL)
def schools(request):
    return render(
        request, "monitoring/school_list.html", {"programs": programs_of_schools(request.user)}
    )
