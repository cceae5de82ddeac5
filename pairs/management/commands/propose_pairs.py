from django.db import transaction

from mentoring_portal.shared.commands import PortalCommand
from pairs.services import matching
from pairs.services.pair import accept_all
from participants.enums import ParticipantStatus
from participants.models import Mentee, Mentor
from participants.services.enrollment import approve
from programs.services.program import program_by_id


class Command(PortalCommand):
    help = (
        "Подобрать пары для людей реестра и кандидатов. Без --apply ничего не записывается; "
        "с --apply кандидаты из найденных пар утверждаются в реестр, пары записываются "
        "и сразу принимаются, чтобы за ними следовал приказ (issue_document)."
    )

    def add_arguments(self, parser):
        parser.add_argument("--program", type=int, required=True, help="номер программы")
        parser.add_argument(
            "--apply", action="store_true", help="записать предложенные пары и принять их"
        )

        parser.add_argument("--registry-only", action="store_true", help="не предлагать кандидатов")

    def run(self, *, program, apply, registry_only, **options):
        found = program_by_id(program)
        result = matching.compute(program=found, with_candidates=not registry_only)
        if apply:
            _apply(found, result)
        return _summary(result)

    def words(self, answer):
        lines = [
            "{} – {}: {}".format(
                ", ".join(pair["mentors"]), ", ".join(pair["mentees"]), pair["score"]
            )
            for pair in answer["proposals"]
        ]
        left = [f"{row['person']}: {'; '.join(row['reasons'])}" for row in answer["unmatched"]]
        return "\n".join([*lines, f"Без пары: {len(left)}", *left])


@transaction.atomic
def _apply(program, result):
    people = result.proposed_people
    candidates = [row for row in people if row.status == ParticipantStatus.CANDIDATE]
    for base in (Mentor, Mentee):
        approve(participants=[row for row in candidates if isinstance(row, base)], by=None)
    matching.store(program=program, result=result, by=None)
    accept_all(program=program, by=None)


def _summary(result):
    return {
        "proposals": [_proposal(result, group) for group in result.groups],
        "unmatched": [_left(left, row) for left, row in result.unmatched],
        "objective": result.answer.objective,
        "proven_optimal": result.answer.proven_optimal,
        "seconds": result.answer.seconds,
    }


def _proposal(result, group):
    """One future pair or group; ``score`` adds up its mentees, so all together are objective."""
    mentees = [result.facts.mentees[proposal.mentee_id] for proposal in group.proposals]
    return {
        "mentors": [group.mentor.person.full_name],
        "mentees": [mentee.person.full_name for mentee in mentees],
        "mentor_ids": [group.mentor.pk],
        "mentee_ids": [mentee.pk for mentee in mentees],
        "form": group.form,
        "score": group.score,
        "reasons": [text for part in group.proposals for text in _reasons(result, group, part)],
    }


def _reasons(result, group, part):
    """In a group each reason says whom it is about."""
    name = result.facts.mentees[part.mentee_id].person.short_name
    prefix = f"{name}: " if len(group.proposals) > 1 else ""
    return [f"{prefix}{reason.text}" for reason in part.reasons]


def _left(left, row):
    return {
        "side": left.side,
        "person": row.person.full_name,
        "id": row.pk,
        "reasons": list(left.reasons),
    }
