"""Plays a schedule with real registers and a real server, beside a model of sets."""

from __future__ import annotations

import json
import os
import shutil
import signal
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from time import sleep
from typing import Any
from unittest.mock import patch
from warnings import catch_warnings, simplefilter

from beraad.errors import Solvable
from beraad.privacy.leaving.later import mark_of
from beraad.publishing import meeting
from beraad.publishing.meeting import Met, meet
from beraad.records import Event, Id, RegisteredSignal, SignalContent, Step, StepKind, in_force
from beraad.signals.events import EventKind
from beraad.signals.fold import Folded
from beraad.signals.told_back import standing_withdrawals
from beraad.store.municipality import server as serving
from beraad.store.municipality.place import Place, place_of
from beraad.store.municipality.server import Server
from beraad.store.register import Register
from tools.gateway import Gateway
from tools.postgres import PASSWORD, Database
from tools.schedules.happenings import ENTITIES, Happening

_DAY = date(2026, 11, 18)
_LAPTOPS = 3
_QUICK = Path("/dev/shm")  # noqa: S108 - made anew for each schedule
"""Where files lie in memory: nobody pulls the plug of this machine in a schedule."""


class Broken(AssertionError):
    """A law does not hold."""


def require(holds: object, law: str) -> None:
    """Raise Broken when a law does not hold."""
    if not holds:
        raise Broken(law)


@dataclass(frozen=True)
class Decision:
    """A choice between answers, or taking one back.

    Attributes:
        knew: the steps that whoever decided had seen.
        stands: the answers that they meant to stand.
    """

    knew: frozenset[str]
    stands: frozenset[str]


@dataclass
class Laptop:
    """A register somewhere, and what it must hold by now.

    Attributes:
        must: words that were written or taken in here and that nothing took away since.
        kept: the same of when it was backed up.
    """

    path: Path
    place: Place
    years: int = 0
    must: set[str] = field(default_factory=set)
    kept: set[str] | None = None

    @property
    def day(self) -> date:
        """Today, as this laptop has it."""
        return _DAY.replace(year=_DAY.year + self.years)


@dataclass
class Ground:
    """A database with two municipalities, of which the members are said anew for each schedule."""

    database: Database
    logins: tuple[str, ...]
    outsider: str
    blank: Path
    number: int = 0

    @classmethod
    def of(cls, database: Database, folder: Path) -> Ground:
        """Make the logins, and a register to begin with."""
        blank = folder / "leeg.sqlite"
        Register.open(blank).close()
        logins = tuple(database.login(f"laptop{each}", org="") for each in range(_LAPTOPS))
        return cls(database, logins, database.login("elders", org=""), blank)


