"""A portal of its own: an environment, its processes and a driver."""

import json
import os
import signal
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


class Portal:
    def __init__(self, folder, **environment):
        self.environment = os.environ | {
            "DATABASE_URL": "",
            "DEMO": "1",
            "DJANGO_SETTINGS_MODULE": "mentoring_portal.settings",
            "JOB_LEASE_SECONDS": "3",
            "REDIS_URL": "",
            "VAR_DIR": str(folder),
            **environment,
        }

    def run(self, *command, check=True):
        return subprocess.run(
            [sys.executable, *command],
            cwd=ROOT,
            env=self.environment,
            check=check,
            stdout=subprocess.PIPE,
            text=True,
        )

    def migrate(self):
        self.run("manage.py", "migrate", "--verbosity", "0")
        return self

    def drive(self, *command):
        return self.ask("driver", *command)

    def ask(self, module, *command):
        return json.loads(self.run("-m", f"tests.services.{module}", *map(str, command)).stdout)

    @contextmanager
    def worker(self, *options):
        """A worker with its children; killed at once, without a chance to say good-bye."""
        command = ["celery", "--quiet", "-A", "mentoring_portal", "worker", *options]
        command += ["-I", "tests.services.slow_work", "-c", "1", "--loglevel", "error"]
        process = subprocess.Popen(
            [sys.executable, "-m", *command],
            cwd=ROOT,
            env=self.environment | {"PYTHONWARNINGS": "ignore"},
            start_new_session=True,
        )
        try:
            yield
        finally:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
