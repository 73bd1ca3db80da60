"""Finds names of organisations and schools behind a word that says what they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beraad.privacy.finds import Certainty, Find, FindKind
from beraad.privacy.names.people import mark_name
from beraad.privacy.naming import words_of
from beraad.privacy.page import Page
from beraad.privacy.vocabulary import ORGANISATION_TRIGGERS, PARTICLES, SCHOOL_TRIGGERS

_NAME = (
    r"(?P<name>[A-Z0-9][\w'&-]*"
    r"(?: (?:(?:in|de|het|'t|voor|van|der|den|en|op|aan|bij|&) ){0,3}[A-Z][\w'&-]*){0,5})"
)


def _behind(triggers: frozenset[str]) -> re.Pattern[str]:
    either = "|".join(sorted(triggers, key=len, reverse=True))
    return re.compile(rf"(?<![^\W_])(?i:{either}) [\"'“]?{_NAME}")


_SCHOOL = _behind(SCHOOL_TRIGGERS)
_ORGANISATION = _behind(ORGANISATION_TRIGGERS)


_SURE = {"stichting", "kwekerij", "bakkerij", "garage", "woonzorgcentrum", "verpleeghuis"}
_WITHOUT_CAPITALS = re.compile(
    rf"(?<![^\W_])(?:{'|'.join(sorted(_SURE | SCHOOL_TRIGGERS - {'school'}))})"
    r" (?P<name>(?:de |het |'t |van )?[a-z'-]{4,})(?![\w])"
)
_CAPITAL = re.compile("[A-Z]")


def organisations(page: Page) -> Iterator[Find]:
    """Yield the names of organisations and schools; only those with a capital."""
    patterns = [
        (FindKind.SCHOOL, _SCHOOL),
        (FindKind.ORGANISATION, _ORGANISATION),
    ]
    if not _CAPITAL.search(page.cased):
        patterns.append((FindKind.ORGANISATION, _WITHOUT_CAPITALS))
    for kind, pattern in patterns:
        for match in pattern.finditer(page.cased):
            cores = tuple(word for word in words_of(match["name"]) if word not in PARTICLES)
            if cores:
                yield mark_name(
                    page,
                    kind,
                    *match.span("name"),
                    cores=cores,
                    certainty=Certainty.LIKELY,
                    reason="naam achter de soort organisatie",
                )
