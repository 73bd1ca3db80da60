"""From the events about one signal to the signal: a pure fold, the same on every laptop.

The same set of events gives the same signal, in whatever order they came. What two laptops changed
at once stands side by side until somebody chooses. What cannot be applied is told in Dutch, and
stays in the log.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from beraad.records import Event, Id, RegisteredSignal, Step, StepKind, in_force
from beraad.signals.choosing import Choices
from beraad.signals.events import EventKind, beside_of, place_of, signal_of, step_of
from beraad.signals.moves import WAY_BACK

_ONE_OF = {
    StepKind.PASSED_ON: "pass",
    StepKind.ANSWERED: "answer",
    StepKind.NO_ANSWER: "answer",
    StepKind.TEAM_SAID: "said",
    StepKind.JOINED: "answer",
    StepKind.WITHDRAWN: "answer",
}
"""Steps of which two at once cannot both be what was meant: what is answered is not withdrawn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Folded:
    """What is known of one signal.

    Attributes:
        signal: the signal with its steps; None when it was erased or never came.
        versions: texts that laptops wrote without knowing of each other, until somebody chooses;
            the one that is shown is among them. Empty when there is one.
        passed_over: texts that stood side by side with the one that was chosen.
        apart: steps that were written at once and cannot both be meant, until somebody chooses.
        chosen_apart: of these the ones between which laptops chose otherwise at once.
        heads: marks of the last events, for whoever writes the next.
        complaints: what could not be applied, Dutch sentences.
        replaced: marks of steps that were put in other words later; their words are to go.
        lacking: marks of texts and steps of which the words are gone while nothing says why.
        erased: whether it was erased, for good.
    """

    signal: RegisteredSignal | None = None
    versions: tuple[RegisteredSignal, ...] = ()
    passed_over: tuple[RegisteredSignal, ...] = ()
    apart: tuple[tuple[Step, ...], ...] = ()
    chosen_apart: frozenset[Id] = frozenset()
    heads: tuple[str, ...] = ()
    complaints: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()
    erased: bool = False

    @property
    def answers_clash(self) -> bool:
        """Whether there are two answers, and nobody chose yet which of them holds."""
        return any(sum(step.ends_waiting for step in steps) > 1 for steps in self.apart)

    @property
    def in_dispute(self) -> bool:
        """Whether somebody has to choose."""
        return bool(self.versions or self.apart)


MISSING = "Van een andere laptop ontbreekt nog iets over dit signaal. Lees ook de andere bestanden."
NEWER = "Een andere laptop schreef iets over dit signaal dat deze versie van Beraad nog niet kent."
UNREADABLE = "Een stap of tekst van een andere laptop is niet te lezen. Hij is wel bewaard."
EMPTIED = (
    "Van een stap of tekst staan de woorden hier niet meer, en niemand wiste het signaal of "
    "schreef ze anders op. Heb jij ze nog? Schrijf ze dan opnieuw op. Meld het aan je beheerder."
)
ORPHAN = "Er zijn stappen van een signaal waarvan de tekst nog niet gekomen is."


def fold(events: Iterable[Event]) -> Folded:
    """What is known of the one signal that all these events are about."""
    known = {each.mark: each for each in events}
    if not known:
        return Folded()
    ordered = _ordered(known)
    heads = tuple(sorted(known.keys() - {mark for each in ordered for mark in each.seen}))
    if any(each.kind == EventKind.ERASED for each in ordered):
        return Folded(heads=heads, erased=True)
    reading = _Reading(known, ordered)
    for each in ordered:
        reading.read(each)
    reading.tell_what_is_gone()
    steps = reading.told_of()
    versions = reading.versions()
    if not versions:
        complaints = (*reading.complaints, *((ORPHAN,) if steps else ()))
        return Folded(
            heads=heads,
            complaints=complaints,
            replaced=tuple(reading.replaced),
            lacking=reading.lacking,
        )
    apart = reading.apart(steps)
    return Folded(
        signal=replace(versions[-1], steps=steps),
        versions=tuple(replace(each, steps=steps) for each in versions) if versions[1:] else (),
        passed_over=tuple(replace(each, steps=steps) for each in reading.passed_over(versions)),
        apart=apart,
        chosen_apart=reading.given_back & {step.id for some in apart for step in some},
        heads=heads,
        complaints=tuple(dict.fromkeys(reading.complaints)),
        replaced=tuple(reading.replaced),
        lacking=reading.lacking,
    )


