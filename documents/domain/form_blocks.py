"""Blocks of papers that people fill in or sign on both sides: contracts, consents, questionnaires,
certificates. Everything is a plain value, like the other blocks."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Party:
    """A side of a contract: «Работодатель», its details, who signs."""

    title: str
    lines: tuple[str, ...]
    signer: str = ""


@dataclass(frozen=True, slots=True)
class Parties:
    """The sides beside each other, each with its line for a signature; never split by a sheet."""

    parties: tuple[Party, ...]


@dataclass(frozen=True, slots=True)
class SignLine:
    """«________ / И. П. Ветрова», the date at the left; the name is a blank when not known."""

    label: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """Ruled lines to write on by hand."""

    lines: int = 2


@dataclass(frozen=True, slots=True)
class Choice:
    """Boxes to tick, one an option; ``ticked`` are the indexes of those that stand already."""

    options: tuple[str, ...]
    ticked: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Banner:
    """Large centered words of a certificate of honor or a letter of thanks."""

    text: str
    size: Literal["medium", "large", "huge"] = "large"


@dataclass(frozen=True, slots=True)
class QrCode:
    """The address of the paper's card, lower right on the first sheet (ГОСТ Р 7.0.97-2025)."""

    address: str
    caption: str = ""
