"""What a form or a table says behind a label or under the head of a column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.dutch.naming import words_of
from beraad.privacy.dutch.placeholders import (
    ADDRESS,
    BIRTH_DATE,
    BLANK,
    CASE_NUMBER,
    LICENCE_PLATE,
    bracketed,
)
from beraad.privacy.dutch.vocabulary import (
    ARTICLES,
    CALLED_NOTHING,
    ORGANISATION_TRIGGERS,
    PARTICLES,
    RELATIONS,
    SCHOOL_TRIGGERS,
    form_labels,
)
from beraad.privacy.find import Certainty, Find, FindKind
from beraad.privacy.signs.names.announced import WORKERS
from beraad.privacy.signs.names.scan import mark_name
from beraad.privacy.text.page import Page
from beraad.privacy.text.sought import sought

_LABELS: Mapping[str, FindKind] = {
    **dict.fromkeys(ORGANISATION_TRIGGERS, FindKind.ORGANISATION),
    **dict.fromkeys(SCHOOL_TRIGGERS, FindKind.SCHOOL),
} | {label: FindKind(kind) for kind, labels in form_labels().items() for label in labels}
_ANY = "|".join(sorted(_LABELS, key=len, reverse=True))
_WORD = r"(?:[^\W\d_]\.|[^\W\d_][\w'-]*(?:\.[\w'-]+)*)"
_VALUE = rf"{_WORD}(?:(?:[ &/-]{{1,3}}|(?<=\.)){_WORD}){{0,4}}\.?"
_LABELLED = sought(
    rf"(?:(?<![^\n])|(?<=[.,;|)] ))[ \t]*(?:\d{{1,2}}[.)] ?|[-*] )?(?P<label>(?i:{_ANY}))"
    rf"(?: ?\(s\)|s)?(?: ?: ?|\t)(?P<value>{_VALUE})(?= ?(?:[\n,;(|\t<]|\.(?:\s|$)|$| - ))",
    r"[:\t]",
    back=40,
    over=r"^\n:\t",
)
_CELL = re.compile(r"[^|;\t]+")
_HEAD = re.compile(r"[a-z/. ]+")
_NUMBER_HEAD = re.compile(r".*(?:nr\.?|nummer|no\.?|code|dossier|zaak|bsn|tel|telefoon)")
_DIGITS = re.compile(r"[\w./-]*\d[\w./ -]*\d[\w./-]*")
_ROOM_HEAD = re.compile(r"kamer|kamernr\.?|kmr\.?|k\.|bed|plek|vak|unit|app\.?|box|standplaats")
_ROOM = re.compile(r"(?:[a-h] ?)?\d{1,4}(?: ?(?:[a-h]|li|re|hs))?")
_YEAR_HEAD = re.compile(
    r"geb(?:oren|\.? ?(?:jr|jaar|dat|datum)|oortejaar|oortedatum|\.)?\.?|overl(?:eden|\.)?"
    r"|jaar van geboorte"
)
_YEAR = re.compile(r"(?:19|20)\d\d|'\d\d")
_OF_DIGITS = {FindKind.CASE_NUMBER: CASE_NUMBER, FindKind.LICENCE_PLATE: LICENCE_PLATE}
_FEWEST_CELLS = 2
_SHORTEST = 2


def form_fields(page: Page, lexicon: Lexicon) -> Iterator[Find]:
    """Yield what stands behind a label with a capital: "Werkgever: Zandbergen Loonwerk"."""
    for match in _LABELLED.finditer(page.cased):
        kind = _LABELS[match["label"].lower()]
        yield from _value(page, kind, *match.span("value"), lexicon)


def columns(page: Page, lexicon: Lexicon) -> Iterator[Find]:
    """Yield the cells under a head that tells what they are: "School", "Naam"."""
    heads: Sequence[FindKind | None] = ()
    start = 0
    for line in page.cased.split("\n"):
        cells = tuple(_CELL.finditer(line)) if any(sign in line for sign in "|;\t") else ()
        if len(cells) < _FEWEST_CELLS:
            heads = ()
        elif not heads:
            heads = _heads([cell[0] for cell in cells])
        else:
            for kind, cell in zip(heads, cells, strict=False):
                if kind:
                    inside = cell[0].strip(" ")
                    begin = start + cell.start() + len(cell[0]) - len(cell[0].lstrip(" "))
                    if kind is FindKind.BIRTH_DATE:
                        yield from _year(page, begin, begin + len(inside))
                        continue
                    house = kind is FindKind.ADDRESS and (
                        inside[:1].isdecimal() or _ROOM.fullmatch(inside.lower())
                    )
                    if house or kind in _OF_DIGITS:
                        yield from _number(page, kind, begin, begin + len(inside))
                    else:
                        yield from _value(page, kind, begin, begin + len(inside), lexicon)
        start += len(line) + 1


def _heads(cells: Sequence[str]) -> tuple[FindKind | None, ...]:
    """What kind each column holds; nothing when no head says so."""
    heads = [cell.strip(" ").lower() for cell in cells]
    if not all(_HEAD.fullmatch(head) for head in heads):
        return ()
    kinds = tuple(
        FindKind.ADDRESS
        if head.startswith("huisn") or _ROOM_HEAD.fullmatch(head)
        else FindKind.BIRTH_DATE
        if _YEAR_HEAD.fullmatch(head)
        else FindKind.LICENCE_PLATE
        if head in ("kenteken", "kentekens")
        else FindKind.CASE_NUMBER
        if _NUMBER_HEAD.fullmatch(head)
        else _LABELS.get(head)
        for head in heads
    )
    return kinds if any(kinds) else ()


def _number(page: Page, kind: FindKind, start: int, end: int) -> Iterator[Find]:
    """The find of a number under a head that says so."""
    house = kind is FindKind.ADDRESS
    plate = kind is FindKind.LICENCE_PLATE and any(map(str.isdecimal, page.lower[start:end]))
    if house or plate or (_DIGITS.fullmatch(page.lower, start, end) and end - start > _SHORTEST):
        yield page.mark(
            kind,
            start,
            end,
            key=f"{kind}:{re.sub('[^a-z0-9]', '', page.lower[start:end])}",
            certainty=Certainty.LIKELY,
            reason="staat onder de naam van een veld",
            suggestion=bracketed(_OF_DIGITS.get(kind, ADDRESS)),
        )


def _is_where(kind: FindKind) -> bool:
    """Whether a field says where somebody lives, so that it may say as well that nobody knows."""
    return kind in (FindKind.ADDRESS, FindKind.PLACE)


def _year(page: Page, start: int, end: int) -> Iterator[Find]:
    """The find of a year under a head that says that somebody was born in it."""
    written = page.lower[start:end]
    if _YEAR.fullmatch(written):
        yield page.mark(
            FindKind.BIRTH_DATE,
            start,
            end,
            key=f"birth_date:{written.lstrip(chr(39))}",
            certainty=Certainty.LIKELY,
            reason="staat onder de naam van een veld",
            suggestion=bracketed(BIRTH_DATE),
        )


def _value(page: Page, kind: FindKind, start: int, end: int, lexicon: Lexicon) -> Iterator[Find]:
    """The find of a value that names something; one without capitals and of words only asks."""
    written = page.cased[start:end]
    words = words_of(written)
    cores = tuple(word for word in words if word not in PARTICLES and len(word) >= _SHORTEST)
    if not cores or BLANK in written or any(map(str.isdecimal, words)):
        return
    called = kind is FindKind.PERSON and len(words) == 1 and words[0] in lexicon.given
    if (not CALLED_NOTHING.isdisjoint(words) and not called) or all(
        word in lexicon.allowed for word in cores
    ):
        return
    somebody = kind is FindKind.PERSON
    led = words[0] in PARTICLES and words[0] not in ARTICLES
    if somebody and not (led or called) and (words[0] in ARTICLES or words[0] in lexicon.never):
        return
    plain = all(
        word in lexicon.allowed or (lexicon.is_word(word) and not lexicon.is_name(word))
        for word in cores
    ) and (ORGANISATION_TRIGGERS | SCHOOL_TRIGGERS).isdisjoint(cores)
    large = all(word[:1].isupper() for word in written.split())
    if plain and somebody and not (led or large):
        return
    capital = any(word[0].isupper() for word in re.findall(r"[^\W\d_]+", written))
    if somebody and not capital and (words[0] in RELATIONS or words[0].endswith(WORKERS)):
        return
    asks = (
        (plain and somebody and not led)
        or (plain and not capital and _is_where(kind))
        or (not capital and somebody and not called and all(map(lexicon.is_word, cores)))
    )
    yield mark_name(
        page,
        kind,
        start,
        end,
        cores=cores,
        certainty=Certainty.POSSIBLE if asks else Certainty.CERTAIN,
        reason="staat achter de naam van een veld",
        asks=asks,
        everyday=asks,
    )
