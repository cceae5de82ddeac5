"""What the user's own organizations hold, or 404."""

from django.shortcuts import get_object_or_404

from programs.models import Program


def program_for(request, pk, roles):
    """The program of an organization where the user holds one of ``roles``."""
    programs = Program.objects.with_role(request.user, roles).select_related("organization")
    return get_object_or_404(programs, pk=pk)
