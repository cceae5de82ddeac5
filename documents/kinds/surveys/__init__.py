from documents.kinds.surveys import needs, pair

KINDS = (
    needs.MENTEE,
    needs.USEFUL,
    needs.MENTOR,
    pair.FEEDBACK,
    pair.SATISFACTION,
)
