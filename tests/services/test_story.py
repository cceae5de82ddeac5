"""The story by commands, told twice: in files and in PostgreSQL with Redis."""

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

BASES = Path(__file__).resolve().parents[1] / "participants" / "data" / "bases"
PROGRAM = ("--program", "1")  # of the demo school
START_REPORT = """
from datetime import date
from documents.services.report import start_report
from programs.models import Program
program = Program.objects.get(pk=1)
start_report(program=program, period="december", as_of=date(2026, 12, 1), by=None)
"""


def answer(portal, *command):
    return json.loads(portal.run("manage.py", *map(str, command), "--json").stdout)


def import_base(portal, name):
    base = answer(portal, "import_base", BASES / name, *PROGRAM)
    return base["kind"], base["created"]


def tell(portal):
    """From two bases to an order and, by a worker, to a report."""
    out = Path(portal.environment["VAR_DIR"]) / "out"
    answer(portal, "load_demo")
    bases = [import_base(portal, name) for name in ("mentees_clean.xlsx", "mentors_clean.xlsx")]
    found = answer(portal, "propose_pairs", *PROGRAM, "--apply")
    registered = ("--register", "--date", "2026-10-30", "--out", out)
    order = answer(portal, "issue_document", "order_pairs", *PROGRAM, *registered)
    report = answer(portal, "monitoring_report", "june", *PROGRAM, "--out", out)
    portal.run("manage.py", "shell", "-v", "0", "-c", START_REPORT)
    with portal.worker():
        works = portal.drive("wait", "done", 60)
    return {
        "bases": bases,
        "proposals": found["proposals"],
        "order": (order["number"], order["date"]),
        "files": [Path(path).read_bytes()[:2] for path in order["files"]],
        "figures": report["figures"],
        "works": [state for state, *_ in works],
    }


def test_both_databases_tell_the_same_story(embedded, served):
    with ThreadPoolExecutor(2) as pool:
        first, second = pool.map(tell, (embedded, served))

    assert first == second
    assert first["bases"] == [("mentees", 40), ("mentors", 18)]
    assert first["order"] == ("2-од", "2026-10-30")
    assert first["files"] == [b"%P", b"PK", b"PK"]
    assert first["proposals"] != []
    assert first["works"] == ["done"]
