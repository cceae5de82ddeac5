"""The production set names only what exists."""

import re
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent
COMPOSE = yaml.safe_load((ROOT / "compose.yaml").read_text("utf-8"))
PORTAL = ("migrate", "web", "worker", "beat")


def text(name):
    return (ROOT / name).read_text("utf-8")


def test_every_variable_of_the_compose_file_is_in_the_example_and_back():
    asked = set(re.findall(r"\$\{(\w+)", text("compose.yaml")))

    assert asked == set(re.findall(r"(?m)^(\w+)=", text(".env.example")))


def test_the_example_holds_no_secret():
    assert re.findall(r"(?m)^(?:SECRET_KEY|POSTGRES_PASSWORD)=(.*)$", text(".env.example")) == [
        "",
        "",
    ]


def test_settings_read_every_variable_that_the_portal_is_given():
    read = set(re.findall(r'env_\w+\(\s*"(\w+)"', text("mentoring_portal/settings.py")))
    given = set(COMPOSE["x-portal"]["environment"])

    assert given - read == set()


def test_one_image_runs_as_web_worker_and_beat_without_root():
    images = {COMPOSE["services"][name]["image"] for name in PORTAL}

    assert images == {"mentoring-portal"}
    assert re.findall(r"(?m)^USER (\w+)$", text("Dockerfile")) == ["portal"]


def test_the_image_installs_the_libraries_that_the_script_installs():
    listed = re.search(r'(?m)^DEMO_PACKAGES="(.*)"$', text("run"))[1].split()
    installed = re.search(r"recommends \\\n\s+(.*) \\\n", text("Dockerfile"))[1].split()

    assert installed == listed


def test_only_the_proxy_is_open_to_the_world():
    services = COMPOSE["services"]

    assert [name for name, service in services.items() if "ports" in service] == ["proxy"]
    assert [n for n, service in services.items() if "default" in service["networks"]] == ["proxy"]
