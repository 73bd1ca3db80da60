"""Het structurele signaal: wat er geschreven wordt als een casus geen incident is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from beraad.phases.dates import full_date
from beraad.phases.model import Field, FieldKind, any_text
from beraad.phases.wording import SEVERITY_LABELS, SIGNAL_LEVEL_LABELS, SIGNAL_SCALE_LABELS
from beraad.records import Employment, Session, SignalContent


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


def _more(name: str, label: str, hint: str = "") -> Field:
    return Field(section="signal", name=name, label=label, hint=hint, extra=True)


def _more_line(name: str, label: str, hint: str = "") -> Field:
    return Field(
        section="signal", name=name, label=label, hint=hint, kind=FieldKind.LINE, extra=True
    )


def _check(name: str, label: str) -> Field:
    return Field(section="signal", name=name, label=label, kind=FieldKind.CHECK, extra=True)


BOTTLENECK = _line("bottleneck", "Knelpunt", "in een paar woorden", suggestions="knelpunten")
WHAT = _text("what", "Wat gebeurt er?", "Wat zien jullie steeds gebeuren, ook buiten dit beraad?")
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

PURPOSE = _more("purpose", "Wat is het doel van de regel?")
PURPOSE_MET = _more("purpose_met", "Haalt de regel dat doel hier?")
EXTENT = _more("extent", "Hoe groot is het?", "aantal, en in welke periode; een schatting mag")
IF_NOTHING = _more("if_nothing", "Als er niets gebeurt?")
SMALL_STEP = _more("small_step", "Wat kan een kleine stap zijn?")
LASTING = _more("lasting", "Wat zou het structureel oplossen?")
OTHER_SOURCES = _more(
    "other_sources",
    "Zien anderen het ook?",
    "klachten, bezwaar en beroep, ombudsman, adviesraad, een partner",
)
SEES_OTHERWISE = _more(
    "sees_otherwise",
    "Welk ander geluid is er?",
    "wat je er ook van kunt vinden; niet wie van jullie dat vindt",
)
BACK_TO = _more_line("back_to", "Terug naar", "het team, en een partner die dit ook meemaakt")
CONTACT = _more_line("contact", "Contact", "een rol en het postvak van die rol")
SCALE = Field(
    section="signal",
    name="scale",
    label="Hoe ver reikt het?",
    kind=FieldKind.CHOICE,
    choices=tuple(SIGNAL_SCALE_LABELS.items()),
    extra=True,
)
SEVERITY = Field(
    section="signal",
    name="severity",
    label="Hoe erg is het voor inwoners?",
    kind=FieldKind.CHOICE,
    choices=tuple(SEVERITY_LABELS.items()),
    extra=True,
)
URGENT_BEFORE = Field(
    section="signal",
    name="urgent_before",
    label="Oplossing nodig voor",
    hint="de dag waarna het voor inwoners te laat is",
    kind=FieldKind.DATE,
    extra=True,
)
SEEN_EMPLOYED = _check("seen_employed", "Gezien door mensen in dienst")
SEEN_CONTRACTED = _check("seen_contracted", "Gezien door mensen in opdracht")
WITHOUT_MANAGER = _check("without_manager", "Besproken zonder leidinggevende")

MORE = (
    SCALE,
    SEVERITY,
    URGENT_BEFORE,
    PURPOSE,
    PURPOSE_MET,
    EXTENT,
    IF_NOTHING,
    SMALL_STEP,
    LASTING,
    OTHER_SOURCES,
    SEES_OTHERWISE,
    SEEN_EMPLOYED,
    SEEN_CONTRACTED,
    WITHOUT_MANAGER,
    BACK_TO,
    CONTACT,
)
"""What can be told besides; all of it may be left out."""

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
    *MORE,
)


def said_otherwise(
    content: SignalContent, others: Iterable[SignalContent]
) -> Iterator[tuple[str, str]]:
    """Each field of which any of the others says something else: its name, and what this says."""
    beside = tuple(others)
    for field in FIELDS:
        value = getattr(content, field.name)
        if any(getattr(other, field.name) != value for other in beside):
            yield field.label, _in_words(field, value)


def _in_words(field: Field, value: object) -> str:
    if isinstance(value, date):
        return full_date(value)
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if field.choices or value is None:
        return next((text for each, text in field.choices if each is value), "")
    return str(value)


_VAGUE = (
    "meer aandacht",
    "beter afstemmen",
    "betere afstemming",
    "betere communicatie",
    "beter communiceren",
    "bewustwording",
    "integraal",
    "maatwerk",
    "samenwerken",
    "meer ruimte",
)
"""What is asked for often, and what nobody can say yes or no to."""

_FEW_WORDS = 6


def vague(content: SignalContent) -> Iterator[str]:
    """What nobody can act on yet, each as a question; a help and never a lock."""
    if content.is_empty:
        return
    said = content.wish.casefold()
    found = next((words for words in _VAGUE if words in said), None)
    if not any_text(content.wish):
        yield "Wat vraag je precies? Nu kan niemand ja of nee zeggen."
    elif found is not None:
        yield f"Je vraagt om “{found}”. Wat zie je dan morgen anders gaan?"
    if any_text(content.what) and len(content.what.split()) < _FEW_WORDS:
        yield "Wat gebeurt er, stap voor stap? Wie ziet waar iets misgaan?"
    if not any(map(any_text, (content.frequency, content.extent))):
        yield "Hoe vaak, en in welke periode? Een schatting is genoeg."
    if not any_text(content.process):
        yield "In welke regel, brief of werkwijze staat dit?"
    yield from _days_apart(content)


def _days_apart(content: SignalContent) -> Iterator[str]:
    """A question where something is needed before anybody answers."""
    urgent, due = content.urgent_before, content.answer_due
    if urgent is not None and due is not None and urgent < due:
        needed, answered = full_date(urgent), full_date(due)
        yield f"Nodig voor {needed}, maar het antwoord komt pas voor {answered}. Kan dat eerder?"


def missing(session: Session) -> Iterator[str]:
    """What a signal still needs before anybody can answer it."""
    signal = session.signal
    if not any_text(signal.what):
        yield "Wat er gebeurt staat er nog niet."
    told = signal.seen_contracted or "opdracht" in signal.seen_by.casefold()
    if _seen_by_contracted(session) and not told:
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
