"""What stands open for a team: agreements of its earlier beraden, and answers on its signals.

Reads files, and writes nothing; works beside the window. What is taken from another beraad passed
the gate of that beraad first: it knows the names that were written down there, and this one does
not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from pathlib import Path

from beraad.errors import Solvable
from beraad.phases.since import same_team
from beraad.privacy.clean import clean, clean_signal
from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.leaving.later import open_in_step
from beraad.records import (
    Agreement,
    AnswerToTell,
    EarlierAgreement,
    Id,
    OpenAgreement,
    PhaseKey,
    RegisteredSignal,
    Session,
    SignalLine,
    SignalStatus,
    SinceLastTime,
    Step,
)
from beraad.report.compose.signal import said_in
from beraad.signals.life import life
from beraad.signals.told_back import goes_on_in, has_heard
from beraad.store.catalog import Summary, as_read, keep_newest
from beraad.store.register import Register
from beraad.store.register_lines import practice_since, signal_lines
from beraad.store.session_reading import SessionReading

_MOST = 12
"""Beraden of a team that are looked into, the latest first."""

_LONGEST_AGO = timedelta(days=400)
"""What was agreed or answered longer ago is not asked about any more."""

_TO_TELL = frozenset({SignalStatus.ANSWERED, SignalStatus.TOLD})
_ANSWERED = _TO_TELL | {SignalStatus.WEIGHED, SignalStatus.CLOSED}


def _always() -> bool:
    return True


def since_last_time(
    session: Session,
    folder: Path,
    register: Path,
    lexicon: Lexicon | None = None,
    *,
    goes_on: Callable[[], bool] = _always,
) -> SinceLastTime:
    """What stands open for the team of this beraad; nothing for an oefening or without a team.

    A file that cannot be read is left out and counted. When `goes_on` says no, reading stops.
    """
    if session.is_practice or not session.opening.team.strip():
        return SinceLastTime()
    earlier = tuple(_earlier(session, folder, goes_on))
    held = [line.held_on for line in earlier if _was_held(line)]
    since = session.opening.held_on - _LONGEST_AGO
    recent = [line for line in earlier if line.held_on >= since][:_MOST]
    agreements, unread = _agreements(recent, lexicon, goes_on)
    answers: list[AnswerToTell | None] = []
    trouble = ""
    try:
        answers += _answers(session, register, lexicon)
    except Solvable as problem:
        trouble = problem.happened
    return SinceLastTime(
        last_held=max(held, default=None),
        agreements=agreements,
        answers=tuple(one for one in answers if one is not None),
        unread=unread,
        unread_answers=answers.count(None),
        register_unread=trouble,
    )


def _earlier(session: Session, folder: Path, goes_on: Callable[[], bool]) -> Iterator[Summary]:
    """The real beraden of this team until this one, the latest first and each once.

    Names begin with the week, the latest first: long ago only one is needed, to know its day.
    """
    newest: dict[Id, Summary] = {}
    since = session.opening.held_on - _LONGEST_AGO
    for line in as_read(folder):
        if not goes_on():
            return
        is_old = isinstance(line, Summary) and line.held_on < since
        if is_old and any(map(_was_held, newest.values())):
            break
        if not isinstance(line, Summary) or line.is_practice or line.id == session.id:
            continue
        if line.held_on > session.opening.held_on:
            continue
        if not same_team(line.team, session.opening.team):
            continue
        keep_newest(newest, line)
    yield from sorted(newest.values(), key=_latest_first, reverse=True)


def _was_held(line: Summary) -> bool:
    return bool(set(line.filled) - {PhaseKey.OPENING})


def _latest_first(line: Summary) -> tuple[int, float, str]:
    return line.held_on.toordinal(), line.changed_at.timestamp(), line.id


def _agreements(
    lines: Iterable[Summary], lexicon: Lexicon | None, goes_on: Callable[[], bool]
) -> tuple[tuple[OpenAgreement, ...], int]:
    """The agreements that still ask to be looked back on, and how many files were not read.

    What was last said of an agreement decides: a later beraad comes first.
    """
    spoken_of: set[Id] = set()
    found: list[OpenAgreement] = []
    unread = 0
    for line in lines:
        if not goes_on():
            break
        try:
            session = SessionReading.open(line.path).session
        except Solvable:
            unread += 1
            continue
        if session.earlier_agreements or any(one.what.strip() for one in session.agreements):
            found += _still_open(session, spoken_of, lexicon)
            spoken_of |= {one.id for one in session.earlier_agreements}
            spoken_of |= {one.id for one in session.agreements}
    return tuple(found), unread


def _still_open(
    session: Session, spoken_of: set[Id], lexicon: Lexicon | None
) -> Iterator[OpenAgreement]:
    came_back = {one.id for one in session.earlier_agreements if one.kept.comes_back} - spoken_of
    ended = {one.id for one in session.earlier_agreements} | spoken_of
    made = {one.id for one in session.agreements if one.what.strip()} - ended
    if not came_back and not made:
        return
    cleaned = clean(session, lexicon, cautious=True)
    for one in cleaned.earlier_agreements:
        if one.id in came_back:
            yield _again(one)
    for agreement in cleaned.agreements:
        if agreement.id in made:
            yield _open(agreement, session, cleaned.title)


def _again(one: EarlierAgreement) -> OpenAgreement:
    return OpenAgreement(
        id=one.id,
        what=one.what,
        role=one.role,
        look_back=one.look_back,
        agreed_on=one.agreed_on,
        last=one.kept,
    )


def _open(agreement: Agreement, session: Session, title: str) -> OpenAgreement:
    return OpenAgreement(
        id=agreement.id,
        what=agreement.what,
        role=agreement.role,
        look_back=agreement.look_back or agreement.due,
        agreed_on=session.opening.held_on,
        title=title,
    )


def _answers(
    session: Session, path: Path, lexicon: Lexicon | None
) -> Iterator[AnswerToTell | None]:
    """The answers to tell; None for one whose words nobody read yet."""
    lines = () if practice_since(path) is not None else signal_lines(path)
    if not lines:
        return
    names = {session.opening.team, clean_signal(session, lexicon).team}
    mine = [line for line in lines if any(same_team(line.team, name) for name in names)]
    known = {line.id: line for line in lines}
    wanted: dict[Id, SignalLine] = {}
    for line in mine:
        if (there := _answered_in(line, known)) is not None:
            wanted.setdefault(there, line)
    if not wanted:
        return
    since = session.opening.held_on - _LONGEST_AGO
    with Register.open(path) as register:
        for there, line in wanted.items():
            found = register.folded(there)
            signal = None if found.answers_clash else found.signal
            answer = life(signal).answer if signal else None
            if signal is None or answer is None or answer.on < since:
                continue
            if there != line.id and has_heard(signal, line.team):
                continue
            yield None if open_in_step(answer, lexicon) else _to_tell(line, signal, answer)


def _answered_in(line: SignalLine, known: dict[Id, SignalLine]) -> Id | None:
    """The signal with an answer that this team has to hear; None without one."""
    if line.goes_on_with is None:
        asks = line.status is SignalStatus.TOLD and line.unanswered  # Nothing is asked of it.
        return line.id if line.status in _TO_TELL and not asks else None
    there = goes_on_in(line, known)
    other = known.get(there) if there else None
    if other is None or same_team(other.team, line.team):
        return None
    return other.id if other.status in _ANSWERED else None


def _to_tell(line: SignalLine, signal: RegisteredSignal, answer: Step) -> AnswerToTell:
    joined = line.id != signal.id
    told = life(signal).told
    return AnswerToTell(
        signal=signal.id,
        answer=answer.id,
        title=line.title,
        team=line.team,
        said=said_in(answer),
        change=answer.change,
        answered_on=answer.on,
        told_before=told.on if told and not joined else None,
        joined=joined,
    )
