from documents.kinds.base import Kind
from documents.kinds.contracts import addendum, interaction, notice

KINDS: tuple[Kind, ...] = (
    addendum.KIND,
    interaction.KIND,
    notice.REFUSAL,
    notice.CANCELLATION,
)
