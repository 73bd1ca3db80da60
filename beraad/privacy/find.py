"""What in a text may identify somebody."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from beraad.privacy.finds import Find
from beraad.privacy.known import KnownNames
from beraad.privacy.lexicon import Lexicon, shipped
from beraad.privacy.names.everywhere import Heard, echoes
from beraad.privacy.names.people import names
from beraad.privacy.names.tokens import tokens
from beraad.privacy.overlap import settle
from beraad.privacy.page import Page, lay_out
from beraad.privacy.places.addresses import addresses
from beraad.privacy.places.organisations import organisations
from beraad.privacy.places.towns import towns
from beraad.privacy.structured.case_number import case_numbers
from beraad.privacy.structured.life_date import life_dates
from beraad.privacy.sure import sure_finds
from beraad.privacy.telling import telling


def find(text: str, known: KnownNames, lexicon: Lexicon | None = None) -> tuple[Find, ...]:
    """Return what may identify somebody, in order and without overlap.

    Each find is exact (`text[find.start:find.end] == find.text`) and cuts no grapheme. The time
    taken is linear in the length of the text.
    """
    return settle(text, candidates([text], known, lexicon)[text])


def candidates(
    texts: Iterable[str], known: KnownNames, lexicon: Lexicon | None = None
) -> Mapping[str, tuple[Find, ...]]:
    """Return by text what every finder points at; finds may overlap.

    The texts are one document: what is a name in one of them is a name in all. Known names and
    numbers are read first, the rest only in what these leave.
    """
    lexicon = lexicon or shipped()
    readings = {text: read(text, known, lexicon) for text in texts}
    heard = heard_in(readings.values(), lexicon)
    return {text: reading.among(heard, lexicon) for text, reading in readings.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One text, read by itself: whatever is found in it before the other texts are known.

    Attributes:
        sure: known names and numbers.
        rest: what these leave to be read.
        named: names and places in the rest, in order and without overlap.
        told: what may tell who is meant; it only asks.
    """

    sure: tuple[Find, ...]
    rest: Page
    named: tuple[Find, ...]
    told: tuple[Find, ...]

    def among(self, heard: Heard, lexicon: Lexicon) -> tuple[Find, ...]:
        """What every finder points at in a document in which these names were heard."""
        left = self.rest.without(find for find in self.named if not find.asks)
        return (
            *self.sure,
            *(heard.settled(find) for find in self.named),
            *echoes(left, heard, lexicon),
            *self.told,
        )


def read(text: str, known: KnownNames, lexicon: Lexicon) -> Reading:
    """Read one text by itself."""
    sure = sure_finds(text, known)
    rest = lay_out(text, known.year).without(sure)
    return Reading(
        sure=sure,
        rest=rest,
        named=settle(text, _named(rest, lexicon)),
        told=tuple(telling(rest)),
    )


def heard_in(readings: Iterable[Reading], lexicon: Lexicon) -> Heard:
    """The names of the document that these texts are together."""
    return Heard.of((find for reading in readings for find in reading.named), lexicon)


def _named(page: Page, lexicon: Lexicon) -> Iterator[Find]:
    yield from case_numbers(page)
    yield from life_dates(page)
    yield from addresses(page)
    yield from organisations(page)
    words = tokens(page)
    yield from towns(page, words, lexicon)
    yield from names(page, words, lexicon)
