"""Settings of the test run: a fast hasher, files in a temporary folder, plain static names."""

import os
import tempfile

if "VAR_DIR" not in os.environ:
    FOLDER = tempfile.TemporaryDirectory(prefix="portal-test-")
    os.environ["VAR_DIR"] = FOLDER.name
os.environ.setdefault("DEMO", "1")

from mentoring_portal.settings import *  # noqa: E402, F403 - settings are extended this way

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # noqa: F405 - WhiteNoise warns without it
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# Else every client of a test would read through all static files anew.
WHITENOISE_AUTOREFRESH = True
