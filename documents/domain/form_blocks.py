"""Blocks of papers that people fill in or sign on both sides: contracts, consents, questionnaires,
certificates. Everything is a plain value, like the other blocks."""

from dataclasses import dataclass
from typing import Literal

# Both signs are in the portal's font; other boxes to tick are not.
BOX, TICKED_BOX = "□", "■"
BLANK_DAY = "«____» ______________ 20___ г."
BLANK_LINE = "_" * 18


@dataclass(frozen=True, slots=True)
class Party:
    """A side of a contract: «Работодатель», its details, who signs."""

    title: str
    lines: tuple[str, ...]
    signer: str = ""

    @property
    def name(self) -> str:
        return self.signer or BLANK_LINE


@dataclass(frozen=True, slots=True)
class Parties:
    """The sides beside each other, each with its line for a signature; never split by a sheet."""

    parties: tuple[Party, ...]


@dataclass(frozen=True, slots=True)
class SignLine:
    """«________ / И. П. Ветрова», the date at the left; the name is a blank when not known."""

    label: str = ""
    name: str = ""

    @property
    def day(self) -> str:
        return BLANK_DAY

    @property
    def signer(self) -> str:
        return self.name or BLANK_LINE


@dataclass(frozen=True, slots=True)
class Answer:
    """Ruled lines to write on by hand."""

    lines: int = 2


@dataclass(frozen=True, slots=True)
class Choice:
    """Boxes to tick, one an option; ``ticked`` are the indexes of those that stand already."""

    options: tuple[str, ...]
    ticked: tuple[int, ...] = ()

    @property
    def lines(self) -> tuple[str, ...]:
        """Each option after its box."""
        boxes = (TICKED_BOX if at in self.ticked else BOX for at in range(len(self.options)))
        return tuple(f"{box}\u00a0{text}" for box, text in zip(boxes, self.options, strict=True))


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

    @property
    def spoken(self) -> str:
        """What stands for the picture where it cannot be seen."""
        return f"QR-код: {self.address}"
