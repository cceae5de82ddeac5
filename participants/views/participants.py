"""What the lists, cards and forms of mentors and mentees have in common."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.http import content_disposition_header

from mentoring_portal.shared.lists import FilteredListView
from mentoring_portal.shared.plurals import counted
from participants.enums import ParticipantStatus
from participants.forms.chosen_rows import ChosenRowsForm
from participants.forms.consent import ConsentPileForm
from participants.forms.person import PersonForm
from participants.models import Person
from participants.services import consent as consents
from participants.services import enrollment
from participants.services.person import save_participant
from programs.access import RoleRequiredMixin
from programs.enums import MANAGER_ROLES, STAFF_ROLES
from programs.models import Program
from programs.views.answers import with_link, with_query

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PEOPLE = ("человек", "человека", "человек")


def program_for(request, pk, roles):
    """The program of an organization where the user holds one of ``roles``, or 404."""
    programs = Program.objects.with_role(request.user, roles).select_related("organization")
    return get_object_or_404(programs, pk=pk)


def managed(request, program):
    return Program.objects.with_role(request.user, MANAGER_ROLES).contains(program)


def editable(request, participant):
    """An erased person is not edited any more, also by who manages the program."""
    return participant.person.erased_on is None and managed(request, participant.program)


class ParticipantListView(RoleRequiredMixin, FilteredListView):
    """A base of one program: everyone whom the staff of the school sees."""

    roles = STAFF_ROLES
    context_object_name = "rows"

    @cached_property
    def program(self):
        return program_for(self.request, self.kwargs["program_pk"], STAFF_ROLES)

    def get_queryset(self):
        return self.model.objects.of_program(self.program).visible_to(self.request.user).by_name()

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        rows = list(context["page_obj"])
        lacking = consents.missing_of(rows, timezone.localdate())
        for row in rows:
            row.lacks = lacking[row.person_id]
        return context | {
            "program": self.program,
            "rows": rows,
            "can_edit": managed(self.request, self.program),
        }


def export(request, program_pk, *, view, make, noun):
    """Exactly what the filters of the list found, in the official table."""
    program = program_for(request, program_pk, STAFF_ROLES)
    found = view.filterset_class(request.GET, queryset=base(view, program, request)).qs
    response = HttpResponse(make(found, f"{noun}, {program}"), content_type=XLSX)
    name = f"{noun} {program.start_year}–{program.start_year + 1}.xlsx"
    response["Content-Disposition"] = content_disposition_header(True, name)
    return response


def base(view, program, request):
    return view.model.objects.of_program(program).visible_to(request.user).by_name()


def selected(request, view, program):
    """The form with the ticked rows, or with everyone found by the filters of the address."""
    rows = view.model.objects.of_program(program).editable_by(request.user)
    found = view.filterset_class(request.GET, queryset=rows).qs
    rows = rows.select_related("person", "program__organization")
    found = found.select_related("person", "program__organization")
    return ChosenRowsForm(request.POST, queryset=rows, found=found)


def back_to(view, program, request):
    return redirect(with_query(request, view.url_name, program.pk))


def approve(request, program_pk, *, view):
    """Candidates among the chosen rows go into the registry."""
    program = program_for(request, program_pk, MANAGER_ROLES)
    form = selected(request, view, program)
    if not form.is_valid():
        messages.error(request, first_error(form))
        return back_to(view, program, request)
    candidates = [row for row in form.chosen if row.status == ParticipantStatus.CANDIDATE]
    held = enrollment.held_back(candidates)
    free = [row for row in candidates if row.pk not in held]
    outcome = enrollment.approve(participants=free, by=request.user)
    report(request, outcome, view, program)
    if held:
        names = ", ".join(row.person.short_name for row in candidates if row.pk in held)
        messages.warning(request, f"{enrollment.HELD} {names}")
    return back_to(view, program, request)


def report(request, outcome, view, program):
    """What was done, with links to what comes next: the list of candidates is empty by now."""
    if not outcome.moved:
        messages.warning(request, "Среди отмеченных нет кандидатов: утверждать некого.")
        return
    done = f"Утверждены в реестре: {counted(outcome.moved, *PEOPLE)}."
    messages.success(request, to_pairs(done, program))
    if outcome.without_consents:
        lacking = counted(outcome.without_consents, *PEOPLE)
        url = reverse(
            view.url_name, args=[program.pk], query={"status": "approved", "consents": "no"}
        )
        words = f"Не хватает обязательных согласий: {lacking}."
        messages.warning(request, with_link(words, url, "Записать согласия этих людей"))


def to_pairs(words, program):
    return with_link(words, reverse("pairs:matching", args=[program.pk]), "Подобрать пары")


def record_pile(request, program_pk, *, view):
    """Two steps on one address: first the chosen rows, then the kinds and the date."""
    program = program_for(request, program_pk, MANAGER_ROLES)
    selection = selected(request, view, program)
    if not selection.is_valid():
        messages.error(request, first_error(selection))
        return back_to(view, program, request)
    rows = list(selection.chosen)
    answered = request.POST if "signed_on" in request.POST else None
    form = ConsentPileForm(answered, rows=rows)
    if form.is_bound and form.is_valid():
        number = consents.record_many(participants=rows, by=request.user, **form.cleaned_data)
        papers = counted(number, "согласие", "согласия", "согласий")
        messages.success(request, to_pairs(f"Записано: {papers}.", program))
        return back_to(view, program, request)
    context = {"program": program, "form": form, "rows": rows} | list_words(view.model, program)
    return render(request, "participants/consent_pile.html", context)


def first_error(form):
    return next(message for messages_ in form.errors.values() for message in messages_)


def edit(request, *, participant, form_class, noun):
    """One page for the person and the row of the base; both are saved, or neither."""
    program = participant.program
    new = participant.pk is None
    person = Person(organization=program.organization) if new else participant.person
    data = request.POST or None
    forms = (
        PersonForm(data, instance=person, organization=program.organization, prefix="person"),
        form_class(data, instance=participant, prefix="row"),
    )
    if data is not None and all([form.is_valid() for form in forms]) and saved(request, *forms):
        messages.success(request, f"{participant}: сведения сохранены.")
        return redirect(detail_of(participant))
    context = {"program": program, "forms": forms} | words_of(participant, noun)
    return render(request, "participants/participant_form.html", context)


def words_of(participant, noun):
    """``noun`` is «наставник» or «наставляемый»."""
    words = list_words(type(participant), participant.program)
    if participant.pk is None:
        new = {"heading": f"Новый {noun}", "submit": "Добавить в базу"}
        return words | new | {"cancel_url": words["list_url"]}
    heading = f"{participant}: сведения"
    return words | {
        "heading": heading,
        "submit": "Сохранить",
        "cancel_url": detail_of(participant),
    }


def list_words(model, program):
    noun = model._meta.model_name
    title = {"mentor": "База наставников", "mentee": "База наставляемых"}[noun]
    return {
        "list_url": reverse(f"participants:{noun}_list", args=[program.pk]),
        "list_title": title,
    }


def detail_of(participant):
    return reverse(f"participants:{participant._meta.model_name}_detail", args=[participant.pk])


def saved(request, person_form, row_form):
    person = person_form.chosen or person_form.instance
    occupations = person_form.cleaned_data["occupations"]
    if person_form.chosen:
        known = person.occupations.values_list("kind", flat=True)
        occupations = sorted({*occupations, *known})
    try:
        save_participant(
            participant=row_form.instance,
            person=person,
            occupations=occupations,
            tags=row_form.cleaned_data["tags"],
            by=request.user,
        )
    except ValidationError as error:
        row_form.add_error(None, error.messages)
        return False
    return True


def newest_program(person):
    """Whose navigation stands over the pages about a person; nobody's for one outside the bases."""
    programs = [row.program for row in (*person.mentors.all(), *person.mentees.all())]
    return max(programs, key=lambda program: program.start_year, default=None)
