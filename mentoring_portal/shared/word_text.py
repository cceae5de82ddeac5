"""Walking the XML of a Word document: what a reader sees of a paragraph, and nothing else.

Elements are known by their local names, so that strict and transitional documents read alike.
"""

from collections.abc import Iterator
from typing import Any

# Wrappers that change nothing for the reader: fields, content controls, accepted insertions.
TRANSPARENT = {
    "sdt",
    "sdtContent",
    "ins",
    "moveTo",
    "customXml",
    "smartTag",
    "hyperlink",
    "fldSimple",
    "dir",
    "bdo",
}
PROPERTIES = {"rPr", "trPr", "tcPr"}
HIDING = {"vanish", "hidden", "del", "cellDel", "moveFrom"}
MARKS = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
OFF = {"0", "false", "off"}


def local(element: Any) -> str:
    """The name without its namespace; comments and processing instructions have none."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def children(element: Any, name: str) -> Iterator[Any]:
    """Children of that name, also those inside wrappers that a reader does not see."""
    for child in element.iterchildren():
        found = local(child)
        if found == name:
            yield child
        elif found in TRANSPARENT:
            yield from children(child, name)


def value(element: Any) -> str:
    return next((text for key, text in element.attrib.items() if key.endswith("}val")), "")


def visible(element: Any) -> bool:
    """Not hidden and not deleted by a tracked change."""
    return not any(
        local(mark) in HIDING and value(mark) not in OFF
        for properties in element.iterchildren()
        if local(properties) in PROPERTIES
        for mark in properties.iterchildren()
    )


def paragraph_text(paragraph: Any) -> str:
    return "".join(_mark(mark) for run in children(paragraph, "r") if visible(run) for mark in run)


def _mark(mark: Any) -> str:
    name = local(mark)
    return (mark.text or "") if name == "t" else MARKS.get(name, "")
