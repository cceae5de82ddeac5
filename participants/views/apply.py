"""The only pages of this app that a visitor without a login sees."""

from functools import wraps

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_safe

from mentoring_portal.shared.client_address import client_address
from mentoring_portal.shared.plurals import counted
from participants.forms.apply import APPLY_FORMS, HEADINGS
from participants.models import ApplicationLink
from participants.services.application import submit
from participants.services.application_limit import TooMany, count_attempt


def open_page(view):
    """For a link that accepts: 404 for an unknown key, 410 without a name for a closed one."""

    @wraps(view)
    def guarded(request, token):
        links = ApplicationLink.objects.select_related("program__organization")
        link = get_object_or_404(links, token=token)
        if link.accepts_on(timezone.localdate()):
            response = view(request, link)
        else:
            response = render(request, "participants/apply_closed.html", status=410)
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return login_not_required(cache_control(private=True, no_store=True)(guarded))


@sensitive_post_parameters()
@open_page
def apply(request, link):
    form = APPLY_FORMS[link.kind](
        request.POST or None, organization=link.program.organization, auto_id="id_%s"
    )
    if request.method != "POST":
        return show(request, link, form)
    try:
        count_attempt(link=link, address=client_address(request))
        sent = is_sent(form, link)
    except TooMany as refusal:
        return refuse(request, link, form, refusal.seconds)
    return redirect("participants:apply_done", link.token) if sent else show(request, link, form)


def is_sent(form, link):
    """A robot in the trap is thanked like everybody, and nothing is kept."""
    if form.is_trap_sprung:
        return True
    if form.is_valid():
        submit(link=link, **form.application())
        return True
    return False


@require_safe
@open_page
def apply_done(request, link):
    return render(request, "participants/apply_done.html", words(link))


def show(request, link, form, status=200, **more):
    context = words(link) | {"form": form, **more}
    return render(request, "participants/apply_form.html", context, status=status)


def refuse(request, link, form, seconds):
    """The form comes back as it was typed, so that it can be sent later."""
    minutes = counted(-(-seconds // 60), "минуту", "минуты", "минут")
    response = show(request, link, form, status=429, wait=minutes)
    response["Retry-After"] = str(seconds)
    return response


def words(link):
    return {
        "organization": link.program.organization,
        "heading": HEADINGS[link.kind],
        "link": link,
        "year": link.program.year,
    }
