from documents.kinds.acts import regulation, roadmap
from documents.kinds.base import Kind

KINDS: tuple[Kind, ...] = (regulation.REGULATION, regulation.INCENTIVES, roadmap.KIND)
