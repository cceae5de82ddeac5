from documents.kinds.acts import protocol, regulation, roadmap
from documents.kinds.base import Kind

KINDS: tuple[Kind, ...] = (
    protocol.KIND,
    regulation.REGULATION,
    regulation.INCENTIVES,
    roadmap.KIND,
)
