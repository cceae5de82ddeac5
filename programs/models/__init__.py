from programs.models.event import Event
from programs.models.job import Job
from programs.models.journal import AuditEvent
from programs.models.legal_act import LegalAct
from programs.models.media import Media
from programs.models.membership import Membership
from programs.models.organization import Organization
from programs.models.partner import Partner
from programs.models.program import Program
from programs.models.program_form import ProgramForm
from programs.models.roadmap import RoadmapFile, RoadmapItem, RoadmapSection
from programs.models.roadmap_upload import RoadmapUpload
from programs.models.stage import Stage

__all__ = [
    "AuditEvent",
    "Event",
    "Job",
    "LegalAct",
    "Media",
    "Membership",
    "Organization",
    "Partner",
    "Program",
    "ProgramForm",
    "RoadmapFile",
    "RoadmapItem",
    "RoadmapSection",
    "RoadmapUpload",
    "Stage",
]
