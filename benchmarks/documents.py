"""An order with 30, 100 and 1,000 pairs in every format, beside LibreOffice, all in one run.

    python benchmarks/documents.py [PAIRS ...]

Seconds are the processor's, the best of warm rounds, since other work only adds to them; each
measure has a process of its own. Memory is its peak, «сверх» what the format adds to the portal.
«Naive» is the same PDF without fixed columns and with Python's own collector. «Bare» is the table
alone, in a dozen rules and without tags: what the layout engine costs whatever the paper looks
like. LibreOffice fills the same DOCX and turns it into a tagged PDF as ours is; its warm time is
that of each further file.
"""

import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from datetime import date
from importlib import import_module
from pathlib import Path
from time import process_time

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ["DJANGO_SETTINGS_MODULE"] = "mentoring_portal.settings_test"
os.environ["VAR_DIR"] = tempfile.mkdtemp(prefix="portal-bench-")
os.environ.pop("DATABASE_URL", None)

import django  # noqa: E402 - the settings above come first

django.setup()

from documents.domain.blocks import (  # noqa: E402
    Annex,
    Clause,
    Column,
    Command,
    DateNumber,
    KindLine,
    Letterhead,
    Page,
    Para,
    Signature,
    Table,
    Title,
)
from documents.rendering.html import to_html  # noqa: E402

SIZES = (30, 100, 1000)
ROUNDS = {30: 9, 100: 9, 1000: 3}
FURTHER = 3
ROUNDS_OF_OFFICE = 2
TAGGED = 'pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"}}'
COLUMNS = (
    Column("№ п/п", 7, "center"),
    Column("Наставник", 27),
    Column("Должность, класс", 19),
    Column("Наставляемый", 27),
    Column("Форма наставничества", 20),
)


def order(pairs):
    names = ("Кораблёва Вероника Станиславовна", "учитель математики")
    rows = tuple(
        (n, *names, f"Берёзкин Тимофей Олегович, {5 + n % 7} «А» класс", "учитель – ученик")
        for n in range(1, pairs + 1)
    )
    blocks = (
        Letterhead(("МБОУ «Средняя школа № 9»",), ("г. Ромашково, ул. Садовая, д. 5",)),
        KindLine("ПРИКАЗ"),
        DateNumber(date(2026, 9, 15), "41-од", "г. Ромашково"),
        Title("О формировании наставнических пар (групп)"),
        Para("В целях методического и психологического сопровождения обучающихся"),
        Command(),
        Clause("1", "Сформировать наставнические пары (группы) согласно приложению."),
        Clause("2", "Контроль за исполнением приказа оставляю за собой."),
        Signature("Директор", "Л. П. Ветрова"),
        Annex(("Приложение", "к приказу от 15.09.2026 № 41-од"), "Наставнические пары"),
        Table(COLUMNS, rows),
    )
    return Page("Приказ № 41-од", blocks, "МБОУ СОШ № 9")


# Where each is made; a process imports only its own, as memory is measured too.
FORMATS = {
    "pdf": "documents.rendering.pdf:to_pdf",
    "naive": "plain_pdf:naive_pdf",
    "bare": "plain_pdf:bare_pdf",
    "docx": "documents.rendering.docx:to_docx",
    "xlsx": "documents.rendering.xlsx:to_xlsx",
}


def maker(name):
    module, _colon, function = FORMATS[name].partition(":")
    return getattr(import_module(module), function)


def seconds(action):
    start = process_time()
    action()
    return process_time() - start


def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def measure(name, pairs):
    """In a process of its own: warm it up with a short order, then the rounds."""
    to_html(order(3))  # the portal's own templates, which any page of it loads
    portal = peak()
    render, page = maker(name), order(pairs)
    render(order(3))
    sizes = []
    times = [seconds(lambda: sizes.append(len(render(page)))) for _n in range(ROUNDS.get(pairs, 3))]
    return {
        "seconds": min(times),
        "peak": peak(),
        "own": peak() - portal,
        "size": sizes[-1] // 1024,
    }


def measured(name, pairs):
    command = [sys.executable, __file__, "--one", name, str(pairs)]
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    return json.loads(done.stdout.splitlines()[-1])


def office(pairs, folder, filling):
    """Cold for the first file, warm for each further one, and the peak of memory."""
    once = [convert(pairs, folder, 1) for _round in range(ROUNDS_OF_OFFICE)]
    again = [convert(pairs, folder, 1 + FURTHER) for _round in range(ROUNDS_OF_OFFICE)]
    first, all_of_them = (min(found["seconds"] for found in rounds) for rounds in (once, again))
    return {
        "cold": filling + first,
        "seconds": filling + (all_of_them - first) / FURTHER,
        "peak": again[0]["peak"],
    }


def convert(pairs, folder, copies):
    files = [folder / f"{pairs}-{number}.docx" for number in range(copies)]
    for file in files:
        file.write_bytes(maker("docx")(order(pairs)))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", TAGGED, "--outdir", folder, *files]
    script = (
        "import json, resource, subprocess, sys;"
        "subprocess.run(sys.argv[1:], check=True, capture_output=True);"
        "used = resource.getrusage(resource.RUSAGE_CHILDREN);"
        "spent = used.ru_utime + used.ru_stime;"
        "print(json.dumps({'seconds': spent, 'peak': used.ru_maxrss // 1024}))"
    )
    line = [sys.executable, "-c", script, *map(str, command)]
    return json.loads(subprocess.run(line, capture_output=True, check=True, text=True).stdout)


def show(pairs, title, found):
    size = f"{found['size']:7d}" if "size" in found else " " * 7
    own = f"{found['own']:6d}" if "own" in found else " " * 6
    print(f"{pairs:5d} {title:22s} {found['seconds']:8.3f} {found['peak']:7d} {own} {size}")


def main(sizes):
    print(f"{'пар':>5s} {'что':22s} {'секунд':>8s} {'МБ':>7s} {'сверх':>6s} {'КБ файл':>7s}")
    found = {(name, pairs): measured(name, pairs) for pairs in sizes for name in FORMATS}
    for (name, pairs), figures in found.items():
        show(pairs, name, figures)
    compare(found, sizes)


def compare(found, sizes):
    has_office = shutil.which("soffice")
    with tempfile.TemporaryDirectory() as folder:
        if has_office:
            convert(3, Path(folder), 1)  # makes the profile
        for pairs in sizes:
            own = found["pdf", pairs]["seconds"]
            ratios = {name: own / found[name, pairs]["seconds"] for name in ("naive", "bare")}
            if has_office:
                other = office(pairs, Path(folder), found["docx", pairs]["seconds"])
                show(pairs, "LibreOffice, warm", other)
                show(pairs, "LibreOffice, cold", other | {"seconds": other["cold"]})
                ratios["LibreOffice, warm"] = own / other["seconds"]
            for name, ratio in ratios.items():
                print(f"{pairs:5d} pdf / {name} = {ratio:.2f}")
    if {100, 1000} <= set(sizes):
        growth = found["pdf", 1000]["seconds"] / found["pdf", 100]["seconds"]
        print(f"pdf: 1000 / 100 = {growth:.1f}")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(measure(sys.argv[2], int(sys.argv[3]))))
    else:
        main([int(number) for number in sys.argv[1:]] or SIZES)
