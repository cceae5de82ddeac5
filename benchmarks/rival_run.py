"""Runs in the rival's own virtualenv: read two files, match in three rounds, print JSON.

Usage: ``python rival_run.py FOLDER`` with ``mentors.csv`` and ``mentees.csv`` inside.
"""

import json
import operator
import sys
import time
from pathlib import Path

from matching.mentee import Mentee
from matching.mentor import Mentor
from matching.process import create_participant_list_from_path, process_data
from matching.rules.rule import Disqualify, Equivalent, Grade, UnmatchedBonus

ROUNDS = 3
UNMATCHED_BONUS = 6


def rules():
    """The rules of ``matching.py``, said in the rival's words."""
    return [
        Disqualify(lambda match: match.mentor.organisation == match.mentee.organisation),
        Disqualify(lambda match: not 0 < match.mentor.grade - match.mentee.grade <= 3),
        Grade(2, operator.eq, {True: 9, False: 0}),
        Grade(1, operator.eq, {True: 3, False: 0}),
        Equivalent("profession", {True: 12, False: 1}),
        UnmatchedBonus(UNMATCHED_BONUS),
    ]


def main():
    folder = Path(sys.argv[1])
    started, spent = time.perf_counter(), time.process_time()
    mentors = create_participant_list_from_path(Mentor, folder)
    mentees = create_participant_list_from_path(Mentee, folder)
    mentors, mentees = process_data(mentors, mentees, [rules() for _round in range(ROUNDS)])
    seconds, spent = time.perf_counter() - started, time.process_time() - spent
    pairs = [[mentee.email, mentor.email] for mentee in mentees for mentor in mentee.mentors]
    print(json.dumps({"seconds": seconds, "spent": spent, "pairs": pairs}))


if __name__ == "__main__":
    main()
