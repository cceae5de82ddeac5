"""The pages of the two bases, of selection and training: a part of ``programs.domain.menu``."""

from programs.domain.menu_item import MANAGERS, MenuItem, MenuSection

PARTICIPANT_SECTIONS = (
    MenuSection(
        "Участники",
        (
            MenuItem(
                "Наставляемые",
                "participants:mentee_list",
                ("participants:mentee", "participants:analysis", "participants:wish"),
                stages=("mentee_base",),
            ),
            MenuItem(
                "Наставники",
                "participants:mentor_list",
                ("participants:mentor",),
                stages=("mentor_base", "selection_training"),
            ),
            MenuItem(
                "Заявки",
                "participants:application_list",
                ("participants:application", "participants:link"),
                stages=("mentee_base", "mentor_base"),
            ),
            MenuItem(
                "Загрузка базы",
                "participants:import_create",
                ("participants:import",),
                MANAGERS,
                stages=("mentee_base", "mentor_base"),
            ),
            MenuItem(
                "Справки",
                "participants:clearance_list",
                ("participants:clearance",),
                stages=("mentor_base", "selection_training"),
            ),
            MenuItem(
                "Согласия",
                "participants:consent_gaps",
                ("participants:consent",),
                stages=("mentee_base", "mentor_base"),
            ),
            MenuItem(
                "Уничтожение данных",
                "documents:erasure_list",
                ("documents:erasure",),
                MANAGERS,
            ),
        ),
    ),
    MenuSection(
        "Отбор и обучение",
        (
            MenuItem(
                "Отбор наставников",
                "participants:selection_list",
                ("participants:selection",),
                stages=("selection_training",),
            ),
            MenuItem(
                "Критерии отбора",
                "participants:criterion_list",
                ("participants:criterion",),
                stages=("selection_training",),
            ),
            MenuItem(
                "Школа наставников",
                "participants:course_list",
                (
                    "participants:course",
                    "participants:session",
                    "participants:training",
                    "participants:material",
                ),
                stages=("selection_training",),
            ),
            MenuItem(
                "Реестр наставников",
                "documents:registry_detail",
                ("documents:registry",),
                stages=("selection_training",),
            ),
        ),
    ),
)
