from documents.kinds.reports import apo, fsn, monitoring, pair_work, whole

KINDS = (
    apo.MENTEES,
    apo.MENTORS,
    pair_work.KIND,
    whole.CURATOR,
    monitoring.DECEMBER,
    monitoring.JUNE,
    whole.NOTE,
    fsn.KIND,
)
