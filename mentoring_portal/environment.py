"""What the machine tells the settings: variables of its environment, a key kept beside its data."""

import os

from django.core.management.utils import get_random_secret_key


def env_text(name, default=""):
    return os.environ.get(name, "").strip() or default


def env_flag(name, default=False):
    return env_text(name, str(default)).lower() in {"1", "true", "yes", "on"}


def env_list(name, default=""):
    return [part.strip() for part in env_text(name, default).split(",") if part.strip()]


def kept_secret_key(folder):
    """The key of an installation without SECRET_KEY: made once, kept beside its database."""
    path = folder / "secret_key"
    if not path.exists():
        path.write_text(get_random_secret_key(), encoding="utf-8")
        path.chmod(0o600)
    return path.read_text(encoding="utf-8")
