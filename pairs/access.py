"""Who may do what with a pair, where the school's role alone does not decide."""

from pairs.enums import ORDERED_STATUSES
from programs.enums import MANAGER_ROLES, STAFF_ROLES, SUPPORT_ROLES
from programs.querysets import held_by


def holds(user, program, roles):
    """One of ``roles`` in the organization of the program."""
    return any((program.organization_id, role) in held_by(user) for role in roles)


def is_staff(user, program):
    return holds(user, program, STAFF_ROLES)


def is_manager(user, program):
    return holds(user, program, MANAGER_ROLES)


def sees_support(user, program):
    """Records of psychological support, their days and their number: not for the director."""
    return holds(user, program, SUPPORT_ROLES)


def is_mentor(user, pair):
    return pair.mentor.person.user_id == user.pk and pair.status in ORDERED_STATUSES


def is_mentee(user, pair):
    people = (mentee.person for mentee in pair.mentees)
    return pair.status in ORDERED_STATUSES and any(one.user_id == user.pk for one in people)


def sees_notes(user, pair):
    """Notes are for the mentor and the staff, never for the mentee."""
    return is_mentor(user, pair) or reads_all(user, pair)


def reads_all(user, pair):
    """The school reads every answer, note and reason of choice.

    A colleague of the staff who is a side of the pair reads as that side, unless a manager.
    """
    outside = not (is_mentor(user, pair) or is_mentee(user, pair))
    return is_staff(user, pair.program) and (outside or is_manager(user, pair.program))


def writes_plan(user, pair):
    """The plan of a pair is written by its mentor and the managers, agreed by both sides."""
    return is_mentor(user, pair) or keeps_plan(user, pair)


def keeps_plan(user, pair):
    """Papers signed by hand and an unusual term are the curator's to confirm."""
    return pair.status in ORDERED_STATUSES and is_manager(user, pair.program)


def side_of(user, pair):
    """The person of ``user`` in the pair, on either side; None for everybody else."""
    people = [pair.mentor.person, *(mentee.person for mentee in pair.mentees)]
    own = (person for person in people if person.user_id == user.pk)
    return next(own, None) if pair.status in ORDERED_STATUSES else None
