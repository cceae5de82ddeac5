"""How pages speak of a paper: «зарегистрировать приказ», «утвердить отчёт», «дата заседания»."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PaperWords:
    """``name`` is in the nominative, ``register`` is the button of registering."""

    name: str
    register: str
    day: str
    day_hint: str = ""

    @property
    def title(self) -> str:
        return self.name[:1].upper() + self.name[1:]


APPROVED = "День, когда директор утверждает документ."
DEFAULT = PaperWords("документ", "Утвердить документ", "Дата документа")
WORDS = {
    "order": PaperWords(
        "приказ",
        "Зарегистрировать приказ",
        "Дата приказа",
        "День, когда директор подписывает приказ.",
    ),
    "protocol": PaperWords(
        "протокол",
        "Зарегистрировать протокол",
        "Дата заседания",
        "Протокол датируют днём заседания, а не днём подписания.",
    ),
    "contract": PaperWords(
        "соглашение",
        "Зарегистрировать соглашение",
        "Дата соглашения",
        "День, когда соглашение подписали обе стороны.",
    ),
    "letter": PaperWords("письмо", "Зарегистрировать письмо", "Дата письма", "День отправки."),
    "report": PaperWords("отчёт", "Утвердить отчёт", "Дата утверждения"),
    "local_act": PaperWords("документ", "Утвердить документ", "Дата утверждения", APPROVED),
    "plan": PaperWords("план", "Утвердить план", "Дата утверждения", APPROVED),
    "program": PaperWords("программа", "Утвердить программу", "Дата утверждения", APPROVED),
    "list": PaperWords("перечень", "Утвердить перечень", "Дата утверждения", APPROVED),
    "base": PaperWords("реестр", "Утвердить реестр", "Дата утверждения", APPROVED),
}


def words_of(paper_type: str) -> PaperWords:
    return WORDS.get(str(paper_type), DEFAULT)
