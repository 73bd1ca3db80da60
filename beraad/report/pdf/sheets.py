"""The paper that forms are printed on."""

from __future__ import annotations

from collections.abc import Mapping
from math import sqrt

from beraad.report.forms.model import Sheet
from beraad.report.pdf.paper import A4, Paper

_A3 = sqrt(2)
PAPERS: Mapping[Sheet, Paper] = {
    Sheet.A4: Paper(width=A4.width, height=A4.height, side=50, top=46, bottom=56),
    Sheet.CARDS: Paper(width=A4.width, height=A4.height, side=36, top=18, bottom=18),
    Sheet.POSTER: Paper(width=A4.width, height=A4.height, side=38, top=40, bottom=50, scale=_A3),
    Sheet.BOARD: Paper(width=A4.height, height=A4.width, side=36, top=30, bottom=48, scale=_A3),
}
"""How each sheet is laid out."""

CUT = 36.0
"""Room for the scissors between two cards: twice the margin of their sheet."""
