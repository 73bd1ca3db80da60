"""Accessible PDF from a canvas that draws: PDF/UA-1 and PDF/A-2a in one file.

ReportLab's canvas draws but cannot say what it draws. Here every piece of content is marked while
it is drawn, on the canvas's public `addLiteral`; afterwards pikepdf adds what the marks mean.
Nothing here knows what is being written about; it can be lifted out as it is.

    root = Tag("Document")
    title = root.child("H1")
    marks = Marks(canvas)
    with marks.content(title):
        canvas.drawString(72, 700, "Verslag")
    with marks.artifact():
        canvas.line(72, 690, 500, 690)
    canvas.showPage()
    canvas.save()
    data = accessible(data, marks.structure(), About(title="Verslag", language="nl-NL", dated=day))

The caller draws everything inside a mark, embeds its fonts, uses no transparency, and gives
headings their levels in order. A link is drawn in a tag of kind "Link" and leads to a place that
`marks.spot` kept; one that leads nowhere becomes plain text. What can be filled in is a tag of
kind "Form" and nothing else; its frame is drawn as an artifact.
"""

from __future__ import annotations

from beraad.report.pdf.tagging.annotations import Entry, Link, Spot
from beraad.report.pdf.tagging.finish import About, accessible
from beraad.report.pdf.tagging.lettering import CODES, Lettering
from beraad.report.pdf.tagging.marks import Marks
from beraad.report.pdf.tagging.tags import Kids, Mark, Structure, Tag

__all__ = [
    "CODES",
    "About",
    "Entry",
    "Kids",
    "Lettering",
    "Link",
    "Mark",
    "Marks",
    "Spot",
    "Structure",
    "Tag",
    "accessible",
]
