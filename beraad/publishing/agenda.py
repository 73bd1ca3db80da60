"""From the beraden and the register to a calendar: when to look back, and who owes what by when."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from datetime import date, datetime
from pathlib import Path

from beraad.errors import Solvable
from beraad.phases.dates import full_date
from beraad.privacy.clean import admitted, clean, team_is_decided
from beraad.privacy.dutch.lexicon import Lexicon
from beraad.records import Id, Session, SignalLine, StepKind
from beraad.report.agenda import MAKER, Day, agreement_days, is_asked, render_agenda, signal_day
from beraad.report.files import write
from beraad.signals.telling import counted_days
from beraad.signals.told_back import ends_of, owed_among
from beraad.store.catalog import each_once
from beraad.store.places import register_path
from beraad.store.register import Register
from beraad.store.register_lines import practice_since, signal_lines
from beraad.store.session_reading import SessionReading
from beraad.untrusted import begin_of

FILE_NAME = "beraad.ics"
_SIZE = 200
"""Bytes at the beginning of a file, in which its maker is named."""


class NoAgendaOfOurs(Solvable):
    """The file that would be overwritten was not made by Beraad."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path.name} bestaat al, en is geen agenda die Beraad maakte.",
            kept="Het bestand blijft zoals het is.",
            way_out="Kies een andere naam.",
        )


def _always() -> bool:
    return True


def agenda_of(
    folder: Path,
    *,
    today: date,
    lexicon: Lexicon | None = None,
    goes_on: Callable[[], bool] = _always,
) -> tuple[tuple[Day, ...], int]:
    """All days from today, and how many beraden could not be read. Never of an oefening.

    What is late and still has to be done stands on today.

    Raises Solvable when the register cannot be read.
    """
    days = list(_of_signals(register_path(folder, practice=False), today, lexicon, goes_on))
    sessions, unread = _sessions(folder, goes_on)
    ended = {
        one.id for each in sessions for one in each.earlier_agreements if not one.kept.comes_back
    }
    for session in sessions:
        if not goes_on():
            break
        if _has_days(session, today, ended):
            days += agreement_days(
                clean(session, lexicon),
                since=today,
                ended=ended,
                names_team=team_is_decided(session, lexicon),
            )
    return tuple(days), unread


def write_agenda(days: tuple[Day, ...], path: Path, *, now: datetime) -> Path:
    """Write the calendar; an earlier one of ours makes way.

    Raises NoAgendaOfOurs for any other file, and Solvable when it cannot be written.
    """
    if path.exists() and not _is_ours(path):
        raise NoAgendaOfOurs(path)
    return write(path, render_agenda(days, now=now), replace=True)


def told_days(days: Collection[Day], today: date) -> str:
    """How many days there are to put in a calendar, and how many of them press."""
    if not days:
        return "er is nu niets om in je agenda te zetten"
    late = [day.late_since for day in days if day.late_since is not None]
    now = sum(day.on == today and day.late_since is None for day in days)
    pressing = (
        f"{len(late)} over tijd, het langst sinds {full_date(min(late))}" if late else "",
        f"{now} vandaag" if now else "",
    )
    told = "; ".join(filter(None, pressing))
    return f"{counted_days(len(days))}{f': {told}' if told else ''}"


def _of_signals(
    path: Path, today: date, lexicon: Lexicon | None, goes_on: Callable[[], bool]
) -> Iterator[Day]:
    if practice_since(path) is not None:
        return
    wanted = [line.id for line in signal_lines(path) if _has_day(line)]
    if not wanted:
        return
    with Register.open(path) as register:
        ends = ends_of(register.joined_lines())
        for each in wanted:
            if not goes_on():
                return
            found = register.folded(each)
            signal = found.signal
            if signal is None:
                continue
            owing = owed_among(signal, ends.get(each, ()), clash=found.answers_clash)
            if owing is not None:
                yield signal_day(admitted(signal, lexicon), signal.id, owing, today)


def _has_day(line: SignalLine) -> bool:
    """Whether a signal has a day of its own; a joined one that of the signal it goes on in."""
    goes_on = line.goes_on_with is not None and line.owed is not StepKind.JOINED
    return line.by is not None and not goes_on


def _sessions(folder: Path, goes_on: Callable[[], bool]) -> tuple[tuple[Session, ...], int]:
    """Every real beraad once, as it was changed last."""
    lines, unreadable = each_once(folder, goes_on=goes_on)
    unread = len(unreadable)
    found: list[Session] = []
    for line in lines:
        if not goes_on():
            return (), 0
        if line.is_practice:
            continue
        try:
            session = SessionReading.open(line.path).session
        except Solvable:
            unread += 1
            continue
        if not session.is_practice:
            found.append(session)
    return tuple(found), unread


def _has_days(session: Session, today: date, ended: set[Id]) -> bool:
    return any(is_asked(one.look_back, today) and one.id not in ended for one in session.agreements)


def _is_ours(path: Path) -> bool:
    try:
        return MAKER.encode() in begin_of(path, _SIZE)
    except OSError:
        return False
