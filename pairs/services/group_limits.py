"""How many mentees a group may have: the school's own rule, or the portal's."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from mentoring_portal.shared.plurals import counted
from pairs.models import Pair, PairingRules
from programs.enums import MentoringKind
from programs.models import Program
from programs.services import journal

WHO = ("наставляемый", "наставляемых", "наставляемых")


@dataclass(frozen=True)
class GroupLimits:
    least: int
    most: int

    def warning(self, pair: Pair) -> str:
        """What is wrong with the size of a group; empty for a pair."""
        size = len(pair.mentees)
        if pair.kind != MentoringKind.GROUP:
            return ""
        if size < self.least:
            return f"В группе {counted(size, *WHO)}, наименьшая группа – {self.least}."
        if size > self.most:
            return f"В группе {counted(size, *WHO)}, наибольшая группа – {self.most}."
        return ""

    def ensure(self, size: int) -> None:
        if size > self.most:
            raise ValidationError(
                f"Наибольшая группа – {counted(self.most, *WHO)}: здесь было бы {size}. "
                "Выберите другого наставника или измените правила подбора."
            )

    def ensure_in_draft(self, size: int) -> None:
        """The rule of the solver: the draft gives a mentor one group's worth, of all forms."""
        if size > self.most:
            raise ValidationError(
                f"Наибольшая группа – {counted(self.most, *WHO)}, и больше черновик одному "
                f"наставнику не даёт, в том числе по разным формам: здесь было бы {size}. "
                "Выберите другого наставника или измените правила подбора."
            )


def limits_of(program: Program) -> GroupLimits:
    rules = PairingRules.objects.of_program(program).first() or PairingRules()
    return GroupLimits(rules.group_least, rules.group_most)


@transaction.atomic
def save_limits(*, rules: PairingRules, by: Any) -> PairingRules:
    rules.full_clean()
    rules.save()
    journal.record(by=by, action="rules.update", obj=rules, organization=rules.program.organization)
    return rules
