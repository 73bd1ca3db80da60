"""Walking: one step after another in the window's own event loop, with the laws in between."""

from __future__ import annotations

import faulthandler
import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from random import Random

from PySide6.QtCore import QObject, QTimer, Slot

from beraad.records import Session
from tools.soak import handles
from tools.soak.deeds import DEEDS
from tools.soak.deeds.deed import Deed, left_by
from tools.soak.deeds.leaving import reopened, rest
from tools.soak.laws import Law, Moment, answers_on, given_up, loose_words
from tools.soak.model import Nothing
from tools.soak.noise import where
from tools.soak.steps import Step
from tools.soak.texts import text_of, tokens_in
from tools.soak.world import World

_PATIENCE = 3.0
"""Seconds in which a patient law may still become true."""
_AGAIN = 40
_STUCK = 900
"""Seconds after which a step that does not end is called stuck, when nobody watches the walk.

Who started it sees sooner whether it hangs, and knows whether the machine had time for it.
"""
_BETWEEN_RESTS = 160
_REMEMBERED = 6
"""Steps for which it is known what stood in the fields for an answer: it is kept a little later."""
_TRIES = 30


@dataclass(frozen=True, slots=True)
class Broken:
    """A law that did not hold; words of a beraad are never in it."""

    law: str
    place: str

    def __str__(self) -> str:
        return f"{self.law}: {self.place}" if self.place else self.law


class Walk(QObject):
    """Does steps until there are none left, a law is broken, or the time is up.

    `told` is called with every step before it is done, and `done` once at the end.
    """

    def __init__(
        self,
        world: World,
        choose: Choose,
        *,
        laws: Sequence[Law],
        told: Callable[[Step], None],
        done: Callable[[Broken | None], None],
    ) -> None:
        super().__init__()
        self._world = world
        self._choose = choose
        self._laws = laws
        self._told = told
        self._done = done
        self._moment: Moment | None = None
        self._answers: deque[frozenset[str]] = deque(maxlen=_REMEMBERED)
        self._since = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._tick)
        self.steps = 0

    def begin(self) -> None:
        """Open the window and set off."""
        missing = next(self._world.ledger.missing(self._world.folders()), "")
        if missing:
            self._done(Broken("wat bewaard heette, is er", missing))
            return
        missing = self._world.register_ledger.missing(self._world.registered())
        if missing:
            self._done(Broken("wat in het register stond, is er", missing))
            return
        self._world.open_window()
        self._timer.start(150)

    @Slot()
    def _tick(self) -> None:
        try:
            self._look_and_go_on()
        except Exception as error:  # noqa: BLE001 - a fault of the walk itself must be told too
            self._done(Broken("de tocht zelf", where(type(error), error.__traceback__)))

    def _look_and_go_on(self) -> None:
        broken = self._look()
        if broken is not None and broken[0].patient and time.monotonic() - self._since < _PATIENCE:
            self._timer.start(_AGAIN)
            return
        if broken is not None:
            self._end(Broken(broken[0].name, broken[1]))
            return
        self._go_on()

    def _go_on(self) -> None:
        step = self._choose(self._world)
        if step is None:
            self._end(None)
            return
        deed = DEEDS[step.deed]
        before = self._world.session
        expected = deed.expects(self._world, step)
        moment = Moment(
            world=self._world,
            deed=deed,
            step=step,
            expected=expected,
            may_lose=deed.may_lose(self._world, step),
            before=before,
            after=before,
            loose=loose_words(self._world),
            left=left_by(self._world),
            register=self._world.registered(),
            answers=answers_on(self._world),
            aside=self._world.registers_aside(),
        )
        self._world.reach.used(step)
        self._world.written |= written_by(step)
        self._told(step)
        self.steps += 1
        self._world.tick()
        # The clock of what hangs: where it stands is written, and nothing of what stands there.
        faulthandler.dump_traceback_later(_STUCK, exit=True)
        self._moment = moment
        self._since = time.monotonic()
        self._timer.start(int(step.how.get("ms", 0)) if step.deed == "wacht" else 0)
        if deed.do(self._world, step) is False:
            self._moment = replace(moment, expected=Nothing())
        if step.deed == "meet" and self._world.workspace is None:
            self._world.samples.append(handles.sample())
        if step.deed == "meet-heropend":
            self._world.opened.append((step.how["times"], handles.sample().memory))

    def _look(self) -> tuple[Law, str] | None:
        moment = self._moment
        faulthandler.cancel_dump_traceback_later()
        trouble = self._world.follow()
        self._acknowledge()
        self._world.reach.look()
        if moment is None:
            return None
        if trouble:
            return Law("wat bewaard heette, is er", lambda _: ""), trouble
        moment = replace(moment, after=_same(moment.before, self._world.session))
        self._answers.append(moment.answers | answers_on(self._world))
        moment = replace(moment, answers=frozenset().union(*self._answers))
        for law in self._laws:
            place = law.broken(moment)
            if place:
                return law, place
        self._world.written -= given_up(moment)
        self._world.register_ledger.read(self._world.registered())
        return None

    def _acknowledge(self) -> None:
        workspace = self._world.workspace
        if workspace is not None and says_kept(workspace.save_state):
            self._world.ledger.kept(workspace.editor.session)

    def _end(self, broken: Broken | None) -> None:
        self._timer.stop()
        if broken is None:
            broken = self._leave()
        self._done(broken)

    def _leave(self) -> Broken | None:
        """Close as a person would; then everything must be there."""
        # The first time it may stay to tell what will not be kept.
        if not (self._world.close_window() or self._world.close_window()):
            return Broken("sluiten gaat", "het venster bleef staan")
        missing = next(self._world.ledger.missing(self._world.folders()), "")
        return Broken("wat bewaard heette, is er", missing) if missing else None


