"""What somebody or something is called without capitals, by the place it has; it only asks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beraad.privacy.dutch.naming import words_of
from beraad.privacy.dutch.vocabulary import (
    ABBREVIATIONS,
    ARTICLES,
    CALLED_NOTHING,
    NO_LETTERS,
    PARTICLES,
)
from beraad.privacy.find import Certainty, Find, FindKind
from beraad.privacy.signs.names.scan import mark_name
from beraad.privacy.text.page import Page
from beraad.privacy.text.sought import sought

_ARTICLE = r"(?:de |het |'t )"
_ENDS = r"(?= ?(?:[.,;:!?)|\t\n]|$))"
_KINDS = {
    "school": FindKind.SCHOOL, "basisschool": FindKind.SCHOOL, "opleiding": FindKind.SCHOOL,
    "adres": FindKind.ADDRESS, "straat": FindKind.ADDRESS, "woonadres": FindKind.ADDRESS,
    "wijk": FindKind.NEIGHBOURHOOD, "buurt": FindKind.NEIGHBOURHOOD,
    "instelling": FindKind.ORGANISATION, "organisatie": FindKind.ORGANISATION,
    "werkgever": FindKind.ORGANISATION, "verhuurder": FindKind.ORGANISATION,
    "zorgaanbieder": FindKind.ORGANISATION, "aanbieder": FindKind.ORGANISATION,
    "naam": FindKind.PERSON, "achternaam": FindKind.PERSON, "betreft": FindKind.PERSON,
    "client": FindKind.PERSON, "melder": FindKind.PERSON, "bewoner": FindKind.PERSON,
    "inwoner": FindKind.PERSON, "contactpersoon": FindKind.PERSON, "huurder": FindKind.PERSON,
    "gesproken": FindKind.PERSON, "behandelaar": FindKind.PERSON, "mentor": FindKind.PERSON,
    "betrokkene": FindKind.PERSON, "begeleider": FindKind.PERSON, "voogd": FindKind.PERSON,
}  # fmt: skip
"""What stands before a colon or a tab in forms, and what follows it."""

_LABELS = "|".join(_KINDS)
_LABELLED = sought(
    rf"(?<![^\W_])(?P<label>{_LABELS})(?:: ?|\t)"
    rf"(?P<name>(?:(?:[a-z]\.){{1,4}} ?)?[a-z'-]{{2,30}}(?: [a-z'-]{{1,30}}){{0,3}}"
    rf"(?:, (?:[a-z]\.){{1,4}}| (?:nr\.? |nummer )?\d{{1,4}} ?[a-z]{{0,3}})?){_ENDS}",
    r"[:\t]",
    back=max(map(len, _KINDS)),
)
_CELL = sought(rf"[|;\t] ?(?P<name>{_ARTICLE}[a-z'-]{{3,30}})(?= ?(?:[|;\t\n]|$))", r"[|;\t]")
_SITS = sought(
    rf"(?<![^\W_])(?:zit|zat|zitten|zaten)(?: nu| weer| al| ook| nog| pas){{0,2}} op "
    rf"(?P<name>{_ARTICLE}[a-z'-]{{4,30}})(?! van\b)",
    r"zit|zat",
)
_TEACHES = sought(
    r"(?<![^\W_])(?:juf|meester|leerkracht|mentor|directeur|ib'er) (?:[a-z'-]{2,20} ){0,2}"
    rf"(?:van|op) (?P<name>{_ARTICLE}[a-z'-]{{4,30}})",
    r"juf|meester|leerkracht|mentor|directeur|ib'er",
)
_QUARTER = sought(
    rf"(?<![^\W_])(?:in|uit|van|naar) de (?:wijk|buurt|straat|flat) "
    rf"(?P<name>{_ARTICLE}?[a-z'-]{{4,30}}){_ENDS}|"
    rf"(?<![^\W_])(?:in|uit) de (?:wijk|buurt|flat) (?P<called>{_ARTICLE}[a-z'-]{{4,30}})",
    r"(?:in|uit|van|naar) de (?:wijk|buurt|straat|flat) ",
)
_GREETED = sought(
    r"(?<![^\W_])(?:ha|hoi|hai|hey|hee|hallo|dag|beste|lieve|dank je|bedankt) "
    r"(?P<name>[a-z'-]{3,20})(?=[,!\n])",
    r"(?:ha|hoi|hai|hey|hee|hallo|dag|beste|lieve|dank je|bedankt) ",
)
_NEXT_DOOR = sought(
    r"(?<![^\W_])(?:buurman|buurvrouw|buren|gezin|woont|wonen) op (?:nummer |nr\.? )?"
    r"(?P<name>\d{1,4} ?(?:bis|hs|[a-h])?)(?![\w%.,:/-]*\d)(?! ?(?:jaar|uur|km|meter|hoog))\b|"
    r"(?<![^\W_])op (?:nummer|nr\.?) (?P<number>\d{1,4} ?(?:bis|hs|[a-h])?)\b",
    r"buurman op|buurvrouw op|buren op|gezin op|woont op|wonen op|op nummer|op nr",
)
_TO_MEASURE = sought(
    r"(?<![^\W_])(?:bij|via|volgens|van|namens|dus|door) "
    r"(?P<name>[a-z]{4,20} op maat(?: (?:bv|vof|nv|groep|partners))?)(?![\w])",
    " op maat",
    back=30,
)
_SPEAKS = sought(
    r"(?:(?<![^\n])|(?<=[-•>;] ))(?P<name>[a-z]-[a-z]|[a-z]{2,3})(?=: )",
    ": ",
    back=3,
)
_BESIDE = sought(r"(?<![\w])(?P<name>[a-z]{2,3})(?= ?\+ ?[a-z])", r" ?\+", back=3)


def labelled_values(page: Page) -> Iterator[Find]:
    """Yield what a form says behind a label: "naam: den karol, j.", "school\\tde kring"."""
    for match in _LABELLED.finditer(page.lower):
        kind = _KINDS[match["label"]]
        if kind is FindKind.PERSON and words_of(match["name"])[0] in ARTICLES:
            # "inwoner: de jongere zelf" tells what somebody is.
            continue
        yield from _asked(page, match, kind, f"staat achter '{match['label']}'")


def cells(page: Page) -> Iterator[Find]:
    """Yield a cell with an article and one word, as schools and firms are called: "| de kring"."""
    for match in _CELL.finditer(page.lower):
        yield from _asked(page, match, FindKind.ORGANISATION, "staat alleen in een vak")


def schools_one_is_at(page: Page) -> Iterator[Find]:
    """Yield where a child or somebody who teaches is: "zit op de kring"."""
    for pattern in (_SITS, _TEACHES):
        for match in pattern.finditer(page.lower):
            yield from _asked(page, match, FindKind.SCHOOL, "kan een school zijn")


def quarters(page: Page) -> Iterator[Find]:
    """Yield what a quarter or flat is called: "in de wijk het rooseveld"."""
    for match in _QUARTER.finditer(page.lower):
        group = "name" if match["name"] else "called"
        yield from _asked(page, match, FindKind.NEIGHBOURHOOD, "staat achter 'wijk'", group)


def house_numbers(page: Page) -> Iterator[Find]:
    """Yield a house number without its street: "buurman op 43a", "op nummer 4bis"."""
    for match in _NEXT_DOOR.finditer(page.lower):
        group = "name" if match["name"] else "number"
        yield mark_name(
            page,
            FindKind.ADDRESS,
            *match.span(group),
            cores=(match[group],),
            certainty=Certainty.POSSIBLE,
            reason="kan een huisnummer zijn",
            asks=True,
        )


def made_to_measure(page: Page) -> Iterator[Find]:
    """Yield firms that say so: "via bewind op maat"."""
    for match in _TO_MEASURE.finditer(page.lower):
        yield from _asked(page, match, FindKind.ORGANISATION, "kan een organisatie zijn")


def greeted(page: Page) -> Iterator[Find]:
    """Yield who is greeted: "ha wil, weet jij"."""
    for match in _GREETED.finditer(page.lower):
        yield from _asked(page, match, FindKind.PERSON, "staat achter een groet")


def speaking_letters(page: Page) -> Iterator[Find]:
    """Yield letters that speak or stand beside others: "js: nee", "(ab + mvd)"."""
    for pattern in (_SPEAKS, _BESIDE):
        for match in pattern.finditer(page.lower):
            if match["name"] not in ABBREVIATIONS | NO_LETTERS:
                yield from _asked(
                    page, match, FindKind.PERSON, "letters die voor iemand kunnen staan"
                )


def _asked(
    page: Page, match: re.Match[str], kind: FindKind, reason: str, group: str = "name"
) -> Iterator[Find]:
    start, end = match.span(group)
    words = words_of(match[group])
    cores = tuple(word for word in words if word not in PARTICLES)
    if not cores or not CALLED_NOTHING.isdisjoint(cores) or not page.cased[start].islower():
        return
    yield mark_name(
        page,
        kind,
        start,
        end,
        cores=cores,
        certainty=Certainty.POSSIBLE,
        reason=reason,
        asks=True,
        everyday=True,
    )
