"""What a consent to distribution lets a public page show (152-ФЗ, ст. 10.1; приказ РКН № 18)."""

from collections.abc import Callable
from urllib.parse import urlsplit

NAME = "name"
PHOTO = "photo"
POSITION = "position"
WORKPLACE = "workplace"
CONTACTS = "contacts"
ACHIEVEMENTS = "achievements"
RESULTS = "results"


def names_page(address: str, path: str, is_own_host: Callable[[str], bool]) -> bool:
    """Whether a consent that names ``address`` speaks of the portal's page at ``path``.

    A folder speaks of the pages inside it, the page of one year of the page of the organization.
    A paper that names no address limits nothing.
    """
    if not address:
        return True
    try:
        parts = urlsplit(address if "//" in address else f"//{address}")
        host = parts.hostname or ""
    except ValueError:
        return False
    named, shown = folder(parts.path), folder(path)
    return (not host or is_own_host(host)) and (shown.startswith(named) or named.startswith(shown))


def is_web_address(address: str) -> bool:
    """A whole address of a page, as a paper names it."""
    try:
        parts = urlsplit(address)
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False


def folder(path: str) -> str:
    return f"{path.rstrip('/')}/"