Choose = Callable[[World], Step | None]
"""The next step; None when the walk is over."""


def by_dice(dice: Random, *, until: Callable[[], bool], reopens: bool = False) -> Choose:
    """Any deed that there is something for, each as often as it weighs; a rest now and then.

    With `reopens` one beraad is opened again and again at the end, to see what stays of that.
    """
    waiting: deque[Step] = deque()
    at_last: deque[Step] | None = None
    free = [deed for deed in DEEDS.values() if deed.weight]
    taken = 0

    def choose(world: World) -> Step | None:
        nonlocal taken, at_last
        if until() and not reopens:
            return None
        if until():
            at_last = deque(reopened()) if at_last is None else at_last
            return at_last.popleft() if at_last else None
        taken += 1
        if taken % _BETWEEN_RESTS == 0:
            waiting.clear()
            waiting.extend(rest())
        if not waiting:
            waiting.extend(_wished(world, dice, free))
        return waiting.popleft()

    return choose


def by_list(steps: Sequence[Step]) -> Choose:
    """These steps and no others."""
    left = deque(steps)

    def choose(world: World) -> Step | None:
        del world
        return left.popleft() if left else None

    return choose


def written_by(step: Step) -> frozenset[str]:
    """The word of its own in what a step writes."""
    how = step.how
    if "kind" not in how:
        return frozenset()
    return tokens_in(text_of(how["kind"], how["number"], secret=how["secret"]))


def says_kept(state: object) -> bool:
    """Whether a window says that everything is kept."""
    return type(state).__name__ == "Kept" and getattr(state, "at", None) is not None


def _wished(world: World, dice: Random, free: list[Deed]) -> list[Step]:
    on_top = [deed for deed in free if deed.weight >= _URGENT]
    for deed in on_top:
        if wished := deed.wish(world, dice):
            return wished
    ordinary = [deed for deed in free if deed.weight < _URGENT]
    for _ in range(_TRIES):
        [deed] = dice.choices(ordinary, [each.weight for each in ordinary])
        if wished := deed.wish(world, dice):
            return wished
    return [Step("wacht", None, {"ms": 100})]


_URGENT = 100
"""From this weight on a deed is done whenever it can be: nothing else is possible then."""


def _same(before: Session | None, after: Session | None) -> Session | None:
    return after if before is not None and after is not None and after.id == before.id else None
