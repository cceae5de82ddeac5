"""From which address a request came: what the limits on guessing and on open forms count by."""

from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str:
    """Behind our proxy, and only there, the last note of the header: the proxy wrote that one.

    Exactly one proxy is trusted. Whatever stands to the left came from the visitor, who may
    have forged it to look like somebody else at every attempt.
    """
    connected = request.META.get("REMOTE_ADDR", "")
    if not settings.SECURE_PROXY_SSL_HEADER:
        return connected
    noted = request.headers.get("X-Forwarded-For", "").rsplit(",", 1)[-1].strip()
    return noted if is_address(noted) else connected


def is_address(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return False
    return True
