"""Long work against real brokers and workers that are killed."""

import socket

from tests.services.portal import Portal

# Long enough for the worker to be killed amid them on the busiest machine.
STEPS_OF_A_MINUTE = 300


def done(attempts=1):
    return ["done", attempts, f"/counted/{attempts}/"]


def test_the_work_of_a_killed_worker_is_done_by_one_of_the_next_two(portal):
    portal.drive("order", 1, 1, STEPS_OF_A_MINUTE)
    with portal.worker("--beat"):
        assert portal.drive("wait", "running", 30) == [["running", 1, ""]]

    with portal.worker("--beat"), portal.worker():
        assert portal.drive("wait", "done", 30) == [done(attempts=2)]


def test_a_work_ordered_and_delivered_five_times_is_done_once(embedded):
    embedded.drive("order", 2, 5)

    with embedded.worker(), embedded.worker():
        assert embedded.drive("wait", "done", 30) == [done(), done()]


def test_pages_go_on_without_redis_and_the_work_is_done_when_it_returns(served, redis_server):
    with served.worker("--beat"):
        redis_server.kill()

        assert max(served.drive("order", 4)) < 3

        redis_server.start()
        assert served.drive("wait", "done", 40) == [done()] * 4


def test_a_silent_broker_holds_an_order_for_three_seconds_at_most(tmp_path, embedded):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"redis://127.0.0.1:{silent.getsockname()[1]}/0"
        portal = Portal(tmp_path, REDIS_URL=url)

        assert max(portal.drive("order", 1)) < 3.5
