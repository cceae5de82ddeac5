from programs.domain.readiness import Fact, next_actions, percent

STAGES = ["conditions", "pairing"]


def fact(stage="conditions", done=0, total=1, action="Сделать", **fields):
    return Fact(stage, "Факт", done, total, "/", action, **fields)


def test_a_stage_is_as_ready_as_its_facts_on_the_average():
    assert percent([fact(done=1), fact(done=1, total=4), fact()]) == 41


def test_a_stage_is_whole_only_when_every_fact_is_met():
    assert percent([fact(done=999, total=1000)]) == 99
    assert percent([fact(done=3, total=2)]) == 100


def test_a_stage_without_facts_is_not_ready():
    assert percent([]) == 0


def test_a_fact_about_nobody_is_not_met():
    assert not fact(done=0, total=0).is_met


def test_next_actions_follow_the_stages_with_urgent_first_and_routine_last():
    facts = [
        fact("conditions", action="routine", routine=True),
        fact("pairing", action="later"),
        fact("conditions", action="met", done=1),
        fact("conditions", action="soon"),
        fact("pairing", action="urgent", urgent=True),
    ]

    actions = [item.action for item in next_actions(facts, STAGES, 4)]

    assert actions == ["urgent", "soon", "later", "routine"]


def test_the_main_way_goes_before_what_can_wait_but_not_before_its_time():
    facts = [
        fact("conditions", action="goal"),
        fact("conditions", action="consents of nobody", main=True, total=0),
        fact("pairing", action="pairs", main=True),
        fact("pairing", action="people wait", urgent=True),
    ]

    actions = [item.action for item in next_actions(facts, STAGES, 4)]

    assert actions == ["people wait", "pairs", "goal", "consents of nobody"]


def test_no_action_is_told_twice():
    facts = [fact("conditions"), fact("pairing"), fact("pairing", action="Другое")]

    actions = [item.action for item in next_actions(facts, STAGES)]

    assert actions == ["Сделать", "Другое"]
