"""What stands for a number that was taken out, said as Dutch: "een telefoonnummer".

"Zijn rekening [rekeningnummer]" reads like a form that leaked. In a document the number is said
like any other thing; what stands beside it and says the same makes it needless.
"""

from __future__ import annotations

import re

from beraad.phases.phrasing import capital
from beraad.privacy.dutch import placeholders

_ARTICLES = {
    placeholders.BSN: "het",
    placeholders.ACCOUNT: "het",
    placeholders.PHONE: "het",
    placeholders.EMAIL: "het",
    placeholders.WEB: "het",
    placeholders.HANDLE: "de",
    placeholders.ADDRESS: "het",
    placeholders.POSTCODE: "de",
    placeholders.LICENCE_PLATE: "het",
    placeholders.BIRTH_DATE: "de",
    placeholders.CASE_NUMBER: "het",
    placeholders.NUMBER: "het",
}
"""By what is said: the article before it."""

_BY_LOWER = {label.lower(): label for label in _ARTICLES}
_NUMBER = rf"\[(?P<label>{'|'.join(map(re.escape, _ARTICLES))})(?: (?P<number>\d{{1,3}}))?\]"
_NEEDLESS = re.compile(
    r"(?P<said>\b(?:(?:bank)?rekening|iban|dossier|zaak|auto|bus|scooter|mobiel|telefoon))"
    rf" (?:nr\.? |nummer )?{_NUMBER}",
    re.IGNORECASE,
)
_AT_THE_END = re.compile(rf", {_NUMBER}(?=\))", re.IGNORECASE)
_BORN = re.compile(
    rf"(?P<said>\bgeb(?:oren|\.))(?: op| in)? \[{placeholders.BIRTH_DATE}\]", re.IGNORECASE
)
_DATE = rf"\[{placeholders.DATE}(?: (?P<number>\d{{1,3}}))?\]"
_DAY = re.compile(
    rf"(?:\b(?P<until>voor|vóór|vanaf|van|sinds|tot|t/m|per|na|uiterlijk|rond) )?{_DATE}",
    re.IGNORECASE,
)
_BETWEEN = re.compile(rf"\b(?P<between>[Tt])ussen {_DATE}(?! (?:en|tot) )")
_DAY_OF_THE_WEEK = re.compile(
    r"\b(?P<day>(?:maan|dins|woens|donder|vrij|zater|zon)dag(?:ochtend|middag|avond|nacht)?)"
    rf",? {_DATE}",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"(?:\b(?P<before>de|het|dit|dat|deze|die|een|zijn|haar|hun|mijn|jouw|je|uw|ons|onze) )?"
    rf"{_NUMBER}",
    re.IGNORECASE,
)
_POINTING = {
    "dit": ("deze", "dit"),
    "deze": ("deze", "dit"),
    "dat": ("die", "dat"),
    "die": ("die", "dat"),
}
_OURS = frozenset({"ons", "onze"})
_SENTENCE_END = re.compile(r"(?:^|(?<!\b[A-Za-z])[.!?]\s+|\n)$")
_BEFORE = 5
_INSIDE = ", "


def spoken(text: str) -> str:
    """The text in which no number that was taken out stands in brackets."""
    if "[" not in text:
        return text
    text = _NEEDLESS.sub(lambda found: found["said"], text)
    text = _AT_THE_END.sub("", text)
    text = _DAY_OF_THE_WEEK.sub(lambda found: found["day"], text)
    text = _BETWEEN.sub(
        lambda found: f"{'I' if found['between'] == 'T' else 'i'}n een bepaalde periode", text
    )
    text = _DAY.sub(_a_day, text)
    text = _BORN.sub(lambda found: f"{found['said']} op een datum die is weggehaald", text)
    return _SAID.sub(_said, text)


def spoken_inside(text: str) -> str:
    """The same of what stands inside a sentence, and not at the beginning of one."""
    return spoken(f"{_INSIDE}{text}").removeprefix(_INSIDE)


def _a_day(found: re.Match[str]) -> str:
    """A day that was taken out: "op een bepaalde dag", whatever preposition stands before it."""
    other = "andere" if (found["number"] or "1") != "1" else "bepaalde"
    said = f"een {other} {'datum' if found['until'] else 'dag'}"
    if found["until"]:
        return f"{found['until']} {said}"
    return capital(said) if _opens(found) else said


def _said(found: re.Match[str]) -> str:
    label = _BY_LOWER[found["label"].lower()]
    before = _before(found["before"] or "", label)
    other = "ander " if (found["number"] or "1") != "1" and before == "een" else ""
    said = f"{before} {other}{label}"
    typed = found["before"]
    opens = typed[0].isupper() if typed else _opens(found)
    return capital(said) if opens else said


def _before(typed: str, label: str) -> str:
    """The word before it, in the form that fits."""
    article, before = _ARTICLES[label], typed.lower()
    if before in {"de", "het"}:
        return article
    if before in _OURS:
        return "ons" if article == "het" else "onze"
    if before in _POINTING:
        return _POINTING[before][article == "het"]
    return before or "een"


def _opens(found: re.Match[str]) -> bool:
    return bool(_SENTENCE_END.search(found.string[max(0, found.start() - _BEFORE) : found.start()]))
