"""The words that the gate itself puts in the place of what it takes out."""

from __future__ import annotations

import re
from collections.abc import Iterator

CASE_OWNER = "inbrenger"
FACILITATOR = "gespreksleider"
PARTICIPANT = "deelnemer"
ONE_OF_US = "een deelnemer"
PERSON = "persoon"
NAME = "naam"
LEFT_OUT = "weggelaten"

BSN = "BSN"
ACCOUNT = "rekeningnummer"
PHONE = "telefoonnummer"
EMAIL = "e-mailadres"
WEB = "webadres"
HANDLE = "gebruikersnaam"
ADDRESS = "adres"
POSTCODE = "postcode"
LICENCE_PLATE = "kenteken"
BIRTH_DATE = "geboortedatum"
PLACE = "plaats"
NEIGHBOURHOOD = "buurt"
DATE = "datum"
CASE_NUMBER = "zaaknummer"
NUMBER = "nummer"
ORGANISATION = "organisatie"
SCHOOL = "school"
AGE = "leeftijd"
AMOUNT = "bedrag"
TRAIT = "kenmerk"

BLANK = "\ufffc"
"""Stands for each character of a replacement while finders read; it is part of no find."""

LABELS = (
    PERSON,
    NAME,
    LEFT_OUT,
    BSN,
    ACCOUNT,
    PHONE,
    EMAIL,
    WEB,
    HANDLE,
    ADDRESS,
    POSTCODE,
    LICENCE_PLATE,
    BIRTH_DATE,
    PLACE,
    NEIGHBOURHOOD,
    DATE,
    CASE_NUMBER,
    NUMBER,
    ORGANISATION,
    SCHOOL,
    AGE,
    AMOUNT,
    TRAIT,
)
"""What can stand in brackets for what was taken out."""

_LABEL = re.compile(rf"\[({'|'.join(map(re.escape, LABELS))})\]")
_STANDING = re.compile(rf"\[({'|'.join(map(re.escape, LABELS))})(?: (\d{{1,3}}))?\]", re.IGNORECASE)
_OWN = re.compile(
    rf"\[(?:{'|'.join(map(re.escape, LABELS))})(?: \d{{1,3}})?\]"
    rf"|\bde (?:{CASE_OWNER}|{FACILITATOR})\b|\b{ONE_OF_US}\b"
    rf"|\b(?:{PARTICIPANT}|{CASE_OWNER}|{FACILITATOR}) \d{{1,3}}\b",
    re.IGNORECASE,
)


def bracketed(label: str, number: int | None = None) -> str:
    """The replacement with this label: "[BSN]", or "[BSN 2]" when there are several."""
    return f"[{label}]" if number is None else f"[{label} {number}]"


def label_of(suggestion: str) -> str | None:
    """The label of a bracketed replacement without a number; None for any other text."""
    match = _LABEL.fullmatch(suggestion)
    return match[1] if match else None


def standing(text: str) -> Iterator[tuple[str, int]]:
    """Yield the label and the number of every bracketed replacement in a text; 0 without one."""
    for match in _STANDING.finditer(text):
        yield match[1].lower(), int(match[2] or 0)


def is_bracketed(text: str) -> bool:
    """Whether a text is a bracketed replacement, with or without a number."""
    return bool(_STANDING.fullmatch(text))


def blank_own(text: str) -> str:
    """Return a text of the same length in which our own replacements cannot be found again."""
    if not _may_hold_own(text):
        return text
    return _OWN.sub(lambda own: BLANK * len(own[0]), text)


def _may_hold_own(text: str) -> bool:
    """Whether it is worth looking for our own words; most texts hold none."""
    lower = text.casefold()
    return "[" in lower or PARTICIPANT in lower or any(part in lower for part in _PARTS)


_PARTS = (CASE_OWNER[1:], FACILITATOR[:-4])
"""Without the letter i, that matches a letter without a dot as well when capitals do not count."""
