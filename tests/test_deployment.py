"""The production set names only what exists."""

import re
import shlex
from importlib.util import find_spec
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
COMPOSE = yaml.safe_load((ROOT / "compose.yaml").read_text("utf-8"))
SERVICES = COMPOSE["services"]
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


def test_the_set_is_complete():
    assert set(SERVICES) == {*PORTAL, "postgres", "redis", "proxy"}


def test_only_volumes_that_are_declared_are_mounted_and_the_data_lie_on_them():
    mounted = {
        name: [volume.split(":")[:2] for volume in service.get("volumes", [])]
        for name, service in SERVICES.items()
    }
    named = {source for of_one in mounted.values() for source, _ in of_one if "/" not in source}
    folders = [source for of_one in mounted.values() for source, _ in of_one if "/" in source]

    assert named == set(COMPOSE["volumes"])
    assert [(ROOT / folder).is_file() for folder in folders] == [True] * len(folders)
    assert mounted["web"] == mounted["worker"] == [["files", variable("VAR_DIR")]]


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_who_is_waited_for_exists_and_can_say_that_it_is_ready(name):
    for other, wish in SERVICES[name].get("depends_on", {}).items():
        if wish["condition"] == "service_healthy":
            assert SERVICES[other]["healthcheck"]["test"][0] in {"CMD", "CMD-SHELL"}
        else:
            assert wish["condition"] == "service_completed_successfully"
            assert SERVICES[other]["restart"] == "no"


def test_each_service_that_stays_is_watched():
    # Beat answers nobody; what it forgets, the next start makes good (docs/deployment.md).
    watched = {name for name, service in SERVICES.items() if "healthcheck" in service}

    assert watched == set(SERVICES) - {"migrate", "beat"}


def test_only_networks_that_are_declared_are_used():
    used = {network for service in SERVICES.values() for network in service["networks"]}

    assert used - {"default"} == set(COMPOSE["networks"])


def test_what_the_image_copies_exists_and_is_not_left_out():
    sources = [line.split()[0] for line in re.findall(r"(?m)^COPY (.*)$", text("Dockerfile"))]
    left_out = text(".dockerignore").split()

    assert [(ROOT / source).exists() for source in sources] == [True] * len(sources)
    assert not set(left_out) & {"manage.py", "static", "templates", *own_packages()}


@pytest.mark.parametrize("name", ["migrate", "worker", "beat"])
def test_commands_of_services_start_what_exists(name):
    program, *arguments = shlex.split(SERVICES[name]["command"])

    if program == "python":
        assert (ROOT / arguments[0]).is_file()
    else:
        assert (program, arguments[:2]) == ("celery", ["-A", "mentoring_portal"])
    assert program == "python" or find_spec(program)


def test_the_web_server_of_the_image_is_installed_and_serves_where_the_proxy_asks():
    command = yaml.safe_load(
        re.search(r"(?s)\nCMD (\[.*\])", text("Dockerfile"))[1].replace("\\", "")
    )
    port = re.search(r"(?m)^EXPOSE (\d+)$", text("Dockerfile"))[1]

    assert find_spec(command[0])
    assert (ROOT / (command[1].replace(".", "/") + ".py")).is_file()
    assert command[command.index("--bind") + 1] == f"0.0.0.0:{port}"
    assert f"reverse_proxy web:{port}" in text("deploy/Caddyfile")
    assert f"127.0.0.1:{port}/health/" in SERVICES["web"]["healthcheck"]["test"][-1]


def test_addresses_in_the_environment_name_services_of_the_set():
    given = COMPOSE["x-portal"]["environment"]
    hosts = re.findall(r"(?:@|redis://)(\w+)[:/]", f"{given['DATABASE_URL']} {given['REDIS_URL']}")

    assert hosts == ["postgres", "redis"]
    assert set(hosts) < set(SERVICES)


def variable(name):
    return re.search(rf"(?m)^\s*(?:ENV )?{name}=(\S+)", text("Dockerfile"))[1]


def own_packages():
    return {path.parent.name for path in ROOT.glob("*/apps.py")} | {"mentoring_portal"}
