"""Rows of words with a capital, as firms and foundations are called; they only ask."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.dutch.vocabulary import (
    ARTICLES,
    BEFORE_CARE,
    OF_PEOPLE,
    ORGANISATION_TRIGGERS,
    PARTICLES,
    RELATIONS,
    SAYINGS,
    TITLES,
)
from beraad.privacy.find import Certainty, Find, FindKind
from beraad.privacy.signs.learned.standing import DOERS, any_stands, is_a_field, is_named
from beraad.privacy.signs.names.scan import mark_name
from beraad.privacy.signs.names.teams import is_of_a_team
from beraad.privacy.signs.names.tokens import Token
from beraad.privacy.text.page import Page

_FIRMS = frozenset(
    {
        "bv", "vof", "nv", "partners", "groep", "zn", "zonen", "holding", "gmbh", "advocaten",
        "notarissen", "makelaars", "accountants", "bewindvoerders", "loonwerk", "loonbedrijf",
        "groenten", "installatietechniek", "vastgoed", "bouwgroep", "zonnepanelen",
    }
)  # fmt: skip
_HEADS = (_FIRMS - {"nv", "groep", "holding", "gmbh"}) | {
    "wonen", "bewind", "opvang", "begeleiding", "zorg", "thuis", "advies", "schuldhulp",
    "bewindvoering", "budgetbeheer", "schuldhulpverlening", "makelaardij", "coaching", "thuiszorg",
    "jeugdzorg", "jeugdhulp", "dagbesteding", "transport", "zorggroep", "woongroep",
}  # fmt: skip
"""What firms are called with last."""
_PARTS = frozenset({"oost", "west", "noord", "zuid", "centrum", "plus", "nederland", "regio"})
"""What firms and offices are called with last, of any place."""
_SIDES = frozenset({"oost", "west", "noord", "zuid"})
_SORTS = ("zorg", "hulp", "belang", "wonen", "beheer", "advies", "opvang", "begeleiding")
_CUES = frozenset(
    {"van", "bij", "via", "volgens", "door", "namens", "dus", "aan", "naar", "met", "en", "belt"}
)
_SHORTEST = 4
_BETWEEN = PARTICLES | {"en", "voor", "met", "op"}
_GAPS = (" ", " & ", "-", " - ")
_MOST_BETWEEN = 2
_ASKED_FROM = 0.35
"""How likely a name one of the words must be for a row that nothing else tells of."""


def rows(page: Page, words: Sequence[Token], lexicon: Lexicon) -> Iterator[Find]:
    """Yield two and more words with a capital; behind a firm's letters they are surely a name."""
    last = -1
    for place, token in enumerate(words):
        if place <= last:
            continue
        if not token.capital:
            paired = place and (token.gap == " & " or token.core in _SIDES)
            if paired and (pair := _is_a_pair(words, place, lexicon)):
                sure = _is_surely_a_pair(words, place, lexicon)
                yield _small_row(page, words[place - 1], token, lexicon, pair, sure=sure)
            elif (token.core in _HEADS or token.core == "groep") and (
                first := _first_of_small(words, place, lexicon)
            ) is not None:
                yield _small_row(page, words[first], token, lexicon)
            continue
        last = _last(words, place)
        if last > place and (
            is_of_a_team(words, place + 1, last) or _is_a_saying(words[place : last + 1])
        ):
            continue
        if _begins_only(words, place, last, lexicon) or _is_a_sentence(
            words[place : last + 1], lexicon
        ):
            continue
        if last > place and _names_something(words[place : last + 1], lexicon):
            joined = any(word.gap == " & " for word in words[place + 1 : last + 1])
            plain = all(lexicon.is_word(word.core) for word in words[place : last + 1])
            firm = (
                words[last].core in _FIRMS
                or (joined and not plain)
                or _is_called_with(words, place, last, lexicon)
                or _is_dealt_with(words, place, last, lexicon)
            )
            if not firm and (
                _is_work(words[place : last + 1], lexicon)
                or not any_stands(words, place, last, lexicon, _ASKED_FROM)
            ):
                continue
            yield mark_name(
                page,
                FindKind.ORGANISATION,
                token.start,
                words[last].end,
                cores=tuple(word.core for word in words[place : last + 1]),
                certainty=Certainty.LIKELY if firm else Certainty.POSSIBLE,
                reason="naam van een bedrijf" if firm else "woorden op een rij met een hoofdletter",
                asks=not firm,
                everyday=not firm,
            )


