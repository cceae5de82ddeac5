from documents.kinds.acts import (
    individual_plan,
    measures,
    memos,
    mentorship_plan,
    pair_programs,
    program,
    protocol,
    regulation,
    roadmap,
    selection_protocol,
)
from documents.kinds.base import Kind

KINDS: tuple[Kind, ...] = (
    protocol.KIND,
    selection_protocol.KIND,
    regulation.REGULATION,
    regulation.INCENTIVES,
    measures.YOUNG,
    roadmap.KIND,
    program.KIND,
    measures.NETWORK,
    mentorship_plan.KIND,
    memos.MENTOR,
    memos.MATERIALS,
    memos.MENTEE,
    pair_programs.PERSONAL,
    individual_plan.KIND,
    pair_programs.ROADMAP,
)
