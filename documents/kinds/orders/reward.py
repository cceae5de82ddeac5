"""The order that rewards those who took part (roadmap G73 3.7, BAL)."""

from django.core.exceptions import ValidationError

from documents.domain.placeholders import Manner
from documents.domain.rewards import Reward, reward_of
from documents.domain.row_lines import rows_of
from documents.enums import DocumentKind
from documents.kinds.base import Field
from documents.kinds.orders import suggestions
from documents.kinds.orders.fields import person
from documents.kinds.orders.final_event import worked
from documents.kinds.orders.named_lines import NAME, read_lines
from documents.kinds.orders.order import order
from documents.kinds.orders.words import points
from documents.kinds.people import Named
from programs.enums import StageCode

PARTS = (NAME, "награда", "за что")
REWARDS = Field(
    "rewards",
    "Кого и чем поощрить",
    "С новой строки, части через точку с запятой: фамилия, имя, отчество; награда; за что. "
    "Например: Панин Глеб Олегович; благодарность; за подготовку призёров олимпиады. Портал "
    "знает благодарность, благодарственное письмо, почётную грамоту, диплом, памятный и ценный "
    "подарок, Доску почёта и предлагает наставников, чьи пары работали.",
    rows=10,
    reads=rows_of(*PARTS),
)


def groups(document) -> dict[Reward, list[str]]:
    """Reward → its people in the case that its clause asks for, in the order of the lines."""
    text = document.content.get("rewards") or ""
    found: dict[Reward, list[str]] = {}
    for somebody, (kind, reason) in read_lines(text, PARTS, document):
        if not kind:
            raise ValidationError(f"{somebody.person.short_name}: не указано, чем поощрить.")
        reward = reward_of(kind)
        found.setdefault(reward, []).append(words_of(somebody, reward.case, reason))
    if not found:
        raise ValidationError("Впишите, кого и чем поощрить.")
    return found


def words_of(somebody: Named, case: str, reason: str) -> str:
    name = somebody.words(case, Manner.IN_FULL)
    return f"{name} {reason}" if reason else name.removesuffix(",")


def clauses(document) -> str:
    return "\n".join(
        f"{reward.clause}:\n{points(people)}" for reward, people in groups(document).items()
    )


def suggested(program) -> str:
    mentors = dict.fromkeys(pair.mentor.person for pair in worked(program))
    return "\n".join(f"{mentor.full_name}; благодарность" for mentor in mentors)


def start(program) -> dict:
    return {"rewards": suggested(program), "leader": suggestions.curator(program)}


KIND = order(
    DocumentKind.ORDER_REWARD,
    stage=StageCode.COMPLETION,
    fields=(REWARDS, person("leader", "Кто оформит награды", "кто оформит")),
    words={"поощрения": clauses},
    start=start,
)
