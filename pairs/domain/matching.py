"""The distribution of mentees among mentors by numbers alone: needs numpy and scipy, no Django.

What the numbers are made of, and the answer in words, is in ``pairs.domain.proposals``.
"""

from pairs.domain.assignment import Assignment, Left, assign
from pairs.domain.replacement import Change, Replacement, replace
from pairs.domain.second_best import SecondBest, second_best

__all__ = [
    "Assignment",
    "Change",
    "Left",
    "Replacement",
    "SecondBest",
    "assign",
    "replace",
    "second_best",
]
