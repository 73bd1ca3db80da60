"""The register: what changed about signals, what that comes to, and approved leerverslagen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import (
    Callable,
    Collection,
    Generator,
    Iterable,
    Iterator,
    Mapping,
    Sequence,
)
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import date
from graphlib import TopologicalSorter
from itertools import groupby
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as put

from beraad.errors import Solvable
from beraad.records import (
    Event,
    Id,
    RegisteredLesson,
    RegisteredSignal,
    SignalLine,
    Step,
    StepKind,
    new_id,
)
from beraad.signals.chain import Tip
from beraad.signals.event_kind import PRACTICE
from beraad.signals.events import (
    LESSON,
    EventKind,
    erased_payload,
    event,
    mark_of,
    new_device,
    place_of,
    practice_day_of,
    practice_payload,
    signal_of,
    signal_payload,
    step_of,
    step_payload,
    takes_nothing_away,
    written_anew,
)
from beraad.signals.fold import Folded, fold
from beraad.signals.following import made_of_erased
from beraad.signals.lines import DERIVED_BY, behind_from, events_read, line_of
from beraad.signals.told_back import End, end_among, ends_of
from beraad.store.database import Database
from beraad.store.event_rows import (
    ABOUT,
    EMPTIED,
    ERASED,
    INSERT,
    KNOWN,
    LACKING,
    SAID,
    SINCE,
    TOLD_OF,
    WORDLESS,
    event_of,
    row_of_event,
)
from beraad.store.kinds import REGISTER_FILE
from beraad.store.line_rows import ARRIVED, SELECT, SELECT_JOINED, lines_of, row_of
from beraad.store.mapping import to_record, to_row
from beraad.store.tables import REGISTER_SCHEMA
from beraad.store.trouble import damaged
from beraad.store.whole_file import AlreadyThere

if TYPE_CHECKING:
    from sqlalchemy import Connection

T = TypeVar("T")

_SIGNALS = REGISTER_SCHEMA.tables["signals"]
_EVENTS = REGISTER_SCHEMA.tables["events"]
_OWN = REGISTER_SCHEMA.tables["own"]
_DRAFTS = REGISTER_SCHEMA.tables["drafts"]
_ORIGINS = REGISTER_SCHEMA.tables["origins"]
_TEAMS = Id("teams")
"""Beside the beraden among the origins: no beraad has this identity."""
_LESSONS = REGISTER_SCHEMA.tables["lessons"]
_AT_ONCE = 500
"""Signals of which the events are read together; SQLite takes no more values in one question."""


class Register:
    """The open register. Another window waits for it, so it is opened for one action."""

    def __init__(self, database: Database, *, may_be_behind: bool = False) -> None:
        self._database = database
        self._may_be_behind = may_be_behind

    @classmethod
    def open(
        cls, path: Path, *, patience: float | None = None, may_be_behind: bool = False
    ) -> Register:
        """Open the register, and make it when there is none.

        `patience` is how many seconds to wait for another window, when not the usual time. Who only
        hands on and takes in says that the lines of signals `may_be_behind`: those of signals that
        came in are then made when somebody opens it otherwise. Raises Solvable when it is damaged,
        foreign, newer or cannot be written.
        """
        if not path.exists():
            with suppress(AlreadyThere):  # Another window was first.
                Database.create(path, REGISTER_FILE, REGISTER_SCHEMA, _begin)
        database = Database.open(path, REGISTER_FILE, patience=patience)
        register = cls(database, may_be_behind=may_be_behind)
        try:
            if not may_be_behind:
                register.bring_up_to_date()
        except BaseException:
            register.close()
            raise
        return register

    @property
    def told(self) -> Solvable | None:
        """What was found beside the register and set aside; None when all was well."""
        return self._database.told

    def practice_since(self) -> date | None:
        """The day on which this was made as an oefenregister; None of a real one.

        Raises Solvable when it cannot be read.
        """
        with self._sound(), self._database.reading() as connection:
            for each in _events_about(connection, (PRACTICE,)):
                if each.kind == EventKind.PRACTICE and each.payload is not None:
                    return practice_day_of(each.payload)
        return None

    def begin_practice(self, made_on: date) -> None:
        """Make this an oefenregister, for good. Raises ValueError when something stands in it."""
        with self._sound(), self._database.transaction() as connection:
            if connection.execute(select(_EVENTS.c.mark).limit(1)).first() is not None:
                raise ValueError(PRACTICE)
            pen = _Pen(connection)
            pen.write(EventKind.PRACTICE, PRACTICE, practice_payload(made_on), ())
            pen.lay_down()

    def lines(self) -> tuple[SignalLine, ...]:
        """All signals at a glance. Raises Solvable when they cannot be read."""
        self._show_no_lines_behind()
        with self._sound(), self._database.reading() as connection:
            return lines_of(connection.exec_driver_sql(SELECT))

    def arrivals(self) -> dict[Id, int]:
        """A number for each thing that is kept, larger the later it came. Raises Solvable."""
        with self._sound(), self._database.reading() as connection:
            return {Id(entity): number for entity, number in connection.exec_driver_sql(ARRIVED)}

    def joined_lines(self) -> tuple[SignalLine, ...]:
        """The signals that go on in another one, at a glance. Raises Solvable like `lines`."""
        self._show_no_lines_behind()
        with self._sound(), self._database.reading() as connection:
            return _joined(connection)

    def signals(self) -> tuple[RegisteredSignal, ...]:
        """All signals whole, the latest first. Raises Solvable when they cannot be read."""
        with self._sound(), self._database.reading() as connection:
            rows = connection.execute(select(_EVENTS).order_by(_EVENTS.c.entity))
            by_entity = groupby(map(event_of, rows), key=lambda each: each.entity)
            found = [folded.signal for folded in (fold(events) for _, events in by_entity)]
        signals = sorted((each for each in found if each is not None), key=lambda each: each.id)
        return tuple(sorted(signals, key=lambda each: each.registered_on, reverse=True))

    def folded(self, signal_id: Id) -> Folded:
        """All that is known of one signal. Raises Solvable when it cannot be read."""
        with self._sound(), self._database.reading() as connection:
            return fold(_events_about(connection, (signal_id,)))

    def put(self, *signals: RegisteredSignal) -> None:
        """Keep what is new of these signals: another text, and the steps that are not there yet.

        All of them or none. Raises ValueError when a step that is kept already is left out or says
        something else, for nothing is overwritten; and Solvable when it cannot be kept.
        """
        with self._sound(), self._database.transaction() as connection:
            pen = _Pen(connection)
            for signal in signals:
                pen.put(signal, fold(_events_about(connection, (signal.id,))))
            pen.lay_down()
            _derive(connection, [signal.id for signal in signals])

    def choose(self, signal: RegisteredSignal) -> None:
        """Let this text stand where several stand side by side. Raises Solvable."""
        self._write_text(signal, ())

    def lay_beside(self, shown: RegisteredSignal, others: Iterable[RegisteredSignal]) -> None:
        """Let these texts stand side by side again, until somebody chooses; one is shown.

        What is no text of this signal any more is left out. Raises Solvable when it cannot be kept.
        """
        self._write_text(shown, tuple(others))

    def _write_text(self, signal: RegisteredSignal, beside: tuple[RegisteredSignal, ...]) -> None:
        said = {replace(each, steps=()) for each in beside}
        with self._sound(), self._database.transaction() as connection:
            about = tuple(_events_about(connection, (signal.id,)))
            marks = {each.payload_mark for each in about if _says(each, said)}
            pen = _Pen(connection)
            payload = signal_payload(signal, beside=sorted(marks))
            pen.write(EventKind.SIGNAL, signal.id, payload, fold(about).heads)
            pen.lay_down()
            _derive(connection, [signal.id])

    def reword(self, signal_id: Id, step: Step) -> None:
        """Write a step otherwise, because somebody could be recognised in it.

        What it said is erased, here and wherever it goes; the step itself stays. Raises ValueError
        when there is no such step, Solvable when it cannot be kept.
        """
        with self._sound(), self._database.transaction() as connection:
            about = tuple(_events_about(connection, (signal_id,)))
            known = fold(about)
            if known.signal is None or step.id not in {each.id for each in known.signal.steps}:
                raise ValueError(step.id)
            said = [each for each in about if _is_step(each, step.id)]
            old = [each.mark for each in said]
            connection.execute(update(_EVENTS).where(_EVENTS.c.mark.in_(old)).values(payload=None))
            pen = _Pen(connection)
            payload = step_payload(step, instead=place_of(said[0]))
            pen.write(EventKind.STEP, signal_id, payload, known.heads)
            pen.lay_down()
            _derive(connection, [signal_id])

    def remove(self, signal_id: Id) -> None:
        """Erase a signal: its words are nowhere afterwards, also not with others once they read.

        No trouble when it is not there. Raises Solvable when that fails.
        """
        with self._sound(), self._database.transaction() as connection:
            known = fold(_events_about(connection, (signal_id,)))
            if known.erased or not known.heads:
                return
            pen = _Pen(connection)
            pen.write(EventKind.ERASED, signal_id, erased_payload(), known.heads)
            pen.lay_down()
            _derive(connection, [signal_id])

    def replace(self, signal_id: Id, instead: RegisteredSignal) -> None:
        """Erase a signal and let another stand in its place, also for those that went on in it.

        What is being typed about it goes. That the other was made of it, is told by what the
        erasing has seen. Raises Solvable when that fails.
        """
        with self._sound(), self._database.transaction() as connection:
            known = fold(_events_about(connection, (signal_id,)))
            pen = _Pen(connection)
            made = pen.put(instead, Folded())
            pen.write(EventKind.ERASED, signal_id, erased_payload(), (*known.heads, *made))
            joined = [line.id for line in _joined(connection) if line.goes_on_with == signal_id]
            for each in joined:
                pen.lead_on(fold(_events_about(connection, (each,))), signal_id, instead.id)
            pen.lay_down()
            _derive(connection, [signal_id, instead.id, *joined])

    def write(self, kind: str, entity: Id, payload: str) -> None:
        """Write down another kind of change than of a signal, after all that is known about it.

        Raises Solvable when it cannot be kept.
        """
        with self._sound(), self._database.transaction() as connection:
            heads = fold(_events_about(connection, (entity,))).heads
            pen = _Pen(connection)
            pen.write(kind, entity, payload, heads)
            pen.lay_down()

    def events_about(self, begin: str) -> tuple[Event, ...]:
        """All events about things of which the identity begins so. Raises Solvable."""
        which = select(_EVENTS).where(_EVENTS.c.entity.between(begin, f"{begin}~"))
        with self._sound(), self._database.reading() as connection:
            return tuple(map(event_of, connection.execute(which)))

    def events(self, kind: str) -> tuple[Event, ...]:
        """All events of one kind, in no order. Raises Solvable when they cannot be read."""
        with self._sound(), self._database.reading() as connection:
            return tuple(
                map(event_of, connection.execute(select(_EVENTS).where(_EVENTS.c.kind == kind)))
            )

    def identity_of(self, session_id: Id) -> Id:
        """The signal of a beraad from before signals had an identity of their own.

        One by chance, remembered here, when there was none. Raises Solvable when it cannot be kept.
        """
        with self._sound(), self._database.transaction() as connection:
            found = _origin(connection, session_id)
            if found is None:
                found = new_id()
                connection.execute(insert(_ORIGINS), {"session_id": session_id, "signal_id": found})
        return Id(found)

    def known_identity_of(self, session_id: Id) -> Id | None:
        """What `identity_of` remembered; None when it was never asked. Raises Solvable."""
        with self._sound(), self._database.reading() as connection:
            found = _origin(connection, session_id)
        return None if found is None else Id(found)

    @property
    def key_of_teams(self) -> str:
        """By what this laptop makes the marks of teams: by chance, kept here, and given to nobody.

        Raises Solvable when it cannot be kept.
        """
        return self.identity_of(_TEAMS)

    def drafts(self, signal_id: Id) -> dict[str, str]:
        """What is being typed about a signal, by field. Raises Solvable when it cannot be read."""
        which = select(_DRAFTS.c.field, _DRAFTS.c.text).where(_DRAFTS.c.signal_id == signal_id)
        with self._database.reading() as connection:
            return dict(iter(connection.execute(which)))

    def drafted(self) -> tuple[Id, ...]:
        """About which signals something is being typed. Raises Solvable."""
        with self._database.reading() as connection:
            found = connection.execute(select(_DRAFTS.c.signal_id).distinct())
            return tuple(map(Id, found.scalars()))

    def draft(self, signal_id: Id, texts: dict[str, str]) -> None:
        """Keep what is being typed about a signal, and nothing else that was. Raises Solvable."""
        rows = [
            {"signal_id": signal_id, "field": field, "text": text}
            for field, text in texts.items()
            if text
        ]
        with self._database.transaction() as connection:
            connection.execute(delete(_DRAFTS).where(_DRAFTS.c.signal_id == signal_id))
            if rows:
                connection.execute(insert(_DRAFTS), rows)

    def own_events(self) -> tuple[Event, ...]:
        """All events that this laptop wrote, in order; also under an identity it had before.

        Raises Solvable when they cannot be read.
        """
        with self._sound(), self._database.reading() as connection:
            own = connection.execute(select(_OWN)).one()
            devices = (own.device, *filter(None, own.earlier.split(",")))
            which = select(_EVENTS).where(_EVENTS.c.device.in_(devices))
            rows = connection.execute(which.order_by(_EVENTS.c.device, _EVENTS.c.seq))
            return tuple(map(event_of, rows))

    @property
    def device(self) -> str:
        """The identity of this laptop."""
        with self._database.reading() as connection:
            return connection.execute(select(_OWN.c.device)).scalar_one()

    def become_another(self) -> None:
        """Take a new identity: this laptop is a copy, or was put back from one. Raises Solvable."""
        with self._database.transaction() as connection:
            _change_identity(connection)

    def tips(self) -> dict[str, tuple[Tip, int]]:
        """Of each laptop the last event that is known here, and how many in all.

        There are more than the number of the last when a copied laptop wrote under the same
        identity. Raises Solvable when they cannot be read.
        """
        last = select(_EVENTS.c.device, func.max(_EVENTS.c.seq), _EVENTS.c.mark, func.count())
        with self._sound(), self._database.reading() as connection:
            found = connection.execute(last.group_by(_EVENTS.c.device))
            return {device: (Tip(device, seq, mark), n) for device, seq, mark, n in found}

    def emptied_steps(self, entities: Iterable[Id]) -> tuple[str, ...]:
        """The marks of steps about these of which the words are gone. Raises Solvable."""
        with self._sound(), self._database.reading() as connection:
            return tuple(mark for (mark,) in _among(connection, EMPTIED, tuple(entities)))

    @property
    def identities(self) -> tuple[str, ...]:
        """The identities of this laptop: those it had before, and last the one it has."""
        with self._database.reading() as connection:
            own = connection.execute(select(_OWN)).one()
        return (*filter(None, own.earlier.split(",")), own.device)

    def said_nowhere_else(self, events: Collection[Event]) -> list[Event]:
        """Those of these events that were not written anew, salt and all; each once.

        Raises Solvable when that cannot be read.
        """
        by_payload = {each.payload_mark: each for each in events}
        ours = {each.mark for each in events}
        which = select(_EVENTS.c.mark, _EVENTS.c.payload_mark)
        with self._sound(), self._database.reading() as connection:
            for some in _pieces(tuple(by_payload)):
                said = _EVENTS.c.payload_mark.in_(some)
                for mark, payload_mark in connection.execute(which.where(said)):
                    if mark not in ours:
                        by_payload.pop(payload_mark, None)
        return list(by_payload.values())

    def go_on_as_another(self, stranded: Iterable[Event]) -> None:
        """Take a new identity, and write under it what has no place under the old one.

        These are events of this laptop where a copy of it wrote something else in their place. What
        they say stays, in the same order. Raises Solvable when it cannot be kept.
        """
        with self._sound(), self._database.transaction() as connection:
            _bring_up_to_date(connection)  # It knows by their number which events were read.
            _change_identity(connection)
            moving = _in_order(stranded)
            pen = _Pen(connection)
            moved = pen.write_anew(moving)
            pen.lay_down()
            gone = moved.keys() - _known_to_others(connection, moving)
            for mark in gone:
                connection.execute(delete(_EVENTS).where(_EVENTS.c.mark == mark))
            _derive(connection, list(dict.fromkeys(each.entity for each in moving)))

    def add(
        self, events: Iterable[Event], *, unwanted: Callable[[], bool] = lambda: False
    ) -> int | None:
        """Keep events of others, all or none, and return how many changes were new here.

        What was only written anew under another identity is none, nor is erasing once more.
        None, with nothing kept, when they have become `unwanted`. Raises Solvable when they cannot
        be kept. What they are must have been looked at before. Words that are known stay until
        the event is known that erases them or puts them otherwise: that they came back empty is no
        reason. A signal that was made of one that somebody erased is erased as well, whichever of
        both came first.
        """
        with self._sound(), self._database.transaction() as connection:
            coming = list(events)
            known = {mark for (mark,) in _among(connection, KNOWN, [each.mark for each in coming])}
            fresh: dict[str, Event] = {}
            for each in coming:
                if each.mark not in known and (each.payload is None or each.mark not in fresh):
                    fresh[each.mark] = each
            touched = _by_entity(fresh.values())
            told_of = {entity for (entity,) in _among(connection, TOLD_OF, list(touched))}
            new = _changes_among(connection, fresh.values(), told_of)
            unheard = {entity: touched[entity] for entity in touched.keys() - told_of}
            waiting = self._may_wait(unheard)
            if waiting:
                _leave_behind(connection)
            _lay_down(connection, map(row_of_event, fresh.values()))
            _derive(connection, [each for each in touched if each not in waiting], unheard)
            _erase_what_was_made_of(connection)
            if unwanted():
                connection.rollback()
                return None
        return new

    def erased_among(self, entities: Iterable[Id]) -> set[Id]:
        """Those of these that are known to be erased. Raises Solvable when that cannot be read."""
        with self._sound(), self._database.reading() as connection:
            return {Id(each) for (each,) in _among(connection, ERASED, tuple(entities))}

    def lacking_words(self) -> tuple[str, ...]:
        """The marks of events of which the words are gone while nothing says why. Raises Solvable.

        Words that were erased, or put otherwise, are not among them.
        """
        with self._sound(), self._database.reading() as connection:
            return _lacking(connection)

    def give_back(self, words: Mapping[str, str]) -> int:
        """Keep these words, by the mark of an event that lost them; of how many they are the words.

        Raises Solvable when that cannot be kept.
        """
        back = 0
        touched: dict[Id, None] = {}
        with self._sound(), self._database.transaction() as connection:
            for some in _pieces([mark for mark in _lacking(connection) if mark in words]):
                which = select(_EVENTS).where(_EVENTS.c.mark.in_(some))
                for each in tuple(map(event_of, connection.execute(which))):
                    payload = words[each.mark]
                    if mark_of(payload) != each.payload_mark:
                        continue
                    same = _EVENTS.c.mark == each.mark
                    connection.execute(update(_EVENTS).where(same).values(payload=payload))
                    touched[each.entity] = None
                    back += 1
            _derive(connection, list(touched))
        return back

    def wordless(self) -> int:
        """How many signals there are of which nothing can be shown. Raises Solvable."""
        self._show_no_lines_behind()
        with self._sound(), self._database.reading() as connection:
            return len(connection.exec_driver_sql(WORDLESS).fetchall())

    def lessons(self) -> tuple[RegisteredLesson, ...]:
        """All leerverslagen, the last approved first. Raises Solvable when they cannot be read."""
        latest_first = select(_LESSONS).order_by(_LESSONS.c.approved_on.desc(), _LESSONS.c.id)
        with self._sound(), self._database.reading() as connection:
            rows = connection.execute(latest_first).mappings().all()
            return tuple(to_record(RegisteredLesson, row) for row in rows)

    def put_lesson(self, lesson: RegisteredLesson) -> None:
        """Keep a leerverslag, in the place of an earlier one from the same beraad.

        Raises Solvable when that fails.
        """
        row = to_row(lesson)
        with self._database.transaction() as connection:
            connection.execute(put(_LESSONS).on_conflict_do_update(set_=row), row)

    def remove_lesson(self, lesson_id: Id) -> None:
        """Take a leerverslag out; no trouble when it is not there. Raises Solvable."""
        with self._database.transaction() as connection:
            connection.execute(delete(_LESSONS).where(_LESSONS.c.id == lesson_id))

    def erase_lesson(self, lesson_id: Id) -> None:
        """Take a leerverslag out for good, also where a copy of this register is. Raises Solvable.

        No trouble when it is not there any more: it may still be in backups.
        """
        entity = Id(f"{LESSON}{lesson_id}")
        with self._sound(), self._database.transaction() as connection:
            pen = _Pen(connection)
            heads = fold(_events_about(connection, (entity,))).heads
            pen.write(EventKind.ERASED, entity, erased_payload(), heads)
            pen.lay_down()
            _derive(connection, [entity])

    def close(self) -> None:
        """Let go of the register."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def bring_up_to_date(self) -> None:
        """Make the lines of signals that came in since, or all when other rules made them.

        Raises Solvable when that fails.
        """
        with self._sound():
            with self._database.reading() as connection:
                if _derived(connection) is None:
                    return
            with self._database.transaction() as connection:
                _bring_up_to_date(connection)

    def _show_no_lines_behind(self) -> None:
        if self._may_be_behind:
            self.bring_up_to_date()

    def _may_wait(self, unheard: Mapping[Id, Sequence[Event]]) -> set[Id]:
        """Those of these signals that nobody here has to do anything about until they are shown."""
        if not self._may_be_behind:
            return set()
        return {entity for entity, events in unheard.items() if takes_nothing_away(events)}

    @contextmanager
    def _sound(self) -> Generator[None]:
        """Say that the register is damaged when something stands in it that cannot be there."""
        try:
            yield
        except (LookupError, TypeError, OverflowError):
            raise damaged(self._database.path) from None


