"""Cases of one surname without hyphens, by its ending.

pytrovich knows endings too, but not stress, fleeting vowels or many of the non-Russian endings met
in schools, so surnames have rules of their own: the first row of the table that fits wins.
"""

from participants.domain.declension import surname_words as words
from participants.domain.declension.cases import OBLIQUE, Sex
from participants.domain.declension.rules import inflect, one_of, rule

_VOWEL = "[аеёиоуыэюя]"
_CONSONANT = "[бвгджзйклмнпрстфхцчшщьъ]"
_FIRM = "[бвгджзклмнпрстфхцчшщ]"  # a consonant that is not й

_HARD = "а у а ом е"
_HISSING = "а у а ем е"
_SOFT = "я ю я ем е"
_SOFT_IY = "я ю я ем и"
_NOUN_A = "ы е у ой е"
_NOUN_CA = "ы е у ей е"
_NOUN_KA = "и е у ой е"
_NOUN_SHA = "и е у ей е"
_ADJECTIVE = "ого ому ого ым ом"
_ADJECTIVE_KIY = "ого ому ого им ом"
_ADJECTIVE_SOFT = "его ему его им ем"

_FOR_BOTH = (
    rule("mf", one_of(words.INDECLINABLE)),
    rule("mf", r"[еёиоуыэю]$"),
    rule("mf", rf"{_VOWEL}а$"),
    rule("mf", r"ых$"),
    rule("mf", rf"{_VOWEL}.*[гкхжчшщн]их$"),
)
_FEMALE = (
    rule("f", rf"{_CONSONANT}$"),
    rule("f", r"(?:больш|меньш|чуж)ая$", 2, "ой ой ую ой ой"),
    rule("f", r"[жчшщц]ая$", 2, "ей ей ую ей ей"),
    rule("f", r"ая$", 2, "ой ой ую ой ой"),
    rule("f", r"няя$", 2, "ей ей юю ей ей"),
    rule("f", r"^третья$", 1, "ей ей ю ей ей"),
    rule("f", one_of(words.NOUNS_LIKE_POSSESSIVES), 1, _NOUN_A),
    rule("f", r"(?:[ьвн]ск|цк)а$", 1, "ой ой ую ой ой"),
    rule("f", r"(?:[оеё]в|[иы]н)а$", 1, "ой ой у ой ой"),
)
_NOUNS_IN_A = (
    rule("mf", r"ия$", 1, "и и ю ей и"),
    rule("mf", r"я$", 1, "и е ю ей е"),
    rule("mf", r"[гкх]а$", 1, _NOUN_KA),
    rule("mf", one_of(words.STRESSED_SHA), 1, _NOUN_KA),
    rule("mf", one_of(words.UNSTRESSED_SHA), 1, _NOUN_SHA),
    rule("mf", rf"{_CONSONANT}[жчшщ]а$", 1, _NOUN_KA),
    rule("mf", r"[жчшщ]а$", 1, _NOUN_SHA),
    rule("mf", rf"{_CONSONANT}ца$", 1, _NOUN_A),
    rule("mf", r"ца$", 1, _NOUN_CA),
    rule("mf", r"а$", 1, _NOUN_A),
)
_MALE_ADJECTIVES = (
    rule("m", r"^третий$", 2, "ьего ьему ьего ьим ьем"),
    rule("m", rf"^{_FIRM}+ий$", 1, _SOFT),
    rule("m", one_of(words.NOUNS_IY), 1, _SOFT_IY),
    rule("m", r"[жчшщн]ий$", 2, _ADJECTIVE_SOFT),
    rule("m", r"цый$", 2, "его ему его ым ем"),
    rule("m", r"[гкх]ий$", 2, _ADJECTIVE_KIY),
    rule("m", r"ый$", 2, _ADJECTIVE),
    rule("m", r"ий$", 1, _SOFT_IY),
    rule("m", rf"^(?!злой){_FIRM}*ой$", 1, _SOFT),
    rule("m", one_of(words.NOUNS_OY), 1, _SOFT),
    rule("m", r"[гкхжчшщ]ой$", 2, _ADJECTIVE_KIY),
    rule("m", r"ой$", 2, _ADJECTIVE),
)
_MALE_SOFT = (
    rule("m", one_of(words.FLEETING_EY), 2, "ья ью ья ьём ье"),
    rule("m", r"й$", 1, _SOFT),
    rule("m", r"[жчшщ]ь$", 1, _HISSING),
    rule("m", r"ь$", 1, _SOFT),
)
_MALE_POSSESSIVES = (
    rule("m", one_of(words.FOREIGN_IN), 0, _HARD),
    rule("m", rf"^{_FIRM}*[иы]н$|ддин$|тдин$", 0, _HARD),
    rule("m", r"(?:[оеё]в|[иы]н)$", 0, "а у а ым е"),
)
_MALE_EC_OK = (
    rule("m", r"оец$", 2, "йца йцу йца йцом йце"),
    rule("m", rf"{_VOWEL}ец$", 2, "йца йцу йца йцем йце"),
    rule("m", rf"{one_of(words.STABLE_EC)}|^{_FIRM}ец$", 0, _HISSING),
    rule("m", rf"{_FIRM}{_FIRM}ец$", 0, _HARD),
    rule("m", one_of(words.UNSTRESSED_EC), 2, "ца цу ца цем це"),
    rule("m", r"лец$", 2, "ьца ьцу ьца ьцом ьце"),
    rule("m", r"ец$", 2, "ца цу ца цом це"),
    rule("m", one_of(words.STABLE_OK), 0, _HARD),
    rule("m", r"[лнр]ёк$", 2, "ька ьку ька ьком ьке"),
    rule("m", rf"{_VOWEL}{_FIRM}[оё]к$|(?:шо|чо|жо|сто|зво)к$|ен[оё]к$", 2, "ка ку ка ком ке"),
)
_MALE_HISSING = (
    rule("m", one_of(words.STRESSED_ICH | words.STRESSED_SH), 0, _HARD),
    rule("m", one_of(words.UNSTRESSED_SH | words.UNSTRESSED_ZH), 0, _HISSING),
    rule("m", rf"[ая]ч$|^{_FIRM}*{_VOWEL}ч$", 0, _HARD),
    rule("m", rf"{_VOWEL}.*[аяы]ш$", 0, _HARD),
    rule("m", rf"{_VOWEL}.*ищ$", 0, _HISSING),
    rule("m", r"[чшц]$", 0, _HISSING),
    rule("m", rf"{_FIRM}$", 0, _HARD),
)
RULES = (
    *_FOR_BOTH,
    *_FEMALE,
    *_NOUNS_IN_A,
    *_MALE_ADJECTIVES,
    *_MALE_SOFT,
    *_MALE_POSSESSIVES,
    *_MALE_EC_OK,
    *_MALE_HISSING,
)


def surname(word: str, sex: Sex, case: str) -> str:
    """The lower-case `word`, perhaps a double surname, in an oblique case."""
    *first, last = word.split("-")
    halves = [half if half in words.FROZEN_PARTS else _single(half, sex, case) for half in first]
    return "-".join([*halves, _single(last, sex, case)])


def _single(word: str, sex: Sex, case: str) -> str:
    if sex == "m" and word in words.FLEETING:
        stem, endings = words.FLEETING[word]
        return stem + endings.split()[OBLIQUE.index(case)]
    return inflect(word, sex, case, RULES) or word
