from documents.kinds.base import Kind
from documents.kinds.contracts import addendum

KINDS: tuple[Kind, ...] = (addendum.KIND,)
