"""QR codes: the only module that knows segno."""

from io import BytesIO

import segno


def qr_svg(text: str) -> bytes:
    """Black on white with the quiet zone that cameras need; no style attributes in it."""
    image = BytesIO()
    code = segno.make(text, error="m", micro=False)
    code.save(image, kind="svg", scale=8, border=4, light="#fff", omitsize=True)
    return image.getvalue()


def qr_inline(text: str, title: str) -> str:
    """The drawing to stand inside a page: ``title`` is what a screen reader says."""
    code = segno.make(text, error="m", micro=False)
    return code.svg_inline(title=title, border=0, omitsize=True, svgclass=None, lineclass=None)


def qr_png(text: str) -> bytes:
    image = BytesIO()
    segno.make(text, error="m", micro=False).save(image, kind="png", scale=8, border=0)
    return image.getvalue()
