from programs.models.job import Job
from programs.models.journal import AuditEvent
from programs.models.membership import Membership
from programs.models.organization import Organization
from programs.models.program import Program
from programs.models.roadmap import RoadmapFile, RoadmapItem, RoadmapSection
from programs.models.stage import Stage

__all__ = [
    "AuditEvent",
    "Job",
    "Membership",
    "Organization",
    "Program",
    "RoadmapFile",
    "RoadmapItem",
    "RoadmapSection",
    "Stage",
]
