"""A button of a page that shows the draft as it was changes nothing."""

import pytest
from django.urls import reverse

from pairs.models import ForbiddenPair, Matching, Pair, PairMember
from pairs.services import by_hand, draft_seen, matching, steps
from pairs.services import pair as service
from pairs.services.draft_seen import seen_draft
from programs.models import Program
from tests.builders import anew, make_mentor, make_pair
from tests.pairs.drafts import make_draft, members

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def drawn(standing):
    """Three proposals, the last of them locked: there is a step to take back."""
    program = make_draft()
    by_hand.lock(member=members(program)[2], by=None)
    return program


@pytest.fixture
def program(drawn):
    return anew(drawn)


def accept_all(program):
    service.accept_all(program=program, by=None)


def accept_one(program):
    service.accept(pair=members(program)[2].pair, by=None)


def reject_one(program):
    service.reject(pair=members(program)[2].pair, reason="ссора", by=None)


def run(program):
    PairMember.objects.update(is_locked=False)
    matching.propose(program=program, by=None)


def of_program(name, **fields):
    return lambda program: (reverse(f"pairs:{name}", args=[program.pk]), fields)


def of_member(name, **fields):
    def button(program):
        first, second, *_rest = members(program)
        about = {"member": first.pk, "other": second.pk, "mentor": free_mentor(program).pk}
        return reverse(f"pairs:{name}", args=[program.pk]), about | fields

    return button


def page_of_member(name, **fields):
    def button(program):
        mentor = {"mentor": free_mentor(program).pk}
        return reverse(f"pairs:{name}", args=[members(program)[0].pk]), mentor | fields

    return button


def free_mentor(program):
    return make_mentor(program, max_mentees=5, competences="шахматы")


def ticked(program):
    url = reverse("pairs:matching_accept", args=[program.pk])
    return url, {"pair": [members(program)[0].pair_id]}


def of_pair(name, **fields):
    return lambda program: (reverse(f"pairs:{name}", args=[members(program)[0].pair_id]), fields)


def return_to(program):
    return reverse("pairs:step_return", args=[program.matchings.last().pk]), {}


def lift(program):
    banned = ForbiddenPair.objects.create(
        program=program, mentor=make_mentor(program), mentee=members(program)[0].mentee
    )
    return reverse("pairs:ban_lift", args=[banned.pk]), {}


def replace(program):
    url = reverse("pairs:mentor_replace", args=[members(program)[0].mentor_id])
    return url, {"day": "2026-11-20", "reason": "Декрет"}


BUTTONS = {
    "undo": of_program("matching_undo"),
    "run": of_program("matching_run"),
    "accept_all": of_program("matching_accept_all"),
    "accept": ticked,
    "accept_one": of_pair("pair_accept"),
    "reject": of_pair("pair_reject", reason="Братья"),
    "lock": of_member("matching_lock"),
    "move": of_member("matching_move"),
    "swap": of_member("matching_swap"),
    "forbid": page_of_member("member_forbid", reason="Братья"),
    "change": page_of_member("member_change"),
    "return": return_to,
    "lift": lift,
    "replace": replace,
}


def everything():
    pairs = Pair.objects.order_by("pk").values_list("pk", "status", "mentor")
    rows = PairMember.objects.order_by("pk").values_list("pair", "mentor", "mentee", "is_locked")
    bans = ForbiddenPair.objects.order_by("pk").values_list("pk", "is_lifted")
    return list(pairs), list(rows), list(bans), Matching.objects.count()


def said_by(answer):
    form = answer.context.get("form")
    refused = form.non_field_errors() if form is not None and form.is_bound else []
    return [*map(str, answer.context["messages"]), *refused]


@pytest.mark.parametrize("meanwhile", [accept_all, accept_one, reject_one, run])
@pytest.mark.parametrize("button", BUTTONS)
def test_a_stale_button_is_refused_in_one_sentence(browser, program, button, meanwhile):
    url, fields = BUTTONS[button](program)
    shown = seen_draft(program)
    meanwhile(program)
    before = everything()

    answer = browser.post(url, fields | {"step": shown}, follow=True)

    assert (said_by(answer), everything()) == ([draft_seen.MOVED_ON], before)


@pytest.mark.parametrize("button", [name for name in BUTTONS if name != "lift"])
def test_the_same_button_of_a_fresh_page_works(browser, program, button):
    url, fields = BUTTONS[button](program)
    before = everything()

    answer = browser.post(url, fields | {"step": seen_draft(program)}, follow=True)

    assert draft_seen.MOVED_ON not in said_by(answer)
    assert everything() != before


@pytest.mark.parametrize("button", ["forbid", "reject", "replace"])
def test_a_refused_page_shows_the_present_draft_and_keeps_the_words(browser, program, button):
    url, fields = BUTTONS[button](program)
    reject_one(program)

    form = browser.post(url, fields | {"step": "earlier"}).context["form"]

    assert form["step"].value() == seen_draft(Program.objects.get())
    assert form["reason"].value() == fields["reason"]


@pytest.mark.parametrize("name", ["matching", "step_list", "ban_list"])
def test_the_pages_tell_what_they_show(browser, program, name):
    lift(program)

    page = browser.get(reverse(f"pairs:{name}", args=[program.pk])).content.decode()

    assert f'name="step" value="{seen_draft(program)}"' in page


@pytest.mark.parametrize("name", ["member_change", "member_forbid"])
def test_the_pages_of_a_mentee_tell_what_they_show(browser, program, name):
    page = browser.get(reverse(f"pairs:{name}", args=[members(program)[0].pk])).content.decode()

    assert f'name="step" value="{seen_draft(program)}"' in page


def test_the_page_of_a_pair_tells_what_it_shows(browser, program):
    pair = members(program)[0].pair

    page = browser.get(reverse("pairs:pair_detail", args=[pair.pk])).content.decode()

    assert f'name="step" value="{seen_draft(program)}"' in page


def test_an_order_makes_no_page_stale(program):
    pair = make_pair(program, status="accepted")
    shown = seen_draft(program)

    Pair.objects.filter(pk=pair.pk).update(status="active")

    assert seen_draft(program) == shown


def test_before_the_first_run_the_page_fits_an_empty_draft(browser, program):
    Matching.objects.all().delete()
    PairMember.objects.all().delete()
    shown = seen_draft(program)

    matching.propose(program=program, by=None, seen=shown)

    assert steps.current(program) is not None
