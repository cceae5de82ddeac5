"""The buttons of the matching page: what they answer, and when the page is stale."""

import pytest
from django.urls import reverse

from pairs.models import ForbiddenPair, Matching, Pair, PairingRules
from pairs.services import draft_seen, matching, steps
from pairs.services.draft_seen import seen_draft
from pairs.services.sheet import Criterion
from pairs.views.matching import NO_PAIR
from pairs.views.steps import NO_STEP
from programs.enums import Role
from tests.builders import anew, make_curator, make_mentor, make_program, make_user
from tests.pairs.drafts import make_draft, members, total

pytestmark = pytest.mark.django_db
GONE = "Этого предложения уже нет: черновик пар изменился."
BUTTONS = ("lock", "unlock", "move", "swap", "undo", "run", "accept", "accept_all")


@pytest.fixture(scope="module")
def drawn(standing):
    return make_draft()


@pytest.fixture
def program(drawn):
    return anew(drawn)


def press(browser, program, action, query="", **data):
    url = reverse(f"pairs:matching_{action}", args=[program.pk])
    answer = browser.post(url + query, data, follow=True)
    return [str(message) for message in answer.context["messages"]]


def test_a_button_tells_the_price(browser, program):
    first, second, _third = members(program)
    before = total(program)

    said = press(browser, program, "swap", member=first.pk, other=second.pk)

    assert said[0] == (
        "Наставляемые обменялись, пары закреплены. "
        f"Сумма оценок {before} → {total(program)}, лучшая возможная {before}."
    )


def test_undo_on_the_page_takes_the_last_step_back(browser, program):
    member = members(program)[0]
    press(browser, program, "lock", member=member.pk)
    locked = members(program)[0].is_locked

    press(browser, program, "undo")

    assert (locked, members(program)[0].is_locked) == (True, False)


@pytest.mark.parametrize("action", ["lock", "unlock", "move", "swap"])
@pytest.mark.parametrize("member", ["", "0", "999999", "99999999999999999999", "x"])
def test_a_button_about_a_proposal_that_has_gone_says_so(browser, program, action, member):
    mentor = make_mentor(program)

    assert press(browser, program, action, member=member, mentor=mentor.pk) == [GONE]


def test_a_stale_page_changes_nothing_and_shows_the_present_draft(browser, program):
    shown = seen_draft(program)
    matching.propose(program=program, by=None)
    member = members(program)[0]

    said = press(browser, program, "lock", member=member.pk, step=shown)

    assert said == [draft_seen.MOVED_ON]
    assert members(program)[0].is_locked is False


def test_the_button_returns_to_the_same_search(browser, program):
    member = members(program)[0]
    url = reverse("pairs:matching_lock", args=[program.pk])

    answer = browser.post(f"{url}?name=тест&page=2", {"member": member.pk})

    assert answer.url.endswith(f"?name=%D1%82%D0%B5%D1%81%D1%82&page=2#move-{member.pk}")


@pytest.mark.parametrize("name", ["member_change", "member_forbid"])
def test_a_page_about_a_mentee_leads_back_to_the_same_place(browser, program, name):
    url = reverse(f"pairs:{name}", args=[members(program)[0].pk])

    page = browser.get(f"{url}?program={program.pk}&page=2")

    board = reverse("pairs:matching", args=[program.pk])
    assert page.context["cancel_url"] == f"{board}?page=2#move-{members(program)[0].pk}"


def test_a_page_of_the_list_that_has_gone_is_answered_by_the_last_one(browser, program):
    page = browser.get(reverse("pairs:matching", args=[program.pk]) + "?page=9")

    assert (page.status_code, page.context["page_obj"].number) == (200, 1)


def test_only_the_ticked_proposals_are_accepted(browser, program):
    first, second, third = (member.pair for member in members(program))

    said = press(browser, program, "accept", pair=[first.pk, third.pk, 999999, "x"])

    assert said == ["Принято: 2\u00a0пары."]
    assert list(Pair.objects.proposed()) == [second]


def test_nothing_ticked_is_pointed_out(browser, program):
    assert press(browser, program, "accept") == ["Отметьте пары, которые хотите принять."]


