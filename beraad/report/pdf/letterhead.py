"""The name and the logo of a municipality, above the title on the first page."""

from __future__ import annotations

from dataclasses import dataclass

from typing_extensions import override

from beraad.report.house.style import House, Logo
from beraad.report.pdf import styles
from beraad.report.pdf.boxes import Box
from beraad.report.pdf.glyphs import printable
from beraad.report.pdf.pen import Pen, can_be_drawn
from beraad.report.pdf.stacks import Row, Stack
from beraad.report.pdf.tagging import Tag
from beraad.report.pdf.type import plain

_HIGH, _WIDE = 34.0, 150.0


@dataclass(frozen=True)
class LogoBox(Box):
    """A logo, drawn as large as it may be; a voice reads what it shows."""

    logo: Logo
    within: Tag

    @property
    def width(self) -> float:
        """How far it runs."""
        return self.logo.width * self._scale

    @property
    def _scale(self) -> float:
        return min(_HIGH / self.logo.height, _WIDE / self.logo.width)

    @override
    def measured(self) -> float:
        return self.logo.height * self._scale

    @override
    def split(self, room: float) -> None:
        return None

    @override
    def draw(self, pen: Pen, x: float, top: float) -> None:
        place = (x, top, (self.width, self.height))
        with pen.figure(self.within, printable(self.logo.alternative), place):
            pen.image(self.logo.data, place)


def letterhead(house: House, kicker: str, width: float, within: Tag) -> Box:
    """The name with the kicker under it at the left, the logo at the right."""
    cells: list[tuple[float, Box]] = []
    room = width
    if house.logo and can_be_drawn(house.logo.data):
        logo = LogoBox(house.logo, within)
        cells.append((width - logo.width, logo))
        room -= logo.width + 16
    words: list[Box] = []
    if house.name:
        words.append(plain(house.name, styles.LETTERHEAD, room, within.child("P")))
    if kicker:
        words.append(plain(kicker, styles.KICKER, room, within.child("P"), before=1))
    return Row(((0, Stack(tuple(words))), *cells), before=14)
