from documents.kinds.orders import pairs

KINDS = (pairs.KIND,)
