"""From an open beraad, through the gate, into the register; one action at a time."""

from __future__ import annotations

from collections.abc import Callable, Collection, Generator, Iterable
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from enum import StrEnum
from pathlib import Path

from beraad.errors import Solvable
from beraad.lessons.identity import identities
from beraad.privacy.clean import CleanedSignal, admitted, clean_signal
from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.leaving.undecided import require_decided
from beraad.publishing.stepping import require_read
from beraad.records import Id, RegisteredLesson, RegisteredSignal, Session, SignalLink
from beraad.report.files import write_all
from beraad.report.json import render_signals
from beraad.report.signal_rows import render_signal_rows
from beraad.signals.fold import Folded
from beraad.signals.lines import lines_among
from beraad.signals.told_back import ends_of
from beraad.store.register import Register

Tell = Callable[[Solvable], None]
"""Is told what was found beside the register and set aside; nothing was lost by it."""


def _nobody(told: Solvable) -> None:
    del told


@contextmanager
def _opened(path: Path, tell: Tell = _nobody) -> Generator[Register]:
    with Register.open(path) as register:
        yield register
    if register.told is not None:
        tell(register.told)


def put_in_register(
    session: Session,
    path: Path,
    *,
    today: date,
    lexicon: Lexicon | None = None,
    tell: Tell = _nobody,
) -> None:
    """Put the signal of a beraad in the register; written again it replaces the earlier text.

    Raises Solvable for an oefening, for an oefenregister, and when it cannot be written.
    """
    signal = clean_signal(session, lexicon)
    require_registrable(signal)
    with _opened(path, tell) as register:
        require_real(register)
        link = session.signal_link.signal_id
        identity = register.identity_of(session.id) if link in {None, session.id} else Id(str(link))
        known = register.folded(identity)
        if known.erased:
            raise _was_erased()
        register.put(registered(signal, identity=identity, today=today, earlier=known.signal))


def with_identity(session: Session, path: Path) -> Session:
    """A beraad that knows by what the register at `path` knows its signal, so that a form can say.

    A beraad of before signals had an identity gets the one that the register remembers, or will
    use. An oefening has none. The same session when the register cannot be read.
    """
    is_known = session.signal_link.signal_id not in {None, session.id}
    if is_known or session.is_practice or session.signal.is_empty:
        return session
    try:
        with Register.open(path) as register:
            identity = register.identity_of(session.id)
    except Solvable:
        return session
    return replace(session, signal_link=SignalLink(signal_id=identity))


def is_registered(session: Session, path: Path) -> bool:
    """Whether the signal at hand stands in the register. Raises Solvable."""
    return bool(in_register(session, (session.signal_at_hand,), path))


def says_otherwise(cleaned: CleanedSignal, session: Session, path: Path) -> bool:
    """Whether the register holds other words of this signal than the beraad now. Raises Solvable.

    False as well when it stands in no register yet.
    """
    if not path.exists():
        return False
    with Register.open(path) as register:
        found = found_of(session, session.signal_at_hand, register)
    return (
        found is not None and found.signal is not None and found.signal.content != cleaned.content
    )


def in_register(session: Session, known: Iterable[Id], path: Path) -> frozenset[Id]:
    """Which of these signals of a beraad stand in the register. Raises Solvable."""
    if not path.exists():
        return frozenset()
    with Register.open(path) as register:
        return frozenset(
            each
            for each in known
            if (found := found_of(session, each, register)) and found.signal is not None
        )


def found_of(session: Session, known: Id, register: Register) -> Folded | None:
    """What the register has of this signal of a beraad; None when it never heard of it.

    Raises Solvable.
    """
    name = register.known_identity_of(known) if known == session.id else known
    return None if name is None else register.folded(name)


def written_signals(session: Session) -> tuple[Id, ...]:
    """The signals of a beraad in which something was written, the one at hand first."""
    here = () if session.signal.is_empty else (session.signal_at_hand,)
    return (*here, *(each.id for each in session.other_signals if not each.is_empty))


def _was_erased() -> Solvable:
    return Solvable(
        "Dit signaal is uit het register gewist. Het komt daar niet terug.",
        kept="In je beraad staat het nog.",
        way_out="Is het toch nodig, kies dan in ronde 8 “+ Nog een signaal” en schrijf het "
        "zonder wat weg moest.",
    )


def require_registrable(cleaned: CleanedSignal) -> None:
    """Raise Solvable for an oefening, and while a place in a signal is undecided."""
    require_decided(cleaned)
    if cleaned.is_practice:
        raise Solvable(
            "Een signaal uit een oefening komt niet in het register.",
            kept="Je oefening is bewaard.",
            way_out="Je kunt het signaal wel als PDF bekijken.",
        )


