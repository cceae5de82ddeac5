"""Load a school's own roadmap from a Word table or a spreadsheet."""

import json
from pathlib import Path

from django.core.exceptions import ValidationError

from mentoring_portal.shared.commands import PortalCommand
from programs.domain.roadmap_shape import Note
from programs.enums import RoadmapImportMode
from programs.services.program import program_by_id
from programs.services.roadmap_import import apply, check, told


class Command(PortalCommand):
    help = "Загрузить дорожную карту из таблицы Word (DOCX) или из XLSX, XLS, ODS, CSV."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="документ или таблица")
        parser.add_argument("--program", type=int, required=True, help="номер программы")
        parser.add_argument("--dry-run", action="store_true", help="только проверить")

        parser.add_argument(
            "--add", action="store_true", help="добавить новые строки, не трогая прежних"
        )

    def run(self, *, file, program, dry_run, add, **options):
        source = {
            "program": program_by_id(program),
            "data": contents(file),
            "filename": file.name,
        }
        found = check(**source)
        if dry_run:
            return found.summary
        self.ensure_ready(found, as_json=options["json"])
        mode = RoadmapImportMode.ADD if add else RoadmapImportMode.REPLACE
        return apply(**source, by=None, mode=mode).summary

    def ensure_ready(self, found, *, as_json):
        """A refusal still prints the object: a script wants the rows, not only the sentence."""
        if found.is_ready:
            return
        if as_json:
            self.stdout.write(json.dumps(found.summary, ensure_ascii=False))
        raise ValidationError(found.refusal)

    def words(self, answer):
        lines = [f"Разделов {answer['sections']}, строк {answer['rows']}."]
        for key, word in (("errors", "Ошибка"), ("warnings", "Замечание")):
            lines += [f"{word}: {told(Note(**note))}" for note in answer[key]]
        return "\n".join(lines)


def contents(path):
    if not path.is_file():
        raise ValidationError(f"Файл «{path}» не найден.")
    return path.read_bytes()
