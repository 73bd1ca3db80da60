"""What belonged to a name: "Bram's plan" becomes "het plan van een deelnemer"."""

from __future__ import annotations

import re

from beraad.phases.phrasing import capital, lower_first

_HET = frozenset(
    [
        "plan",
        "voorstel",
        "idee",
        "team",
        "verhaal",
        "werk",
        "gezin",
        "huis",
        "kind",
        "advies",
        "dossier",
        "besluit",
        "gesprek",
        "woord",
        "antwoord",
        "argument",
        "bezwaar",
        "beroep",
        "budget",
        "inkomen",
        "rapport",
        "verslag",
        "contact",
        "netwerk",
        "gevoel",
        "oordeel",
        "beeld",
        "standpunt",
        "signaal",
        "bericht",
        "account",
        "paspoort",
        "leven",
        "gedrag",
        "verdriet",
        "geld",
    ]
)
_DE = re.compile(
    r".*(?:ing|heid|teit|ie|ij|st|schap|tuur|en|s)"
    r"|zaak|vraag|keuze|rol|hulp|brief|schuld|wens|dag|klacht|baan|moeder|vader|auto"
)
_LITTLE = re.compile(r".{3,}je")
_OWNED = re.compile(
    r"(?P<owner>\b(?:de (?:inbrenger|gespreksleider)|een deelnemer"
    r"|(?:deelnemer|inbrenger|gespreksleider) \d{1,3})|\[(?:persoon|naam)(?: \d{1,3})?\])"
    r"['’]s (?P<thing>(?:[^\W\d_]+e )?[^\W\d_]{3,})",
    re.IGNORECASE,
)


def owned(text: str) -> str:
    """The text in which nothing hangs on one of our own replacements with "'s"."""
    return _OWNED.sub(_said, text) if "s " in text else text


def _said(found: re.Match[str]) -> str:
    owner, thing = found["owner"], found["thing"]
    noun = thing.rpartition(" ")[2]
    article = _article(noun.lower())
    said = f"{article}{thing} van {lower_first(owner)}"
    return capital(said) if owner[0].isupper() else said


def _article(noun: str) -> str:
    """What stands before a noun; nothing when that is not sure."""
    if noun in _HET or _LITTLE.fullmatch(noun):
        return "het "
    return "de " if _DE.fullmatch(noun) else ""
