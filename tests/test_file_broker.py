import threading
from queue import Empty

import pytest
from kombu import Connection

import mentoring_portal
from mentoring_portal.file_broker import Channel

QUEUE = "celery"


@pytest.fixture
def connect(tmp_path):
    """New channels into one folder, made as the portal makes them."""
    assert mentoring_portal.celery_app
    folder = {"data_folder_in": str(tmp_path), "data_folder_out": str(tmp_path)}
    options = {**folder, "control_folder": str(tmp_path / "control")}
    (tmp_path / "control").mkdir()
    return lambda: Connection("filesystem://localhost/", transport_options=options).channel()


def test_the_portal_takes_its_own_broker_of_files(connect):
    assert type(connect()) is Channel


def test_messages_come_in_the_order_they_were_sent(connect):
    sender, reader = connect(), connect()
    for number in range(3):
        sender._put(QUEUE, {"number": number})
        threading.Event().wait(0.003)

    assert [reader._get(QUEUE)["number"] for _ in range(3)] == [0, 1, 2]
    with pytest.raises(Empty):
        reader._get(QUEUE)


def test_a_torn_message_is_dropped_and_the_next_one_read(connect, tmp_path):
    channel = connect()
    (tmp_path / f"0_torn.{QUEUE}.msg").write_bytes(b"")
    channel._put(QUEUE, {"whole": True})

    with pytest.raises(Empty):
        channel._get(QUEUE)
    assert channel._get(QUEUE) == {"whole": True}


def test_a_message_is_not_seen_before_it_is_whole(connect, tmp_path):
    class Slow:
        def __json__(self):
            seen.extend(tmp_path.glob("*.msg"))
            return "written"

    seen, channel = [], connect()
    channel._put(QUEUE, {"text": Slow()})

    assert (seen, channel._get(QUEUE)) == ([], {"text": "written"})


def test_many_workers_bind_one_exchange_at_once(connect):
    queues = [f"queue{number}" for number in range(16)]
    start = threading.Barrier(len(queues))

    def bind(channel, queue):
        start.wait()
        channel._queue_bind("celery", queue, "", queue)

    threads = [threading.Thread(target=bind, args=(connect(), queue)) for queue in queues]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert {row.queue for row in connect().get_table("celery")} == set(queues)
