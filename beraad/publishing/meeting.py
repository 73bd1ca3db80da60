"""Between laptops by a server: each adds what it wrote, and takes in what others did.

Whatever breaks off, whichever laptop was copied or put back from a copy, and whatever the clocks
say: another meeting mends it, and every register comes to the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from beraad.errors import Solvable
from beraad.privacy.dutch.lexicon import Lexicon
from beraad.publishing.crossing import require_read
from beraad.publishing.judging import take_over
from beraad.records import Event
from beraad.signals.chain import Chain, Tip
from beraad.signals.events import EventKind
from beraad.store.municipality.connecting import Forked
from beraad.store.municipality.place import Place
from beraad.store.municipality.server import AT_ONCE, Branch, Server
from beraad.store.register import Register
from beraad.store.register_lines import practice_since

_TIMES = 5
"""How often a laptop looks again when a copy of it was first; more copies never come at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """What a meeting came to.

    Attributes:
        sent: how many of our changes were new there.
        new: how many changes of others were new here.
        is_another: this laptop was a copy, or put back from one, and goes on as another.
        problems: what could not be handed on or taken in, each with a way out.
    """

    sent: int = 0
    new: int = 0
    is_another: bool = False
    problems: tuple[Solvable, ...] = ()

    @property
    def sentence(self) -> str:
        """What it came to, in words."""
        said = f"Samengevoegd: {_changes(self.new)} van anderen, {_changes(self.sent)} van ons"
        if self.is_another:
            said += ". Deze laptop was een kopie of is teruggezet; er is niets verloren"
        return said


def _changes(number: int) -> str:
    return "1 wijziging" if number == 1 else f"{number} wijzigingen"


def _nobody(done: int, total: int) -> None:
    del done, total


def meet(
    path: Path,
    place: Place,
    password: str | None,
    *,
    lexicon: Lexicon | None = None,
    tell: Callable[[int, int], None] = _nobody,
    unwanted: Callable[[], bool] = lambda: False,
) -> Met | None:
    """Hand on what this laptop wrote, and take in what others did.

    `tell` hears how many changes of others are taken in, of how many. None when it became
    `unwanted` first; what was taken in or handed on by then stays. Raises Solvable when the server
    or the register is not there, or something breaks off.
    """
    take_over(path)
    if practice_since(path) is not None:
        raise _for_practice()
    with Server.open(place, password) as server, Register.open(path) as register:
        meeting = _Meeting(server, register, lexicon)
        if unwanted():
            return None
        meeting.hand_on()
        if not meeting.take_in(tell, unwanted):
            return None
        return meeting.outcome


class _Meeting:
    """One laptop with one server."""

    def __init__(self, server: Server, register: Register, lexicon: Lexicon | None) -> None:
        self._server = server
        self._register = register
        self._lexicon = lexicon
        self._sent = self._new = 0
        self._is_another = False
        self._problems: list[Solvable] = []

    @property
    def outcome(self) -> Met:
        """What it came to."""
        return Met(
            sent=self._sent,
            new=self._new,
            is_another=self._is_another,
            problems=tuple(self._problems),
        )

    def hand_on(self) -> None:
        """Add what this laptop wrote and the server does not have yet."""
        for _ in range(_TIMES):
            unsent = self._know_ourselves()
            if unsent is None:
                continue  # Under another identity it looks again.
            if not unsent or not self._may_cross(unsent):
                return
            try:
                self._sent += self._server.send(unsent)
            except Forked:
                continue  # A copy of this laptop was there a moment before.
            self._empty_first_words(unsent)
            return
        self._problems.append(_too_many_copies())

    def take_in(self, tell: Callable[[int, int], None], unwanted: Callable[[], bool]) -> bool:
        """Take in what others wrote; False when it became unwanted on the way."""
        known = self._known_tips()
        total = self._server.count(known)
        done = 0
        if not total:
            return True
        for some in _together(self._sound(self._server.fetch(known), known)):
            tell(done, total)
            added = self._register.add(some, unwanted=unwanted)
            if added is None:
                return False
            self._new += added
            done += len(some)
        tell(total, total)
        return True

    def _know_ourselves(self) -> list[Event] | None:
        """What the server has to get of us, in order; None when we go on as another.

        When it knows more of this laptop than we do, or has it under another login, this is a copy:
        what it wrote before we did is taken in, and we go on under another identity.
        """
        identities = self._register.identities
        branches = self._server.branches(identities)
        here = self._register.tips()
        if all(_is_met(device, here, branches) for device in identities):
            return []
        known = {each.mark for each in self._register.own_events()}
        strange = [d for d, branch in branches.items() if branch.tip.mark not in {"", *known}]
        if strange:
            tips = self._known_tips()
            for some in _together(self._sound(self._server.fetch(tips, only=strange), tips)):
                self._register.add(some)
        unsent, apart = _parted(identities, branches, self._register.own_events())
        stranded = self._register.said_nowhere_else(apart)
        current = identities[-1]
        is_copy = current in strange or (current in branches and not branches[current].is_ours)
        if not (stranded or is_copy):
            return unsent
        self._register.go_on_as_another(stranded)
        self._is_another = True
        return None

    def _may_cross(self, unsent: list[Event]) -> bool:
        """Whether these may be handed on; why not is told at the end."""
        if not self._server.may_write:
            self._problems.append(_may_only_read(len(unsent)))
            return False
        try:
            require_read(self._register, unsent, self._lexicon)
        except Solvable as problem:
            self._problems.append(problem)
            return False
        return True

    def _empty_first_words(self, sent: Iterable[Event]) -> None:
        about = {each.entity for each in sent if each.kind == EventKind.STEP}
        marks = self._register.emptied_steps(about)
        if marks:
            self._server.empty(marks)

    def _known_tips(self) -> list[Tip]:
        return [tip for tip, _ in self._register.tips().values()]

    def _sound(self, events: Iterable[Event], known: Iterable[Tip]) -> Iterator[Event]:
        """The events that are what they say; of a laptop with one that is not, those before it."""
        chain = Chain(known)
        refused: set[str] = set()
        for each in events:
            if each.device in refused:
                continue
            why = chain.why_not(each)
            if not why and each.kind == EventKind.PRACTICE:
                why = "het komt uit een oefenregister"
            if why:
                refused.add(each.device)
                self._problems.append(_refused(each, why))
                continue
            yield each


