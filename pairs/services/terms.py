"""The terms of a program: how long one waits for a pair, how long for an answer."""

from typing import Any

from django.db import transaction

from pairs.models import PairingRules
from programs.models import Program
from programs.services import journal


def terms_of(program: Program) -> PairingRules:
    """Its own, or the portal's; those are not stored until somebody changes them."""
    return PairingRules.objects.of_program(program).first() or PairingRules(program=program)


@transaction.atomic
def save_terms(*, rules: PairingRules, by: Any) -> PairingRules:
    rules.full_clean()
    rules.save()
    organization = rules.program.organization
    journal.record(by=by, action="rules.update", obj=rules, organization=organization)
    return rules
