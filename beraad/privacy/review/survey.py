"""What the gate found in a beraad, grouped for the person who decides about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.find import Certainty, Find, FindKind
from beraad.privacy.instead.spoken import spoken_inside
from beraad.privacy.instead.undivided import undivided
from beraad.privacy.review.gate import Gate
from beraad.privacy.text.progress import GoesOn, always
from beraad.records import Decision, Session
from beraad.records.anatomy import Address


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a mention stands."""

    address: Address
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Everything a person decides about at once.

    Attributes:
        text: how it is written the first time.
        reason: why the surest of its mentions was found, in Dutch.
        certainty: of that same mention.
        suggestion: what stands there when nobody decides anything, as a document says it.
        generalised: what says the first mention more generally; empty when nothing does.
        replacement_in_force: what stands there now; None when it stays.
        decision: what a person decided; also when that was about the same person in full.
        everyday: most likely an ordinary word.
        bound: nothing but its general words can stand there, in each place other ones.
        rather_stays: every mention reads as a plain word; to leave them is what is proposed.
    """

    key: str
    kind: FindKind
    text: str
    reason: str
    certainty: Certainty
    places: tuple[Place, ...]
    suggestion: str
    generalised: str
    replacement_in_force: str | None
    decision: Decision | None
    everyday: bool = False
    bound: bool = False
    rather_stays: bool = False

    @property
    def mentions(self) -> int:
        """In how many places it stands."""
        return len(self.places)


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """All findings of a beraad, in the order in which they first appear.

    Attributes:
        findings: what is taken out, or stays by somebody's decision.
        open: what is only pointed out, and about which nobody decided yet.
    """

    findings: tuple[Finding, ...]
    open: tuple[Finding, ...] = ()


def survey(session: Session, lexicon: Lexicon | None = None, *, goes_on: GoesOn = always) -> Survey:
    """Return what may identify somebody in what goes out of this beraad.

    Raises Stopped when `goes_on` says no.
    """
    gate = Gate.of(session, lexicon, goes_on=goes_on)
    grouped: dict[str, list[tuple[Find, Place]]] = {}
    asked: dict[str, list[tuple[Find, Place]]] = {}
    for address, text in gate.passages:
        for one in gate.shown(text):
            place = Place(address=address, start=one.start, end=one.end)
            group = asked if gate.is_open(one) else grouped
            group.setdefault(one.key, []).append((one, place))
    return Survey(
        findings=tuple(_finding(gate, mentions) for mentions in grouped.values()),
        open=tuple(_finding(gate, mentions) for mentions in asked.values()),
    )


@dataclass(frozen=True, slots=True)
class Asides:
    """Asides of which nothing is left but what stands for what was taken out.

    Attributes:
        texts: how each would stand there.
        stay: a person decided that they do; otherwise they go as a whole.
    """

    texts: tuple[str, ...]
    stay: bool


def asides(
    session: Session, lexicon: Lexicon | None = None, *, counts: Callable[[Address], bool]
) -> Asides:
    """The asides at the addresses that count; fast once the beraad was read."""
    gate = Gate.of(session, lexicon)
    return Asides(gate.asides(counts), gate.asides_stay)


def _as_it_reads(replacement: str) -> str:
    """What stands there, in the words of the document itself."""
    return spoken_inside(undivided(replacement))


def _finding(gate: Gate, mentions: list[tuple[Find, Place]]) -> Finding:
    first = mentions[0][0]
    surest = max((found for found, _ in mentions), key=lambda found: found.certainty)
    return Finding(
        key=first.key,
        kind=first.kind,
        text=first.text,
        reason=surest.reason,
        certainty=surest.certainty,
        places=tuple(place for _, place in mentions),
        suggestion=_as_it_reads(gate.suggestions[first.key]),
        generalised=first.generalised,
        replacement_in_force=None if gate.stays(first) else _as_it_reads(gate.replacement(first)),
        decision=gate.decision(first),
        everyday=first.everyday,
        bound=first.bound,
        rather_stays=all(found.rather_stays for found, _ in mentions),
    )
