"""What every page shows of the program: its navigation, its stages, words of roles."""

from django import template
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from programs.access import manages, roles_at
from programs.domain.menu import PROGRAM_MENU, SITE_LINKS
from programs.domain.menu import of_stage as pages_of_stage
from programs.domain.menu_item import for_roles
from programs.domain.row_state import DONE, OVERDUE, WAITING
from programs.domain.steps import step_word
from programs.enums import STAFF_ROLES, ProgramStatus, Role, StageStatus
from programs.models import Program

register = template.Library()
PROGRAM_TONES = {
    ProgramStatus.DRAFT: "neutral",
    ProgramStatus.ACTIVE: "good",
    ProgramStatus.CLOSED: "info",
}


@register.simple_tag(takes_context=True)
def program_menu(context):
    """The program's navigation: its ``sections``, links of the site, ``others`` to switch to."""
    program, view_name = context.get("program"), current_view(context)
    shown = sections(program, roles_here(context, program), view_name) if program else []
    return {
        "sections": shown,
        "items": next((row["items"] for row in shown if row["current"]), []),
        "links": links(SITE_LINKS, context.get("roles", frozenset()), view_name),
        "others": other_programs(context, program) if shown else [],
    }


def roles_here(context, program):
    """Roles in the program's own school: those in other schools open nothing here."""
    request = context.get("request")
    return roles_at(request.user, program.organization) if request else frozenset()


def sections(program, roles, view_name):
    """Sections with a page for these roles; a section opens on its first page."""
    shown = []
    for section in PROGRAM_MENU:
        items = links(section.items, roles, view_name, program.pk)
        if items:
            current = next((item["current"] for item in items if item["current"]), "")
            alone = len(items) == 1
            shown.append(
                {
                    "title": section.title,
                    "url": items[0]["url"],
                    "current": current if alone else current and "true",
                    "items": [] if alone else items,
                }
            )
    if shown and program.status != ProgramStatus.DRAFT:
        page = address("programs:public_year", program.organization.slug, program.pk)
        shown.append({"title": "Страница", "url": page, "current": "", "items": []})
    return shown


@register.simple_tag(takes_context=True)
def stage_sections(context, program, stage):
    """Links to the pages that ``stage`` needs."""
    return links(pages_of_stage(stage.code), roles_here(context, program), "", program.pk)


def current_view(context):
    match = getattr(context.get("request"), "resolver_match", None)
    return match.view_name if match else ""


def links(menu, roles, view_name, *arguments):
    shown = []
    for item in for_roles(menu, roles):
        url = address(item.url_name, *arguments)
        if url:
            shown.append({"title": item.title, "url": url, "current": mark(item, view_name)})
    return shown


def mark(item, view_name):
    """The value of aria-current: this very page, or a page inside the section."""
    if view_name == item.url_name:
        return "page"
    return "true" if item.holds(view_name) else ""


def address(name, *arguments):
    """The URL, or nothing while the page is not written yet."""
    try:
        return reverse(name, args=arguments)
    except NoReverseMatch:
        return ""


def other_programs(context, program):
    user = context["request"].user
    programs = Program.objects.with_role(user, STAFF_ROLES).exclude(pk=program.pk)
    return list(programs.select_related("organization"))


@register.filter
def role_words(roles):
    """«куратор, наставник»: the user's roles in the order of their weight."""
    return ", ".join(role.label for role in Role if role in roles)


@register.simple_tag
def user_words(user, name, roles):
    """«Соколова А. И., куратор»; a login that only repeats its role is not said twice."""
    who = name or ("" if user.username in roles else user.username)
    return ", ".join(part for part in (who, role_words(roles)) if part)


@register.simple_tag
def stage_steps(stages):
    """Rows of the stepper out of stages with ``percent`` and ``is_finished``."""
    today = timezone.localdate()
    steps = [step(item, today) for item in stages]
    current = next((row for row in steps if not row["is_done"]), None)
    if current:
        current["current"] = True
    return steps


def step(item, today):
    stage = item.stage
    finished = stage.status == StageStatus.FINISHED
    return {
        "number": stage.number,
        "title": stage.title,
        "percent": item.percent,
        "url": address("programs:stage_detail", stage.pk),
        "is_done": finished or item.percent >= 100,
        "word": step_word(
            finished=finished,
            percent=item.percent,
            starts_on=stage.starts_on,
            due_on=stage.due_on,
            today=today,
        ),
    }


@register.filter
def managed_by(program, user):
    return manages(user, program.organization)


@register.filter
def program_tone(status):
    return PROGRAM_TONES[status]


@register.filter
def page_numbers(page):
    """Numbers around the current page, with gaps."""
    return page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1)


@register.filter
def of_stage(stages, stage):
    """The readiness of ``stage`` out of what ``stage_readiness`` gave."""
    return next((item for item in stages if item.stage == stage), None)


@register.filter
def state_chips(counts, total):
    """The filters of the roadmap by state, each with the number of rows it finds."""
    words = {"": "Все", OVERDUE: "Просрочено", WAITING: "Впереди", DONE: "Выполнено"}
    numbers = {"": total, **counts}
    return [{"code": code, "label": label, "count": numbers[code]} for code, label in words.items()]
