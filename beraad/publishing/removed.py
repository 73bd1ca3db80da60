"""What was taken out of a beraad, looked for in the words of a document that is about to go out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from beraad.errors import Solvable
from beraad.phases.place_labels import place_label
from beraad.phases.wording import LAYER_LABELS
from beraad.privacy.clean import (
    forbidden_words,
    leaks,
    left_elsewhere,
    mentions_removed,
    names_kept,
)
from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.finding.outgoing import stands_in
from beraad.privacy.review.gate import Gate
from beraad.records import Layer, Session
from beraad.report.blocks import Document
from beraad.report.compose import fixed_words
from beraad.report.plain import plain_text

_MOST_TOLD = 3
"""Places that are named in one message; there may be more."""


@dataclass(frozen=True, slots=True)
class Left:
    """A word that was taken out in one place and still stands in another.

    Attributes:
        places: where, in the words of the screen; empty when no text of the beraad has it there.
    """

    word: str
    places: tuple[str, ...]

    def __str__(self) -> str:
        where = ", ".join(self.places[:_MOST_TOLD])
        return f"“{self.word}” ({where})" if where else f"“{self.word}”"


class LeftBehind(Solvable):
    """Something still stands in a document that was taken out in another place.

    Attributes:
        left: every word of which that is so.
        words: those words.
    """

    def __init__(self, left: tuple[Left, ...], layer: Layer) -> None:
        self.left = left
        self.words = tuple(one.word for one in left)
        told = "; ".join(map(str, left[:_MOST_TOLD]))
        more = len(left) - _MOST_TOLD
        super().__init__(
            f"In het {LAYER_LABELS[layer]} staat nog iets dat op een andere plek is "
            f"weggehaald: {told}{f'; en nog {more}' if more > 0 else ''}.",
            kept="Er is niets geschreven.",
            way_out="Ga naar nalezen. Moet het overal weg, voeg het daar dan toe bij “nog een "
            "woord weghalen”. Mag het blijven, kies dan bij die vondst “Laten staan”.",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """What had to go from one beraad, for whoever checks that it is gone."""

    session: Session
    lexicon: Lexicon | None
    layer: Layer

    @property
    def words(self) -> tuple[str, ...]:
        """What must literally not be found in a finished file."""
        return forbidden_words(self.session, self.lexicon)

    @property
    def mentions(self) -> int:
        """At how many places of this layer something was taken out or said otherwise."""
        return mentions_removed(self.session, self.lexicon, counts=partial(stands_in, self.layer))

    @property
    def kept(self) -> tuple[str, ...]:
        """The names of people that somebody decided to leave in this layer."""
        return names_kept(self.session, self.lexicon, counts=partial(stands_in, self.layer))

    def left_in(self, document: Document) -> tuple[Left, ...]:
        """What still stands in the words of a document."""
        own = fixed_words(document)
        said = (
            (document.stem, own.stem),
            (document.title, own.title),
            (document.subject, own.subject),
            (plain_text(document), plain_text(own)),
        )
        found = dict.fromkeys(
            word
            for text, fixed in said
            for word in leaks(text, self.session, self.lexicon, own=fixed)
        )
        if not found:
            return ()
        places = dict.fromkeys(self._places())
        return tuple(
            Left(word, tuple(dict.fromkeys(where for one, where in places if one == word)))
            for word in found
        )

    def elsewhere_in(self, document: Document) -> tuple[str, ...]:
        """What went only where it pointed to somebody, and stands in this document besides."""
        return left_elsewhere(
            plain_text(document),
            self.session,
            self.lexicon,
            own=plain_text(fixed_words(document)),
            counts=partial(stands_in, self.layer),
        )

    def require_gone(self, document: Document) -> None:
        """Raise LeftBehind, with the words and where they stand, when something is still there."""
        if left := self.left_in(document):
            raise LeftBehind(left, self.layer)

    def _places(self) -> Iterator[tuple[str, str]]:
        """Every word that was taken out and still stands in a text, and which text that is."""
        gate = Gate.of(self.session, self.lexicon)
        for address, text in gate.passages:
            if stands_in(self.layer, address):
                for word in leaks(gate.cleaned(text), self.session, self.lexicon):
                    yield word, place_label(self.session, address)