def require_real(register: Register) -> None:
    """Raise Solvable for an oefenregister: nothing of a real beraad comes into it."""
    if register.practice_since() is not None:
        raise Solvable(
            "Dit is een oefenregister: er komt niets van een echt beraad in.",
            kept="Je beraad is bewaard.",
            way_out="Zet het beraad in je eigen map en geef het signaal daar door.",
        )


def registered(
    cleaned: CleanedSignal, *, identity: Id, today: date, earlier: RegisteredSignal | None = None
) -> RegisteredSignal:
    """A cleaned signal as it stands in the register.

    Written again it keeps what became of the earlier one. Raises Solvable for an oefening, which
    never stands among real signals, and while a place in it is undecided.
    """
    require_registrable(cleaned)
    if earlier is not None:
        return replace(earlier, content=cleaned.content, team=cleaned.team, week=cleaned.week)
    return RegisteredSignal(
        id=identity,
        content=cleaned.content,
        team=cleaned.team,
        week=cleaned.week,
        registered_on=today,
    )


def signals_in(path: Path, *, tell: Tell = _nobody) -> tuple[RegisteredSignal, ...]:
    """All signals; none when there is no register yet. Raises Solvable."""
    if not path.exists():
        return ()
    with _opened(path, tell) as register:
        return register.signals()


def clashing_in(path: Path) -> frozenset[Id]:
    """The signals with two answers of which nobody chose one; none without a register.

    Raises Solvable.
    """
    if not path.exists():
        return frozenset()
    with Register.open(path) as register:
        disputed = (line.id for line in register.lines() if line.disputed)
        return frozenset(each for each in disputed if register.folded(each).answers_clash)


class SignalForm(StrEnum):
    """In what form signals are written for others; its value is how the file ends."""

    JSON = "json"
    CSV = "csv"


def write_signals(
    signals: Iterable[RegisteredSignal],
    target: Path,
    *,
    replace: bool,
    forms: Collection[SignalForm] = (SignalForm.JSON,),
    among: Iterable[RegisteredSignal] | None = None,
    clashing: Collection[Id] = (),
    lexicon: Lexicon | None = None,
    practice: bool = False,
    goes_on: Callable[[int, int], None] = lambda _done, _total: None,
) -> tuple[Path, ...]:
    """Write signals for others, one file for each form, all or none; returns their paths.

    They are called as `target`, each with its own ending. `among` are all signals of the register,
    when these are but some: how far one has come follows from both. Of those that are `clashing`
    two answers stand side by side. In `practice` they come from an oefenregister, and each says so.
    `goes_on` hears how many have been read, of how many.
    Raises StepOpen for the first signal about which something is
    open, and Solvable when a file cannot be written.
    """
    chosen = tuple(signals)
    for place, signal in enumerate(chosen):
        goes_on(place, len(chosen))
        require_read(signal, lexicon)
    goes_on(len(chosen), len(chosen))
    ends = ends_of(lines_among(chosen if among is None else among, clashing).values())
    cleaned = tuple(
        admitted(
            signal,
            lexicon,
            joined=ends.get(signal.id, ()),
            clash=signal.id in clashing,
            practice=practice,
        )
        for signal in chosen
    )
    made: dict[SignalForm, Callable[[], bytes]] = {
        SignalForm.JSON: lambda: render_signals(cleaned).encode(),
        SignalForm.CSV: lambda: render_signal_rows(cleaned),
    }
    files = {target.with_suffix(f".{form}"): made[form]() for form in forms}
    return write_all(files, replace=replace) or ()


def lessons_in(path: Path, *, tell: Tell = _nobody) -> tuple[RegisteredLesson, ...]:
    """All leerverslagen; none when there is no register yet. Raises Solvable."""
    if not path.exists():
        return ()
    with _opened(path, tell) as register:
        return register.lessons()


def put_lesson(session: Session, lesson: RegisteredLesson, path: Path) -> None:
    """Put an approved leerverslag in the register, in the place of an earlier one of this beraad.

    Raises Solvable for an oefenregister, and when it cannot be written.
    """
    earlier = identities(session) - {lesson.id}
    with Register.open(path) as register:
        require_real(register)
        register.put_lesson(lesson)
        for one in register.lessons():
            if one.id in earlier:
                register.remove_lesson(one.id)


def withdraw(lesson_id: Id, path: Path, *, patience: float | None = None) -> None:
    """Take a leerverslag out of the register. Raises Solvable when that fails.

    `patience` is how many seconds to wait for another window, when not the usual time.
    """
    with Register.open(path, patience=patience) as register:
        register.remove_lesson(lesson_id)


def put_back(lesson: RegisteredLesson, path: Path) -> None:
    """Put a leerverslag that was taken out in its place again. Raises Solvable when that fails."""
    with Register.open(path) as register:
        register.put_lesson(lesson)
