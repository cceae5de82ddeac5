"""Reading what was once uploaded or rendered."""

import logging

from django.http import Http404

logger = logging.getLogger(__name__)


def open_stored(file):
    """Open a stored file for a download; one that the disk has lost is a 404 and a line in the log.

    Disks are restored from backups older than the database: that is no reason for a 500.
    """
    try:
        return file.open("rb")
    except FileNotFoundError as error:
        logger.error("A stored file is lost: %s", file.name)
        raise Http404("The file is lost.") from error
