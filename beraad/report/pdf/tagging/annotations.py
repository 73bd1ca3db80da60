"""What can be clicked or filled in on a page, and how it belongs to the text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from beraad.report.pdf.tagging.lettering import LETTERS, Lettering, embedded

_PRINTED: Final = 4
"""The flag that PDF/A asks of everything that lies on a page."""

_SEVERAL_LINES: Final = 1 << 12
"""The flag of a field in which Enter begins a new line."""

TICKED: Final = "Ja"
"""The state of a box that was ticked."""

_DRAWN: Final = f"/{LETTERS} 9.5 Tf 0.1 0.1 0.1 rg"
"""How a program draws what is typed."""


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


@dataclass(frozen=True, slots=True)
class Entry:
    """A place on a page that can be filled in, also by who cannot see it.

    Attributes:
        page: counted from 0.
        bounds: its left, bottom, right and top on the page, in points.
        name: what a program finds it by; no two in a file may have the same.
        label: what is asked there, as a voice says it.
        lines: how many lines of text are expected; 0 is a box to tick.
    """

    page: int
    bounds: tuple[float, float, float, float]
    name: str
    label: str
    lines: int


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
    _lay(pdf, link.page, made)
    return made


def fillable(pdf: Pdf, entries: Sequence[Entry], face: Lettering) -> list[Object]:
    """Lay fields on their pages, in this order, and make them one form."""
    resources = Dictionary(Font=Dictionary({f"/{LETTERS}": embedded(pdf, face)}))
    made: list[Object] = [pdf.make_indirect(_field(pdf, entry, resources)) for entry in entries]
    for entry, field in zip(entries, made, strict=True):
        _lay(pdf, entry.page, field)
    pdf.Root.AcroForm = Dictionary(Fields=Array(made), DR=resources, DA=String(_DRAWN))
    return made


def _field(pdf: Pdf, entry: Entry, resources: Dictionary) -> Dictionary:
    """One field with its own appearance: nobody has to draw it before it can be seen."""
    field = Dictionary(
        Type=Name.Annot,
        Subtype=Name.Widget,
        Rect=Array(entry.bounds),
        F=_PRINTED,
        T=String(entry.name),
        TU=String(entry.label),
        P=pdf.pages[entry.page].obj,
    )
    if entry.lines:
        field.FT = Name.Tx
        field.Ff = _SEVERAL_LINES if entry.lines > 1 else 0
        field.DA = String(_DRAWN)
        field.V = String("")
        empty = _picture(pdf, entry, b"/Tx BMC\nEMC", resources)
        field.AP = Dictionary(N=empty)
    else:
        field.FT = Name.Btn
        field.V = field.AS = Name.Off
        states = {f"/{TICKED}": _cross(entry), "/Off": b"q Q"}
        drawn = {state: _picture(pdf, entry, said) for state, said in states.items()}
        field.AP = Dictionary(N=Dictionary(drawn))
    return field


def _cross(entry: Entry) -> bytes:
    across, down = _size(entry)
    near, far_x, far_y = 2.0, across - 2.0, down - 2.0
    strokes = f"{near} {near} m {far_x:.2f} {far_y:.2f} l {near} {far_y:.2f} m {far_x:.2f} {near} l"
    return f"q 0.1 0.1 0.1 RG 1.4 w 1 J {strokes} S Q".encode()


def _picture(pdf: Pdf, entry: Entry, content: bytes, resources: Dictionary | None = None) -> Object:
    return pdf.make_indirect(
        Stream(
            pdf,
            content,
            Type=Name.XObject,
            Subtype=Name.Form,
            BBox=Array([0, 0, *_size(entry)]),
            Resources=resources or Dictionary(),
        )
    )


def _size(entry: Entry) -> tuple[float, float]:
    left, bottom, right, top = entry.bounds
    return right - left, top - bottom


def _lay(pdf: Pdf, page: int, note: Object) -> None:
    found = pdf.pages[page].obj
    found.Annots = Array([*found.get("/Annots", Array()), note])
