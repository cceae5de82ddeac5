"""Numbers of roadmap rows as people read them."""


def shown_number(number: str) -> str:
    """«1.8.» and «1.8» are the same number: sources end it either way, the page does not."""
    return number.strip().rstrip(".)").rstrip() if number.strip(". )") else number.strip()
