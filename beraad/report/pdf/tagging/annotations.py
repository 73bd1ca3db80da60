"""What can be clicked or filled in on a page, and how it belongs to the text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

_PRINTED: Final = 4
"""The flag that PDF/A asks of everything that lies on a page."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A height on a page; pages are counted from 0, points from the lower edge."""

    page: int
    height: float


@dataclass(frozen=True, slots=True)
class Link:
    """A place on a page that leads to another place in the same file.

    Attributes:
        page: counted from 0.
        bounds: its left, bottom, right and top on the page, in points.
        to: the name under which the other place was kept.
    """

    page: int
    bounds: tuple[float, float, float, float]
    to: str


def annotated(pdf: Pdf, link: Link, spots: Mapping[str, Spot]) -> Object:
    """Lay a link on its page. Raises KeyError when its place was never drawn."""
    spot = spots[link.to]
    target = pdf.pages[spot.page].obj
    made = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Link,
            Rect=Array(link.bounds),
            Border=Array([0, 0, 0]),
            F=_PRINTED,
            Contents=String(f"Naar {link.to}"),
            Dest=Array([target, Name.XYZ, None, spot.height, None]),
        )
    )
    page = pdf.pages[link.page].obj
    page.Annots = Array([*page.get("/Annots", Array()), made])
    return made
