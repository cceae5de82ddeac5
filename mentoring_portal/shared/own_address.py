"""Where the portal itself stands on the net, for papers that name its pages."""

from django.conf import settings


def portal_address() -> str:
    """«https://portal.example.org» as the settings name it; empty when they allow many hosts."""
    for origin in settings.CSRF_TRUSTED_ORIGINS:
        if "*" not in origin:
            return origin.rstrip("/")
    scheme = "https" if settings.SESSION_COOKIE_SECURE else "http"
    for host in settings.ALLOWED_HOSTS:
        if not host.startswith(("*", ".")):
            return f"{scheme}://{host}"
    return ""
