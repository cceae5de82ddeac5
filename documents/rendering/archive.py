"""ZIP containers without the clock: the same contents always give the same bytes."""

from datetime import datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo


class SteadyZip(ZipFile):
    """Writes every part as if at ``made``; DOCX and XLSX writers would stamp the present."""

    def __init__(self, target: BytesIO, made: datetime) -> None:
        super().__init__(target, "w", ZIP_DEFLATED)
        self._moment = made.timetuple()[:6]

    def writestr(self, name, data, *_ignored):  # type: ignore[no-untyped-def]
        info = ZipInfo(name, self._moment)
        info.compress_type = ZIP_DEFLATED
        super().writestr(info, data)

    def write(self, filename, arcname=None, *_ignored):  # type: ignore[no-untyped-def]
        self.writestr(arcname or filename, Path(filename).read_bytes())


def repacked(data: bytes, made: datetime) -> bytes:
    target = BytesIO()
    with ZipFile(BytesIO(data)) as source, SteadyZip(target, made) as archive:
        for name in source.namelist():
            archive.writestr(name, source.read(name))
    return target.getvalue()
