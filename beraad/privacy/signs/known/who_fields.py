"""What stands where a beraad asks who: there a participant's name is a name, also a small one.

In “Van wie” or in the “Wie” of an afspraak “wil” and “roos en dag” are people, whatever else these
words are. And nobody is told there by a bare placeholder of a trait.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.find import Find, FindKind
from beraad.privacy.signs.known.everyday import as_a_small_name, may_be_a_word
from beraad.privacy.signs.known.known_names import KnownNames
from beraad.privacy.signs.known.mentions import mentions
from beraad.privacy.signs.known.plain_words import stands_in_a_row
from beraad.privacy.signs.names.seed import Spot
from beraad.privacy.signs.names.tokens import tokens
from beraad.privacy.text.page import lay_out
from beraad.records import Session
from beraad.records.anatomy import addressed_texts

_ASKS_WHO: Mapping[str, frozenset[str]] = {
    "agreements": frozenset({"role"}),
    "clarifications": frozenset({"find_out_by"}),
    "conclusion": frozenset({"resident_hears_from"}),
    "considerations": frozenset({"needs_from"}),
    "earlier_agreements": frozenset({"role"}),
    "harms": frozenset({"who"}),
    "lesson": frozenset({"approved_by"}),
    "opening": frozenset({"first_reader"}),
    "reactions": frozenset({"role"}),
    "review": frozenset({"second_reader", "declared_by"}),
    "signal": frozenset({"recipient", "sender_role", "reports_back", "back_to", "contact"}),
    "stakeholders": frozenset({"name"}),
}
_SOMEBODY = "iemand"


def asking_who(session: Session) -> frozenset[str]:
    """Every text of this beraad that answers who."""
    return frozenset(
        text
        for address, text in addressed_texts(session)
        if text and address.field in _ASKS_WHO.get(address.section, ())
    )


@dataclass(frozen=True, slots=True)
class WhoFields:
    """The finds of texts that answer who.

    Attributes:
        texts: these texts.
    """

    texts: frozenset[str]

    def told(
        self, text: str, finds: Iterable[Find], known: KnownNames, lexicon: Lexicon
    ) -> tuple[Find, ...]:
        """The finds of a text, in which somebody stands for a word where it answers who."""
        if text not in self.texts:
            return tuple(finds)
        people = {(one.start, one.end): one for one in _people(text, known, lexicon)}
        kept = (one for one in finds if (one.start, one.end) not in people or not one.asks)
        return (*map(_told, kept), *people.values())


def _people(text: str, known: KnownNames, lexicon: Lexicon) -> Iterator[Find]:
    page = lay_out(text, known.year)
    words = tokens(page)
    places = {token.start: place for place, token in enumerate(words)}
    for find in mentions(page, known):
        if not may_be_a_word(find, lexicon) or not find.text.islower():
            continue
        place = places.get(find.start)
        if place is not None and stands_in_a_row(Spot(words, place, lexicon)):
            yield as_a_small_name(find, lexicon)


def _told(find: Find) -> Find:
    """The find, with general words where else a bare placeholder would tell who it is."""
    bare = find.kind is FindKind.DETAIL and find.asks and not (find.generalised or find.bound)
    return replace(find, generalised=_SOMEBODY) if bare else find
