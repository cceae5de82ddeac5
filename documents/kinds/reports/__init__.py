from documents.kinds.reports import monitoring

KINDS = (
    monitoring.DECEMBER,
    monitoring.JUNE,
)
