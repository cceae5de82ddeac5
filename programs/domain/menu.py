"""The navigation of a program: what each role sees and which item is the current one.

Two rows: the sections, and under them the pages of the current section. A new page gets its
``MenuItem`` in its section; ``stages`` are the codes of the stages whose pages link to it.
"""

from programs.domain.menu_item import (
    MANAGERS,
    PEOPLE,
    PSYCHOLOGIST,
    STAFF,
    VIEWERS,
    MenuItem,
    MenuSection,
)
from programs.domain.participants_menu import PARTICIPANT_SECTIONS

PROGRAM_MENU = (
    MenuSection("Главная", (MenuItem("Главная", "monitoring:program_dashboard"),)),
    MenuSection(
        "Программа",
        (
            MenuItem(
                "Этапы",
                "programs:program_detail",
                ("programs:program", "programs:stage"),
                VIEWERS,
            ),
            MenuItem(
                "Программа наставничества",
                "programs:passport_detail",
                ("programs:passport", "programs:form"),
                VIEWERS,
                stages=("conditions",),
            ),
            MenuItem(
                "Дорожная карта",
                "programs:roadmap",
                ("programs:roadmap", "programs:item", "programs:upload"),
                VIEWERS,
                stages=("conditions",),
            ),
            MenuItem(
                "События",
                "programs:event_list",
                (
                    "programs:event",
                    "programs:media",
                    "participants:attendance",
                    "pairs:choice",
                ),
                VIEWERS,
                stages=("conditions", "selection_training", "completion"),
            ),
            MenuItem(
                "Ответственные и рабочая группа",
                "participants:assignment_list",
                ("participants:assignment",),
                stages=("conditions",),
            ),
            MenuItem(
                "Нормативные акты",
                "programs:legal_act_list",
                ("programs:legal_act",),
                stages=("conditions",),
            ),
            MenuItem(
                "Партнёры",
                "programs:partner_list",
                ("programs:partner",),
                stages=("conditions", "mentor_base"),
            ),
        ),
    ),
    *PARTICIPANT_SECTIONS,
    MenuSection(
        "Пары",
        (
            MenuItem(
                "Подбор пар",
                "pairs:matching",
                (
                    "pairs:matching",
                    "pairs:member",
                    "pairs:mentor",
                    "pairs:step",
                    "pairs:ban",
                    "pairs:weighting",
                    "pairs:limits",
                ),
                stages=("pairing",),
            ),
            MenuItem(
                "Без пары",
                "pairs:unpaired_list",
                ("pairs:unpaired", "pairs:support", "pairs:terms"),
                STAFF | PSYCHOLOGIST,
                stages=("pairing",),
            ),
            MenuItem(
                "Пары и группы",
                "pairs:pair_list",
                (
                    "pairs:pair",
                    "pairs:verdict",
                    "pairs:named",
                    "pairs:meeting",
                    "pairs:feedback",
                    "pairs:plan",
                    "pairs:task",
                ),
                stages=("pairing", "pair_work"),
            ),
            MenuItem(
                "Разовые встречи",
                "pairs:encounter_list",
                ("pairs:encounter", "pairs:rotation"),
                stages=("pairing", "pair_work"),
            ),
        ),
    ),
    MenuSection(
        "Документы",
        (
            MenuItem(
                "Документы",
                "documents:document_list",
                ("documents:document", "documents:scan"),
            ),
            MenuItem(
                "Виды документов",
                "documents:paper_list",
                ("documents:paper", "documents:bundle"),
            ),
            MenuItem("На подпись", "documents:signing_list", ("documents:signing",), MANAGERS),
            MenuItem("Журнал регистрации", "documents:journal_list", ("documents:journal",)),
            MenuItem(
                "Производственный календарь", "documents:calendar_detail", ("documents:calendar",)
            ),
            MenuItem(
                "Тексты документов", "documents:wording_list", ("documents:wording",), MANAGERS
            ),
        ),
    ),
    MenuSection(
        "Отчёты",
        (
            MenuItem(
                "Отчёты",
                "documents:report_list",
                ("documents:report",),
                stages=("pair_work", "completion"),
            ),
            MenuItem(
                "Численность",
                "monitoring:headcount_list",
                ("monitoring:headcount",),
                MANAGERS,
                stages=("pair_work",),
            ),
        ),
    ),
)
SITE_LINKS = (
    MenuItem("Программы", "programs:program_list"),
    MenuItem("Школы", "monitoring:schools", roles=frozenset({"municipal_coordinator"})),
    MenuItem("Мой кабинет", "participants:cabinet", roles=PEOPLE),
)


def of_stage(code: str) -> list[MenuItem]:
    """The pages that a stage needs."""
    return [item for section in PROGRAM_MENU for item in section.items if code in item.stages]
