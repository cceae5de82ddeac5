from argparse import ArgumentTypeError
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.management.base import CommandParser
from django.db import transaction

from documents.enums import DocumentKind, FileFormat, PaperType, Subject
from documents.kinds import kind_of
from documents.kinds.candidates import subjects
from documents.services import issue, pair_order
from documents.services.doubts import doubts
from documents.services.files import RENDERERS, render, store
from documents.services.numbering import ensure_numbers, is_numbered
from documents.services.output import ensure_writable, parse_formats, write_files
from documents.services.paper import draft_paper, sheet
from mentoring_portal.shared.commands import PortalCommand, day
from mentoring_portal.shared.names import NBSP
from programs.services.program import program_by_id


def key_value(text):
    key, separator, value = text.partition("=")
    if not separator:
        raise ArgumentTypeError(f"«{text}» не читается, нужно КЛЮЧ=ЗНАЧЕНИЕ")
    return key.strip(), value


ABOUT_PAIRS = {
    DocumentKind.ORDER_PAIRS: pair_order.draft_order_pairs,
    DocumentKind.ORDER_AMENDING: pair_order.draft_order_amending,
}


def make_draft(code, program, values, subject, day):
    if code in ABOUT_PAIRS:
        return ABOUT_PAIRS[code](program=program, by=None, values=values, day=day)
    about = found(kind_of(code), program, subject)
    return draft_paper(program=program, code=code, by=None, subject=about, values=values)


def found(kind, program, subject):
    """The row behind ``--subject``; a paper without it says itself what it is about."""
    return subject and subjects(kind, program).filter(pk=subject).first()


def check(kind, register, day, subject):
    if subject and kind.subject == Subject.PROGRAM:
        raise ValidationError("Этот документ – о программе в целом: --subject ему не нужен.")
    if kind.type == PaperType.REPORT and kind.made_at:
        raise ValidationError("Отчёты составляет команда monitoring_report.")
    if register and not kind.is_kept:
        raise ValidationError("Этот лист только печатают: регистрировать в нём нечего.")
    if register and day is None:
        raise ValidationError("Для регистрации укажите дату: --date ГГГГ-ММ-ДД.")


def check_number(document, number):
    ensure_numbers(number)
    if number and not is_numbered(document):
        raise ValidationError("У этого документа номера нет: --number ему не нужен.")


def print_sheet(kind, program, values, subject, formats, out):
    """A sheet that leaves no record: only its files."""
    page = sheet(kind, program, found(kind, program, subject), values)
    stem = "_".join(map(str, filter(None, (kind.code, program.pk, subject))))
    paths = {name: out / f"{stem}.{name}" for name in formats}
    for name, path in paths.items():
        path.write_bytes(RENDERERS[FileFormat(name)](page))
    files = [str(path) for path in paths.values()]
    return {"document": None, "number": None, "date": None, "files": files}


def left_out(code, program, day):
    """The accepted pairs that an order about pairs leaves out, and why."""
    if code not in ABOUT_PAIRS:
        return {}
    rows = pair_order.waiting(program, day)
    return {
        "left_out": [
            {"pair": row.pair.names.replace(NBSP, " "), "id": row.pair.pk, "reasons": row.reasons}
            for row in rows
        ]
    }


class Command(PortalCommand):
    help = "Составляет документ программы, по желанию регистрирует его и сохраняет файлы."

    def add_arguments(self, parser: CommandParser):
        parser.add_argument("kind", metavar="KIND", help="код вида документа: order_pairs")
        parser.add_argument("--program", type=int, required=True)
        parser.add_argument("--set", type=key_value, action="append", default=[], dest="values")
        parser.add_argument("--subject", type=int, help="номер пары, участника, события…")
        parser.add_argument("--register", action="store_true")
        parser.add_argument("--date", type=day, help="дата документа: ГГГГ-ММ-ДД")
        parser.add_argument("--number", type=int, help="номер, если его даёт сама школа")
        parser.add_argument("--formats", default="pdf,xlsx,docx")
        parser.add_argument("--out", type=Path, required=True)

    def run(
        self, *, kind, program, values, subject, register, date, number, formats, out, **options
    ):
        formats = parse_formats(formats, kind_of(kind).formats)
        check(kind_of(kind), register, date, subject)
        ensure_writable(out)
        program = program_by_id(program)
        if not kind_of(kind).is_kept:
            return print_sheet(kind_of(kind), program, dict(values), subject, formats, out)
        with transaction.atomic():  # a refused registration leaves no stray draft
            document = make_draft(kind, program, dict(values), subject, date)
            waiting = left_out(kind, program, date)
            check_number(document, number)
            unsure = doubts(document, date, number) if register else []
            if register:
                document = issue.register(document=document, day=date, number=number, by=None)
        self.warn(unsure)
        files = {name: render(document, name) for name in formats}
        for name, content in files.items():
            store(document, FileFormat(name), content)
        return {
            "document": document.pk,
            "number": document.number_text or None,
            "date": document.date.isoformat() if document.date else None,
            "files": write_files(document, files, out),
            **waiting,
        }

    def warn(self, sentences):
        """The page would ask; here nobody answers."""
        for sentence in sentences:
            self.stderr.write(f"Проверьте. {sentence}")
