"""Russian nouns after numbers: «1 пара, 2 пары, 5 пар»."""


def plural(number: int, one: str, few: str, many: str) -> str:
    last_two = abs(number) % 100
    if 11 <= last_two <= 14:
        return many
    return {1: one, 2: few, 3: few, 4: few}.get(last_two % 10, many)


def counted(number: int, one: str, few: str, many: str) -> str:
    return f"{number}\u00a0{plural(number, one, few, many)}"
