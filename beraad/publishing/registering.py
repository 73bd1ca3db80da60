"""From an open beraad, through the gate, into the register; one action at a time."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

from beraad.errors import Solvable
from beraad.lessons.identity import identities
from beraad.privacy.clean import CleanedSignal, admitted, clean_signal
from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.find import KIND_LABELS, Find
from beraad.privacy.leaving.later import mark_of, open_places
from beraad.privacy.leaving.undecided import require_decided
from beraad.records import Id, RegisteredLesson, RegisteredSignal, Session, SignalStatus
from beraad.report.files import write
from beraad.report.json import render_signals
from beraad.signals.register import moved_to
from beraad.store.register import Register

_HARDLY = 0.1
"""Seconds to wait for another window that has the register open, while somebody types."""

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

    Raises Solvable for an oefening, and when the register cannot be written.
    """
    with _opened(path, tell) as register:
        earlier = next((each for each in register.signals() if each.id == session.id), None)
        signal = clean_signal(session, lexicon)
        register.put(registered(signal, identity=session.id, today=today, earlier=earlier))


def registered(
    cleaned: CleanedSignal, *, identity: Id, today: date, earlier: RegisteredSignal | None = None
) -> RegisteredSignal:
    """A cleaned signal as it stands in the register; its identity is that of the beraad.

    Written again it keeps what became of the earlier one. Raises Solvable for an oefening, which
    never stands among real signals, and while a place in it is undecided.
    """
    require_decided(cleaned)
    if cleaned.is_practice:
        raise Solvable(
            "Een signaal uit een oefening komt niet in het register.",
            kept="Je oefening is bewaard.",
            way_out="Je kunt het signaal wel als PDF bekijken.",
        )
    if earlier is not None:
        return replace(earlier, content=cleaned.content, team=cleaned.team, week=cleaned.week)
    return RegisteredSignal(
        id=identity,
        content=cleaned.content,
        team=cleaned.team,
        week=cleaned.week,
        registered_on=today,
    )


class AnswerOpen(Solvable):
    """Something was written about a signal that may point to somebody, and nobody decided yet."""

    def __init__(self, signal: RegisteredSignal, found: tuple[Find, ...]) -> None:
        kinds = ", ".join(dict.fromkeys(KIND_LABELS[one.kind] for one in found))
        name = signal.content.bottleneck or signal.content.what
        super().__init__(
            f"In het antwoord op het signaal “{name}” staat iets waaraan iemand te herkennen is: "
            f"{kinds}.",
            kept="Er is niets geschreven.",
            way_out="Open het register van signalen en beslis daar per plek: anders schrijven, of "
            "laten staan.",
        )


def moved(
    signal: RegisteredSignal,
    status: SignalStatus,
    path: Path,
    *,
    today: date,
    answer: str = "",
    is_read: bool = False,
    lexicon: Lexicon | None = None,
) -> tuple[RegisteredSignal, ...]:
    """Bring a signal in the register to its next status, and return all signals.

    `is_read` tells that somebody decided about every place in the answer. Raises AnswerOpen when
    nobody did and there is one, ValueError when the signal cannot become this, and Solvable when
    the register cannot be written.
    """
    return _put(
        moved_to(signal, status, today=today, answer=answer),
        path,
        is_read=is_read,
        lexicon=lexicon,
    )


def answer_read(signal: RegisteredSignal, answer: str, path: Path) -> tuple[RegisteredSignal, ...]:
    """Keep an answer as somebody let it stand after reading it, and return all signals.

    Raises Solvable when the register cannot be written.
    """
    done = replace(signal, answer=answer, answer_draft="")
    return _put(done, path, is_read=True, lexicon=None)


def put_back(
    signal: RegisteredSignal, after: RegisteredSignal, path: Path
) -> tuple[RegisteredSignal, ...] | None:
    """Let a signal be again as it was before it became `after`, and return all signals.

    None when something else became of it since. What is being typed about it stays. Raises
    Solvable when the register cannot be written.
    """
    with Register.open(path) as register:
        now = next((each for each in register.signals() if each.id == signal.id), None)
        if now is None or replace(now, answer_draft="") != replace(after, answer_draft=""):
            return None
        register.put(replace(signal, answer_draft=now.answer_draft or signal.answer_draft))
        return register.signals()


def answer_drafted(signal_id: Id, text: str, path: Path) -> tuple[RegisteredSignal, ...]:
    """Keep what is being typed as an answer, beside what was noted, and return all signals.

    It never leaves, so nobody has to decide about it yet. Somebody is typing and it is tried again,
    so another window is hardly waited for. Raises Solvable when the register cannot be written.
    """
    with Register.open(path, patience=_HARDLY) as register:
        for signal in register.signals():
            if signal.id == signal_id and signal.answer_draft != text:
                register.put(replace(signal, answer_draft=text))
        return register.signals()


def _put(
    signal: RegisteredSignal, path: Path, *, is_read: bool, lexicon: Lexicon | None
) -> tuple[RegisteredSignal, ...]:
    if is_read:
        signal = replace(signal, read=mark_of(signal))
    elif found := open_places(signal, lexicon):
        raise AnswerOpen(signal, found)
    with Register.open(path) as register:
        register.put(signal)
        return register.signals()


def signals_in(path: Path, *, tell: Tell = _nobody) -> tuple[RegisteredSignal, ...]:
    """All signals; none when there is no register yet. Raises Solvable."""
    if not path.exists():
        return ()
    with _opened(path, tell) as register:
        return register.signals()


def write_signals(
    signals: Iterable[RegisteredSignal],
    target: Path,
    *,
    replace: bool,
    lexicon: Lexicon | None = None,
) -> Path:
    """Write signals as one JSON file for others, and return its path.

    Raises AnswerOpen for the first signal about which something is open, and Solvable when the
    file cannot be written.
    """
    chosen = tuple(signals)
    for signal in chosen:
        if found := open_places(signal, lexicon):
            raise AnswerOpen(signal, found)
    data = render_signals(admitted(signal, lexicon) for signal in chosen).encode()
    return write(target, data, replace=replace)


def lessons_in(path: Path, *, tell: Tell = _nobody) -> tuple[RegisteredLesson, ...]:
    """All leerverslagen; none when there is no register yet. Raises Solvable."""
    if not path.exists():
        return ()
    with _opened(path, tell) as register:
        return register.lessons()


def put_lesson(session: Session, lesson: RegisteredLesson, path: Path) -> None:
    """Put an approved leerverslag in the register, in the place of an earlier one of this beraad.

    Raises Solvable when it cannot be written.
    """
    earlier = identities(session) - {lesson.id}
    with Register.open(path) as register:
        register.put_lesson(lesson)
        for one in register.lessons():
            if one.id in earlier:
                register.remove_lesson(one.id)


def withdraw(lesson_id: Id, path: Path) -> None:
    """Take a leerverslag out of the register. Raises Solvable when that fails."""
    with Register.open(path) as register:
        register.remove_lesson(lesson_id)
