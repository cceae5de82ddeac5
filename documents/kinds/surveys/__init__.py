from documents.kinds.base import Kind

KINDS: tuple[Kind, ...] = ()
