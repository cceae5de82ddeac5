"""Folders of processes: kept while the owner lives, swept when it was killed."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from mentoring_portal.shared import scratch

ROOT = Path(__file__).resolve().parent.parent
OWNER = """
import sys
from pathlib import Path
from mentoring_portal.shared.scratch import scratch_folder
Path(scratch_folder(), "font").write_text("буквы")
print(scratch_folder(), flush=True)
sys.stdin.read()
"""


@pytest.fixture
def owner(tmp_path, monkeypatch):
    """A process with a folder of its own; it lives until it is killed."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    process = subprocess.Popen(
        [sys.executable, "-c", OWNER],
        cwd=ROOT,
        env=os.environ | {"TMPDIR": str(tmp_path)},
        text=True,
        **pipes,
    )
    process.folder = Path(process.stdout.readline().strip())
    os.utime(process.folder, (0, 0))
    yield process
    process.kill()
    process.communicate()


def test_the_folder_of_a_killed_process_is_swept(owner):
    owner.kill()
    owner.wait()

    scratch.sweep()

    assert not owner.folder.exists()


def test_the_folder_of_a_living_process_stays_however_old(owner):
    scratch.sweep()

    assert sorted(path.name for path in owner.folder.iterdir()) == ["font", "lock"]


def test_a_folder_just_made_is_left_to_its_owner(owner):
    owner.kill()
    owner.wait()
    os.utime(owner.folder)

    scratch.sweep()

    assert owner.folder.exists()


def test_folders_of_other_programs_are_not_touched(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    foreign = tmp_path / "weasyprint-abc"
    foreign.mkdir()
    os.utime(foreign, (0, 0))

    scratch.sweep()

    assert foreign.exists()


def test_the_next_process_sweeps_before_it_makes_its_own(owner):
    owner.kill()
    owner.wait()

    folder = scratch.scratch_folder.__wrapped__()

    assert list(folder.parent.iterdir()) == [folder]
