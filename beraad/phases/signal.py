"""Het structurele signaal: wat er geschreven wordt als een casus geen incident is."""

from __future__ import annotations

from collections.abc import Iterator

from beraad.phases.model import Field, FieldKind, any_text
from beraad.phases.wording import SIGNAL_LEVEL_LABELS
from beraad.records import Employment, Session


def _text(name: str, label: str, hint: str = "", *, suggestions: str = "") -> Field:
    return Field(
        section="signal", name=name, label=label, hint=hint, suggestions=suggestions, needed=True
    )


def _line(name: str, label: str, hint: str = "", *, suggestions: str = "") -> Field:
    return Field(
        section="signal",
        name=name,
        label=label,
        hint=hint,
        kind=FieldKind.LINE,
        suggestions=suggestions,
        needed=True,
    )


BOTTLENECK = _line("bottleneck", "Knelpunt", "in een paar woorden", suggestions="knelpunten")
WHAT = _text("what", "Wat gebeurt er?", "Wat zien jullie steeds gebeuren, los van deze casus?")
PROCESS = _line("process", "In welke regel of welk proces?", "regel, werkproces of systeem")
LEVEL = Field(
    section="signal",
    name="level",
    label="Waar zit het?",
    kind=FieldKind.CHOICE,
    choices=tuple(SIGNAL_LEVEL_LABELS.items()),
    needed=True,
)
EFFECT = _text("effect", "Wat doet het met inwoners?")
FREQUENCY = _line("frequency", "Hoe vaak?", "bijvoorbeeld: vier keer in drie maanden")
SINCE = _line("since", "Sinds wanneer?")
SEEN_BY = _line("seen_by", "Wie zien het?", "teams of rollen, geen namen")
CUSTOM_TRIED = _text("custom_tried", "Welk maatwerk is geprobeerd?")
CUSTOM_FALLS_SHORT = _text("custom_falls_short", "Waarom is dat niet genoeg?")
WISH = _text("wish", "Wat is er nodig?", "Wat vragen jullie, concreet?")
RECIPIENT = _line("recipient", "Aan wie geven jullie het door?", suggestions="routes")
SENDER_ROLE = _line("sender_role", "Wie geeft het door?", "een rol")
ANSWER_DUE = Field(
    section="signal",
    name="answer_due",
    label="Antwoord afgesproken voor",
    kind=FieldKind.DATE,
    needed=True,
)
REPORTS_BACK = _line("reports_back", "Wie koppelt terug aan het team?", "een rol")

FIELDS = (
    BOTTLENECK,
    WHAT,
    PROCESS,
    LEVEL,
    EFFECT,
    FREQUENCY,
    SINCE,
    SEEN_BY,
    CUSTOM_TRIED,
    CUSTOM_FALLS_SHORT,
    WISH,
    RECIPIENT,
    SENDER_ROLE,
    ANSWER_DUE,
    REPORTS_BACK,
)


def missing(session: Session) -> Iterator[str]:
    """What a signal still needs before anybody can answer it."""
    signal = session.signal
    if not any_text(signal.what):
        yield "Wat er gebeurt staat er nog niet."
    if _seen_by_contracted(session) and "opdracht" not in signal.seen_by.casefold():
        yield "Ook iemand in opdracht zag dit. Zet “in opdracht” bij “Wie zien het?”."
    if signal.level is None:
        yield "Waar zit het?"
    if not any_text(signal.recipient):
        yield "Aan wie geven jullie het door?"
    if signal.answer_due is None:
        yield "Voor wanneer is een antwoord afgesproken?"


def _seen_by_contracted(session: Session) -> bool:
    """Whether somebody was there who works for the municipality in opdracht.

    They feel heard less than those in dienst, and seldom hear what came of a signal.
    """
    return any(each.employment is Employment.CONTRACTED for each in session.participants)
