"""The floor: the texts of a full beraad through ReportLab, as paragraphs and nothing more."""

from __future__ import annotations

from io import BytesIO
from time import perf_counter
from xml.sax.saxutils import escape

from beraad.records.anatomy import addressed_texts
from tools.invented.full import full_session
from tools.speed.telling import tell

texts = [escape(text) for _, text in addressed_texts(full_session()) if text]


def _render() -> float:
    begun = perf_counter()
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    style = getSampleStyleSheet()["BodyText"]
    SimpleDocTemplate(BytesIO()).build([Paragraph(text, style) for text in texts])
    return (perf_counter() - begun) * 1000


tell({"first": _render(), "next": [_render() for _ in range(4)]})
