"""The draft of pairs by hand: lock, move, swap, forbid. Every button answers with the price."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.views.decorators.http import require_POST
from django.views.generic import FormView

from mentoring_portal.shared.plurals import counted
from mentoring_portal.shared.transitions import TransitionError
from pairs.forms.draft import ChosenForm, DraftForm, ForbidForm, StepForm
from pairs.services import by_hand, matching, returning
from pairs.services import pair as service
from pairs.services.step_words import first_named, price
from pairs.views.draft_pages import GONE, MemberPageMixin, SeenDraftMixin, board_url
from pairs.views.pages import ServiceFormMixin, program_or_404
from programs.access import manager_required
from programs.enums import MANAGER_ROLES
from programs.views.answers import words_of

PAIRS = ("пара", "пары", "пар")


def say(request, done, change):
    messages.success(request, f"{done} {price(change)}")
    if change.warning:
        messages.warning(request, f"Обратите внимание: {change.warning}.")
    if change.left_out:
        messages.warning(request, f"Не вернулись: {'; '.join(change.left_out)}.")


def attempt(request, program_pk, action, done, member=None):
    """Make a step and tell its price, or say why it was not made; then back to ``member``."""
    try:
        say(request, done, action())
    except (ValidationError, TransitionError) as error:
        messages.error(request, words_of(error))
    return redirect(board_url(request, program_pk, member))


def read(request, program_pk):
    """The form of a button; a number that is no number is the button of a stale page."""
    program = program_or_404(request.user, MANAGER_ROLES, program_pk)
    form = DraftForm(request.POST, program=program)
    form.is_valid()
    return form


def seen_in(request):
    """What of the draft the page of the button has shown."""
    form = StepForm(request.POST)
    form.is_valid()
    return form.seen


def found(row):
    if row is None:
        raise ValidationError(GONE)
    return row


@require_POST
@manager_required
def matching_run(request, program_pk):
    form = read(request, program_pk)
    try:
        run = matching.propose(program=form.program, by=request.user, seen=form.seen)
    except ValidationError as error:
        messages.error(request, words_of(error))
    else:
        messages.success(request, f"Подбор закончен: {counted(run.pairs.count(), *PAIRS)}.")
        if lost := matching.lost_locks(run):
            messages.warning(request, f"Закреплены были, но не сохранились: {'; '.join(lost)}.")
    return redirect(board_url(request, program_pk))


@require_POST
@manager_required
def matching_undo(request, program_pk):
    form = read(request, program_pk)

    def action():
        return returning.undo(program=form.program, by=request.user, seen=form.seen)

    return attempt(request, program_pk, action, "Последний шаг отменён.")


@require_POST
@manager_required
def matching_lock(request, program_pk):
    return _about(request, program_pk, by_hand.lock, "Пара закреплена.")


@require_POST
@manager_required
def matching_unlock(request, program_pk):
    return _about(request, program_pk, by_hand.unlock, "Закрепление снято.")


def _about(request, program_pk, service_function, done):
    form = read(request, program_pk)

    def action():
        member = found(form.row("member"))
        return service_function(member=member, by=request.user, seen=form.seen)

    return attempt(request, program_pk, action, done, form.about)


@require_POST
@manager_required
def matching_move(request, program_pk):
    form = read(request, program_pk)

    def action():
        member, mentor = found(form.row("member")), found(form.chosen_mentor())
        return by_hand.move(member=member, mentor=mentor, by=request.user, seen=form.seen)

    done = "Наставляемый перенесён, пара закреплена."
    return attempt(request, program_pk, action, done, form.about)


@require_POST
@manager_required
def matching_swap(request, program_pk):
    form = read(request, program_pk)

    def action():
        member, other = found(form.row("member")), found(form.row("other"))
        return by_hand.swap(member=member, other=other, by=request.user, seen=form.seen)

    done = "Наставляемые обменялись, пары закреплены."
    return attempt(request, program_pk, action, done, form.about)


@require_POST
@manager_required
def matching_accept_all(request, program_pk):
    return _accept(request, program_pk, None, "Принимать нечего: предложенных пар нет.")


@require_POST
@manager_required
def matching_accept(request, program_pk):
    """The ticked proposals only."""
    form = ChosenForm(request.POST)
    form.is_valid()
    chosen = form.cleaned_data.get("pair", [])
    return _accept(request, program_pk, chosen, "Отметьте пары, которые хотите принять.")


def _accept(request, program_pk, chosen, nothing):
    form = read(request, program_pk)
    try:
        done = service.accept_all(
            program=form.program, by=request.user, chosen=chosen, seen=form.seen
        )
    except ValidationError as error:
        messages.error(request, words_of(error))
        return redirect(board_url(request, program_pk))
    if done.accepted:
        messages.success(request, f"Принято: {counted(len(done.accepted), *PAIRS)}.")
    elif not done.left:
        messages.info(request, nothing)
    if done.left:
        messages.warning(request, f"Не приняты: {'; '.join(first_named(done.left))}.")
    return redirect(board_url(request, program_pk))


class MemberForbid(MemberPageMixin, SeenDraftMixin, ServiceFormMixin, FormView):
    form_class = ForbidForm
    heading = "Запретить пару"
    submit = "Запретить пару"

    def get_context_data(self, **kwargs):
        names = f"{self.member.mentor} – {self.member.mentee}"
        return super().get_context_data(**{"lead": names} | kwargs)

    def save(self, form):
        self.change = by_hand.forbid(
            member=self.member,
            reason=form.cleaned_data["reason"],
            by=self.request.user,
            seen=form.seen,
        )
        return self.change

    @property
    def done(self):
        return f"Пара запрещена. {price(self.change)}"
