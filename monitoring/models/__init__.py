from monitoring.models.headcount import Headcount
from monitoring.models.report import Report

__all__ = ["Headcount", "Report"]
