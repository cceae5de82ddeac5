"""Analyses of a mentee's needs: read on the card, kept here."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from participants.forms.needs_analysis import NeedsAnalysisForm
from participants.models import Mentee, NeedsAnalysis
from participants.services import needs_analysis as service
from programs.access import manager_required
from programs.views.answers import done, form_page, saved

NO_CONSENT = "Согласия родителя на анализ потребностей ещё нет: его собирают до анализа."


@manager_required
def analysis_create(request, mentee_pk):
    mentees = Mentee.objects.editable_by(request.user).with_cards()
    mentee = get_object_or_404(mentees, pk=mentee_pk)
    return edit(request, NeedsAnalysis(mentee=mentee, held_on=timezone.localdate()))


@manager_required
def analysis_update(request, pk):
    return edit(request, analysis_for(request, pk))


@manager_required
def analysis_delete(request, pk):
    analysis = analysis_for(request, pk)
    mentee = analysis.mentee
    if request.method == "POST":
        service.delete(analysis=analysis, by=request.user)
        messages.success(request, "Запись об анализе удалена.")
        return redirect("participants:mentee_detail", mentee.pk)
    context = {
        "heading": "Удалить анализ потребностей",
        "text": f"{mentee}: {analysis}, {analysis.get_method_display()}. Вернуть его нельзя.",
        "submit": "Удалить",
        "danger": True,
    }
    return render(request, "confirm_page.html", context | place(mentee))


def analysis_for(request, pk):
    analyses = NeedsAnalysis.objects.editable_by(request.user)
    related = "mentee__person", "mentee__program__organization"
    return get_object_or_404(analyses.select_related(*related), pk=pk)


def edit(request, analysis):
    mentee = analysis.mentee
    form = NeedsAnalysisForm(request.POST or None, instance=analysis)
    if form.is_bound and saved(form, lambda: service.save(analysis=analysis, by=request.user)):
        return done(request, f"{analysis}: записано.", "participants:mentee_detail", mentee.pk)
    lacks = service.lacks_consent(mentee, timezone.localdate())
    return form_page(
        request,
        form,
        heading="Анализ потребностей",
        lead=f"{mentee}. {NO_CONSENT if lacks else ''}",
        submit="Сохранить",
        **place(mentee),
    )


def place(mentee):
    """Where the page stands: after the mentee's card, which is also the way back."""
    url = reverse("participants:mentee_detail", args=[mentee.pk])
    base = reverse("participants:mentee_list", args=[mentee.program_id])
    return {
        "program": mentee.program,
        "trail": [("База наставляемых", base), (str(mentee), url)],
        "cancel_url": url,
    }
