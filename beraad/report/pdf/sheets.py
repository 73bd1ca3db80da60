"""The paper that forms are printed on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from math import sqrt

from beraad.report.forms.model import Sheet
from beraad.report.pdf.paper import A4, Paper

_A3 = sqrt(2)
_HAND = Paper(width=A4.width, height=A4.height, side=50, top=46, bottom=52)
_WHOLE = Paper(width=A4.width, height=A4.height, side=50, top=46, bottom=56)
_BOARD = Paper(width=A4.height, height=A4.width, side=36, top=30, bottom=48, scale=_A3)
_CARDS = Paper(width=A4.width, height=A4.height, side=36, top=18, bottom=18)


def _smaller(paper: Paper, *scales: float) -> tuple[Paper, ...]:
    """The same sheet with ever more on it, in an ever smaller letter."""
    return tuple(
        replace(paper, width=paper.width / scale, height=paper.height / scale, scale=scale)
        for scale in scales
    )


PAPERS: Mapping[Sheet, tuple[Paper, ...]] = {
    Sheet.A4: _smaller(_WHOLE, 1, 0.95, 0.9),
    Sheet.HAND: _smaller(_HAND, 1, 0.93, 0.86, 0.83, 0.8, 0.77, 0.74),
    Sheet.CARDS: _smaller(_CARDS, 1, 0.96, 0.92, 0.88, 0.84, 0.8),
    Sheet.POSTER: (Paper(width=A4.width, height=A4.height, side=38, top=40, bottom=50, scale=_A3),),
    Sheet.SLIDE: (Paper(width=480, height=270, side=34, top=26, bottom=30, scale=2),),
    Sheet.BOARD: (_BOARD,),
    Sheet.MAP: tuple(
        replace(each, scale=_A3 * each.scale)
        for each in _smaller(_BOARD, 1, 0.95, 0.9, 0.85, 0.8, 0.76, 0.72)
    ),
}
"""How each sheet may be laid out, the largest letter first; what takes the fewest pages is used."""

CUT = 36.0
"""Room for the scissors between two cards: twice the margin of their sheet."""
