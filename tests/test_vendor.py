"""Libraries of others that the portal serves itself: known version, license and content."""

import hashlib
import json
from pathlib import Path

VENDOR = Path(__file__).resolve().parent.parent / "static" / "vendor"


def packages():
    return json.loads((VENDOR / "vendor.json").read_text("utf-8"))


def test_vendored_files_are_exactly_those_that_were_recorded():
    recorded = {name: digest for package in packages() for name, digest in package["files"].items()}

    present = {
        path.relative_to(VENDOR).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in VENDOR.rglob("*")
        if path.is_file() and path.name != "vendor.json"
    }

    assert present == recorded


def test_every_package_states_its_version_and_license():
    stated = {package["name"]: (package["version"], package["license"]) for package in packages()}

    assert stated == {"bootstrap": ("5.3.8", "MIT"), "bootstrap-icons": ("1.13.2", "MIT")}


def test_vendored_files_point_to_no_source_maps():
    texts = [path.read_bytes() for path in VENDOR.rglob("*.min.*")]

    assert [b"sourceMappingURL" in text for text in texts] == [False, False]
