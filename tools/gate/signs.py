"""What each sign finds on the labelled texts: `make signs`.

Of every sign: how many places that identify it touches, how many of these no other sign touches,
and how often it points at a place where nothing identifies.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from beraad.privacy.dutch.lexicon import Lexicon, shipped
from beraad.privacy.find import Find
from beraad.privacy.signs.names.listed_as import names_in_order, signatures
from beraad.privacy.signs.names.seed import Spot
from beraad.privacy.signs.names.seeding import seeds
from beraad.privacy.signs.names.speakers import speakers, timed_speakers
from beraad.privacy.signs.names.tokens import Token, tokens
from beraad.privacy.signs.places.addresses import addresses
from beraad.privacy.signs.places.forms import columns, form_fields
from beraad.privacy.signs.places.organisations import organisations
from beraad.privacy.signs.places.rows import rows
from beraad.privacy.signs.places.seated import seated
from beraad.privacy.signs.places.sites import lands, sure_addresses, workplaces
from beraad.privacy.signs.places.towns import listed
from beraad.privacy.signs.structured import FINDERS
from beraad.privacy.signs.structured.case_number import case_numbers
from beraad.privacy.signs.structured.life_date import life_dates
from beraad.privacy.signs.telling.ages import ages
from beraad.privacy.signs.telling.amounts import amounts
from beraad.privacy.signs.telling.details import details
from beraad.privacy.signs.unexplained import FINDERS as UNEXPLAINED
from beraad.privacy.signs.unexplained.long_numbers import numbers_of_somebody
from beraad.privacy.text.page import lay_out
from tools.gate.bench import labelled
from tools.gate.grammar import Marked
from tools.gate.noise import lower

_CORPUS = Path(__file__).parents[2] / "tests" / "privacy" / "corpus"
_YEAR = 2026


@dataclass(slots=True)
class _Tally:
    """What the signs saw, counted by name."""

    found: Counter[str] = field(default_factory=Counter[str])
    alone: Counter[str] = field(default_factory=Counter[str])
    needless: Counter[str] = field(default_factory=Counter[str])


def seen(text: str, lexicon: Lexicon) -> Iterator[tuple[str, int, int]]:
    """Yield every sign by name with the place that it sees, whatever other signs see."""
    page = lay_out(text, _YEAR)
    words = tokens(page)
    for place, token in enumerate(words):
        for one in seeds(Spot(words, place, lexicon)):
            yield one.sign, *page.folded.span(token.start, token.end)
    for finder, given in _finders(words, lexicon):
        for found in finder(page, *given):
            yield finder.__name__, found.start, found.end


def _finders(
    words: Sequence[Token], lexicon: Lexicon
) -> Iterator[tuple[Callable[..., Iterator[Find]], tuple[object, ...]]]:
    """Every finder that reads a page, with what it wants besides."""
    alone = (*FINDERS, case_numbers, life_dates, numbers_of_somebody, addresses)
    alone = (*alone, amounts, names_in_order)
    yield from ((finder, ()) for finder in (*alone, *UNEXPLAINED))
    yield from (
        (finder, (words, lexicon)) for finder in (organisations, listed, rows, lands, workplaces)
    )
    yield from (
        (finder, (lexicon,))
        for finder in (
            speakers,
            timed_speakers,
            signatures,
            seated,
            form_fields,
            columns,
            sure_addresses,
        )
    )
    yield from ((finder, (words,)) for finder in (ages, details))


def _count(marked: Marked, lexicon: Lexicon, tally: _Tally) -> None:
    by_span: defaultdict[int, set[str]] = defaultdict(set)
    for sign, start, end in seen(marked.text, lexicon):
        touched = [
            place
            for place, span in enumerate(marked.spans)
            if span.start < end and start < span.end
        ]
        for place in touched:
            by_span[place].add(sign)
        tally.needless[sign] += not touched
    for signs in by_span.values():
        tally.found.update(signs)
        if len(signs) == 1:
            tally.alone.update(signs)


def main() -> None:
    """Print a line for each sign, what earns most first."""
    lexicon, tally = shipped(), _Tally()
    for path in sorted(_CORPUS.rglob("*.jsonl")):
        for marked in labelled(path):
            _count(marked, lexicon, tally)
            _count(lower(marked), lexicon, tally)
    print(f"{'teken':32} {'raak':>6} {'alleen':>7} {'onnodig':>8}")
    for sign in sorted({*tally.found, *tally.needless}, key=lambda one: -tally.alone[one]):
        print(f"{sign:32} {tally.found[sign]:6} {tally.alone[sign]:7} {tally.needless[sign]:8}")


if __name__ == "__main__":
    main()
