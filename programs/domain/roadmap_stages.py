"""Which of the seven stages a row belongs to, told by its words; empty when they do not say.

The words are conservative: an empty stage is mended in a moment, a wrong one spoils readiness.
"""

import re

READ = 300  # characters that name the stage
# The first pattern that fits decides; rows that run through the whole year fit none.
PATTERNS = (
    (
        "",
        r"монитор|персонифицированн|на всех этапах|социальн\w+ сет|на сайт|популяризац"
        r"|информационн\w+ поддержк\w+ системы|баз\w* программ",
    ),
    ("mentee_base", r"(?:баз|банк|реестр)\w*(?: данных)?(?: о)? наставляем|данных о наставляемых"),
    ("mentor_base", r"(?:баз|банк|реестр)\w*(?: данных)?(?: о)? наставник|данных о наставниках"),
    (
        "pair_work",
        r"(?:организац|сопровожден|осуществлен|проведен)\w+ (?:и \w+ )?(?:работы|встреч)\w*"
        r" (?:наставнических )?(?:пар|групп|наставник)|^работа (?:наставнических )?пар",
    ),
    (
        "pairing",
        r"(?:формирован|закреплен|создани|подбор|утвержден)\w* (?:наставнических )?пар"
        r"|приказ\w* о закреплении",
    ),
    (
        "completion",
        r"заверш\w+ (?:программ\w* )?наставничеств|итогов\w+ (?:встреч|мероприяти)"
        r"|поощрени\w+ наставник|подведени\w+ итогов",
    ),
    (
        "selection_training",
        r"(?:обучени|отбор|подготовк)\w*(?: и обучени\w+)? наставник"
        r"|школ\w+ наставник|отбор\w* и обучени",
    ),
    (
        "conditions",
        r"^нормативн\w+[ -]правов|подготовк\w+ (?:и \w+ )?(?:условий|нормативн|локальн)"
        r"|дорожн\w+ карт"
        r"|(?:утвержден|издани|разработк|принят)\w+ .*(?:положени|приказ|распорядительн|состава)"
        r"|назначени\w+ .*куратор|рабоч\w+ групп\w+ по внедрению|партнерск\w+ организаци",
    ),
)


def guess_stage(title: str, section: str = "") -> str:
    """A section that names its stage decides; otherwise the title of the row."""
    for text in (section, title):
        words = " ".join(text[:READ].lower().replace("ё", "е").split())
        for code, pattern in PATTERNS:
            if re.search(pattern, words):
                return code
    return ""