def test_a_ban_is_made_and_lifted_on_the_page(browser, program):
    member = members(program)[0]
    forbid = reverse("pairs:member_forbid", args=[member.pk])
    browser.get(forbid)
    browser.post(forbid, {"reason": "Родственники"})
    listed = browser.get(reverse("pairs:ban_list", args=[program.pk])).content.decode()

    browser.post(reverse("pairs:ban_lift", args=[ForbiddenPair.objects.get().pk]))

    assert "Родственники" in listed
    assert not ForbiddenPair.objects.standing().exists()


def test_a_link_to_a_proposal_that_has_gone_leads_back(browser, program):
    for name in ("member_forbid", "member_change", "member_sheet"):
        url = reverse(f"pairs:{name}", args=[999999])

        answer = browser.get(f"{url}?program={program.pk}", follow=True)

        assert [str(said) for said in answer.context["messages"]] == [GONE]


@pytest.mark.parametrize("action", ["step_return", "step_rename"])
def test_a_variant_that_is_kept_no_more_leads_back_to_the_list(browser, program, action):
    url = reverse(f"pairs:{action}", args=[999999])

    answer = browser.post(f"{url}?program={program.pk}", {"title": "Мой"}, follow=True)

    assert answer.redirect_chain == [(reverse("pairs:step_list", args=[program.pk]), 302)]
    assert [str(said) for said in answer.context["messages"]] == [NO_STEP]


def test_an_accepted_pair_that_has_gone_leads_back(browser, program):
    url = reverse("pairs:pair_reject", args=[999999])

    answer = browser.get(f"{url}?program={program.pk}", follow=True)

    assert [str(said) for said in answer.context["messages"]] == [NO_PAIR]


def test_a_name_given_in_another_window_is_not_lost_unread(browser, program):
    first = steps.current(program)
    url = reverse("pairs:step_rename", args=[first.pk])
    browser.post(url, {"title": "Первый", "was": ""})

    answer = browser.post(url, {"title": "Лучший", "was": ""}, follow=True)

    refused = steps.NAMED_MEANWHILE.format("«Первый»")
    assert [str(said) for said in answer.context["messages"]][-1] == refused
    assert steps.current(program).title == "Первый"


def test_a_variant_is_named_and_returned_to_on_the_page(browser, program):
    first = steps.current(program)
    press(browser, program, "lock", member=members(program)[0].pk)

    browser.post(reverse("pairs:step_rename", args=[first.pk]), {"title": "До закрепления"})
    browser.post(reverse("pairs:step_return", args=[first.pk]))

    page = browser.get(reverse("pairs:step_list", args=[program.pk])).content.decode()
    assert "озврат к варианту «До закрепления»" in page
    assert members(program)[0].is_locked is False


def test_the_sheet_tells_points_the_second_best_and_the_proof(browser, program):
    member = members(program)[0]

    page = browser.get(reverse("pairs:member_sheet", args=[member.pk]))

    sheet = page.context["sheet"]
    assert sum(row.points for row in sheet.criteria) == member.score
    assert (
        "Доказано, что по данным на момент последнего шага лучше не подобрать"
        in page.content.decode()
    )
    assert sheet.second is None or sheet.second.mentor != member.mentor


@pytest.mark.parametrize(
    ("points", "partly", "mark", "tone"),
    [
        (0, False, "не выполнен", "warn"),
        (0, True, "выполнен частично", "info"),
        (1, True, "выполнен частично", "info"),
        (2, False, "выполнен", "good"),
    ],
)
def test_the_mark_of_a_criterion_is_of_what_is_met(points, partly, mark, tone):
    row = Criterion("Ожидание", points, 2, "Ждёт наставника 72 дня", partly)

    assert (row.mark, row.tone) == (mark, tone)


def test_the_second_best_costs_what_the_best_without_the_pair_loses(program, browser):
    free = make_mentor(program, competences="шахматы")
    matching.propose(program=program, by=None)
    member = members(program)[0]
    before = steps.current(program)

    sheet = browser.get(reverse("pairs:member_sheet", args=[member.pk])).context["sheet"]
    press(browser, program, "move", member=member.pk, mentor=free.pk)

    assert (sheet.second.mentor, sheet.second.score_lost) == (
        free,
        round(before.objective - steps.current(program).objective),
    )


@pytest.mark.parametrize("action", BUTTONS)
def test_a_head_of_a_teachers_group_presses_nothing(client, program, action):
    client.force_login(make_user(Role.GROUP_HEAD, program.organization))
    steps_before = Matching.objects.count()

    answer = client.post(reverse(f"pairs:matching_{action}", args=[program.pk]))

    assert (answer.status_code, Matching.objects.count()) == (403, steps_before)


