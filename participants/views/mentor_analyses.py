"""Analyses of a mentor's needs: read on the card, kept here."""

from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from participants.forms.mentor_analysis import MentorAnalysisForm
from participants.models import Mentor, MentorAnalysis
from participants.services import mentor_analysis as service
from programs.access import manager_required
from programs.views.answers import done, form_page, saved

CARD = "participants:mentor_detail"


@manager_required
def mentor_analysis_create(request, mentor_pk):
    mentors = Mentor.objects.editable_by(request.user).with_cards()
    mentor = get_object_or_404(mentors, pk=mentor_pk)
    return edit(request, MentorAnalysis(mentor=mentor, held_on=timezone.localdate()))


@manager_required
def mentor_analysis_update(request, pk):
    return edit(request, analysis_for(request, pk))


@manager_required
def mentor_analysis_delete(request, pk):
    analysis = analysis_for(request, pk)
    mentor = analysis.mentor
    if request.method == "POST":
        service.delete(analysis=analysis, by=request.user)
        return done(request, "Запись об анализе удалена.", CARD, mentor.pk)
    context = {
        "heading": "Удалить анализ потребностей",
        "text": f"{mentor}: {analysis}, {analysis.get_method_display()}. Вернуть его нельзя.",
        "submit": "Удалить",
        "danger": True,
    }
    return render(request, "confirm_page.html", context | place(mentor))


def analysis_for(request, pk):
    analyses = MentorAnalysis.objects.editable_by(request.user)
    related = "mentor__person", "mentor__program__organization"
    return get_object_or_404(analyses.select_related(*related), pk=pk)


def edit(request, analysis):
    mentor = analysis.mentor
    form = MentorAnalysisForm(request.POST or None, instance=analysis)
    if form.is_bound and saved(form, lambda: service.save(analysis=analysis, by=request.user)):
        return done(request, f"{analysis}: записано.", CARD, mentor.pk)
    words = {"heading": "Анализ потребностей", "lead": str(mentor), "submit": "Сохранить"}
    return form_page(request, form, **words, **place(mentor))


def place(mentor):
    """Where the page stands: after the mentor's card, which is also the way back."""
    url = reverse(CARD, args=[mentor.pk])
    base = reverse("participants:mentor_list", args=[mentor.program_id])
    return {
        "program": mentor.program,
        "trail": [("База наставников", base), (str(mentor), url)],
        "cancel_url": url,
    }
