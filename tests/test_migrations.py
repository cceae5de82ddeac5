"""A fresh database is made in one step an app, one with data goes on by the former steps."""

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

WHOLE = {
    ("programs", "0001_squashed_0008_speed_event"),
    ("participants", "0001_squashed_0016_certificate_number"),
    ("pairs", "0001_squashed_0006_waiting_and_parting"),
    ("documents", "0001_squashed_0007_choice_slip_and_speed_schedule"),
}
# What the portal of 21 November, 13:30, had not yet.
LATER = [
    ("programs", "0007_psychologist_role"),
    ("programs", "0008_speed_event"),
    ("participants", "0015_selection_and_training"),
    ("participants", "0016_certificate_number"),
    ("pairs", "0002_pairing_depth"),
    ("pairs", "0003_plan_answers"),
    ("pairs", "0004_bans_and_departures"),
    ("pairs", "0005_choices_and_encounters"),
    ("pairs", "0006_waiting_and_parting"),
    ("documents", "0003_agreed_on"),
    ("documents", "0004_registry_sending"),
    ("documents", "0005_protocol_selection"),
    ("documents", "0006_mentor_school_papers"),
    ("documents", "0007_choice_slip_and_speed_schedule"),
]


def since():
    """What came after the whole steps, one by one for everybody."""
    apps = {app for app, _name in WHOLE}
    return [key for key in MigrationLoader(None).graph.nodes if key[0] in apps and key not in WHOLE]


def forget(names):
    for app, name in names:
        MigrationRecorder(connection).record_unapplied(app, name)


def ahead():
    """What ``migrate`` would do now."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [(migration.app_label, migration.name) for migration, _ in plan]


def test_one_step_and_many_lead_to_the_same_models():
    steps = MigrationLoader(None, replace_migrations=False)
    last_steps = [key for key in steps.graph.leaf_nodes() if key not in WHOLE]

    assert {app for app, _ in WHOLE} <= {app for app, _ in last_steps}
    assert steps.project_state(last_steps) == MigrationLoader(None).project_state()


def test_a_fresh_database_takes_one_step_instead_of_the_former_ones():
    nodes = MigrationLoader(None).graph.nodes
    former = {step for whole in WHOLE for step in nodes[whole].replaces}

    assert set(LATER) <= former
    assert former & set(nodes) == set()


@pytest.mark.django_db
def test_a_database_that_went_all_the_former_steps_has_nothing_to_do():
    forget(WHOLE)

    assert ahead() == []


@pytest.mark.django_db
def test_a_database_of_an_earlier_state_goes_on_by_the_steps():
    newer = since()
    forget(WHOLE)
    forget(LATER + newer)

    assert sorted(ahead()) == sorted(LATER + newer)
