"""The demo school, served as ``./run demo`` serves it, and a browser that forgives nothing."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect, sync_playwright

from tests.services.servers import free_port

ROOT = Path(__file__).resolve().parents[2]
PHONE = {"width": 360, "height": 800}
DESK = {"width": 1440, "height": 900}
# A machine that does other work besides may be several times slower than a quiet one.
PATIENCE = 20_000
expect.set_options(timeout=PATIENCE)


class School:
    """A portal of its own with its worker: a private folder, a free port."""

    def __init__(self, folder):
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.environment = os.environ | {
            "DEMO": "1",
            "DATABASE_URL": "",
            "REDIS_URL": "",
            "VAR_DIR": str(folder),
            "DJANGO_SETTINGS_MODULE": "mentoring_portal.settings",
            "PYTHONWARNINGS": "ignore",
        }
        self.processes = []

    def begin(self, *commands):
        """Migrate and call the commands; returns what each of them prints."""
        done = subprocess.run(
            [sys.executable, "-m", "tests.story.begin", json.dumps(commands)],
            cwd=ROOT,
            env=self.environment,
            check=True,
            capture_output=True,
            text=True,
        )
        return json.loads(done.stdout)

    def start(self):
        self.logins = {row["role"]: row for row in self.fill()}
        bind = f"127.0.0.1:{self.port}"
        self.spawn("gunicorn", "mentoring_portal.wsgi", "--bind", bind, "--threads", "4")
        self.spawn("celery", "-A", "mentoring_portal", "worker", "-c", "1", "-l", "error")
        self.wait()
        return self

    def fill(self):
        """What the portal begins with; returns its logins."""
        return self.begin(["load_demo"], ["demo_logins"])[-1]

    def spawn(self, module, *arguments):
        process = subprocess.Popen(
            [sys.executable, "-m", module, *arguments],
            cwd=ROOT,
            env=self.environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        self.processes.append(process)

    def wait(self):
        for _ in range(300):
            try:
                urllib.request.urlopen(f"{self.address}/health/", timeout=2)
                return
            except OSError:
                time.sleep(0.1)
        raise TimeoutError("The portal does not answer")

    def stop(self):
        """At once: nothing of this school is needed any more."""
        for process in self.processes:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


class Visitor:
    """One person's browser. Every page must be quiet, accessible and as wide as its screen."""

    def __init__(self, browser, school, screen=DESK):
        self.school = school
        self.context = browser.new_context(viewport=screen, accept_downloads=True)
        self.context.set_default_timeout(PATIENCE)
        self.page = self.context.new_page()
        self.expected_status = set()
        self.faults = []
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("console", self.hear)
        self.page.on("response", self.look)

    def hear(self, message):
        if message.type == "error" and "the server responded with a status" not in message.text:
            self.faults.append(message.text)

    def look(self, response):
        if response.status >= 400 and response.status not in self.expected_status:
            self.faults.append(f"{response.status} {response.url}")

    def sign_in(self, role):
        login = self.school.logins[role]
        self.open("/login/")
        self.page.get_by_label("Имя пользователя").fill(login["username"])
        self.page.get_by_label("Пароль").fill(login["password"])
        self.page.get_by_role("button", name="Войти").click()
        return self

    def open(self, path):
        self.page.goto(self.school.address + path)
        return self.page

    def press(self, name, role="button", **options):
        """Click; what htmx has sent is answered before the next action."""
        self.page.get_by_role(role, name=name, **options).first.click()
        expect(self.page.locator(".htmx-request")).to_have_count(0)

    def tick(self, boxes):
        """All of them in one breath: forty clicks one by one take seconds."""
        self.page.locator(boxes).evaluate_all("found => found.forEach(box => box.click())")

    def sees(self, words):
        """Waits for the page that a click leads to."""
        expect(self.page.locator("main")).to_contain_text(words)

    def does_not_see(self, words):
        expect(self.page.locator("main")).not_to_contain_text(words)

    def text(self):
        return self.page.locator("main").inner_text()

    def check_page(self):
        """The page as it stands: axe-core, sideways scroll, silence."""
        self.page.wait_for_load_state()
        results = Axe().run(self.page, options={"resultTypes": ["violations"]})
        found = [(rule["id"], rule["nodes"][0]["html"]) for rule in results.response["violations"]]
        wider = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert (self.page.url, found, self.page.evaluate(wider)) == (self.page.url, [], 0)
        assert self.faults == []

    def leave(self):
        self.context.close()
        assert self.faults == []


# Closed with the last story: while a browser is open, Django takes the process for an async one.
@pytest.fixture(scope="package")
def school(tmp_path_factory):
    school = School(tmp_path_factory.mktemp("school"))
    try:
        yield school.start()
    finally:
        school.stop()


@pytest.fixture(scope="package")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=["--no-sandbox", "--disable-background-networking"],
        )
        yield browser
        browser.close()


@pytest.fixture
def visit(browser, school):
    """Make a visitor: ``visit("curator")``, ``visit("mentor", PHONE)``, ``visit()``."""
    visitors = []

    def make(role=None, screen=DESK):
        visitor = Visitor(browser, school, screen)
        visitors.append(visitor)
        return visitor.sign_in(role) if role else visitor

    yield make
    for visitor in visitors:
        visitor.leave()
