from pairs.models.feedback import Feedback
from pairs.models.meeting import Meeting
from pairs.models.pair import Matching, Pair, PairMember

__all__ = ["Feedback", "Matching", "Meeting", "Pair", "PairMember"]
