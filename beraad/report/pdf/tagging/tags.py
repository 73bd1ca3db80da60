"""What a piece of content is, and where that stands in the whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from beraad.report.pdf.tagging.annotations import Entry, Link, Spot


@dataclass(frozen=True, slots=True, eq=False)
class Tag:
    """One element of the structure; two tags are the same only when they are one object.

    A tag may be drawn in pieces, also on several pages: all pieces belong to the one element.

    Attributes:
        kind: a standard structure type (ISO 32000-1, 14.8.4), such as "P" or "TH".
        parent: what it stands in; None for the root.
        scope: for a header cell: "Row" or "Column".
        rows: for a cell: how many rows it spans.
        numbering: for a list: "Disc", "Decimal" and so on.
        spoken: the text to read where what is drawn says less; empty when nothing differs.
        alternative: what a picture shows, in words.
        bounds: for a picture: its left, bottom, right and top on the page, in points.
    """

    kind: str
    parent: Tag | None = None
    scope: str = ""
    rows: int = 1
    numbering: str = ""
    spoken: str = ""
    alternative: str = ""
    bounds: tuple[float, float, float, float] | None = None

    def child(
        self,
        kind: str,
        *,
        scope: str = "",
        rows: int = 1,
        numbering: str = "",
        spoken: str = "",
        alternative: str = "",
        bounds: tuple[float, float, float, float] | None = None,
    ) -> Tag:
        """A new element inside this one."""
        return Tag(
            kind,
            self,
            scope=scope,
            rows=rows,
            numbering=numbering,
            spoken=spoken,
            alternative=alternative,
            bounds=bounds,
        )


@dataclass(frozen=True, slots=True)
class Mark:
    """A piece of content.

    Attributes:
        page: counted from 0.
        number: its number on that page (MCID).
    """

    page: int
    number: int


Kids: TypeAlias = Sequence[Tag | Mark | Link | Entry]


@dataclass(frozen=True, slots=True)
class Structure:
    """What was drawn.

    Attributes:
        kids: what stands in each tag, in reading order; the tag without parent comes first.
        spots: the places that links lead to, by name.
    """

    kids: Mapping[Tag, Kids]
    spots: Mapping[str, Spot]
