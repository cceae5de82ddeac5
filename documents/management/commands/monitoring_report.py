from pathlib import Path

from django.utils import timezone

from documents.enums import FileFormat
from documents.kinds import kind_of
from documents.services.files import render, store
from documents.services.output import parse_formats, write_files
from documents.services.report import KIND_OF_PERIOD, draft_report
from mentoring_portal.shared.commands import PortalCommand, day
from monitoring.domain.periods import default_day
from monitoring.enums import ReportPeriod
from programs.services.program import program_by_id


class Command(PortalCommand):
    help = "Составляет отчёт мониторинга за декабрь или июнь и сохраняет файлы."

    def add_arguments(self, parser):
        parser.add_argument("period", choices=ReportPeriod.values)
        parser.add_argument("--program", type=int, required=True)
        parser.add_argument("--as-of", type=day, help="ГГГГ-ММ-ДД")
        parser.add_argument("--formats", default="pdf,xlsx")
        parser.add_argument("--out", type=Path, required=True)

    def run(self, *, period, program, as_of, formats, out, **options):
        out.mkdir(parents=True, exist_ok=True)
        program = program_by_id(program)
        kind = kind_of(KIND_OF_PERIOD[ReportPeriod(period)])
        names = parse_formats(formats, kind.formats)
        as_of = as_of or default_day(period, program.year, timezone.localdate())
        document = draft_report(program=program, period=period, as_of=as_of, by=None)
        files = {name: render(document, name) for name in names}
        for name, content in files.items():
            store(document, FileFormat(name), content)
        return {
            "document": document.pk,
            "as_of": as_of.isoformat(),
            "digest": document.report.digest,
            "figures": document.report.figures,
            "files": write_files(document, files, out),
        }
