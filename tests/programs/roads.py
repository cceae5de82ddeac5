"""Makers of what hangs on a program's roadmap."""

from django.core.files.uploadedfile import SimpleUploadedFile

from programs.enums import StageCode
from programs.models import RoadmapItem, Stage
from tests.builders import make_program


def make_item(program=None, **fields):
    program = program or make_program()
    position = program.roadmap_items.count()
    defaults = {"title": "Провести встречу", "position": position}
    return RoadmapItem.objects.create(program=program, **defaults | fields)


def make_stage(program=None, **fields):
    defaults = {"number": 1, "code": StageCode.CONDITIONS, "title": "Подготовка условий"}
    return Stage.objects.create(program=program or make_program(), **defaults | fields)


def pdf(name="приказ.pdf", content=b"%PDF-1.7 order"):
    return SimpleUploadedFile(name, content)
