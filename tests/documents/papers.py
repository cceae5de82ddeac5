"""Papers to print in tests: an order with its annex and a wide register. All names are invented."""

from datetime import date
from decimal import Decimal

from documents.domain.blocks import (
    Acquaintance,
    Annex,
    Clause,
    Column,
    Command,
    DateNumber,
    Heading,
    KeyValues,
    KindLine,
    Letterhead,
    Note,
    Page,
    PageBreak,
    Para,
    Signature,
    Stamps,
    Table,
    Title,
)
from documents.domain.form_blocks import (
    Answer,
    Banner,
    Choice,
    Parties,
    Party,
    QrCode,
    SignLine,
)

SCHOOL = (
    "Муниципальное бюджетное общеобразовательное учреждение",
    "«Средняя общеобразовательная школа № 9»",
    "(МБОУ СОШ № 9)",
)
LONG_SURNAME = "Константинопольско-Архангелогородско-Верхнезаозёрско-Дальняя"
PAIR_COLUMNS = (
    Column("№ п/п", 7, "center"),
    Column("Наставник", 27),
    Column("Должность, класс", 19),
    Column("Наставляемый", 27),
    Column("Форма наставничества", 20),
)
MENTOR_TITLES = (
    "№ п/п",
    "Ф.И.О наставника",
    "Место работы",
    "Основные компетенции наставника",
    "Важные для программы достижения наставника",
    "Интересы наставника",
    "Желаемый возраст наставляемых",
    "Ресурс времени на программу наставничества",
    "Дата вхождения в программу",
    "ФИО наставляемого (наставляемых)",
    "Форма наставничества",
    "Место работы наставляемого",
    "Дата завершения программы",
    "Результаты программы",
    "Ссылка на кейс/отзыв наставника",
)


def pair_rows(count):
    return tuple(
        (
            number,
            "Кораблёва Вероника Станиславовна",
            "учитель математики",
            f"Берёзкин Тимофей Олегович, {5 + number % 7} «А» класс",
            "учитель – ученик",
        )
        for number in range(1, count + 1)
    )


def order(pairs=3, people=2, **changes):
    blocks = (
        Letterhead(SCHOOL, ("361000, г. Ромашково, ул. Садовая, д. 5, тел. 8 (800) 555-01-00",)),
        KindLine("ПРИКАЗ"),
        DateNumber(date(2026, 9, 15), "41-од", "г. Ромашково"),
        Title("О формировании наставнических пар (групп)"),
        Para(
            "В соответствии с планом реализации целевой модели наставничества, утверждённым "
            "приказом директора от 1 сентября 2026 г. № 32-од, в целях методического и "
            "психологического сопровождения обучающихся и педагогических работников"
        ),
        Command(),
        Clause("1", "Сформировать наставнические пары (группы) согласно приложению 1."),
        Clause("2", "Куратору наставнических пар Сосновской А. И.:"),
        Clause("2.1", "поддерживать пары в разработке собственных дорожных карт;", 2),
        Clause("2.2", "отслеживать реализацию плана дорожной карты;", 2),
        Clause("2.3", "отчитываться о реализации цикла наставнической работы.", 2),
        Clause("3", "Контроль за исполнением приказа оставляю за собой."),
        Signature("Директор", "Л. П. Ветрова"),
        Acquaintance((("Сосновская Алла Игоревна", "заместитель директора"),) * people),
        Annex(
            ("Приложение 1", "к приказу от 15.09.2026 № 41-од"),
            "Наставнические пары (группы)",
        ),
        Table(PAIR_COLUMNS, pair_rows(pairs)),
    )
    return Page("Приказ № 41-од", blocks, "МБОУ СОШ № 9", **changes)


def mentor_row(number):
    return (
        number,
        f"{LONG_SURNAME} Анна Олеговна" if number == 2 else "Кораблёва Вероника Станиславовна",
        "МБОУ СОШ № 9, учитель математики",
        "Подготовка к олимпиадам, проектная деятельность",
        "Призёр муниципального конкурса «Учитель года»",
        "Шахматы, туризм",
        "11–14 лет",
        "2 часа в неделю",
        date(2026, 9, 15),
        "Берёзкин Тимофей Олегович; Листьева Арина Павловна",
        "учитель – ученик",
        "МБОУ СОШ № 9, 7 «А» класс",
        date(2027, 5, 31) if number % 2 else None,
        "Программа выполнена на 87,5 %",
        "https://school9.example.ru/nastavnichestvo/cases/2027/korableva",
    )


def register(mentors=3):
    blocks = (
        Letterhead(SCHOOL),
        Title("База наставников на 2026–2027 учебный год", "center"),
        Table(tuple(map(Column, MENTOR_TITLES)), tuple(map(mentor_row, range(1, mentors + 1)))),
        Signature("Куратор", "А. И. Сосновская"),
    )
    return Page("База наставников", blocks, "МБОУ СОШ № 9", landscape=True)


def report():
    """A paper with every block that the order and the register lack."""
    figures = Table(
        (
            Column("Показатель", 40),
            Column("план", 20, "right", group="Учебный год"),
            Column("факт", 20, "right", group="Учебный год"),
            Column("Доля, %", 20, "right"),
        ),
        (
            "Раздел 1. Участники",
            ("Наставники", 40, 36, Decimal("90.5")),
            ("Наставляемые", 120, None, 12.25),
            ("Всего", 160, 36, ""),
        ),
        "Таблица 1. Участники программы",
        totals=1,
    )
    blocks = (
        Stamps(("УТВЕРЖДЕНО", "приказом от 15.09.2026 № 41-од"), ("ПРИНЯТО", "протокол № 3")),
        KindLine("ОТЧЁТ"),
        DateNumber(),
        Title("О реализации программы", "center"),
        Heading("1. Общие сведения"),
        Heading("1.1. Показатели", 2),
        KeyValues((("Куратор", "А. И. Сосновская"), ("Период", "сентябрь – декабрь"))),
        Para("Итоги подведены.", bold=True, italic=True, align="center", indent=False),
        figures,
        Note("По состоянию на 1 декабря."),
        PageBreak(),
        Clause("–", "список без номеров"),
        Annex(("Приложение",), "Список выбывших", landscape=True),
        Table((Column("№ п/п"), Column("ФИО"), Column("Дата"), Column("Причина"))),
    )
    return Page("Отчёт за декабрь", blocks, "МБОУ СОШ № 9")


def contract():
    """A paper with every block that people fill in by hand or sign on both sides."""
    blocks = (
        Banner("Соглашение", "huge"),
        Banner("наставника и наставляемого"),
        Clause("1", "Стороны договорились о совместной работе."),
        Choice(("учитель – ученик", "ученик – ученик"), (1,)),
        Para("Чего вы ждёте от наставника?", indent=False),
        Answer(3),
        SignLine("Согласен:", "Г. О. Панин"),
        SignLine(),
        Parties(
            (
                Party("Работодатель", (*SCHOOL, "ИНН 0700000000"), "Л. П. Ветрова"),
                Party("Работник", ("Панин Глеб Олегович",)),
            )
        ),
        QrCode("https://portal.example.ru/documents/7/", "Карточка документа"),
    )
    return Page("Соглашение", blocks, "МБОУ СОШ № 9")


def one_table(*rows, columns=2):
    titles = tuple(Column(f"Столбец {number}") for number in range(columns))
    return Page("Реестр", (Table(titles, rows),))