class World:
    """A municipality at one moment of a schedule."""

    def __init__(self, ground: Ground, home: Path) -> None:
        ground.number += 1
        self.org, self.elsewhere = f"gemeente-{ground.number}", f"elders-{ground.number}"
        self._ground = ground
        self._home = home
        self._admin = ground.database.admin()
        self._enroll()
        self.laptops = [self._new_laptop(login) for login in ground.logins]
        self.server_must: set[str] = set()
        self.written: dict[str, frozenset[str]] = {}
        """Every text and step ever written, with the texts about the same that its writer knew."""
        self.about: dict[str, str] = {}
        self.decided: dict[str, Decision] = {}
        """What was decided between answers, by the last step that was written for it."""
        self.erased_must: set[str] = set()
        self.erased: set[str] = set()
        self.killed: list[str] = []
        """The moments at which a laptop was killed indeed."""

    def play(self, schedule: Sequence[Happening]) -> None:
        """Let everything happen, and then everybody meet until nothing is new."""
        for each in schedule:
            laptop = self.laptops[each.who % len(self.laptops)]
            do: Callable[..., None] = getattr(self, each.what)
            do(laptop) if each.which is None else do(laptop, each.which)
        self.rest()

    def rest(self) -> None:
        """Let all meet in turn, until as many as there are handed on and took in nothing."""
        quiet = 0
        for laptop in islice(cycle(self.laptops), 3 * len(self.laptops) ** 2):
            met = self._meet(laptop)
            quiet = 0 if met.sent or met.new else quiet + 1
            if quiet == len(self.laptops):
                return
        raise Broken("it comes to rest")

    def writes(self, laptop: Laptop, entity: str) -> None:
        """Somebody writes the text of a signal anew, having read all versions."""
        name = self._new_name("tekst")
        with Register.open(laptop.path) as register:
            now = register.folded(Id(entity))
            if now.signal is None and now.heads and not now.complaints:
                return  # It was erased.
            knew = self._texts_in(register, entity)
            steps = now.signal.steps if now.signal else ()
            if now.signal is None and now.complaints:
                return  # Its text did not come yet.
            register.put(_signal(entity, name, laptop.day, steps))
        self._note(laptop, entity, name, knew)

    def steps(self, laptop: Laptop, entity: str) -> None:
        """Somebody adds a step."""
        name = self._new_name("stap")
        with Register.open(laptop.path) as register:
            now = register.folded(Id(entity))
            if now.signal is None:
                return
            day = laptop.day
            made = Step(id=Id(name), kind=StepKind.PASSED_ON, on=day, recorded_on=day, how=name)
            step = _read(made)
            register.put(replace(now.signal, steps=(*now.signal.steps, step)))
        self._note(laptop, entity, name, frozenset())

    def rewords(self, laptop: Laptop, entity: str) -> None:
        """Somebody writes the last step in other words."""
        name = self._new_name("woord")
        with Register.open(laptop.path) as register:
            now = register.folded(Id(entity)).signal
            if now is None or not now.steps:
                return
            old = next((each for each in reversed(now.steps) if each.how), None)
            if old is None:
                return
            register.reword(Id(entity), _read(replace(old, how=name)))
        self._note(laptop, entity, name, frozenset({old.how}))
        laptop.must.discard(old.how)

    def answers(self, laptop: Laptop, entity: str) -> None:
        """Somebody writes an answer down."""
        name = self._new_name("antwoord")
        with Register.open(laptop.path) as register:
            now = register.folded(Id(entity)).signal
            if now is None:
                return
            day = laptop.day
            made = Step(
                id=Id(name), kind=StepKind.ANSWERED, on=day, recorded_on=day, role="rol", words=name
            )
            register.put(replace(now, steps=(*now.steps, _read(made))))
            knew = frozenset(step.id for step in now.steps)
        self._note(laptop, entity, name, knew)

    def answers_at_once(self, laptop: Laptop, which: tuple[str, int]) -> None:
        """Two laptops answer without knowing of each other, and hear it."""
        entity, number = which
        other = self.laptops[number % len(self.laptops)]
        if other is laptop:
            return
        both = (laptop, other)
        self._meet(laptop)
        with Register.open(laptop.path) as register:
            is_new = register.folded(Id(entity)) == Folded()
        if is_new:
            self.writes(laptop, entity)
        for each in both:
            self._meet(each)
        for each in both:
            self.answers(each, entity)
        for each in (*both, laptop):
            self._meet(each)

    def chooses(self, laptop: Laptop, which: int) -> None:
        """Somebody lets one of the answers that clash stand, and withdraws what stands beside."""
        for now in self._signals_on(laptop):
            answers = next((each for each in now.apart if each[0].ends_waiting), ())
            if now.signal is not None and answers:
                chosen = answers[which % len(answers)]
                passed = [each.id for each in answers if each != chosen]
                stands = standing_answers(now.signal) - {*passed}
                self._withdraws(laptop, now.signal.id, passed, stands=stands)
                return

    def takes_a_choice_back(self, laptop: Laptop) -> None:
        """Somebody lets an answer that was passed over stand again."""
        for now in self._signals_on(laptop):
            gone = standing_withdrawals(now.signal.steps) if now.signal else {}
            answers = (each.id for each in now.signal.steps if each.ends_waiting) if gone else ()
            again = next((each for each in answers if each in gone), None)
            if now.signal is not None and again is not None:
                stands = standing_answers(now.signal) | {again}
                self._withdraws(laptop, now.signal.id, gone[again], stands=stands)
                return

    def _signals_on(self, laptop: Laptop) -> list[Folded]:
        with Register.open(laptop.path) as register:
            return [register.folded(Id(each)) for each in ENTITIES]

    def _withdraws(
        self, laptop: Laptop, entity: str, about: list[Id], *, stands: frozenset[str]
    ) -> None:
        knew: frozenset[str] = frozenset()
        name, day = "", laptop.day
        for each in about:
            name = self._new_name("besluit")
            step = Step(id=Id(name), kind=StepKind.UNDONE, on=day, recorded_on=day, about=each)
            with Register.open(laptop.path) as register:
                now = register.folded(Id(entity)).signal
                if now is None:
                    return
                register.put(replace(now, steps=(*now.steps, step)))
            knew = frozenset(step.id for step in now.steps)
            self._note(laptop, entity, name, knew)
        self.decided[name] = Decision(knew, stands)

    def erases(self, laptop: Laptop, entity: str) -> None:
        """Somebody erases a signal."""
        with Register.open(laptop.path) as register:
            if register.folded(Id(entity)).signal is None:
                return
            register.remove(Id(entity))
        self.erased.add(entity)
        laptop.must.add(f"wissen van {entity}")

    def meets(self, laptop: Laptop) -> None:
        """A laptop meets the server."""
        self._meet(laptop)

    def is_cut_off(self, laptop: Laptop, when: tuple[str, int]) -> None:
        """A laptop loses the server while they talk."""
        way, enough = when
        with Gateway(self._ground.database.server.port, **{f"enough_{way}": enough}) as gateway:
            try:
                meet(laptop.path, replace(laptop.place, port=gateway.port), PASSWORD)
            except Solvable:
                return
        self._learn(laptop)

    def is_killed(self, laptop: Laptop, moment: str) -> None:
        """A laptop is killed at a named moment of a meeting, in a process of its own."""

        def do() -> None:
            _die_at(moment)
            meet(laptop.path, laptop.place, PASSWORD)

        if _ended(_in_a_process(do)) == -signal.SIGKILL:
            self.killed.append(moment)

    def meets_in_two_windows(self, laptop: Laptop) -> None:
        """Two windows on the same files meet the server at the same time."""
        other = _in_a_process(lambda: meet(laptop.path, laptop.place, PASSWORD))
        try:
            self._meet(laptop)
        finally:
            require(_ended(other) == 0, "another window is no trouble")

    def meets_in_the_midst_of(self, laptop: Laptop, which: int) -> None:
        """A laptop meets the server while what another hands on is there, and not yet for good."""
        writing = self.laptops[which % len(self.laptops)]
        if writing is laptop:
            return
        others: list[int] = []

        def while_it_goes(done: int, total: int) -> None:
            if done == total and not others:
                others.append(0)
                others[0] = _in_a_process(lambda: meet(laptop.path, laptop.place, PASSWORD))
                while not (_has_ended(others[0]) or self._somebody_waits()):
                    sleep(0.002)

        real_send = Server.send

        def send(self: Server, events: Iterable[Event], **how: Any) -> int | None:
            return real_send(self, events, **{**how, "tell": while_it_goes})

        try:
            with patch.object(Server, "send", send):
                self._meet(writing)
        finally:
            ended = [_ended(each) for each in others if each]
            require(not any(ended), "somebody who writes meanwhile is no trouble")

    def is_copied(self, laptop: Laptop, other_login: bool) -> None:  # noqa: FBT001 - of a schedule
        """An image of a laptop is put on another."""
        if len(self.laptops) > _LAPTOPS + 1:
            return
        made = self._new_laptop(self._ground.logins[0] if other_login else laptop.place.login)
        shutil.copy(laptop.path, made.path)
        made.must = set(laptop.must)
        self.laptops.append(made)

    def is_backed_up(self, laptop: Laptop) -> None:
        """A laptop is copied, for later."""
        shutil.copy(laptop.path, laptop.path.with_suffix(".kopie"))
        laptop.kept = set(laptop.must)

    def is_restored(self, laptop: Laptop) -> None:
        """A laptop is put back from its copy: what was not handed on since is gone."""
        if laptop.kept is None:
            return
        shutil.copy(laptop.path.with_suffix(".kopie"), laptop.path)
        laptop.must = set(laptop.kept)

    def turns_clock(self, laptop: Laptop, years: int) -> None:
        """The clock of a laptop is wrong from now on."""
        laptop.years = years

    def rows(self) -> list[tuple[Event, str]]:
        """Every row on the server with its municipality, past every policy."""
        found = self._admin.execute(
            "SELECT device, seq, kind, entity, seen, prev, payload_mark, mark, payload, e.org"
            " FROM beraad.event e LEFT JOIN beraad.payload USING (org, device, seq)"
            " WHERE e.org IN (%s, %s) ORDER BY device, seq",
            (self.org, self.elsewhere),
        ).fetchall()
        names = ("device", "seq", "kind", "entity", "seen", "prev", "payload_mark", "mark")
        return [
            (
                Event(
                    **{**dict(zip(names, row, strict=False)), "seen": tuple(row[4])},
                    payload=row[8],
                ),
                row[9],
            )
            for row in found
        ]

    def outsider(self) -> Laptop:
        """A laptop of another municipality."""
        return self._new_laptop(self._ground.outsider)

    def close(self) -> None:
        """Let go of the server."""
        self._admin.close()

    def _meet(self, laptop: Laptop) -> Met:
        met = meet(laptop.path, laptop.place, PASSWORD)
        if met is None or met.problems:
            raise Broken(f"nothing is refused: {met and met.problems}")
        self._learn(laptop)
        return met

    def _somebody_waits(self) -> bool:
        """Whether a connection with this database waits for another."""
        waiting = (
            "SELECT count(*) FROM pg_stat_activity"
            " WHERE datname = current_database() AND wait_event_type = 'Lock'"
        )
        return bool(self._admin.execute(waiting).fetchone()[0])

    def _learn(self, laptop: Laptop) -> None:
        """After a whole meeting both have what either had."""
        self.server_must |= laptop.must
        laptop.must |= self.server_must

    def _new_name(self, kind: str) -> str:
        """Words that stand in no others."""
        digits = f"{len(self.written):03}"
        return kind + "".join("aeiounrstl"[int(digit)] for digit in digits)

    def _note(self, laptop: Laptop, entity: str, name: str, knew: frozenset[str]) -> None:
        self.written[name] = knew
        self.about[name] = entity
        laptop.must.add(name)

    def _texts_in(self, register: Register, entity: str) -> frozenset[str]:
        texts = (
            json.loads(each.payload)["content"]["what"]
            for each in register.events(EventKind.SIGNAL)
            if each.payload and each.entity == entity
        )
        return frozenset(texts)

    def _new_laptop(self, login: str) -> Laptop:
        number = len(list(self._home.iterdir()))
        path = self._home / f"{number}" / "register.sqlite"
        path.parent.mkdir()
        shutil.copy(self._ground.blank, path)
        with Register.open(path) as register:
            register.become_another()
        return Laptop(path, place_of(self._ground.database.url(login)))

    def _enroll(self) -> None:
        ground = self._ground
        self._admin.execute("DELETE FROM beraad.member")
        for login in ground.logins:
            self._admin.execute("INSERT INTO beraad.member VALUES (%s, %s)", (login, self.org))
        self._admin.execute(
            "INSERT INTO beraad.member VALUES (%s, %s)", (ground.outsider, self.elsewhere)
        )