@pytest.mark.parametrize("action", BUTTONS)
def test_a_curator_of_another_school_presses_nothing(client, program, action):
    client.force_login(make_curator(make_program()))
    steps_before = Matching.objects.count()

    answer = client.post(reverse(f"pairs:matching_{action}", args=[program.pk]))

    assert (answer.status_code, Matching.objects.count()) == (404, steps_before)


def test_the_head_reads_variants_bans_and_sheets_without_buttons(client, program):
    client.force_login(make_user(Role.GROUP_HEAD, program.organization))
    pages = [
        *(reverse(f"pairs:{name}", args=[program.pk]) for name in ("step_list", "ban_list")),
        reverse("pairs:member_sheet", args=[members(program)[0].pk]),
    ]

    answers = [client.get(url) for url in pages]

    assert [answer.status_code for answer in answers] == [200, 200, 200]
    assert not any('method="post"' in a.content.decode().split("<main")[1] for a in answers)


def test_the_search_finds_a_mentee_among_the_proposals(browser, program):
    member = members(program)[1]
    url = reverse("pairs:matching", args=[program.pk])

    found = browser.get(url, {"name": member.mentee.person.last_name}).context["object_list"]

    assert member.pair in list(found)


def test_the_sheet_checks_every_rule_with_its_fact(browser, program):
    member = members(program)[0]
    teacher = make_mentor(program, forms=["teacher_teacher"], max_mentees=2)
    kept = browser.get(reverse("pairs:member_sheet", args=[member.pk])).context["sheet"].rules

    press(browser, program, "move", member=member.pk, mentor=teacher.pk)
    rules = browser.get(reverse("pairs:member_sheet", args=[member.pk])).context["sheet"].rules

    assert [rule.title for rule in kept if not rule.is_kept] == []
    assert [(rule.title, rule.fact) for rule in rules if not rule.is_kept] == [
        ("Форма наставничества", "«ученик – ученик»; наставник: «учитель – учитель»")
    ]
    assert ("Места у наставника", "в черновике занято 1 из 2 свободных") in [
        (rule.title, rule.fact) for rule in rules
    ]


def test_a_mentee_with_two_mentors_stands_with_both(browser):
    program = make_draft(2, max_mentees=2)
    mentee = members(program)[0].mentee
    mentee.max_mentors = 2
    mentee.save()
    browser.force_login(make_curator(program))

    press(browser, program, "run")
    page = browser.get(reverse("pairs:matching", args=[program.pk]))

    rows = [pair for pair in page.context["object_list"] if mentee in pair.mentees]
    assert (len(rows), page.context["board"].mentees_proposed) == (2, 2)


def test_the_page_warns_of_a_group_that_is_too_small(browser):
    program = make_draft(2, max_mentees=2)
    PairingRules.objects.create(program=program, group_least=3, group_most=5)
    first, second = members(program)
    browser.force_login(make_curator(program))
    press(browser, program, "move", member=first.pk, mentor=second.mentor_id)

    url = reverse("pairs:matching", args=[program.pk])
    page = browser.get(url, {"state": "odd"})

    assert page.context["board"].odd_groups == len(page.context["object_list"]) == 1
    assert "В группе 2\u00a0наставляемых, наименьшая группа – 3." in page.content.decode()


def test_every_alternative_costs_what_it_says(browser):
    program = make_draft(max_mentees=2, hours_month=3)
    for name in ("шахматы", "физика"):
        make_mentor(program, competences=name, hours_month=4, max_mentees=3)
    member = members(program)[0]
    url = reverse("pairs:member_change", args=[member.pk])
    rows = [row for row in browser_page(browser, program, url) if row.is_open]

    for row in rows:
        before = total(program)
        browser.post(url, {"mentor": row.mentor.pk})
        assert (row.mentor, total(program) - before) == (row.mentor, row.delta)
        press(browser, program, "undo")

    assert len(rows) == 4


def browser_page(browser, program, url):
    browser.force_login(make_curator(program))
    return browser.get(url).context["alternatives"]


def test_every_exchange_costs_what_it_says(browser, program):
    member = members(program)[0]
    url = reverse("pairs:member_change", args=[member.pk])
    rows = browser.get(url).context["exchanges"]

    for row in rows:
        press(browser, program, "swap", member=member.pk, other=row.member.pk)
        assert total(program) == row.total
        press(browser, program, "undo")

    assert len(rows) == 2