class _Pen:
    """Writes events of this laptop, one after the other, within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._device = connection.execute(select(_OWN.c.device)).scalar_one()
        last = select(_EVENTS.c.seq, _EVENTS.c.mark).where(_EVENTS.c.device == self._device)
        found = connection.execute(last.order_by(_EVENTS.c.seq.desc()).limit(1)).one_or_none()
        self._seq: int = found.seq if found else 0
        self._prev: str = found.mark if found else ""
        self._rows: list[tuple[Any, ...]] = []

    def put(self, signal: RegisteredSignal, known: Folded) -> tuple[str, ...]:
        """Write what is new of a signal, and return the marks that the next has seen."""
        kept = known.signal
        heads = known.heads
        if kept is None or replace(kept, steps=()) != replace(signal, steps=()):
            heads = self.write(EventKind.SIGNAL, signal.id, signal_payload(signal), heads)
        old = {step.id: step for step in kept.steps} if kept else {}
        if any(old.get(step.id, step) != step for step in signal.steps) or not old.keys() <= {
            step.id for step in signal.steps
        }:
            raise ValueError(signal.id)
        for step in signal.steps:
            if step.id not in old:
                heads = self.write(EventKind.STEP, signal.id, step_payload(step), heads)
        return heads

    def lead_on(self, known: Folded, signal_id: Id, instead: Id) -> None:
        """Let a signal that went on in one go on in another."""
        heads, signal = known.heads, known.signal
        for step in signal.steps if signal else ():
            if step.kind is StepKind.JOINED and step.about == signal_id and signal is not None:
                said = step_payload(replace(step, about=instead))
                heads = self.write(EventKind.STEP, signal.id, said, heads)

    def write(self, kind: str, entity: Id, payload: str, seen: tuple[str, ...]) -> tuple[str, ...]:
        """Write one event, and return the marks that the next about this has seen."""
        made = event(
            device=self._device,
            seq=self._seq + 1,
            prev=self._prev,
            kind=kind,
            entity=entity,
            seen=seen,
            payload=payload,
        )
        self._seq, self._prev = made.seq, made.mark
        self._rows.append(row_of_event(made))
        return (made.mark,)

    def write_anew(self, events: Iterable[Event]) -> dict[str, str]:
        """Write what events of an earlier identity say, and return their new marks by the old."""
        moved: dict[str, str] = {}
        for old in events:
            made = written_anew(
                old, device=self._device, seq=self._seq + 1, prev=self._prev, instead=moved
            )
            self._seq, self._prev = made.seq, made.mark
            self._rows.append(row_of_event(made))
            moved[old.mark] = made.mark
        return moved

    def lay_down(self) -> None:
        """Keep what was written."""
        _lay_down(self._connection, self._rows)
        self._rows = []


def _change_identity(connection: Connection) -> None:
    own = connection.execute(select(_OWN)).one()
    earlier = ",".join(filter(None, (own.earlier, own.device)))
    connection.execute(update(_OWN).values(device=new_device(), earlier=earlier))


def _in_order(events: Iterable[Event]) -> list[Event]:
    """So that each comes after what it names."""
    by_mark = {each.mark: each for each in sorted(events, key=lambda each: (each.device, each.seq))}
    graph = {mark: (each.prev, *each.seen) for mark, each in by_mark.items()}
    order = TopologicalSorter(graph).static_order()
    return [by_mark[mark] for mark in order if mark in by_mark]


def _known_to_others(connection: Connection, moving: Iterable[Event]) -> set[str]:
    """The marks among these that events name which are not among them."""
    marks = {each.mark for each in moving}
    named: set[str] = set()
    for entity in dict.fromkeys(each.entity for each in moving):
        for about in _events_about(connection, (entity,)):
            if about.mark not in marks:
                named.update(about.seen)
    return named & marks


def _begin(connection: Connection) -> None:
    own = {"position": 0, "device": new_device(), "earlier": "", "derived_by": DERIVED_BY}
    connection.execute(insert(_OWN), own)


def _derived(connection: Connection) -> int | None:
    """How many events were read when lines were made, as they came; None when all were."""
    return events_read(connection.execute(select(_OWN.c.derived_by)).scalar_one())


def _leave_behind(connection: Connection) -> None:
    """Write down that of what comes now no lines are made yet."""
    if _derived(connection) is None:
        so_far = connection.execute(select(func.count()).select_from(_EVENTS)).scalar_one()
        connection.execute(update(_OWN).values(derived_by=behind_from(so_far)))


def _bring_up_to_date(connection: Connection) -> None:
    read = _derived(connection)
    if read is None:
        return
    if not read:
        connection.execute(delete(_SIGNALS))
    found = connection.exec_driver_sql(SINCE, (read,))
    _derive(connection, [Id(each) for (each,) in found])
    connection.execute(update(_OWN).values(derived_by=DERIVED_BY))


def _lay_down(connection: Connection, rows: Iterable[tuple[Any, ...]]) -> None:
    some = list(rows)
    if some:  # Without SQLAlchemy looking at each value of each row.
        connection.exec_driver_sql(INSERT, some)


def _pieces(values: Sequence[T]) -> Iterator[tuple[T, ...]]:
    """So many of these at a time as one question takes."""
    for begin in range(0, len(values), _AT_ONCE):
        yield tuple(values[begin : begin + _AT_ONCE])


def _among(connection: Connection, question: str, values: Sequence[str]) -> Iterator[Any]:
    """What a question answers that asks about some values."""
    for some in _pieces(values):
        yield from connection.exec_driver_sql(f"{question} ({', '.join('?' * len(some))})", some)


def _changes_among(
    connection: Connection, fresh: Collection[Event], told_of: Collection[str]
) -> int:
    """How many of these events tell something that is told nowhere here yet."""
    said = {mark for (mark,) in _among(connection, SAID, tuple(told_of))}
    erasing = {each.entity for each in fresh if each.kind == EventKind.ERASED}
    asked = tuple(erasing.intersection(told_of))
    gone = {entity for (entity,) in _among(connection, ERASED, asked)}
    changes = {
        each.payload_mark
        for each in fresh
        if not (each.kind == EventKind.ERASED and each.entity in gone)
    }
    return len(changes - said)


def _by_entity(events: Iterable[Event]) -> dict[Id, list[Event]]:
    found: dict[Id, list[Event]] = defaultdict(list)
    for each in events:
        found[each.entity].append(each)
    return found


def _origin(connection: Connection, session_id: Id) -> str | None:
    which = select(_ORIGINS.c.signal_id).where(_ORIGINS.c.session_id == session_id)
    return connection.execute(which).scalar()


def _events_about(connection: Connection, entities: Iterable[Id]) -> Iterator[Event]:
    which = select(_EVENTS).where(_EVENTS.c.entity.in_(tuple(entities)))
    return map(event_of, connection.execute(which.order_by(_EVENTS.c.entity)))


def _lacking(connection: Connection) -> tuple[str, ...]:
    """The marks of events of which the words are gone while nothing says why."""
    found: list[str] = []
    for some in _pieces([Id(each) for (each,) in connection.exec_driver_sql(LACKING)]):
        for events in _by_entity(_events_about(connection, some)).values():
            found += fold(events).lacking
    return tuple(found)


def _derive(
    connection: Connection,
    entities: list[Id],
    at_hand: Mapping[Id, list[Event]] = MappingProxyType({}),
) -> None:
    """Make the lines of these signals anew, and empty what was erased.

    Also of those that others came to go on in, or no longer do: who waits there follows from both.
    `at_hand` are all events about some of them, so that these are not read back.
    """
    known_before, touched = _joined(connection), set(entities)
    joined = [line for line in known_before if line.id not in touched]
    for some in _pieces(entities):
        read = tuple(each for each in some if each not in at_hand)
        about = _by_entity(_events_about(connection, read)) if read else {}
        lines: list[SignalLine] = []
        for entity in some:
            events = at_hand.get(entity) or about.get(entity, ())
            known = fold(events)
            if any(each.kind == EventKind.ERASED for each in events):
                _empty(connection, entity)
                continue
            if known.replaced:
                _empty_steps(connection, known.replaced)
            if known.signal is not None:
                lines.append(_line_of(known.signal, known))
        connection.execute(delete(_SIGNALS).where(_SIGNALS.c.id.in_(some)))
        if lines:
            connection.execute(insert(_SIGNALS), list(map(row_of, lines)))
        joined += (line for line in lines if line.goes_on_with is not None)
    _derive_together(connection, known_before, joined, touched)


def _derive_together(
    connection: Connection,
    known_before: Iterable[SignalLine],
    joined: Iterable[SignalLine],
    touched: set[Id],
) -> None:
    """Make the lines anew of signals that wait for each other, where that changed."""
    before, now = map(ends_of, (known_before, sorted(joined, key=lambda line: line.id)))
    went_on = {line.id: there for there, others in before.items() for line in others}
    goes_on = {line.id: there for there, others in now.items() for line in others}
    for entity in before.keys() | now.keys():
        others = now.get(entity, ())
        changed = entity in touched or _teams(before.get(entity, ())) != _teams(others)
        anew = [
            one for one in others if changed or one.id in touched or went_on.get(one.id) != entity
        ]
        if entity in goes_on or not (changed or anew):
            continue
        there = _derive_one(connection, entity, joined=others)
        signal, clash = there.signal, there.answers_clash
        end = end_among(signal, others, clash=clash) if signal is not None else None
        for line in anew:
            _derive_one(connection, line.id, end=end)
    for line in went_on.keys() - goes_on.keys() - touched:
        _derive_one(connection, line)


def _derive_one(
    connection: Connection,
    entity: Id,
    *,
    joined: Sequence[SignalLine] = (),
    end: End | None = None,
) -> Folded:
    """Make the line of one signal anew, beside those that go on in it, or with its end."""
    known = fold(tuple(_events_about(connection, (entity,))))
    if known.signal is not None:
        line = _line_of(known.signal, known, joined=joined, end=end)
        which = update(_SIGNALS).where(_SIGNALS.c.id == entity)
        connection.execute(which.values(row_of(line)))
    return known


def _line_of(
    signal: RegisteredSignal,
    known: Folded,
    *,
    joined: Sequence[SignalLine] = (),
    end: End | None = None,
) -> SignalLine:
    """The line of one signal, as what is known of it stands now."""
    return line_of(
        signal, disputed=known.in_dispute, clash=known.answers_clash, joined=joined, end=end
    )


def _joined(connection: Connection) -> tuple[SignalLine, ...]:
    """The signals that go on in another one."""
    return lines_of(connection.exec_driver_sql(SELECT_JOINED))


def _teams(joined: Iterable[SignalLine]) -> frozenset[str]:
    return frozenset(line.team for line in joined)


def _empty(connection: Connection, entity: Id) -> None:
    """Let nothing of a signal stand here any more but that it was erased."""
    connection.execute(update(_EVENTS).where(_EVENTS.c.entity == entity).values(payload=None))
    connection.execute(delete(_DRAFTS).where(_DRAFTS.c.signal_id == entity))
    if entity.startswith(LESSON):
        lesson = entity.removeprefix(LESSON)
        connection.execute(delete(_LESSONS).where(_LESSONS.c.id == lesson))


def _erase_what_was_made_of(connection: Connection) -> None:
    """Erase the signals that stand in the place of one that was erased by somebody else.

    Two laptops may take a word out and erase at once; who erased meant what was made of it too.
    """
    erasing = select(_EVENTS).where(_EVENTS.c.kind == EventKind.ERASED)
    erased = tuple(map(event_of, connection.execute(erasing)))
    named = {mark for each in erased for mark in each.seen}
    about = {mark: Id(entity) for mark, entity in _among(connection, ABOUT, tuple(named))}
    orphans = made_of_erased(erased, about)
    if not orphans:
        return
    pen = _Pen(connection)
    for entity in orphans:
        heads = fold(_events_about(connection, (entity,))).heads
        pen.write(EventKind.ERASED, entity, erased_payload(), heads)
    pen.lay_down()
    _derive(connection, list(orphans))


def _empty_steps(connection: Connection, marks: Iterable[str]) -> None:
    """Let nothing of the first words of steps stand here any more."""
    which = _EVENTS.c.mark.in_(tuple(marks))
    connection.execute(update(_EVENTS).where(which).values(payload=None))


def _says(found: Event, texts: Collection[RegisteredSignal]) -> bool:
    """Whether an event tells one of these texts."""
    if not texts or found.kind != EventKind.SIGNAL or found.payload is None:
        return False
    try:
        return signal_of(found) in texts
    except ValueError:
        return False  # The fold complains of what cannot be read.


def _is_step(found: Event, step_id: Id) -> bool:
    if found.kind != EventKind.STEP or found.payload is None:
        return False
    return step_of(found).id == step_id
