"""Kombu's broker made of files, with what it leaves torn put right.

Kombu opens a message under its final name and then fills it, so a quick reader finds it empty,
and a worker that reads an empty message ends. Here a file gets its name when it is whole.
"""

import os
from contextlib import suppress
from pathlib import Path
from queue import Empty
from time import monotonic
from uuid import uuid4

from kombu.transport import filesystem
from kombu.utils.json import dumps


class Channel(filesystem.Channel):
    def _put(self, queue, payload, **kwargs):
        name = f"{round(monotonic() * 1000)}_{uuid4()}.{queue}.msg"
        write_whole(Path(self.data_folder_out, name), dumps(payload))

    def _get(self, queue):
        try:
            return super()._get(queue)
        except ValueError as torn:
            # Left by a process that was killed; the sweep rings again.
            raise Empty from torn

    def _queue_bind(self, exchange, routing_key, pattern, queue):
        table = self._exchange_file(exchange)
        if not table.exists():
            write_whole(table, "[]")
        super()._queue_bind(exchange, routing_key, pattern, queue)


class Transport(filesystem.Transport):
    Channel = Channel


def write_whole(path, text):
    """Make a file that is seen either whole or not at all; an existing one stays."""
    draft = path.with_name(f".{uuid4().hex}")
    draft.write_text(text, encoding="utf-8")
    with suppress(FileExistsError):
        os.link(draft, path)
    draft.unlink()
