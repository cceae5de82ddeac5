"""Texts of the program's passport as parts of a sentence and as lists after dashes."""

from collections.abc import Iterable

ENDS = " .;,"


def lowered(text: str) -> str:
    """«Раскрытие…» → «раскрытие…»; «ФГОС…» and «Р-145» stay."""
    return text if text[1:2].isupper() or text[1:2] == "-" else text[:1].lower() + text[1:]


def sentence_part(text: str) -> str:
    """Lines of a text as one phrase without its last stop."""
    return lowered(" ".join(text.split())).rstrip(ENDS)


def points(lines: Iterable[str]) -> str:
    """«– первое;\\n– второе.»; nothing for an empty list."""
    bare = [lowered(line.strip(" –-•")).rstrip(ENDS) for line in lines]
    listed = [line for line in bare if line]
    return ";\n".join(f"– {line}" for line in listed) + "." if listed else ""
