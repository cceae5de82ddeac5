"""The pairs that the uploaded tables name: a preview with questions, then their creation."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from mentoring_portal.shared.transitions import TransitionError
from pairs.forms.named import AnswersForm, NamedForm
from pairs.services import import_pairs as service
from pairs.services.named_pairs import read_named
from pairs.views.pages import program_or_404
from programs.access import manager_required
from programs.enums import MANAGER_ROLES
from programs.views.answers import with_query, words_of


@require_safe
@manager_required
def named_list(request, program_pk):
    program = program_or_404(request.user, MANAGER_ROLES, program_pk)
    asked, reading = readings(request, program)
    context = {
        "program": program,
        "reading": reading,
        "shown": reading.pairs[: service.MOST_AT_ONCE],
        "asked": asked,
        "missing": [question for question in reading.questions if not question.choices],
        "form": NamedForm(pairs=reading.pairs),
        "query": request.GET.urlencode(),
    }
    return render(request, "pairs/named_list.html", context)


def readings(request, program):
    """The form of questions, and what the tables say with the answers of the address."""
    first = read_named(program=program)
    asked = AnswersForm(request.GET or None, questions=first.questions)
    answers = asked.answers
    return asked, read_named(program=program, answers=answers) if answers else first


@require_POST
@manager_required
def named_create(request, program_pk):
    program = program_or_404(request.user, MANAGER_ROLES, program_pk)
    asked, reading = readings(request, program)
    form = NamedForm(request.POST, pairs=reading.pairs)
    try:
        if not form.is_valid():
            raise ValidationError("Отметьте пары из списка ещё раз: он изменился или пуст.")
        pairs = service.create_named(
            program=program, answers=asked.answers, by=request.user, **form.cleaned_data
        )
    except (ValidationError, TransitionError) as error:
        messages.error(request, words_of(error))
        return redirect(with_query(request, "pairs:named_list", program.pk))
    messages.success(request, service.told(pairs))
    return redirect("pairs:pair_list", program.pk)