def play(ground: Ground, schedule: Sequence[Happening]) -> World:
    """Play a schedule, look at every law, and give the world as it is then. Raises Broken."""
    from tools.schedules.laws import require_all

    with TemporaryDirectory(dir=_QUICK if _QUICK.is_dir() else None) as home:
        world = World(ground, Path(home))
        try:
            world.play(schedule)
            require_all(world)
        finally:
            world.close()
    return world


def standing_answers(signal: RegisteredSignal) -> frozenset[str]:
    """The answers that count."""
    return frozenset(step.id for step in in_force(signal.steps) if step.ends_waiting)


def _signal(entity: str, what: str, day: date, steps: tuple[Step, ...]) -> RegisteredSignal:
    return RegisteredSignal(
        id=Id(entity),
        content=SignalContent(what=what),
        team="Team",
        week="2026-W47",
        registered_on=day,
        steps=steps,
    )


def _read(step: Step) -> Step:
    """A step about which somebody said that nobody is in it."""
    return replace(step, read=mark_of(step))


def _in_a_process(do: Callable[[], object]) -> int:
    """Do something in a process that is split off, and give its number."""
    with catch_warnings():
        # Threads of others are no trouble: the child does one thing, and ends.
        simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if not child:
        code = 1
        try:
            do()
            code = 0
        finally:
            os._exit(code)
    return child


