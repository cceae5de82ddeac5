"""The manner of all commands: one JSON object, a readable refusal, exit codes 0, 1 and 2."""

import json
import sys
from argparse import ArgumentTypeError
from datetime import date

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand
from django.db import OperationalError, ProgrammingError

from mentoring_portal.shared.spreadsheets import SpreadsheetError
from mentoring_portal.shared.transitions import TransitionError


class PortalCommand(BaseCommand):
    """Subclasses write ``run(**options) -> dict`` and raise what the user can mend.

    Exit codes: 0 done, 1 refused with a Russian reason on stderr, 2 wrong usage (argparse).
    """

    # Checks load every page and with them the typesetter: seconds that a command need not wait.
    requires_system_checks = ()

    def create_parser(self, prog_name, subcommand, **kwargs):
        parser = super().create_parser(prog_name, subcommand, **kwargs)
        parser.add_argument("--json", action="store_true", help="печатать один объект JSON")
        return parser

    def handle(self, **options):
        try:
            answer = self.run(**options)
        except ValidationError as error:
            self.refuse(" ".join(error.messages))
        except OSError as error:
            self.refuse(
                f"Файл или папка «{error.filename}» не открывается, проверьте путь и права."
            )
        except (SpreadsheetError, TransitionError) as error:
            self.refuse(str(error))
        except (OperationalError, ProgrammingError) as error:
            self.refuse(f"База данных недоступна или не подготовлена (manage.py migrate): {error}")
        else:
            self.stdout.write(
                json.dumps(answer, ensure_ascii=False) if options["json"] else self.words(answer)
            )

    def refuse(self, reason):
        self.stderr.write(reason)
        sys.exit(1)

    def words(self, answer):
        """The answer for a human: a line a key."""
        return "\n".join(f"{key}: {value}" for key, value in answer.items())

    def run(self, **options):
        raise NotImplementedError


def day(text: str) -> date:
    """The type of arguments that are dates."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(
            f"дата «{text}» не читается, нужна вида 2026-10-15 (ГГГГ-ММ-ДД)"
        ) from None


def told(error: OSError) -> str:
    """The system says it in English and with a code; the reader needs to know where."""
    if error.filename is None:
        return f"Файл не записан или не прочитан, проверьте место на диске: {error.strerror}."
    return f"Файл или папка «{error.filename}» не открывается, проверьте путь и права."
