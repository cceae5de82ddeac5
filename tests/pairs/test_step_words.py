"""How the sum of a draft is said beside that of the best one."""

import pytest
from django.urls import reverse

from pairs.services import by_hand, steps
from pairs.services.comparison import news
from pairs.services.draft import Worth
from pairs.services.step_words import best_figure, best_words
from tests.builders import make_curator
from tests.pairs.drafts import make_draft, members

SAID = {
    Worth(10, 8, 416): "лучшая возможная 421",
    Worth(10, 8, 430): "лучшая без нарушения правил 421",
    Worth(10, 7, 430): "у лучшего подбора 421 при 8\u00a0занятых наставниках",
    Worth(9, 9, 430): "у лучшего подбора 421 при 10\u00a0наставляемых с парой",
}


@pytest.mark.parametrize(("worth", "words"), SAID.items())
def test_a_sum_above_that_of_the_best_draft_is_explained(worth, words):
    best = Worth(10, 8, 421)

    assert best_words(worth, best) == words
    assert words.endswith(best_figure(worth, best))


@pytest.mark.django_db
def test_the_list_and_the_comparison_say_what_an_idle_mentor_bought(client):
    program = make_draft(2, max_mentees=2)
    first, second = members(program)
    program.mentors.filter(pk=first.mentor_id).update(competences="физика, химия, вокал")
    program.mentors.filter(pk=second.mentor_id).update(competences="", hours_month=None)
    change = by_hand.move(member=second, mentor=first.mentor, by=None)
    client.force_login(make_curator(program))

    page = client.get(reverse("pairs:step_list", args=[program.pk])).content.decode()

    figure = f"{change.best.total} при 2\u00a0занятых наставниках"
    assert change.best.total < change.after.total
    assert page.count(f"у лучшего подбора {figure}") == 1
    assert news(steps.current(program)).second.best == figure
