from pairs.models.choice import Choice
from pairs.models.encounter import Encounter
from pairs.models.feedback import Feedback
from pairs.models.matching import Matching
from pairs.models.meeting import Meeting
from pairs.models.pair import Pair, PairMember
from pairs.models.pairing import ForbiddenPair, PairingRules, Weighting
from pairs.models.plan import Plan, PlanAgreement, PlanTask
from pairs.models.reminder import Reminder
from pairs.models.support_record import SupportRecord
from pairs.models.verdict import Verdict

__all__ = [
    "Choice",
    "Encounter",
    "Feedback",
    "ForbiddenPair",
    "Matching",
    "Meeting",
    "Pair",
    "PairMember",
    "PairingRules",
    "Plan",
    "PlanAgreement",
    "PlanTask",
    "Reminder",
    "SupportRecord",
    "Verdict",
    "Weighting",
]
