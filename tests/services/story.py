"""The main job by commands, in one process: ``python -m tests.services.story FOLDER``."""

import io
import json
import sys
from datetime import date
from pathlib import Path

import django
from django.core.management import call_command

django.setup()

from documents.services.report import start_report  # noqa: E402 - models load after the setup
from programs.models import Program  # noqa: E402

BASES = Path(__file__).resolve().parents[1] / "participants" / "data" / "bases"


def answer(*command):
    said = io.StringIO()
    call_command(*map(str, command), "--json", stdout=said)
    return json.loads(said.getvalue())


def import_base(program, name):
    base = answer("import_base", BASES / name, *program)
    return base["kind"], base["created"], base["unchanged"]


def tell(out):
    """From two bases to an order; the December report is left to a worker."""
    number = answer("load_demo")["program"]
    program = ("--program", number)
    names = ("mentees_clean.xlsx", "mentors_clean.xlsx", "mentors_clean.xlsx")
    bases = [import_base(program, name) for name in names]
    found = answer("propose_pairs", *program, "--apply")
    registered = ("--register", "--date", "2026-10-30", "--out", out)
    order = answer("issue_document", "order_pairs", *program, *registered)
    report = answer("monitoring_report", "june", *program, "--out", out)
    start_report(
        program=Program.objects.get(pk=number), period="december", as_of=date(2026, 12, 1), by=None
    )
    return {
        "bases": bases,
        "proposals": found["proposals"],
        "order": [order["number"], order["date"]],
        "formats": [Path(path).suffix for path in order["files"] if Path(path).stat().st_size],
        "figures": report["figures"],
    }


if __name__ == "__main__":
    json.dump(tell(sys.argv[1]), sys.stdout)
