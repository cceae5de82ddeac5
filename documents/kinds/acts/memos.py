"""Memos for both sides and materials of the meetings: papers that may be published."""

from documents.domain.blocks import Block
from documents.domain.workbook import parse_workbook
from documents.enums import DocumentKind, PaperType
from documents.kinds.acts.act import RETURN, act
from documents.kinds.base import Field, Kind
from programs.enums import StageCode

TEXT = Field(
    "body",
    "Текст",
    "Раздел – со знака «#», пункт – с новой строки, перечисление – с дефиса, абзац без номера – "
    f"со знака «>», вопрос со строками для ответа – со знака «?». {RETURN}",
    rows=30,
    required=False,
    worded=True,
)


def body(document, content) -> tuple[Block, ...]:
    return parse_workbook(content["body"])


def memo(code: DocumentKind, stage: str) -> Kind:
    return act(code, type=PaperType.MEMO, stage=stage, body=body, fields=(TEXT,))


MENTOR = memo(DocumentKind.MEMO_MENTOR, StageCode.SELECTION_TRAINING)
MENTEE = memo(DocumentKind.MEMO_MENTEE, StageCode.PAIRING)
MATERIALS = memo(DocumentKind.METHOD_MATERIALS, StageCode.SELECTION_TRAINING)
