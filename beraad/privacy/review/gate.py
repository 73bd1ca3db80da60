"""A beraad read as one document: what was found in it, and what stands there instead."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from beraad.privacy.dutch.lexicon import Lexicon, shipped
from beraad.privacy.find import Find
from beraad.privacy.finding.finding import find
from beraad.privacy.finding.outgoing import outgoing
from beraad.privacy.finding.overlap import settle
from beraad.privacy.finding.reading import Reading, asked_about, read
from beraad.privacy.instead.asides import empty_asides, said_once, without_empty_asides
from beraad.privacy.instead.owners import owned
from beraad.privacy.instead.replacing import put
from beraad.privacy.review.taken_out import without_telling
from beraad.privacy.signs.known.known_names import KnownNames
from beraad.privacy.text.progress import GoesOn, always
from beraad.records import Decision, Session, Verdict
from beraad.records.anatomy import Address

ASIDES = "asides"
"""The key of the one decision about all asides of which nothing is left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """Everything the gate knows about one beraad.

    Attributes:
        passages: every text that may go out, with its address.
        reading: what finders pointed at in these texts; the same whatever was decided.
        decisions: by key of a find: what a person decided, the last time; without a replacement
            that says what is taken out in another place.
        cautious: what nobody decided about yet is said more generally or taken out.
    """

    passages: tuple[tuple[Address, str], ...]
    reading: Reading
    decisions: Mapping[str, Decision]
    cautious: bool = False

    @classmethod
    def of(
        cls,
        session: Session,
        lexicon: Lexicon | None = None,
        *,
        cautious: bool = False,
        within: Session | None = None,
        goes_on: GoesOn = always,
    ) -> Gate:
        """Read a beraad; with the shipped lexicon unless another is given.

        A part of one is read `within` the whole, so that everybody has the same number in it.
        Raises Stopped when `goes_on` says no.
        """
        passages = _passages(session)
        around = () if within is None else _passages(within)
        texts = tuple(dict.fromkeys(text for _, text in (*around, *passages)))
        reading = read(asked_about(within or session, texts, lexicon or shipped(), goes_on))
        as_chosen = cls(
            passages=passages,
            reading=reading,
            decisions=_by_key(session.decisions),
            cautious=cautious,
        )
        told = without_telling(as_chosen, session.decisions)
        return replace(as_chosen, decisions=_by_key(told))

    @property
    def known(self) -> KnownNames:
        """The names and words of this beraad."""
        return self.reading.known

    @property
    def lexicon(self) -> Lexicon:
        """The words it was read with."""
        return self.reading.lexicon

    @property
    def found(self) -> Mapping[str, tuple[Find, ...]]:
        """By text: what finders pointed at in it; finds may overlap."""
        return self.reading.found

    @property
    def suggestions(self) -> Mapping[str, str]:
        """By key of a find: the replacement it has in this whole document."""
        return self.reading.suggestions

    def decision(self, found: Find) -> Decision | None:
        """What a person decided about this find; a doubtful mention follows the certain ones."""
        return self.decisions.get(found.key) or self.decisions.get(found.identity)

    def stays(self, found: Find) -> bool:
        """Whether this stays: a person decided so, or it only asks and nobody decided yet."""
        decision = self.decision(found)
        if decision is None:
            return found.asks and (found.everyday or not self.cautious)
        return decision.verdict is Verdict.KEEP

    def is_open(self, found: Find) -> bool:
        """Whether a person still has to decide about this."""
        return found.asks and self.decision(found) is None

    def undecided(self, counts: Callable[[Address], bool]) -> frozenset[str]:
        """The keys of what a person still has to decide about at the addresses that count."""
        return frozenset(
            one.key
            for address, text in self.passages
            if counts(address)
            for one in self.shown(text)
            if self.is_open(one)
        )

    def shown(self, text: str) -> Iterator[Find]:
        """What is found in a text, and what comes to the surface because something else stays."""
        visible = self.reading.visible[text]
        yield from visible
        if not any(self.stays(one) for one in visible):
            return
        places = {(one.key, one.start, one.end) for one in visible}
        for one in self.in_force(text):
            if (one.key, one.start, one.end) not in places:
                yield one

    def in_force(self, text: str) -> tuple[Find, ...]:
        """What is taken out of a text: everything that nobody decided to keep.

        A name inside something that stays, such as a web address, is still taken out.
        """
        return settle(text, (one for one in self.found[text] if not self.stays(one)))

    def pointed_out(self, text: str) -> tuple[Find, ...]:
        """What a person may still want to look at: all but what somebody decided to keep."""
        return settle(
            text, (one for one in self.found[text] if self.is_open(one) or not self.stays(one))
        )

    def replacement(self, found: Find) -> str:
        """What stands instead of a find: what a person chose, if it is safe, or the suggestion.

        What nobody decided about yet is rather said more generally, and a generalisation that was
        chosen for one mention takes the form that fits each other one.
        """
        decision = self.decision(found)
        if found.bound:
            return found.generalised
        if decision is None:
            chosen = found.generalised if found.asks else ""
        else:
            chosen = decision.replacement.strip()
        if chosen in self.reading.generalised.get(found.key, ()):
            # Where it would not read, nothing general is said.
            chosen = found.generalised
        safe = chosen and is_safe(chosen, self.known, self.lexicon)
        return chosen if safe else self.suggestions[found.key]

    def cleaned(self, text: str) -> str:
        """Return a text of this beraad as it may go out."""
        if not text:
            return text
        told = self._told(text)
        return said_once(told if self.asides_stay else without_empty_asides(told))

    @property
    def asides_stay(self) -> bool:
        """Whether a person decided that asides with nothing left in them stay as they are."""
        decision = self.decisions.get(ASIDES)
        return decision is not None and decision.verdict is Verdict.KEEP

    def asides(self, counts: Callable[[Address], bool]) -> tuple[str, ...]:
        """What has nothing left in it at the addresses that count, whether it stays or goes."""
        return tuple(
            said_once(aside)
            for address, text in self.passages
            if counts(address)
            for aside in empty_asides(self._told(text))
        )

    def _told(self, text: str) -> str:
        return owned(put(text, self.in_force(text), self.replacement))

    def removed(self, counts: Callable[[Address], bool]) -> int:
        """How many mentions are taken out at the addresses that count."""
        return sum(len(self.in_force(text)) for address, text in self.passages if counts(address))


def _passages(session: Session) -> tuple[tuple[Address, str], ...]:
    return tuple((address, text) for address, text in outgoing(session) if text)


def _by_key(decisions: tuple[Decision, ...]) -> Mapping[str, Decision]:
    return {decision.key: decision for decision in decisions}


def is_safe(replacement: str, known: KnownNames, lexicon: Lexicon | None = None) -> bool:
    """Whether a replacement does not identify anybody itself."""
    return all(found.asks for found in find(replacement, known, lexicon))
