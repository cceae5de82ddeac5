"""Names of files as every system takes them: clean, not too long, each only once."""

import re
from dataclasses import dataclass, field

# Half of what file systems hold: a Russian letter takes two bytes.
LONGEST = 110
FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')


def clean_name(text: str) -> str:
    """«Приказ № 5/2» → «Приказ № 5-2»; nothing at its ends that Windows would cut."""
    words = " ".join(FORBIDDEN.sub("-", text.replace("\n", " ")).split())
    return words[:LONGEST].strip(" .-") or "Документ"


@dataclass(slots=True)
class FileNames:
    """Gives out names: the second «Иванов Иван» becomes «Иванов Иван (2)»."""

    taken: set[str] = field(default_factory=set)

    def take(self, wish: str) -> str:
        clean = clean_name(wish)
        name, number = clean, 1
        while name.casefold() in self.taken:
            number += 1
            name = f"{clean} ({number})"
        self.taken.add(name.casefold())
        return name
