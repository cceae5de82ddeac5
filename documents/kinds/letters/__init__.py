from documents.kinds.base import Kind
from documents.kinds.letters import award, contest, employer

KINDS: tuple[Kind, ...] = (employer.KIND, award.KIND, contest.KIND)
