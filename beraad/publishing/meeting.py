"""Between laptops by a server: each adds what it wrote, and takes in what others did.

Whatever breaks off, whichever laptop was copied or put back from a copy, and whatever the clocks
say: another meeting mends it, and every register comes to the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from pathlib import Path

from beraad.errors import Solvable
from beraad.phases.numbers import counted
from beraad.privacy.dutch.lexicon import Lexicon
from beraad.publishing.crossing import require_read
from beraad.publishing.erasing import followed
from beraad.publishing.judging import take_over
from beraad.records import Event, Id, RegisteredSignal
from beraad.signals.chain import Chain, Tip
from beraad.signals.events import LESSON, EventKind
from beraad.store.copies.emptying import gone_from
from beraad.store.municipality.connecting import Forked, while_wanted
from beraad.store.municipality.place import Place
from beraad.store.municipality.server import AT_ONCE, Branch, Server
from beraad.store.register import Register
from beraad.store.register_lines import practice_since

_TIMES = 5
"""How often a laptop looks again when a copy of it was first; more copies never come at once."""


_PATIENCE = 20.0
"""Seconds to wait for a window that keeps something in the register, or meets at the same time."""


_SET_ASIDE = (
    "De beheerder zette regels van deze laptop opzij. Hij gaat verder onder een nieuw kenmerk en "
    "brengt opnieuw wat hier staat"
)
_ANOTHER_LOGIN = (
    "De server neemt van deze login niets meer aan onder het oude kenmerk van deze laptop. Hij "
    "gaat verder onder een nieuw kenmerk; wat hier staat, gaat mee"
)
_COPIED = (
    "Deze laptop was een kopie of is teruggezet, en gaat verder onder een nieuw kenmerk. Wat hier "
    "staat en wat ooit is doorgegeven, is er. Wat vóór het terugzetten nog niet was doorgegeven, "
    "kan weg zijn: Beraad kan dat niet zien. Mis je iets, kijk dan in de reservekopieën"
)


class Part(StrEnum):
    """A part of a meeting, as one says that it is done."""

    READ = "nagelezen"
    SENT = "doorgegeven"
    TAKEN_IN = "overgenomen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """What a meeting came to.

    Attributes:
        sent: how many of our changes were new there.
        new: how many changes of others were new here.
        erased: how many signals somebody else erased.
        is_another: this laptop was a copy, or put back from one, and goes on as another.
        another_login: it goes on as another because what it wrote belongs to another login.
        set_aside: it goes on as another because lines of it were set aside there.
        problems: what could not be handed on or taken in, each with a way out.
    """

    sent: int = 0
    new: int = 0
    erased: int = 0
    is_another: bool = False
    another_login: bool = False
    set_aside: bool = False
    problems: tuple[Solvable, ...] = ()

    @property
    def sentence(self) -> str:
        """What it came to, in words."""
        wiped = f" (met {counted(self.erased, 'gewist signaal', 'gewiste signalen')})"
        theirs = f"{_changes(self.new)} van anderen{wiped if self.erased else ''}"
        said = f"Samengevoegd: {theirs}, {_changes(self.sent)} van ons"
        if self.set_aside:
            return f"{said}. {_SET_ASIDE}"
        if self.another_login:
            return f"{said}. {_ANOTHER_LOGIN}"
        return f"{said}. {_COPIED}" if self.is_another else said


def _changes(number: int) -> str:
    return counted(number, "wijziging", "wijzigingen")


def _nobody(part: Part, done: int, total: int) -> None:
    del part, done, total


def meet(
    path: Path,
    place: Place,
    password: str | None,
    *,
    lexicon: Lexicon | None = None,
    tell: Callable[[Part, int, int], None] = _nobody,
    unwanted: Callable[[], bool] = lambda: False,
) -> Met | None:
    """Hand on what this laptop wrote, and take in what others did.

    The register is held only while something is read from it or written in it, never while the
    server is waited for. `tell` hears how far each part is, of how much. None when it became
    `unwanted` first; what was handed on or taken in by then stays, and of what was on its way to
    the server nothing. What others erased goes out of the backups here as well, also when something
    breaks off after it was taken in. Raises Solvable when the server or the register is not there,
    or something breaks off.
    """
    take_over(path)
    if practice_since(path) is not None:
        raise _for_practice()
    before = gone_from(path)
    problem: Solvable | None = None
    met: Met | None = None
    try:
        with while_wanted(unwanted), Server.open(place, password, unwanted=unwanted) as server:
            meeting = _Meeting(server, path, lexicon, tell, unwanted)
            if server.may_write:
                server.wipe_again()
            met_all = meeting.hand_on() and meeting.take_in() and meeting.hand_on_erasing()
            if met_all and meeting.take_back_words():
                met = meeting.outcome
    finally:
        problem = followed(path, before)
    return replace(met, problems=(*met.problems, problem)) if met and problem else met


class _Meeting:
    """One laptop with one server."""

    def __init__(
        self,
        server: Server,
        path: Path,
        lexicon: Lexicon | None,
        tell: Callable[[Part, int, int], None],
        unwanted: Callable[[], bool],
    ) -> None:
        self._server = server
        self._path = path
        self._lexicon = lexicon
        self._tell = tell
        self._unwanted = unwanted
        self._known: list[Tip] = []
        self._lacking: tuple[str, ...] = ()
        self._sent = self._new = 0
        self._erased: set[Id] = set()
        self._follows_erasing = False
        self._is_another = self._another_login = self._set_aside = False
        self._problems: list[Solvable] = []
        self._refused: dict[str, tuple[Event, str]] = {}

    @property
    def outcome(self) -> Met:
        """What it came to."""
        return Met(
            sent=self._sent,
            new=self._new,
            erased=len(self._erased),
            is_another=self._is_another,
            another_login=self._another_login,
            set_aside=self._set_aside,
            problems=(*self._problems, *_refused(self._refused.values())),
        )

    def hand_on(self) -> bool:
        """Add what this laptop wrote and the server lacks; False when it became unwanted."""
        for _ in range(_TIMES):
            if self._unwanted():
                return False
            unsent = self._know_ourselves()
            if unsent is None:
                continue  # Under another identity it looks again.
            if not unsent or not self._may_cross(unsent):
                return not self._unwanted()
            try:
                sent = self._server.send(
                    unsent, tell=partial(self._tell, Part.SENT), unwanted=self._unwanted
                )
            except Forked:
                continue  # A copy of this laptop was there a moment before.
            if sent is None:
                return False
            self._sent += sent
            self._empty_first_words(unsent)
            return True
        self._problems.append(_too_many_copies())
        return True

    def take_in(self) -> bool:
        """Take in what others did; False when it became unwanted on the way."""
        total = self._server.count(self._known)
        done = 0
        if not total:
            return True
        for some in _together(self._sound(self._server.fetch(self._known), self._known)):
            self._tell(Part.TAKEN_IN, done, total)
            if not self._add(some, self._unwanted):
                return False
            done += len(some)
        self._tell(Part.TAKEN_IN, total, total)
        return True

    def hand_on_erasing(self) -> bool:
        """Hand on what was erased here because of what came; False when it became unwanted."""
        return self.hand_on() if self._follows_erasing and not self._problems else True

    def take_back_words(self) -> bool:
        """Take in words that are gone here and stand there again; False when it became unwanted."""
        marks, words = self._lacking, dict[str, str]()
        for begin in range(0, len(marks), AT_ONCE):
            if self._unwanted():
                return False
            words |= self._server.words_of(marks[begin : begin + AT_ONCE])
        if words:
            with self._register() as register:
                self._new += register.give_back(words)
        return not self._unwanted()

    def _add(self, events: list[Event], unwanted: Callable[[], bool] = lambda: False) -> bool:
        """Keep what came, and count what that changes here; False when it became unwanted."""
        came = {each.entity for each in events if each.kind == EventKind.ERASED}
        with self._register() as register:
            gone = came - register.erased_among(came) if came else came
            added = register.add(events, unwanted=unwanted)
        if added is None:
            return False
        self._new += added
        self._follows_erasing |= bool(came)
        self._erased |= {each for each in gone if not each.startswith(LESSON)}
        return True

    def _register(self) -> Register:
        return Register.open(self._path, patience=_PATIENCE, may_be_behind=True)

    def _know_ourselves(self) -> list[Event] | None:
        """What the server has to get of us, in order; None when we go on as another.

        When it knows more of this laptop than we do, this is a copy: what it wrote before we did is
        taken in, and we go on under another identity. So we do when it has us under another login.
        """
        with self._register() as register:
            identities, here = register.identities, register.tips()
            self._lacking = register.lacking_words()
        self._known = [tip for tip, _ in here.values()]
        branches = self._server.branches(identities)
        if not self._server.may_write:  # It hands on nothing, so that nobody need be another.
            branches = {each: there._replace(is_ours=True) for each, there in branches.items()}
        if all(_is_met(device, here, branches) for device in identities):
            return []
        with self._register() as register:
            known = {each.mark for each in register.own_events()}
            strange = {d for d, branch in branches.items() if branch.tip.mark not in {"", *known}}
            if not strange:
                return self._placed(register, identities, branches, strange)
        fetched = self._server.fetch(self._known, only=strange)
        self._add(list(self._sound(fetched, self._known)))
        with self._register() as register:
            self._known = [tip for tip, _ in register.tips().values()]
            return self._placed(register, identities, branches, strange)

    def _placed(
        self,
        register: Register,
        identities: tuple[str, ...],
        branches: Mapping[str, Branch],
        strange: Collection[str],
    ) -> list[Event] | None:
        """What follows on what the server has of us; None when we go on as another first."""
        if register.identities != identities:
            return None  # Another window met at the same time, and went on as another.
        unsent, apart = _parted(identities, branches, register.own_events())
        stranded = register.said_nowhere_else(apart)
        current = identities[-1]
        is_copy = current in strange or (current in branches and not branches[current].is_ours)
        if not (stranded or is_copy):
            return unsent
        register.go_on_as_another(stranded)
        theirs = not strange and current in branches and not branches[current].is_ours
        aside = {device for device, branch in branches.items() if branch.is_aside}
        self._set_aside = current in aside or any(each.device in aside for each in stranded)
        self._another_login = theirs and not self._set_aside
        self._is_another = True
        return None

    def _may_cross(self, unsent: list[Event]) -> bool:
        """Whether these may be handed on; why not is told at the end, if it is still wanted."""
        if not self._server.may_write:
            self._problems.append(_may_only_read(len(unsent)))
            return False
        try:
            require_read(self._counted(unsent), self._lexicon, self._signal_about)
        except Solvable as problem:
            self._problems.append(problem)
            return False
        return not self._unwanted()

    def _counted(self, unsent: list[Event]) -> Iterator[Event]:
        """Each of these, as long as it is wanted, with how far it is."""
        for done, each in enumerate(unsent):
            if self._unwanted():
                return
            self._tell(Part.READ, done, len(unsent))
            yield each

    def _signal_about(self, entity: Id) -> RegisteredSignal | None:
        with self._register() as register:
            return register.folded(entity).signal

    def _empty_first_words(self, sent: Iterable[Event]) -> None:
        about = {each.entity for each in sent if each.kind == EventKind.STEP}
        if not about:
            return
        with self._register() as register:
            marks = register.emptied_steps(about)
        if marks:
            self._server.empty(marks)

    def _sound(self, events: Iterable[Event], known: Iterable[Tip]) -> Iterator[Event]:
        """The events that are what they say; of a laptop with one that is not, those before it."""
        chain = Chain(known)
        for each in events:
            if each.device in self._refused:
                continue
            why = chain.why_not(each)
            if not why and each.kind == EventKind.PRACTICE:
                why = "het komt uit een oefenregister"
            if why:
                self._refused[each.device] = (each, why)
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


def _refused(found: Iterable[tuple[Event, str]]) -> Iterator[Solvable]:
    """What to say of laptops with a row that is not sound: once for what is so of several."""
    by_reason: dict[str, list[Event]] = defaultdict(list)
    for each, why in found:
        by_reason[why].append(each)
    for why, rows in by_reason.items():
        places = ", ".join(f"laptop {each.device[:8]} vanaf regel {each.seq}" for each in rows)
        yield Solvable(
            f"Van {places} is niets overgenomen: {why}.",
            kept="Wat daarvoor geschreven is en wat anderen schreven, is wel overgenomen.",
            way_out="Meld dit aan je beheerder, met het kenmerk van de laptop en de regel. Die kan "
            "ze opzijzetten, zoals docs/gemeente.md zegt.",
        )


def _for_practice() -> Solvable:
    return Solvable(
        "Dit is een register om mee te oefenen. Het gaat niet naar de gemeente.",
        kept="Er is geen verbinding gemaakt.",
        way_out="Open de map met je eigen beraden.",
    )


def _may_only_read(number: int) -> Solvable:
    kept = "Die staat" if number == 1 else "Ze staan"
    return Solvable(
        f"Deze login mag alleen lezen: {_changes(number)} van deze laptop niet doorgegeven.",
        kept=f"{kept} in het register op deze laptop.",
        way_out="Vraag je beheerder om de rol beraad_antwoorden voor deze login.",
    )


def _too_many_copies() -> Solvable:
    return Solvable(
        "Er zijn kopieën van deze laptop die tegelijk samenvoegen.",
        kept="Wat je schreef staat in het register op deze laptop.",
        way_out="Probeer het over een minuut opnieuw.",
    )
