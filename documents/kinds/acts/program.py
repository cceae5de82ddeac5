"""«Программа наставничества» of the organization for a school year (G73, ARG), from the data."""

from collections.abc import Iterator

from documents.domain.blocks import Block, Column, Heading, KeyValues, Note, Para, Table
from documents.domain.placeholders import BLANK
from documents.domain.points import lowered, sentence_part
from documents.enums import DocumentKind, PaperType
from documents.kinds.acts.act import ADOPTED, RETURN, act, director_stamps
from documents.kinds.acts.pair import full
from documents.kinds.acts.plan import event_term, listed, paragraphs
from documents.kinds.acts.values import PROGRAM_NAMES, form_lines, program_values
from documents.kinds.base import Field
from documents.kinds.people import on_duty
from documents.kinds.values import day_of
from participants.enums import AssignmentRole
from programs.domain.terms import dates_words
from programs.enums import ActTopic, StageCode
from programs.models import LegalAct, Program, ProgramForm

TOPICS = (ActTopic.TARGET_MODEL, ActTopic.TEACHERS, ActTopic.LABOR)
EVENTS = (
    Column("№ п/п", align="center"),
    Column("Мероприятие"),
    Column("Срок"),
    Column("Для кого"),
    Column("Ответственный"),
)
STAGES = (
    Column("№ п/п", 8, "center"),
    Column("Этап", 52),
    Column("Срок", 40),
)
NOTE = Field(
    "note",
    "Пояснительная записка",
    f"Цель, задачи и формы портал печатает сам. {RETURN}",
    rows=10,
    required=False,
    worded=True,
)
WORK = Field(
    "work",
    "Организация работы, мониторинг, поощрение",
    f"Абзац – с новой строки, перечисление – с дефиса. {RETURN}",
    rows=16,
    required=False,
    worded=True,
)
FORM_PARTS = (
    ("Ролевые модели", lambda form: ", ".join(f"«{label}»" for label in form.role_model_labels)),
    ("Виды наставничества", lambda form: ", ".join(map(lowered, form.kind_labels))),
    ("Цель", lambda form: sentence_part(form.goal)),
)


def body(document, content) -> Iterator[Block]:
    program = document.program
    yield Heading("1. Паспорт программы")
    yield KeyValues(tuple(passport(document)))
    yield Heading("2. Пояснительная записка")
    yield from paragraphs(content["note"])
    yield Para(f"Цель программы – {sentence_part(program.goal) or BLANK}.")
    yield Para("Задачи программы:")
    yield from listed(program.tasks or BLANK)
    yield Heading("3. Формы наставничества")
    yield from forms(program)
    yield Heading("4. Этапы реализации")
    yield Table(STAGES, tuple(stage_rows(program)))
    yield Heading("5. Календарный план мероприятий")
    yield from calendar(program)
    yield Heading("6. Ожидаемые результаты")
    yield from listed(program.expected_results or BLANK)
    yield Heading("7. Организация работы, мониторинг и поощрение")
    yield from paragraphs(content["work"])


def passport(document) -> Iterator[tuple[str, str]]:
    program, day = document.program, day_of(document)
    organization = program.organization
    acts = LegalAct.objects.of_organization(organization).quotable(day, TOPICS)
    ground = "\n".join(sentence(act) for act in acts.order_by("position", "pk"))
    forms = [f"«{form}»" for form in program.forms.all()]
    curator = on_duty(organization, AssignmentRole.CURATOR, day)
    rows = (
        ("Наименование программы", program.title),
        ("Организация", organization.name),
        ("Нормативные основания", ground),
        ("Срок реализации", f"{program.year} учебный год"),
        ("Формы наставничества", ", ".join(forms)),
        ("Участники", participants(program)),
        ("Куратор программы", full(curator)),
    )
    yield from (row for row in rows if row[1])


def sentence(act: LegalAct) -> str:
    title = f" «{act.title}»" if act.title else ""
    return f"{act.name[:1].upper()}{act.name[1:]}{act.requisites}{title}"


def participants(program: Program) -> str:
    """Without names: the program stands on the page for everybody."""
    mentors, mentees = (base.in_base().count() for base in (program.mentors, program.mentees))
    return f"в базе наставников – {mentors}, в базе наставляемых – {mentees}"


def forms(program: Program) -> Iterator[Block]:
    described = list(program.forms.all())
    for form in described:
        yield Heading(f"«{form}»", 2)
        yield from form_parts(form)
    if not described:
        yield from listed("\n".join(form_lines(program)) or BLANK)


def form_parts(form: ProgramForm) -> Iterator[Block]:
    for label, read in FORM_PARTS:
        if read(form):
            yield Para(f"{label}: {read(form)}.")
    for label, text in (("Задачи", form.tasks), ("Ожидаемые результаты", form.expected_results)):
        if text.strip():
            yield Para(f"{label}:")
            yield from listed(text)


def stage_rows(program: Program) -> Iterator[tuple]:
    for number, stage in enumerate(program.stages.all(), 1):
        yield (number, stage.get_code_display(), dates_words(stage.starts_on, stage.due_on))


def calendar(program: Program) -> Iterator[Block]:
    rows = tuple(
        (number, row.title, event_term(row), row.audience, row.responsible)
        for number, row in enumerate(program.events.in_order(), 1)
    )
    if rows:
        yield Table(EVENTS, rows)
    else:
        yield Note("Мероприятия определяются дорожной картой.")


KIND = act(
    DocumentKind.PROGRAM,
    type=PaperType.PROGRAM,
    stage=StageCode.CONDITIONS,
    stamps=director_stamps,
    body=body,
    fields=(ADOPTED, NOTE, WORK),
    values=program_values,
    own_names=PROGRAM_NAMES,
)
