from documents.kinds.surveys import choice_slip, needs, pair

KINDS = (
    needs.MENTEE,
    needs.USEFUL,
    needs.MENTOR,
    pair.FEEDBACK,
    pair.SATISFACTION,
    choice_slip.CHOICE_SLIP,
)
