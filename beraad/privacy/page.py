"""A text laid ready for the finders."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from beraad.privacy.finds import Certainty, Find, FindKind
from beraad.privacy.folding import Folded, fold
from beraad.privacy.placeholders import BLANK, blank_own

_LOOK_BACK = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A text in its own and in its comparable form; our own replacements are blank in it.

    Attributes:
        year: the year from which "ten years ago" is counted.
    """

    original: str
    folded: Folded
    year: int

    @property
    def lower(self) -> str:
        """The comparable text without capitals: what most finders read."""
        return self.folded.lower

    @property
    def cased(self) -> str:
        """The comparable text with its capitals."""
        return self.folded.cased

    def before(self, place: int) -> str:
        """The last of what stands before a place, without capitals."""
        return self.lower[max(0, place - _LOOK_BACK) : place]

    def without(self, finds: Iterable[Find]) -> Page:
        """The page with these finds blank, so that nobody finds anything in them again."""
        pieces: list[str] = []
        end = 0
        for find in sorted(finds, key=lambda find: find.start):
            if find.end > end:
                start = max(find.start, end)
                pieces += [self.original[end:start], BLANK * (find.end - start)]
                end = find.end
        blanked = "".join([*pieces, self.original[end:]])
        return Page(original=self.original, folded=fold(blank_own(blanked)), year=self.year)

    def mark(  # noqa: PLR0913 - a find has this many sides
        self,
        kind: FindKind,
        start: int,
        end: int,
        *,
        key: str,
        certainty: Certainty,
        reason: str,
        suggestion: str,
        generalised: str = "",
        identity: str = "",
        tail: str = "",
        asks: bool = False,
    ) -> Find:
        """Return the find at `lower[start:end]`, in places of the original."""
        first, last = self.folded.span(start, end)
        return Find(
            kind=kind,
            start=first,
            end=last,
            text=self.original[first:last],
            key=key,
            identity=identity or key,
            certainty=certainty,
            reason=reason,
            suggestion=suggestion,
            generalised=generalised,
            tail=tail,
            asks=asks,
        )


def lay_out(text: str, year: int) -> Page:
    """Return a text as a page."""
    return Page(original=text, folded=fold(blank_own(text)), year=year)
