"""Days to look back on or to answer, as a calendar file (RFC 5545, .ics) of whole days.

Only cleaned content becomes a day, and of a source in which a place is undecided no words come
along. The identity of a day follows from what it is about, so that a calendar that reads the file
again changes the day instead of adding another.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from typing import TypeGuard

from beraad.phases.dates import full_date
from beraad.privacy.clean import CleanedSession, CleanedSignal
from beraad.records import Id, StepKind
from beraad.report.compose.parts import brief, one_line
from beraad.report.visible import visible
from beraad.signals.life import Owed
from beraad.signals.telling import owed_sentence, usual_term

MAKER = "-//Beraad//Terugkijken en terugkoppelen//NL"
_LONGEST = 120
"""Characters of a text in the title of a day."""

_OCTETS = 75
"""The most octets on a line (RFC 5545, 3.1)."""

_TITLES = {
    StepKind.ANSWERED: "Antwoord op signaal",
    StepKind.PASSED_ON: "Signaal doorgeven",
    StepKind.SHARPENED: "Signaal scherper maken",
    StepKind.TOLD: "Team vertellen wat eruit kwam",
    StepKind.TEAM_SAID: "Team vragen of het hielp",
    StepKind.CLOSED: "Signaal sluiten of opnieuw doorgeven",
    StepKind.JOINED: "Uitzoeken met welk signaal dit verdergaat",
}
_LATE_FOR = 91
"""Days after which an agreement that nobody looked back on is no longer put in a calendar."""
_CLASH = "Antwoorden botsen: kies eerst"


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """One whole day in a calendar.

    Attributes:
        uid: the same whenever it is about the same thing.
        title: what a calendar shows; `told` what it says when it is opened.
        late_since: the day that has passed, of what stands on today because it still has to be
            done; None of what is on time.
    """

    uid: str
    on: date
    title: str
    told: str = ""
    late_since: date | None = None


def agreement_days(
    cleaned: CleanedSession,
    *,
    since: date,
    ended: Collection[Id] = (),
    names_team: bool = False,
) -> Iterator[Day]:
    """The days on which agreements are looked back on, from `since`; without what has ended.

    What should have been looked back on in the months before, stands on that day. `names_team`
    tells that nothing in the name of the team points to somebody: it is named then while something
    else is undecided as well.
    """
    is_open = bool(cleaned.open_count)
    team = one_line(cleaned.team) if names_team or not is_open else ""
    whose = f"({team})" if team else ""
    for agreement in cleaned.agreements:
        day = agreement.look_back
        if agreement.id in ended or not agreement.what.strip() or not is_asked(day, since):
            continue
        what = "" if is_open else brief(agreement.what, _LONGEST)
        role = "" if is_open else one_line(agreement.role)
        title = "Terugkijken op een afspraak"
        told = (
            f"Team: {team}" if team else "",
            f"Wie: {role}" if role else "",
            "Vraag het in de opening van het volgende beraad, bij Sinds vorige keer.",
        )
        yield _day_of(
            _uid("afspraak", agreement.id),
            day,
            since,
            title=" ".join(filter(None, (f"Terugkijken: {what}" if what else title, whose))),
            told=told,
        )


def is_asked(look_back: date | None, today: date) -> TypeGuard[date]:
    """Whether an agreement has a day to look back on that comes, or passed not long ago."""
    return look_back is not None and (today - look_back).days <= _LATE_FOR


def signal_day(cleaned: CleanedSignal, signal_id: Id, owing: Owed, today: date) -> Day:
    """The last day of the step that is owed for a signal; today when that day has passed."""
    is_open = bool(cleaned.open_count)
    content = cleaned.content
    name = "" if is_open else brief(content.bottleneck or content.what, _LONGEST)
    title = _CLASH if owing.clash else _TITLES[owing.what]
    whose = f"({one_line(cleaned.team)})" if cleaned.team.strip() and not is_open else ""
    told = (
        "" if is_open else owed_sentence(owing),
        "" if owing.agreed else f"Dit is {usual_term(owing)}.",
        f"Team: {one_line(cleaned.team)}" if cleaned.team.strip() and not is_open else "",
    )
    return _day_of(
        _uid("signaal", signal_id),
        owing.by,
        today,
        title=" ".join(filter(None, (f"{title}: {name}" if name else title, whose))),
        told=told,
    )


def _day_of(uid: str, due: date, today: date, *, title: str, told: Iterable[str]) -> Day:
    """The day on which something is due; what is late stands on today, and says so."""
    is_late = due < today
    passed = f"Over tijd: de dag was {full_date(due)}." if is_late else ""
    return Day(
        uid=uid,
        on=max(due, today),
        title=f"Over tijd: {title}" if is_late else title,
        told="\n".join(filter(None, (passed, *told))),
        late_since=due if is_late else None,
    )


def render_agenda(days: Iterable[Day], *, now: datetime) -> bytes:
    """The calendar file; `now` is when it was made, with its time zone."""
    stamp = now.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{MAKER}", "CALSCALE:GREGORIAN"]
    for day in sorted(days, key=_urgency):
        lines += [
            "BEGIN:VEVENT",
            f"UID:{day.uid}",
            f"DTSTAMP:{stamp}",
            f"DTSTART;VALUE=DATE:{_day(day.on)}",
            *_ends(day.on),
            f"SUMMARY:{_text(day.title)}",
            *((f"DESCRIPTION:{_text(day.told)}",) if day.told else ()),
            "TRANSP:TRANSPARENT",
            "CLASS:PRIVATE",
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line)).encode()


def _urgency(day: Day) -> tuple[date, date, str, str]:
    """What is late first, and of that what is late longest; then day after day."""
    return day.on, day.late_since or day.on, day.title, day.uid


def _ends(on: date) -> Iterator[str]:
    """The day after it; the last day there is has none, and a day without an end is one day."""
    if on < date.max:
        yield f"DTEND;VALUE=DATE:{_day(on + timedelta(days=1))}"


def _day(on: date) -> str:
    """A day as a calendar writes it; `strftime` leaves the zeros of an early year away."""
    return on.isoformat().replace("-", "")


def _uid(kind: str, about: Id) -> str:
    """The records themselves stay unknown to who has the calendar."""
    return f"{sha256(f'{kind} {about}'.encode()).hexdigest()[:32]}@beraad"


def _text(text: str) -> str:
    """A text as the value of a property (RFC 5545, 3.3.11)."""
    shown = "\n".join(map(visible, text.splitlines()))
    for sign in ("\\", ";", ","):
        shown = shown.replace(sign, f"\\{sign}")
    return shown.replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """The line in pieces of at most 75 octets that break no character; each next with a space."""
    piece = ""
    room = _OCTETS
    for sign in line:
        size = len(sign.encode())
        if size > room:
            yield piece
            piece, room = " ", _OCTETS - 1
        piece += sign
        room -= size
    yield piece
