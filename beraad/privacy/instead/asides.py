"""Taking out an aside of which nothing is left but what stands for what was taken out.

"(geboren op [geboortedatum], BSN [BSN])" tells a reader only which numbers were written down, and
reads like a form that leaked. What a person wrote beside them stays. Whether they go is asked once,
for all of them; until somebody says otherwise they do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from beraad.privacy.dutch import placeholders
from beraad.privacy.dutch.placeholders import is_bracketed

_LABEL = r"\[[^\[\]\n]{1,40}\]"
_NUMBERS = (
    placeholders.BSN,
    placeholders.ACCOUNT,
    placeholders.PHONE,
    placeholders.EMAIL,
    placeholders.ADDRESS,
    placeholders.POSTCODE,
    placeholders.LICENCE_PLATE,
    placeholders.BIRTH_DATE,
    placeholders.CASE_NUMBER,
    placeholders.NUMBER,
)
_NUMBER = rf"\[(?:{'|'.join(map(re.escape, _NUMBERS))})(?: \d{{1,3}})?\]"
_SAYS_NO_MORE = (
    r"(?:geboren(?: op)?|geb\.?|geboortedatum|bsn|burgerservicenummer|kenteken|telefoon(?:nummer)?"
    r"|tel\.?|mobiel|06|nummer|nr\.?|rekening(?:nummer)?|iban|mail(?:adres)?|e-?mail(?:adres)?"
    r"|een (?:straat|plaats|buurt|dorp|stad)"
    r"|adres|postcode|dossier(?:nummer)?|zaak(?:nummer)?|wonend(?:e)?(?: aan| in| op)?|op|en|van)"
)
_BRACKET = re.compile(rf"(?P<before> ?)\((?P<inside>[^()\n]*{_LABEL}[^()\n]*)\)", re.IGNORECASE)
_BETWEEN_COMMAS = re.compile(
    rf",(?: {_SAYS_NO_MORE}:?)*(?: {_NUMBER})+(?:,(?=[^,.!?;:\n]*(?:[.!?;:\n]|$))"
    r"(?![^,.!?;:\n]*\b(?:en|of)\b)|(?=,))",
    re.IGNORECASE,
)
"""Both commas go with it, unless what follows goes on with a row of things."""
_ONLY = re.compile(rf"(?:{_LABEL}|\b{_SAYS_NO_MORE}(?![^\W\d_])|[\s,;:·/-])*", re.IGNORECASE)
_TWICE = re.compile(
    rf"\b(?P<said>{'|'.join(map(re.escape, _NUMBERS))}):? (?P<label>\[(?P=said)(?: \d{{1,3}})?\])",
    re.IGNORECASE,
)


def without_empty_asides(text: str) -> str:
    """The text without asides that hold placeholders only."""
    if "[" not in text:
        return text
    text = _BRACKET.sub(lambda found: "" if _is_empty(found) else found[0], text)
    return _BETWEEN_COMMAS.sub("", text)


def empty_asides(text: str) -> Iterator[str]:
    """Yield what `without_empty_asides` takes out."""
    if "[" in text:
        yield from (found[0].strip() for found in _BRACKET.finditer(text) if _is_empty(found))
        yield from (found[0].strip(", ") for found in _BETWEEN_COMMAS.finditer(text))


def said_once(text: str) -> str:
    """The text without a word before a placeholder that says the same: "BSN [BSN]"."""
    return _TWICE.sub(lambda found: found["label"], text) if "[" in text else text


def _is_empty(found: re.Match[str]) -> bool:
    inside = found["inside"]
    labels = re.findall(_LABEL, inside)
    return all(map(is_bracketed, labels)) and bool(_ONLY.fullmatch(inside))
