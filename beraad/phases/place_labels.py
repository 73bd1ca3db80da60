"""Where in a beraad a text stands, in words: "ronde 1, de situatie"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from beraad.phases.clarification import RULE_PURPOSE
from beraad.phases.course import Course
from beraad.phases.dialogue import REVISED_BECAUSE
from beraad.phases.phrasing import lower_first
from beraad.records import PhaseKey, Session
from beraad.records.anatomy import Address, record_at

_OUTSIDE: Mapping[str, str] = {
    "opening": "opening",
    "signal": "signaal",
    "review": "nalezen",
    "lesson": "leerverslag",
    "reactions": "reactie",
}
"""Sections that belong to no ronde."""

_SECTIONS: Mapping[str, tuple[PhaseKey, str]] = {
    "participants": (PhaseKey.OPENING, "deelnemer"),
    "told_answers": (PhaseKey.OPENING, "antwoord op een signaal"),
    "earlier_agreements": (PhaseKey.OPENING, "afspraak van vorige keer"),
    "case": (PhaseKey.CASE, ""),
    "timeline": (PhaseKey.CASE, "tijdlijn"),
    "dilemma": (PhaseKey.DILEMMA, "morele vraag"),
    "options": (PhaseKey.DILEMMA, "A of B"),
    "harms": (PhaseKey.DILEMMA, "schade"),
    "clarifications": (PhaseKey.CLARIFICATION, "vraag en antwoord"),
    "stakeholders": (PhaseKey.PERSPECTIVES, "perspectief"),
    "values": (PhaseKey.PERSPECTIVES, "waarde"),
    "norms": (PhaseKey.PERSPECTIVES, "norm"),
    "considerations": (PhaseKey.CONSIDERATION, "afweging"),
    "dialogue": (PhaseKey.DIALOGUE, ""),
    "conclusion": (PhaseKey.CONCLUSION, ""),
    "agreements": (PhaseKey.CONCLUSION, "afspraak"),
    "look_back": (PhaseKey.CONCLUSION, "terugblik"),
}


_UNPLACED: Mapping[str, str] = {"participants": "deelnemer", "parked": "parkeerplaats"}
"""Sections that no document names by their place."""


_SCREENS: Mapping[str, str] = {
    "signal": "Signaal schrijven",
    "lesson": "Leerverslag schrijven",
    "review": "Verslag nalezen",
    "known_words": "Verslag nalezen",
    "decisions": "Verslag nalezen",
    "reactions": "Document maken",
}
"""Sections that are written on a screen of their own."""


def screen_label(address: Address) -> str:
    """The screen on which this is written; empty for what is written in a ronde or beside it."""
    return _SCREENS.get(address.section, "")


def ronde_label(session: Session, address: Address) -> str:
    """The ronde of an address, as it is numbered in this beraad: "ronde 1"."""
    if address.section in _OUTSIDE:
        return _OUTSIDE[address.section]
    key = phase_at(session, address)
    return "opening" if key is PhaseKey.OPENING else f"ronde {Course.of(session).number(key)}"


def phase_at(session: Session, address: Address) -> PhaseKey:
    """The ronde of an address. Raises KeyError for what belongs to no ronde."""
    if address.section == "opening":
        return PhaseKey.OPENING
    key, _ = _SECTIONS[address.section]
    if address.field == RULE_PURPOSE.name:
        key = PhaseKey.CLARIFICATION
    if address.field == REVISED_BECAUSE.name:
        key = PhaseKey.DIALOGUE
    if _is_alternative(session, address):
        key = PhaseKey.ALTERNATIVES
    return key


def place_label(session: Session, address: Address) -> str:
    """The ronde of an address, and which of the things written down there it is."""
    what = what_at(session, address)
    ronde = ronde_label(session, address)
    return f"{ronde}, {what}" if what else ronde


def what_at(session: Session, address: Address) -> str:
    """Which of the things written down in its ronde this is; empty when that has no name."""
    _, what = _SECTIONS.get(address.section, (None, ""))
    if address.section == "options" and _is_alternative(session, address):
        what = "alternatief"
    if not what:
        label = _labels(Course.of(session)).get((address.section, address.field), "").rstrip("?.")
        what = lower_first(label)
    return what


def kind_of_place(address: Address, session: Session) -> str:
    """What stands at an address, without which one: "norm", "de situatie"; empty when unnamed."""
    what = _UNPLACED.get(address.section) or what_at(session, address)
    return what or _OUTSIDE.get(address.section, "")


def _is_alternative(session: Session, address: Address) -> bool:
    """Whether this is about an option that was thought of in ronde 5."""
    horns = {session.option_a.id, session.option_b.id}
    match address.section:
        case "options":
            return address.item not in horns
        case "harms" if address.item is not None:
            return record_at(session, address).option_id not in horns
        case _:
            return False


@lru_cache(maxsize=64)
def _labels(course: Course) -> Mapping[tuple[str, str], str]:
    rondes = course.rondes
    return {(field.section, field.name): field.label for one in rondes for field in one.fields}
