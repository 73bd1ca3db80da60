"""What in a text may identify somebody."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

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
from beraad.privacy.places.towns import listed
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
    pages = {text: lay_out(text, known.year) for text in texts}
    sure = {text: sure_finds(text, known) for text in pages}
    rests = {text: page.without(sure[text]) for text, page in pages.items()}
    named = {text: settle(text, _named(page, lexicon)) for text, page in rests.items()}
    heard = Heard.of((find for finds in named.values() for find in finds), lexicon)
    return {
        text: (
            *sure[text],
            *(heard.settled(find) for find in named[text]),
            *echoes(rest.without(find for find in named[text] if not find.asks), heard, lexicon),
            *telling(rest),
        )
        for text, rest in rests.items()
    }


def _named(page: Page, lexicon: Lexicon) -> Iterator[Find]:
    yield from case_numbers(page)
    yield from life_dates(page)
    yield from addresses(page)
    yield from organisations(page)
    words = tokens(page)
    yield from listed(page, words, lexicon)
    yield from names(page, words, lexicon)