def _is_met(
    device: str, here: Mapping[str, tuple[Tip, int]], branches: Mapping[str, Branch]
) -> bool:
    """Whether the server has of this laptop what we have, and has it of us."""
    if device not in here:
        return device not in branches
    tip, number = here[device]
    branch = branches.get(device)
    return branch is not None and branch.is_ours and branch.tip == tip and number == tip.seq


def _parted(
    identities: Iterable[str], branches: Mapping[str, Branch], own: Iterable[Event]
) -> tuple[list[Event], list[Event]]:
    """What follows on what the server has of us, and what has no place there any more."""
    by_device: dict[str, list[Event]] = defaultdict(list)
    for each in own:
        by_device[each.device].append(each)
    unsent, rest = list[Event](), list[Event]()
    for device in identities:
        rows = by_device[device]
        branch = branches.get(device, Branch(is_ours=True, tip=Tip(device, 0, "")))
        there = _until(branch.tip.mark, rows)
        apart = [each for each in rows if each.mark not in there]
        follows = _after(branch.tip.mark, apart) if branch.is_ours else []
        placed = there | {each.mark for each in follows}
        unsent += follows
        rest += (each for each in apart if each.mark not in placed)
    return unsent, rest


def _until(mark: str, rows: Iterable[Event]) -> set[str]:
    """The marks of the branch that ends with this one."""
    by_mark = {each.mark: each for each in rows}
    found: set[str] = set()
    while mark in by_mark:
        found.add(mark)
        mark = by_mark[mark].prev
    return found


def _after(mark: str, rows: Iterable[Event]) -> list[Event]:
    """The branch that goes on from this one; the first by mark where a copy wrote another."""
    following: dict[str, Event] = {}
    for each in sorted(rows, key=lambda each: each.mark, reverse=True):
        following[each.prev] = each
    found: list[Event] = []
    while mark in following:
        found.append(following[mark])
        mark = found[-1].mark
    return found


def _together(events: Iterable[Event]) -> Iterator[list[Event]]:
    """Some at a time."""
    some: list[Event] = []
    for each in events:
        some.append(each)
        if len(some) == AT_ONCE:
            yield some
            some = []
    if some:
        yield some


def _refused(found: Event, why: str) -> Solvable:
    return Solvable(
        f"Van laptop {found.device[:8]} is vanaf regel {found.seq} niets overgenomen: {why}.",
        kept="Wat die laptop eerder schreef en wat anderen schreven, is wel overgenomen.",
        way_out="Meld dit aan je beheerder, met het kenmerk van de laptop en de regel.",
    )


def _for_practice() -> Solvable:
    return Solvable(
        "Dit is een register om mee te oefenen. Het gaat niet naar de gemeente.",
        kept="Er is geen verbinding gemaakt.",
        way_out="Open de map met je eigen beraden.",
    )


def _may_only_read(number: int) -> Solvable:
    return Solvable(
        f"Deze login mag alleen lezen: {_changes(number)} van deze laptop niet doorgegeven.",
        kept="Ze staan in het register op deze laptop.",
        way_out="Vraag je beheerder om de rol beraad_antwoorden voor deze login.",
    )


def _too_many_copies() -> Solvable:
    return Solvable(
        "Er zijn kopieën van deze laptop die tegelijk samenvoegen.",
        kept="Wat je schreef staat in het register op deze laptop.",
        way_out="Probeer het over een minuut opnieuw.",
    )
