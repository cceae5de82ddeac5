"""The navigation of a program: what each role sees and which item is the current one."""

from dataclasses import dataclass

STAFF = frozenset({"director", "curator", "mo_head"})
VIEWERS = STAFF | {"municipal_coordinator"}
PEOPLE = frozenset({"mentor", "mentee"})


@dataclass(frozen=True)
class MenuItem:
    """``nouns`` are the URL names that belong to the item: «mentor» covers ``mentor_detail``."""

    title: str
    url_name: str
    nouns: tuple[str, ...]
    roles: frozenset[str] = STAFF

    def holds(self, view_name: str) -> bool:
        return view_name == self.url_name or view_name.startswith(
            tuple(f"{noun}_" for noun in self.nouns)
        )


PROGRAM_MENU = (
    MenuItem("Главная", "monitoring:program_dashboard", ()),
    MenuItem(
        "Программа",
        "programs:program_detail",
        (
            "programs:program",
            "programs:stage",
            "programs:legal_act",
            "programs:partner",
            "participants:assignment",
        ),
        VIEWERS,
    ),
    MenuItem(
        "Дорожная карта",
        "programs:roadmap",
        ("programs:roadmap", "programs:item", "programs:upload"),
        VIEWERS,
    ),
    MenuItem("Наставляемые", "participants:mentee_list", ("participants:mentee",)),
    MenuItem("Наставники", "participants:mentor_list", ("participants:mentor",)),
    MenuItem("Подбор пар", "pairs:matching", ("pairs:matching", "pairs:member")),
    MenuItem("Пары", "pairs:pair_list", ("pairs:pair", "pairs:meeting", "pairs:feedback")),
    MenuItem("Документы", "documents:document_list", ("documents:document",)),
    MenuItem("Отчёты", "documents:report_list", ("documents:report", "monitoring:headcount")),
)
# Pages that a stage needs besides the sections above: shown on its page and on the program's.
STAGE_MENU = {
    "conditions": (
        MenuItem("Ответственные и рабочая группа", "participants:assignment_list", ()),
        MenuItem("Нормативные акты", "programs:legal_act_list", ()),
        MenuItem("Партнёры", "programs:partner_list", ()),
    ),
    "mentor_base": (MenuItem("Каких согласий не хватает", "participants:consent_gaps", ()),),
}
SITE_LINKS = (
    MenuItem("Программы", "programs:program_list", (), STAFF),
    MenuItem("Школы", "monitoring:schools", (), frozenset({"municipal_coordinator"})),
    MenuItem("Мой кабинет", "participants:cabinet", (), PEOPLE),
)


def for_roles(items: tuple[MenuItem, ...], roles: frozenset[str]) -> list[MenuItem]:
    return [item for item in items if not item.roles.isdisjoint(roles)]
