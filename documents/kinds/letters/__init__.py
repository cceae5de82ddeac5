from documents.kinds.base import Kind
from documents.kinds.letters import award, contest, employer, mentor_certificate

KINDS: tuple[Kind, ...] = (employer.KIND, award.KIND, contest.KIND, mentor_certificate.KIND)