def _ended(child: int) -> int:
    """How a process ended: its code, or less than nothing when it was killed."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _has_ended(child: int) -> bool:
    """Whether a process that was split off has ended; `_ended` still tells how."""
    return os.waitid(os.P_PID, child, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None


def _die_at(moment: str) -> None:
    """Let this process, which was split off, be killed at a named moment of a meeting."""

    def die(*_: object, **__: object) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    def after(owner: type, name: str) -> None:
        real = getattr(owner, name)
        patch.object(owner, name, lambda *a, **k: die(real(*a, **k))).start()

    def while_it_goes(done: int, total: int) -> None:
        if done and (moment == "while sending" or done == total):
            die()

    real_send = Server.send

    def send(self: Server, events: Iterable[Event], **how: Any) -> int | None:
        return real_send(self, events, **{**how, "tell": while_it_goes})

    patch.object(serving, "SENT_AT_ONCE", 1).start()
    do: Callable[[], object] = {
        "before reading": patch.object(meeting, "require_read", die).start,
        "before sending": patch.object(Server, "send", die).start,
        "while sending": patch.object(Server, "send", send).start,
        "before it is handed on": patch.object(Server, "send", send).start,
        "after sending": lambda: after(Server, "send"),
        "before taking in": patch.object(Register, "add", die).start,
        "after taking in": lambda: after(Register, "add"),
        "as another": lambda: after(Register, "go_on_as_another"),
    }[moment]
    do()
