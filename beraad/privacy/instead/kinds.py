"""The name of a place or organisation as the kind of thing it is: "een buurt", "een school"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from beraad.privacy.dutch.vocabulary import (
    ARTICLES,
    ORGANISATION_TRIGGERS,
    SCHOOL_TRIGGERS,
    STREET_ENDINGS,
)
from beraad.privacy.find import FindKind

_NOUNS: Mapping[FindKind, str] = {
    FindKind.NEIGHBOURHOOD: "buurt",
    FindKind.SCHOOL: "school",
    FindKind.ORGANISATION: "organisatie",
    FindKind.PLACE: "plaats",
    FindKind.ADDRESS: "adres",
}
_NOUNS_BY_ENDING = (
    (("college", "lyceum", "school", "gymnasium"), "school"),
    (("ziekenhuis", "gasthuis", "diakonessenhuis", "medisch"), "ziekenhuis"),
    (("kliniek",), "kliniek"),
    (("hospice",), "hospice"),
    (("bank",), "bank"),
    (("wonen", "woonstichting", "woonbedrijf"), "woningcorporatie"),
    (("thuiszorg", "zorg", "zorggroep"), "zorgorganisatie"),
    (("stichting",), "stichting"),
    (("vereniging",), "vereniging"),
    (("huisartsen", "praktijk", "tandartsen"), "praktijk"),
)
WITH_DE = frozenset({*_NOUNS.values(), *(noun for _, noun in _NOUNS_BY_ENDING), "straat"}) - {
    "adres",
    "ziekenhuis",
    "hospice",
}
"""The general words that "het" does not stand before."""

_ALREADY_SAID = frozenset(
    {"gemeente", "stad", "dorp", "plaats", "wijk", "buurt", "regio", "en", "te"}
)
_KINDS = ORGANISATION_TRIGGERS | SCHOOL_TRIGGERS
BEHIND_ITS_KIND = "in de regio"
"""What is said instead of a name behind the word for what it is: "school in de regio"."""

_WORD_BEFORE = re.compile(r"([a-z']+) ?[\"']?$")


def kind_of_thing(kind: FindKind, cores: Iterable[str], before: str) -> str:
    """What is said instead of a name, fitting what stands before it; empty for a person."""
    noun = _noun(kind, tuple(cores))
    if not noun:
        return ""
    match = _WORD_BEFORE.search(before)
    word = match[1] if match else ""
    if word in _ALREADY_SAID:
        return ""
    if word in _KINDS:
        return BEHIND_ITS_KIND
    return noun if word in ARTICLES else f"een {noun}"


def _noun(kind: FindKind, cores: tuple[str, ...]) -> str:
    if kind is FindKind.ORGANISATION:
        for endings, noun in _NOUNS_BY_ENDING:
            if any(core.endswith(endings) for core in cores):
                return noun
    if kind is FindKind.ADDRESS and cores and cores[-1].endswith(STREET_ENDINGS):
        return "straat"
    return _NOUNS.get(kind, "")
