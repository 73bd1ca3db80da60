"""What is said about a mark, in Dutch."""

from __future__ import annotations

from beraad.privacy.find import KIND_LABELS, FindKind
from beraad.privacy.review.marks import Mark

REPLACE_KEY = "Ctrl+G"
NEXT_KEY = "F8"
BEFORE_KEY = "Shift+F8"

LEAVE = "Laat staan"
SWITCH = "Herkenbare woorden onderstrepen"

_NAMES = frozenset(
    {
        FindKind.PARTICIPANT,
        FindKind.KNOWN_WORD,
        FindKind.PERSON,
        FindKind.ADDRESS,
        FindKind.PLACE,
        FindKind.NEIGHBOURHOOD,
        FindKind.ORGANISATION,
        FindKind.SCHOOL,
    }
)
_LONGEST = 40


def explanation(mark: Mark) -> str:
    """What stands here, why it was found, and what becomes of it."""
    find = mark.find
    kind = KIND_LABELS[find.kind]
    why = "" if find.reason == kind else f" ({find.reason})"
    if mark.in_report:
        then = f"In het verslag wordt dit “{_short(mark.in_report)}”."
    else:
        then = "Bij het nalezen beslis jij of dit blijft staan."
    return f"“{_short(find.text)}”: {kind}{why}. {then}"


def with_key(mark: Mark) -> str:
    """The explanation, and what the key does here."""
    if mark.is_general:
        does = f"maakt het algemener: “{_short(mark.instead)}”"
    elif mark.instead == mark.in_report:
        does = "vervangt het nu al"
    else:
        does = f"zet hier “{_short(mark.instead)}”"
    return f"{explanation(mark)} {REPLACE_KEY} {does}."


def replacing(mark: Mark) -> str:
    """The choice that replaces the words here and now."""
    verb = "Maak algemener" if mark.is_general else "Vervang"
    return f"{verb}: {_short(mark.find.text)} → {_short(mark.instead)}"


def may_be_no_name(mark: Mark) -> bool:
    """Whether somebody may want to say that this is not a name at all."""
    return mark.find.kind in _NAMES


def _short(text: str) -> str:
    """The text on one line, cut where nobody reads on."""
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else f"{flat[: _LONGEST - 1]}…"