def _ordered(known: Mapping[str, Event]) -> list[Event]:
    """The events so that each comes after what its writer had seen; by their mark beside that."""
    depth: dict[str, int] = {}
    for begin in known:
        stack = [begin]
        while stack:
            mark = stack[-1]
            if mark in depth:
                stack.pop()
                continue
            before = [each for each in known[mark].seen if each in known]
            waiting = [each for each in before if each not in depth]
            if waiting:
                stack += waiting
                continue
            depth[mark] = 1 + max((depth[each] for each in before), default=0)
            stack.pop()
    return sorted(known.values(), key=lambda each: (depth[each.mark], each.mark))


def _is_row(ordered: list[Event]) -> bool:
    """Whether everybody knew everything that came before."""
    return all(after.seen == (before.mark,) for before, after in pairwise(ordered))


class _Reading:
    """Reads events in their order, and remembers which knew which."""

    def __init__(self, known: Mapping[str, Event], ordered: list[Event]) -> None:
        self._known = known
        self._in_a_row = _is_row(ordered)
        self._texts: dict[str, RegisteredSignal] = {}
        self._beside: dict[str, tuple[str, ...]] = {}
        self.steps: dict[str, Step] = {}
        self._written: dict[str, set[str]] = defaultdict(set)
        self._told_by: dict[str, set[str]] = defaultdict(set)
        self._places: dict[str, int] = {}
        for place, each in enumerate(ordered):
            self._places.setdefault(each.payload_mark, place)
        self._place: dict[str, int] = {}
        self.complaints: list[str] = []
        self.replaced: list[str] = []
        self._anew: list[str] = []
        self.lacking: tuple[str, ...] = ()
        self._knew: dict[Id, frozenset[Id]] = {}
        self.given_back: frozenset[Id] = frozenset()

    def read(self, each: Event) -> None:
        if any(mark not in self._known for mark in each.seen):
            self.complaints.append(MISSING)
        if each.payload is None:
            return
        try:
            if each.kind == EventKind.SIGNAL:
                self._texts[each.mark] = signal_of(each)
                if beside := beside_of(each):
                    self._beside[each.mark] = beside
            elif each.kind == EventKind.STEP:
                self._read_step(each, step_of(each))
            else:
                self.complaints.append(NEWER)
        except ValueError:
            self.complaints.append(UNREADABLE)

    def _read_step(self, each: Event, step: Step) -> None:
        """A step once; in other words when somebody who knew the first wrote it so.

        Those stand where the first words stood, also when these are erased.
        """
        mark = each.mark
        self._told_by[step.id].add(mark)
        stands_for = place_of(each)
        if stands_for != each.payload_mark:
            self._anew.append(mark)
        place = self._places.get(stands_for, self._places[each.payload_mark])
        self._place[step.id] = min(place, self._place.get(step.id, place))
        written = self._written[step.id]
        first = self.steps.get(step.id)
        if first is not None and first != step:
            known = written & self._before(mark)
            if not known:
                written.add(mark)
                return
            self.replaced += sorted(known)
            written -= known
        self.steps[step.id] = step
        written.add(mark)

    def tell_what_is_gone(self) -> None:
        """Complain of words that are gone while nothing that came says why."""
        gone = {
            each.payload_mark
            for each in self._known.values()
            if each.payload is None and each.kind in {EventKind.SIGNAL, EventKind.STEP}
        }
        said = {
            self._known[mark].payload_mark
            for anew in (self._anew if gone else ())
            for mark in self._before(anew)
            if self._known[mark].kind == EventKind.STEP
        }
        if without_reason := gone - said:
            self.complaints.append(EMPTIED)
            self.lacking = tuple(
                mark
                for mark, each in self._known.items()
                if each.payload is None and each.payload_mark in without_reason
            )

    def told_of(self) -> tuple[Step, ...]:
        """The steps in their order, where each on the way back says of which answer it is.

        One of before that was written down is of the last answer that its writer knew. Where
        everybody knew everything, that is the one it comes after.
        A choice that was made against another choice is about nothing: what it took back stands.
        """
        steps = tuple(sorted(self.steps.values(), key=lambda step: self._place[step.id]))
        if self._in_a_row:
            return steps
        choices = Choices(steps, sorts=_ONE_OF, knew=self._known_to_writer)
        crossed = choices.crossed
        given_back = {step.about for step in steps if step.id in crossed}
        self.given_back = frozenset(each for each in given_back if each is not None)
        return tuple(
            replace(step, about=None)
            if step.id in crossed
            else self._of_an_answer(step, steps[:place], choices)
            if step.kind in WAY_BACK and step.about is None
            else step
            for place, step in enumerate(steps)
        )

    def _of_an_answer(self, step: Step, earlier: tuple[Step, ...], choices: Choices) -> Step:
        standing = choices.standing_for(step.id)
        answers = (each for each in reversed(earlier) if each.ends_waiting)
        answer = next((each for each in answers if each.id in standing), None)
        return replace(step, about=answer.id) if answer else step

    def _known_to_writer(self, step_id: Id) -> frozenset[Id]:
        """The steps that the writer of one had seen."""
        if step_id not in self._knew:
            before = {mark for own in self._told_by[step_id] for mark in self._before(own)}
            seen = {Id(each) for each in self.steps if self._told_by[each] & before}
            self._knew[step_id] = frozenset(seen - {step_id})
        return self._knew[step_id]

    def versions(self) -> tuple[RegisteredSignal, ...]:
        """The texts that no later text knew of, each once; in the order of the events.

        With what stands beside them again, because a choice was taken back.
        """
        if self._in_a_row and not self._beside:
            return tuple(self._texts.values())[-1:]
        return self._said(self._last_among(self._texts))

    def passed_over(self, versions: tuple[RegisteredSignal, ...]) -> tuple[RegisteredSignal, ...]:
        """The texts of which the one that stands was chosen; none when there was no choice."""
        if versions[1:] or (self._in_a_row and not self._beside):
            return ()
        last = self._last_among(self._texts)
        known = {before for mark in last for before in self._before(mark)}
        stood = self._said(self._last_among(known & self._texts.keys()))
        return tuple(each for each in stood if each not in versions) if stood[1:] else ()

    def _last_among(self, marks: Iterable[str]) -> set[str]:
        """Of these texts those of which no other of them knew."""
        some = set(marks)
        known_later = {before for mark in some for before in self._before(mark)}
        # A laptop that took another identity wrote the same words once more.
        said = {self._known[mark].payload_mark for mark in known_later & some}
        return {mark for mark in some if self._known[mark].payload_mark not in said}

    def _said(self, marks: set[str]) -> tuple[RegisteredSignal, ...]:
        """What these texts say, and those that stand beside them; each once, in their order."""
        beside = {named for mark in marks for named in self._beside.get(mark, ())}
        return tuple(
            dict.fromkeys(
                text
                for mark, text in self._texts.items()
                if mark in marks or self._known[mark].payload_mark in beside
            )
        )

    def apart(self, steps: tuple[Step, ...]) -> tuple[tuple[Step, ...], ...]:
        """Steps in force of one sort that did not know of each other, and are the last of it."""
        if self._in_a_row:
            return ()
        found: list[tuple[Step, ...]] = []
        standing = in_force(steps)
        for sort in dict.fromkeys(_ONE_OF.values()):
            ours = [step for step in standing if _ONE_OF.get(step.kind) == sort]
            marks = (mark for step in ours for mark in self._written[step.id])
            seen = {before for mark in marks for before in self._before(mark)}
            last = [step for step in ours if not self._written[step.id] & seen]
            if len(last) > 1:
                found.append(tuple(last))
        return tuple(found)

    def _before(self, mark: str) -> set[str]:
        """The marks of everything the writer of an event had seen."""
        before: set[str] = set()
        stack = [mark]
        while stack:
            for each in self._known[stack.pop()].seen:
                if each in self._known and each not in before:
                    before.add(each)
                    stack.append(each)
        return before
