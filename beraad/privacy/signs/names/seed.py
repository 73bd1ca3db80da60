"""Why a word is taken for a name, and the spot where that is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.find import Certainty
from beraad.privacy.signs.names.tokens import Token


class Seed(NamedTuple):
    """Why a word is taken for a name.

    Attributes:
        asks: a person is to decide, for this may well be an ordinary word.
        sign: the name of the function that saw it.
        learned: no rule saw it, so that it only asks, whatever stands around it.
    """

    reason: str
    certainty: Certainty = Certainty.LIKELY
    asks: bool = False
    sign: str = ""
    learned: bool = False


class Spot(NamedTuple):
    """One word among the others of its page."""

    words: Sequence[Token]
    place: int
    lexicon: Lexicon

    @property
    def token(self) -> Token:
        """The word itself."""
        return self.words[self.place]

    @property
    def core(self) -> str:
        """The word as it is compared."""
        return self.words[self.place].core

    @property
    def before(self) -> Token | None:
        """The word before this one, also in another sentence."""
        return self.words[self.place - 1] if self.place else None

    @property
    def after(self) -> Token | None:
        """The word behind this one, also in another sentence."""
        return self.words[self.place + 1] if self.place + 1 < len(self.words) else None

    @property
    def previous(self) -> str:
        """The word before this one as it is compared; empty at the beginning."""
        return self.words[self.place - 1].core if self.place else ""

    @property
    def following(self) -> str:
        """The word behind this one as it is compared; empty at the end."""
        return self.words[self.place + 1].core if self.place + 1 < len(self.words) else ""

    def at(self, place: int) -> Spot:
        """Another word of the same page."""
        return Spot(self.words, place, self.lexicon)


Sign: TypeAlias = Callable[[Spot], Seed | None]
"""Looks at one word, and tells why it is a name, or None."""


def all_seen(signs: Iterable[Sign], spot: Spot) -> Iterator[Seed]:
    """What every one of these signs sees here, in their order."""
    for sign in signs:
        if seed := sign(spot):
            yield seed._replace(sign=sign.__name__)
