"""Papers registered from outside: ``python -m tests.services.registrar THREADS TIMES``.

Apart from the driver: the services of papers take as long to load as all the rest.
"""

import json
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Lock

import django
from django.core.exceptions import ValidationError
from django.db import connection

django.setup()

from documents.enums import DocumentKind  # noqa: E402 - models load after the setup
from documents.models import Document  # noqa: E402
from documents.services import issue  # noqa: E402
from tests.documents.builders import make_school_program  # noqa: E402

DAY = date(2026, 10, 15)


def register(threads, times):
    """Register papers of one journal in many threads; every eighth is refused before its number."""
    drafts, lock = iter(orders(int(threads) * int(times))), Lock()

    def work(_):
        taken = []
        for turn in range(int(times)):
            with lock:
                document = next(drafts)
            if turn % 8 == 7:
                refuse(document)
            taken.append(issue.register(document=document, day=DAY, by=None).number)
        connection.close()
        return taken

    with ThreadPoolExecutor(int(threads)) as pool:
        return sorted(sum(pool.map(work, range(int(threads))), []))


def orders(amount):
    program, code = make_school_program(), DocumentKind.ORDER_CURATOR
    return [issue.draft(program=program, code=code, by=None) for _ in range(amount)]


def refuse(document):
    """A registration that takes a number and then fails must give no number away."""
    own = Document.objects.filter(pk=document.pk)
    own.update(content=document.content | {"title": "{нет такого}"})
    try:
        issue.register(document=document, day=DAY, by=None)
    except ValidationError:
        own.update(content=document.content)
    else:
        raise AssertionError("A broken paper was registered")


if __name__ == "__main__":
    json.dump(register(*sys.argv[1:]), sys.stdout)
