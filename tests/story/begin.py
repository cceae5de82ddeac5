"""A portal made ready in one process: ``python -m tests.story.begin '[["load_demo"], …]'``."""

import io
import json
import sys

import django
from django.core.management import call_command

django.setup()


def answer(command):
    said = io.StringIO()
    call_command(*command, "--json", stdout=said)
    return json.loads(said.getvalue())


if __name__ == "__main__":
    call_command("migrate", skip_checks=True, verbosity=0)
    json.dump([answer(command) for command in json.loads(sys.argv[1])], sys.stdout)
