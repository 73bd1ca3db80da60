"""`beraad antwoord`: what came back on a signal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from textwrap import indent

from beraad.cli.streams import say_text
from beraad.phases.dates import full_date
from beraad.phases.phrasing import capital, listed
from beraad.publishing.answered import NOT_KNOWN, Answer, answer, is_called
from beraad.records import SignalLine
from beraad.report.inspecting.apart import written_apart
from beraad.report.returned import Kind
from beraad.signals.form_marks import answered_by
from beraad.signals.telling import outcome_words
from beraad.store.register_lines import signal_lines

_NOTHING = "Er staat geen antwoord in dit bestand: er is niets ingevuld."
_NAMED = (
    "In het vak voor de rol staat een naam, adres of nummer. Beraad laat die weg: vul zelf een rol "
    "in."
)
_DOUBTFUL = "Kijk of in de rol geen naam staat: Beraad weet dat niet zeker."
_AHEAD = "De datum moet nog komen. Vraag welke dag het is, of noteer de dag waarop je het kreeg."
_EARLIER = "De datum ligt vóór {}, toen het signaal is doorgegeven. Vraag welke dag het is."
_CROSSES = "Er staat een kruisje bij meer dan één antwoord. Vraag welk antwoord geldt."
_NO_REASON = "Er staat niet bij waarom er niets verandert. Vraag dat na: het team wil het weten."
_NO_DAY = "“{}” is geen dag die bestaat, of is niet te lezen. Vraag welke dag het is."
_NO_CROSS = "Er staat geen kruisje bij een antwoord. Vraag welk antwoord geldt."
_NAMED_AT_MOST = 3
_UNSEEN = (
    "Beraad kan in dit bestand niet zien wat er buiten de vakken is veranderd. Kijk dat zelf na."
)
_ELSEWHERE = "Dit formulier hoort bij een signaal dat niet in dit register staat."
_NEXT = (
    "Er is niets veranderd. Noteer het in het venster: Signalen, kies het signaal, “Antwoord "
    "opschrijven”."
)

_NEXT_ELSEWHERE = (
    "Er is niets veranderd. Lees eerst het register in waarin dit signaal staat (`beraad register "
    "in`), en noteer het dan in het venster: Signalen, kies het signaal, "
    "“Antwoord opschrijven”."
)


def tell_answer(
    path: Path, say: Callable[[str], None], *, today: date, register: Path | None = None
) -> None:
    """Tell what was answered in a signal that was sent back; never whose name it carries.

    And to which signal of the register its form belongs, when it says so.

    Raises Solvable for another kind of file, and for one that is not what its name says.
    """
    written = written_apart(path, Kind.ANSWER)
    found = answer(written, today=today)
    if found.is_empty:
        say(_NOTHING)
        return
    line = None
    if not found.about:
        lines = signal_lines(register) if register is not None else ()
        say_text(f"{NOT_KNOWN}\n  {_by_title(found, lines)}\n", say)
    elif register is not None:
        line = answered_by(found.about, signal_lines(register))
        whose = f"“{line.title}”, {line.team}" if line else _ELSEWHERE
        say_text(f"Signaal\n  {whose}\n", say)
    crossed = "\n".join(capital(outcome_words(one)) for one in found.outcomes)
    for label, told in (
        ("Antwoord", crossed),
        ("Toelichting", found.words),
        ("Het ligt nu bij", found.to),
        ("Rol", found.role),
        ("Datum", full_date(found.on) if found.on else ""),
        ("Er staat meer dan ik las", found.more),
    ):
        if told:
            say_text(f"{label}\n{indent(told, '  ', lambda _: True)}\n", say)
    for asked in _asks(found):
        say_text(f"{asked}\n", say)
    if found.on and found.on > today:
        say_text(f"{_AHEAD}\n", say)
    if found.on and line and line.asked_on and found.on < line.asked_on:
        say_text(f"{_EARLIER.format(full_date(line.asked_on))}\n", say)
    if found.named:
        say_text(f"{_NAMED}\n", say)
    say(_NEXT_ELSEWHERE if found.about and register is not None and line is None else _NEXT)


def _by_title(found: Answer, lines: Iterable[SignalLine]) -> str:
    """What the title of a form without a mark tells."""
    whose = [f"“{one.title}”, {one.team}" for one in lines if is_called(found, one.title)]
    if whose:
        return f"Het heet zoals {listed(whose[:_NAMED_AT_MOST])}. Kijk zelf of het daarover gaat."
    return "Kijk zelf op het formulier, of vraag het aan wie antwoordde."


def _asks(found: Answer) -> Iterator[str]:
    """What has to be asked of who answered."""
    if found.lacks_choice:
        yield _NO_CROSS
    if len(found.outcomes) > 1:
        yield _CROSSES
    if found.lacks_reason:
        yield _NO_REASON
    if found.day_unread:
        yield _NO_DAY.format(found.day_unread)
    if found.doubtful:
        yield _DOUBTFUL
    if found.unseen:
        yield _UNSEEN