def _is_a_saying(row: Sequence[Token]) -> bool:
    return tuple(word.core for word in row) in SAYINGS


def _is_work(row: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether a row says what somebody does: "Adviseur Sociaal Domein".

    A word in it that anybody or anything is called by makes it a name all the same.
    """
    if row[0].shouted or not any(word.core.endswith(DOERS) for word in row):
        return False
    begins = row[0].core in ARTICLES | _CUES
    fields = [word.core for word in row[begins:] if not word.core.endswith(DOERS)]
    if len(fields) == 1 and not is_a_field(fields[0]) and fields[0] not in lexicon.allowed:
        return False
    return all(
        word.core in PARTICLES
        or word.core in lexicon.allowed
        or (lexicon.is_word(word.core) and not is_named(word.core, lexicon))
        for word in row
    )


def _begins_only(words: Sequence[Token], place: int, last: int, lexicon: Lexicon) -> bool:
    """Whether a word has its capital for it begins the sentence, before names: "Graag Marco"."""
    token, final = words[place], words[last]
    if last == place or not token.opens or final.core in _PARTS or final.core in _FIRMS | _HEADS:
        return False
    ordinary = lexicon.is_word(token.core) and token.core not in lexicon.given
    named = all(
        not lexicon.is_word(word.core) or lexicon.is_listed(word.core)
        for word in words[place + 1 : last + 1]
        if word.capital
    )
    return ordinary and named and not token.shouted


def _is_a_sentence(row: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether words in capitals only are a sentence rather than a name: "BEL MIJ"."""
    if not all(word.shouted for word in row if len(word.core) > 1):
        return False
    little = any(word.core in lexicon.never or word.core in OF_PEOPLE for word in row)
    return little and all(
        lexicon.is_word(word.core) or word.core in lexicon.allowed for word in row
    )


def _is_dealt_with(words: Sequence[Token], place: int, last: int, lexicon: Lexicon) -> bool:
    """Whether a row says it is a firm and stands where one does: "via Bewind Op Maat"."""
    row = words[place : last + 1]
    if row[-1].core == "maat" and len(row) > 2 and row[-2].core == "op":  # noqa: PLR2004
        return True
    sided = row[-1].core in _PARTS and not row[0].opens and not row[0].shouted
    if sided and row[0].core.endswith(_SORTS):
        return True
    known = row[0].core in lexicon.places or row[0].core in lexicon.allowed
    plain = known or lexicon.is_word(row[0].core) or row[0].core in lexicon.given
    if sided and len(row) == len(("stadlander", "oost")) and not plain:
        return True
    cued = place > 0 and not row[0].opens and words[place - 1].core in _CUES
    cued = cued or row[0].gap.endswith("(")
    head = row[-1].core in _HEADS and row[0].core not in BEFORE_CARE
    return cued and head and not all(word.core in lexicon.allowed for word in row if word.capital)


def _is_called_with(words: Sequence[Token], place: int, last: int, lexicon: Lexicon) -> bool:
    """Whether a row is a word that is none and what firms are called with: "Kluist Advies"."""
    first, head = words[place], words[last]
    named = not lexicon.is_word(first.core) and first.core not in lexicon.allowed
    return last == place + 1 and head.core in _HEADS and named and not first.shouted


def _is_a_pair(words: Sequence[Token], place: int, lexicon: Lexicon) -> str:
    """Why two small words name a firm: "kind & kracht", "buurtbelang noord"; empty when not."""
    before, token = words[place - 1], words[place]
    if token.quiet and token.gap == " & " and token.core in _FIRMS and before.core.isalpha():
        return "naam van een bedrijf"
    if not token.quiet or min(len(before.core), len(token.core)) < _SHORTEST:
        return ""
    if {before.core, token.core} <= lexicon.allowed or not (
        before.core.isalpha() and token.core.isalpha()
    ):
        return ""
    if token.gap == " & ":
        return "twee woorden met &"
    if before.core in lexicon.never:
        return ""
    sided = token.core in _SIDES and token.gap == " " and before.core not in PARTICLES
    return "eindigt op een windstreek" if sided and before.core not in ARTICLES else ""


def _is_surely_a_pair(words: Sequence[Token], place: int, lexicon: Lexicon) -> bool:
    """Whether a pair is a firm and nothing else: "groenewoud & zn", "agriflex zuid"."""
    before, token = words[place - 1], words[place]
    if token.core in _FIRMS:
        return True
    plain = before.core in lexicon.words or before.core in lexicon.allowed
    sort = before.core in ORGANISATION_TRIGGERS or before.core.endswith(_SORTS)
    return token.core in _SIDES and token.gap == " " and (sort or not plain)


def _small_row(
    page: Page,
    first: Token,
    head: Token,
    lexicon: Lexicon,
    reason: str = "",
    *,
    sure: bool = False,
) -> Find:
    cores = (first.core, head.core)
    return mark_name(
        page,
        FindKind.ORGANISATION,
        first.start,
        head.end,
        cores=cores,
        certainty=Certainty.LIKELY if sure else Certainty.POSSIBLE,
        reason=reason or f"staat voor '{head.written}', zoals een organisatie heet",
        asks=not sure,
        everyday=not sure and all(map(lexicon.is_word, cores)),
    )


def _first_of_small(words: Sequence[Token], place: int, lexicon: Lexicon) -> int | None:
    """The first word of a firm without capitals that ends here: "via oosterpoort bewind"."""
    token, before = words[place], words[place - 1]
    if place == 0 or token.gap not in (" ", " & ", " + ") or not token.quiet or token.capital:
        return None
    core = before.core
    plain = core in lexicon.never or core in PARTICLES or core in TITLES or core in BEFORE_CARE
    if plain or len(core) < _SHORTEST or not core.isalpha() or core in RELATIONS:
        return None
    if token.core == "groep" and lexicon.is_word(core) and core not in lexicon.surnames:
        return None
    cued = (
        before.gap.endswith("(")
        or (not before.opens and words[place - 2].core in _CUES)
        or not lexicon.is_word(core)
    )
    return place - 1 if cued else None


def _last(words: Sequence[Token], first: int) -> int:
    """The last word with a capital of the row that begins here."""
    if not _is_large(words[first]):
        return first
    last = place = first
    while place + 1 < len(words) and place - last <= _MOST_BETWEEN:
        place += 1
        token = words[place]
        if token.opens or token.gap not in _GAPS:
            break
        if _is_large(token):
            last = place
        elif token.core not in _BETWEEN:
            break
    return last


def _is_large(token: Token) -> bool:
    return token.capital and len(token.core) > 1 and token.core not in TITLES


def _names_something(row: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether a row is more than allowed words, and more than a word that begins a sentence."""
    if row[-1].core in _FIRMS:
        return not (
            row[0].opens and lexicon.is_word(row[0].core) and len(row) == len(("zie", "groep"))
        )
    if row[0].opens and (row[0].core in lexicon.never or row[0].core in lexicon.allowed):
        row = row[1:]
    large = [token for token in row if token.capital]
    return len(large) > 1 and not all(token.core in lexicon.allowed for token in large)
