"""Pages that are open to everyone: nothing of a draft, no names."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from programs.models import Organization, Program


@require_safe
@login_not_required
def public_page(request, slug):
    """The program of this school year, or the nearest to it; never a draft."""
    program = programs_of(slug).nearest_first(timezone.localdate()).first()
    if program is None:
        raise Http404
    return show(request, program)


@require_safe
@login_not_required
def public_year(request, slug, program_pk):
    return show(request, get_object_or_404(programs_of(slug), pk=program_pk))


def programs_of(slug):
    organization = get_object_or_404(Organization, slug=slug)
    return Program.objects.published().of_organization(organization)


def show(request, shown):
    """Named ``shown``: base templates draw the inner navigation for ``program``."""
    context = {
        "shown": shown,
        "organization": shown.organization,
        "archive": [p for p in programs_of(shown.organization.slug) if p != shown],
    }
    return render(request, "programs/public_page.html", context)
