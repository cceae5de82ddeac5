"""A registered paper loses its force. The page of each way names what will happen."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse

from documents.domain.paper_words import words_of
from documents.forms.closing import CancelForm, ExpireForm
from documents.kinds import kind_of
from documents.services import closing
from documents.views.documents import crumb_of, own_document
from programs.access import manager_required
from programs.views.answers import done, saved

STAYS = (
    "Номер, дата, файлы и сканы останутся в портале.",
    "Со страницы «Наставничество» документ исчезнет сразу.",
    "Вернуть документу силу нельзя: понадобится новый.",
)
PAIRS_GO_ON = "Пары и группы из документа продолжат работать: завершите их отдельно, если нужно."


@manager_required
def document_cancel(request, pk):
    return close(
        request,
        own_document(request, pk),
        form_class=CancelForm,
        service=closing.cancel,
        heading="Отменить другим документом",
        submit="Отменить документ",
        message="Документ отменён.",
    )


@manager_required
def document_expire(request, pk):
    return close(
        request,
        own_document(request, pk),
        form_class=ExpireForm,
        service=closing.expire,
        heading="Отметить, что документ утратил силу",
        submit="Отметить",
        message="Отмечено: документ утратил силу.",
    )


def close(request, document, *, form_class, service, message, **words):
    url = reverse("documents:document_detail", args=[document.pk])
    if document.is_open or document.closed_on:
        messages.info(request, f"Это невозможно: документ {document.get_status_display()}.")
        return redirect(url)
    form = form_class(request.POST or None, document=document)
    if form.is_bound and saved(
        form, lambda: service(document=document, by=request.user, **form.cleaned_data)
    ):
        return done(request, message, url)
    return render(request, "confirm_page.html", page(document, form, url) | words)


def page(document, form, url):
    name = words_of(kind_of(document.kind).type).title
    items = (*STAYS, PAIRS_GO_ON) if document.pairs.exists() else STAYS
    return {
        "program": document.program,
        "text": f"{name} «{document.title}», {document.number_and_day}.",
        "items": items,
        "form": form,
        "danger": True,
        "cancel_text": "Вернуться к документу",
        "cancel_url": url,
        "trail": [crumb_of(document), (document.title, url)],
    }
