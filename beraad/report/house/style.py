"""The name, colours and logo of one municipality; without them a document looks like ours."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from beraad.report.theme import DEFAULT, Theme


class LogoKind(StrEnum):
    """A kind of picture, by its media type."""

    PNG = "image/png"
    JPEG = "image/jpeg"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Logo:
    """A picture with what it shows in words.

    Attributes:
        width: in pixels, as is `height`.
    """

    data: bytes
    kind: LogoKind
    width: int
    height: int
    alternative: str


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """How documents of one organisation look."""

    name: str = ""
    theme: Theme = DEFAULT
    logo: Logo | None = None

    def says(self, word: str) -> bool:
        """Whether the letterhead itself holds this word: then it may stand in the document."""
        alternative = self.logo.alternative if self.logo else ""
        return word.casefold() in f"{self.name} {alternative}".casefold()


OURS = House()
"""Where nobody chose another."""
