"""How pages answer a form: save and go on, or show the form again with what to mend."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.html import format_html

from mentoring_portal.shared.transitions import TransitionError


def saved(form, save):
    """Whether the form was accepted; a refusal of a service becomes the form's own error."""
    if not form.is_valid():
        return False
    try:
        form.saved = save()
    except (ValidationError, TransitionError) as refusal:
        form.add_error(None, sentences(refusal))
    return form.is_valid()


def sentences(refusal):
    """What a service says when it refuses."""
    return getattr(refusal, "messages", [str(refusal)])


def words_of(refusal):
    """The same as one message."""
    return " ".join(sentences(refusal))


def with_link(words, url, action):
    """A message that leads on to what it speaks of."""
    return format_html('{} <a href="{}">{}</a>', words, url, action)


def form_page(request, form, template="form_page.html", **context):
    """The one-column form that asks for one thing."""
    return render(request, template, context | {"form": form})


def done(request, message, url, *arguments):
    messages.success(request, message)
    return redirect(url, *arguments)


def refuse(request, why, url):
    """Away from a page that would only promise what cannot be done."""
    messages.error(request, why)
    return redirect(url)


def attempt(request, act, message, url, *arguments):
    """Do it or say why not, and go on to ``url`` either way."""
    try:
        act()
    except (ValidationError, TransitionError) as refusal:
        messages.error(request, words_of(refusal))
    else:
        messages.success(request, message)
    return redirect(url, *arguments)


def with_query(request, name, *arguments):
    """The address of a page with the search and the place in the list of the request."""
    query = request.GET.urlencode()
    url = reverse(name, args=arguments)
    return f"{url}?{query}" if query else url


def trail(program, *more):
    """Where a page of a program stands: (title, url) from the program down."""
    return [("Программа", reverse("programs:program_detail", args=[program.pk])), *more]


def roadmap_trail(item):
    """From the roadmap down to its row; a new row has no page yet."""
    url = reverse("programs:roadmap", args=[item.program_id])
    steps = [("Дорожная карта", url)]
    if item.pk:
        number = f"Строка {item.shown_number}".strip()
        steps.append((number, reverse("programs:item_detail", args=[item.pk])))
    return steps
