"""Load a base of mentees or mentors from a table."""

import json
from pathlib import Path

from django.core.exceptions import ValidationError

from mentoring_portal.shared.commands import PortalCommand
from participants.enums import BaseKind
from participants.services.import_batch import apply, check, ensure_loadable, examine
from participants.services.import_table import NOT_A_BASE
from programs.models import Program

KINDS = (BaseKind.AUTO, BaseKind.MENTEES, BaseKind.MENTORS)


class Command(PortalCommand):
    help = "Загрузить базу наставляемых или наставников из таблицы (XLSX, XLS, ODS, CSV)."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="таблица")
        parser.add_argument("--program", type=int, required=True, help="номер программы")
        parser.add_argument("--kind", choices=[kind.value for kind in KINDS], default="auto")
        parser.add_argument("--dry-run", action="store_true", help="только проверить")
        parser.add_argument("--skip-invalid", action="store_true", help="без строк с ошибками")

    def run(self, *, file, program, kind, dry_run, skip_invalid, **options):
        table = {
            "program": program_with(program),
            "data": contents(file),
            "filename": file.name,
            "kind": kind,
        }
        found = examine(**table).summary
        if not found["rows"]:
            raise ValidationError(NOT_A_BASE)
        if dry_run:
            return found
        self.ensure_loadable(found, skip_invalid=skip_invalid, as_json=options["json"])
        return apply(batch=check(**table, by=None), skip_invalid=skip_invalid, by=None)

    def ensure_loadable(self, found, *, skip_invalid, as_json):
        """A refusal still prints the object: a script wants the rows, not only the sentence."""
        try:
            ensure_loadable(found, skip_invalid=skip_invalid)
        except ValidationError:
            if as_json:
                nothing = {"created": 0, "updated": 0, "unchanged": 0}
                self.stdout.write(json.dumps(found | nothing, ensure_ascii=False))
            raise

    def words(self, answer):
        lines = [
            f"{BaseKind(answer['kind']).label}: строк {answer['rows']}, "
            f"без ошибок {answer['valid']}, с ошибками {answer['invalid']}, "
            f"людей {answer['people']}.",
            f"Добавлено {answer['created']}, изменено {answer['updated']}, "
            f"без изменений {answer['unchanged']}.",
        ]
        notes = [("ошибка", note) for note in answer["errors"]]
        notes += [("замечание", note) for note in answer["warnings"]]
        lines += [
            f"Строка {note['row']}, «{note['column']}», {word}: {note['message']}"
            for word, note in notes
        ]
        return "\n".join(lines)


def program_with(pk):
    program = Program.objects.select_related("organization").filter(pk=pk).first()
    if program is None:
        raise ValidationError(f"Программы с номером {pk} нет. Список: manage.py programs.")
    return program


def contents(path):
    if not path.is_file():
        raise ValidationError(f"Файл «{path}» не найден.")
    return path.read_bytes()
