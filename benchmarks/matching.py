"""The portal's matcher beside ``mentor-match`` from PyPI: the same files, the same rules.

    python benchmarks/matching.py [SIZE[:SEED] …]   50, 200, 500 and 1,000 on each side; a seed
                                                    of another sample than the usual one

The rival gets a virtualenv of its own, made by this script. Its three rounds mean up to three
mentors for a mentee and three mentees for a mentor, so the portal gets three places on both
sides. Seconds are of the wall and cover reading, scoring and solving; those of the processor do not
count the neighbors on the machine. The total counts the rules
alone: the bonus that the rival gives to people without a match is no merit of a pair.
"""

import csv
import json
import os
import random
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np  # noqa: E402 - the path above comes first

from pairs.domain.matching import Assignment, assign  # noqa: E402

SIZES = ("50", "200", "500", "1000")
SEED = 3
PLACES = 3
PACKAGES = ("mentor-match==7.0.1", "munkres==3.0.0")
CACHE = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "mentoring-portal-rival"
RUN = Path(__file__).with_name("rival_run.py")
TITLES = ("first name", "last name", "email", "role", "organisation", "grade", "profession")
ORGANISATIONS, PROFESSIONS = 12, 8


def rival_python() -> Path:
    python = CACHE / "bin" / "python"
    if not python.exists():
        venv.create(CACHE, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", *PACKAGES], check=True)
    return python


def invent(folder: Path, size: int, seed: int = SEED) -> None:
    """Two files with the columns that the rival reads; mentors stand some grades higher."""
    chance = random.Random(seed)
    for side, grades in (("mentor", (3, 7)), ("mentee", (1, 5))):
        with (folder / f"{side}s.csv").open("w", encoding="utf-8", newline="") as file:
            table = csv.writer(file)
            table.writerow(TITLES)
            for number in range(size):
                table.writerow(person(chance, side, number, grades))


def person(chance: random.Random, side: str, number: int, grades: tuple[int, int]) -> list[str]:
    organisation = f"organisation {chance.randrange(ORGANISATIONS)}"
    profession = f"profession {chance.randrange(PROFESSIONS)}"
    grade = str(chance.randint(*grades))
    return [side, str(number), f"{side}{number}", "role", organisation, grade, profession]


def read(folder: Path, side: str) -> list[dict[str, str]]:
    with (folder / f"{side}s.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def scores_of(mentees: list[dict[str, str]], mentors: list[dict[str, str]]) -> np.ndarray:
    """The rules of ``rival_run.py``; ``-inf`` where a rule disqualifies."""
    grade = column(mentors, "grade", int) - column(mentees, "grade", int)[:, None]
    same = {
        key: column(mentees, key, str)[:, None] == column(mentors, key, str)
        for key in ("organisation", "profession")
    }
    points = np.where(grade == 2, 9.0, 0) + np.where(grade == 1, 3, 0)
    points += np.where(same["profession"], 12, 1)
    return np.where(same["organisation"] | (grade <= 0) | (grade > 3), -np.inf, points)


def column(people: list[dict[str, str]], key: str, kind: type) -> np.ndarray:
    return np.array([kind(row[key]) for row in people])


def ours(folder: Path) -> tuple[tuple[float, float], Assignment, np.ndarray]:
    started, spent = time.perf_counter(), time.process_time()
    mentees, mentors = read(folder, "mentee"), read(folder, "mentor")
    scores = scores_of(mentees, mentors)
    found = assign(scores, np.full(len(mentors), PLACES), np.full(len(mentees), PLACES))
    times = time.perf_counter() - started, time.process_time() - spent
    return times, found, scores


def theirs(folder: Path, scores: np.ndarray) -> dict:
    # -P: a neighbor of the script has the name of the rival's package.
    answer = subprocess.run(
        [rival_python(), "-P", RUN, folder], check=True, capture_output=True, text=True
    )
    found = json.loads(answer.stdout)
    pairs = [(number(mentee), number(mentor)) for mentee, mentor in found["pairs"]]
    return {
        "seconds": found["seconds"],
        "spent": found["spent"],
        "mentees": len({mentee for mentee, _mentor in pairs}),
        "mentors": len({mentor for _mentee, mentor in pairs}),
        "total": float(sum(scores[pair] for pair in pairs)),
    }


def number(email: str) -> int:
    return int(email.removeprefix("mentee").removeprefix("mentor"))


def compare(size: int, seed: int) -> bool:
    """Both on the same files; whether the portal keeps its promises."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        invent(folder, size, seed)
        (seconds, spent), found, scores = ours(folder)
        rival = theirs(folder, scores)
    own = {
        "mentees": found.mentees_served,
        "mentors": found.mentors_served,
        "total": found.total_score,
        "seconds": seconds,
        "spent": spent,
    }
    show(size, "portal", own, f"proven {found.proven_optimal}")
    show(
        size,
        "mentor-match",
        rival,
        f"{rival['seconds'] / seconds:.0f} × slower "
        f"({rival['spent'] / spent:.0f} × of the processor)",
    )
    return _is_kept(own, rival)


def show(size: int, who: str, figures: dict, remark: str) -> None:
    print(
        f"{size:>5} {who:<13}{figures['mentees']:>5} mentees {figures['mentors']:>5} mentors "
        f"{figures['total']:>8.0f} points {figures['seconds']:>8.3f} s "
        f"({figures['spent']:.3f} s of the processor), {remark}",
        flush=True,
    )


def _is_kept(own: dict, rival: dict) -> bool:
    """Never fewer served, never a lower score at the same served."""
    served, theirs = ((each["mentees"], each["mentors"]) for each in (own, rival))
    return served > theirs or (served == theirs and own["total"] >= rival["total"])


def main() -> None:
    samples = (asked.split(":") for asked in sys.argv[1:] or SIZES)
    kept = [compare(int(size), int(*seed or [SEED])) for size, *seed in samples]
    print("never fewer served, never a lower score at the same served:", all(kept))


if __name__ == "__main__":
    main()
