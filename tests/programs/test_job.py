from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from kombu.exceptions import OperationalError

from programs.enums import JobState
from programs.models import Job
from programs.services import job as service
from programs.services.job import claim, enqueue, retry, run, sweep
from tests.builders import make_program

pytestmark = pytest.mark.django_db
RING = service.ring


@pytest.fixture(autouse=True)
def bell(monkeypatch):
    """The ids that were rung, in place of a broker."""
    rung = []
    monkeypatch.setattr(service, "ring", lambda job: rung.append(job.pk))
    return rung


def order(program=None, key="report:1"):
    return enqueue(
        program=program or make_program(),
        title="Отчёт",
        key=key,
        task="documents.tasks.build_report",
        arguments={"period": "december"},
        by=None,
    )


def test_the_bell_rings_only_after_the_commit(bell, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        job = order()
        assert bell == []

    assert bell == [job.pk]


def test_a_rolled_back_transaction_leaves_no_work():
    program = make_program()
    with pytest.raises(RuntimeError), transaction.atomic():
        order(program)
        raise RuntimeError

    assert not Job.objects.exists()


def test_a_broken_bell_does_not_break_the_page_that_ordered_the_work(
    monkeypatch, caplog, django_capture_on_commit_callbacks
):
    def broken(job):
        raise RuntimeError("bell")

    monkeypatch.setattr(service, "ring", broken)
    with django_capture_on_commit_callbacks(execute=True):
        job = order()

    assert Job.objects.get().pk == job.pk
    assert "RuntimeError" in caplog.text


@pytest.mark.parametrize("refusal", [OperationalError("away"), ConnectionRefusedError("away")])
def test_a_broker_that_is_away_is_a_line_in_the_log(monkeypatch, caplog, refusal):
    def refuse(*args, **options):
        raise refusal

    monkeypatch.setattr(service.current_app, "send_task", refuse)
    job = order()

    RING(job)

    assert [record.getMessage() for record in caplog.records] == [
        f"The broker is away: job {job.pk} waits for the sweep"
    ]


def test_an_open_work_is_not_ordered_twice():
    program = make_program()

    assert order(program) == order(program)
    assert Job.objects.count() == 1


def test_a_finished_work_may_be_ordered_again():
    program = make_program()
    first = order(program)
    run(first.pk, lambda job, progress: "/done/")

    assert order(program) != first


def test_the_work_is_done_once_however_often_it_is_delivered():
    job, calls = order(), []

    for _ in range(3):
        run(job.pk, lambda job, progress: calls.append(job.pk) or "/done/")

    job.refresh_from_db()
    assert calls == [job.pk]
    assert (job.state, job.result_url, job.attempts) == (JobState.DONE, "/done/", 1)


def test_progress_is_seen_while_the_work_goes_on():
    job, seen = order(), []

    def work(job, progress):
        progress(18, 300)
        seen.append(Job.objects.values_list("done", "total").get(pk=job.pk))
        return "/done/"

    run(job.pk, work)

    assert seen == [(18, 300)]


def test_a_refusal_is_told_in_its_own_words():
    job = order()

    def work(job, progress):
        raise ValidationError("Численность меньше числа участников.")

    run(job.pk, work)

    job.refresh_from_db()
    assert (job.state, job.error) == (JobState.FAILED, "Численность меньше числа участников.")


def test_an_unexpected_error_is_told_without_its_details():
    job = order()

    def work(job, progress):
        raise ZeroDivisionError("secret")

    run(job.pk, work)

    job.refresh_from_db()
    assert (job.state, job.error) == (
        JobState.FAILED,
        "Внутренняя ошибка портала: подробности в журнале сервера.",
    )


def test_a_running_work_is_not_taken_from_a_living_worker():
    job = order()
    claim(job.pk)

    assert claim(job.pk) is None


def test_the_work_of_a_dead_worker_is_taken_over_and_the_dead_writes_nothing():
    job = order()

    def slow(job, progress):
        Job.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
        run(job.pk, lambda job, progress: "/second/")
        return "/first/"

    run(job.pk, slow)

    job.refresh_from_db()
    assert (job.state, job.result_url, job.attempts) == (JobState.DONE, "/second/", 2)


def test_a_worker_that_lost_its_lease_stops_at_its_next_step():
    job, steps = order(), []

    def slow(job, progress):
        Job.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
        claim(job.pk)
        progress(1, 2)
        steps.append("went on")
        return "/first/"

    run(job.pk, slow)

    job.refresh_from_db()
    assert steps == []
    assert (job.state, job.result_url) == (JobState.RUNNING, "")


def test_the_sweep_rings_what_was_not_heard_and_what_lost_its_worker(bell):
    unheard, orphan, fresh = order(key="a"), order(key="b"), order(key="c")
    past = timezone.now() - timedelta(minutes=1)
    Job.objects.filter(pk=unheard.pk).update(created_at=past)
    claim(orphan.pk)
    Job.objects.filter(pk=orphan.pk).update(lease_until=past)

    sweep()

    assert sorted(bell) == sorted([unheard.pk, orphan.pk])
    assert fresh.pk not in bell


def test_a_work_that_kills_its_workers_is_given_up(bell):
    job = order()
    past = timezone.now() - timedelta(minutes=1)
    Job.objects.update(state=JobState.RUNNING, attempts=3, lease_until=past)

    sweep()

    job.refresh_from_db()
    assert (job.state, bell) == (JobState.FAILED, [])


def test_a_late_bell_does_not_begin_a_work_for_the_fourth_time():
    job = order()
    past = timezone.now() - timedelta(minutes=1)
    Job.objects.update(state=JobState.RUNNING, attempts=3, lease_until=past)

    assert claim(job.pk) is None


def test_a_long_queue_is_not_rung_whole(bell):
    program = make_program()
    jobs = [order(program, key=f"report:{number}") for number in range(25)]
    Job.objects.update(created_at=timezone.now() - timedelta(minutes=1))

    assert sweep() == 20
    assert bell == [job.pk for job in jobs[:20]]


def test_only_a_failed_work_is_retried():
    job = order()
    with pytest.raises(ValidationError):
        retry(job=job, by=None)

    Job.objects.update(state=JobState.FAILED)
    job.refresh_from_db()

    assert retry(job=job, by=None).state == JobState.QUEUED
