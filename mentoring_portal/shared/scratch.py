"""A folder for what a process needs on the disk while it lives.

A worker that was killed cannot tidy up, so whoever comes next does: the owner of a folder holds
a lock on it, and the system lets go of the lock however the owner ended.
"""

import fcntl
import os
import time
from contextlib import suppress
from functools import cache
from pathlib import Path
from shutil import rmtree
from tempfile import gettempdir, mkdtemp

PREFIX = "mentoring-portal-"
LOCK = "lock"
# Between making its folder and locking it a process needs a moment.
NEWBORN_SECONDS = 60


@cache
def scratch_folder() -> Path:
    """The folder of this process; the folders of processes that are no more go."""
    sweep()
    folder = Path(mkdtemp(prefix=PREFIX))
    # Never closed: the lock lasts as long as the process and its children.
    fcntl.flock(os.open(folder / LOCK, os.O_CREAT | os.O_RDWR, 0o600), fcntl.LOCK_EX)
    return folder


def sweep() -> None:
    for folder in Path(gettempdir()).glob(f"{PREFIX}*"):
        with suppress(OSError):  # somebody else's folder, or one that has just gone
            if is_abandoned(folder):
                rmtree(folder)


def is_abandoned(folder: Path) -> bool:
    about = folder.lstat()
    if about.st_uid != os.getuid() or time.time() - about.st_mtime < NEWBORN_SECONDS:
        return False
    return not (folder / LOCK).exists() or not is_held(folder / LOCK)


def is_held(lock: Path) -> bool:
    handle = os.open(lock, os.O_RDWR | os.O_NOFOLLOW)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(handle)
    return False
