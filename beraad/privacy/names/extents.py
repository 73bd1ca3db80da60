"""How far a name reaches around the word in which it showed."""

from __future__ import annotations

from collections.abc import Sequence

from beraad.privacy.lexicon import Lexicon
from beraad.privacy.names.tokens import Token
from beraad.privacy.vocabulary import (
    NEIGHBOURHOOD_ENDINGS,
    ORGANISATION_TRIGGERS,
    PARTICLES,
    RELATIONS,
    SCHOOL_TRIGGERS,
    STREET_ENDINGS,
    TITLES,
)

_MOST_WORDS = 8
_MOST_PARTICLES = 3
_BEFORE_A_NAME = frozenset(
    {
        "van", "de", "het", "den", "der", "el", "al", "ten", "ter", "te", "di", "da", "le", "la",
        "ben", "bin", "ibn", "vd", "t", "v", "d",
    }
)  # fmt: skip
_ORGANISATIONS = ("zorg", "groep", "partners", "stichting", "punt", "wonen")
_LOOSE = PARTICLES & {
    "in", "op", "te", "uit", "bij", "aan", "over", "onder", "tot", "of", "as", "van", "voor", "de",
    "het", "a", "i", "o", "e", "los", "do",
}  # fmt: skip
_IN_SURNAMES = frozenset({"den", "t", "ten", "der"})
_NEVER_BEHIND = TITLES | RELATIONS | ORGANISATION_TRIGGERS | SCHOOL_TRIGGERS
_PLACING = frozenset({"in", "op", "te", "uit", "bij", "aan", "over", "of", "tot"})


def extent(words: Sequence[Token], index: int, lexicon: Lexicon) -> tuple[int, int]:
    """Return the first and the last word of the name around `index`."""
    last = index
    while last - index < _MOST_WORDS and (longer := _next(words, last, lexicon)):
        last = longer
    return _leftmost(words, index, lexicon), last


def _next(words: Sequence[Token], last: int, lexicon: Lexicon) -> int | None:
    """The next word of the name, over tussenvoegsels; None at its end."""
    place = last + 1
    while place < len(words) and words[place].core in PARTICLES and _joined(words, place):
        if words[place].initial and words[place].core not in ("d", "t"):
            break
        place += 1
    if place >= len(words) or not _joined(words, place):
        return None
    over = [token.core for token in words[last + 1 : place]]
    return place if _belongs(words[last], words[place], over, lexicon) else None


def _joined(words: Sequence[Token], place: int) -> bool:
    return words[place].joined(words[place - 1]) and not words[place].opens


def _belongs(before: Token, token: Token, over: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a word behind a name, over these tussenvoegsels, is still part of it."""
    core = token.core
    if core.isdecimal() or core in _NEVER_BEHIND:
        return False
    glued = token.gap == "-"
    if token.capital:
        if token.shouted and not before.shouted:
            return glued
        return glued or (core not in lexicon.allowed and not _is_elsewhere(core, over, lexicon))
    if before.capital and len(before.core) > 1:
        return glued and not lexicon.is_word(core)
    return _belongs_in_lower_case(before, core, over, lexicon)


def _is_elsewhere(core: str, over: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a capital behind "in de" is where somebody is rather than a surname."""
    if not over or over[0] not in _PLACING:
        return False
    where = core.endswith(STREET_ENDINGS + NEIGHBOURHOOD_ENDINGS) or core in lexicon.places
    surname = core in lexicon.surnames or not _IN_SURNAMES.isdisjoint(over)
    return len(over) == 1 or where or not surname


def _belongs_in_lower_case(before: Token, core: str, over: Sequence[str], lexicon: Lexicon) -> bool:
    if core in lexicon.never or core in lexicon.allowed or len(core) == 1:
        return False
    particle = over[-1] if over else before.core
    if core in lexicon.words:
        return (
            core in lexicon.surnames
            and before.core in lexicon.given
            and particle not in _LOOSE - {"de", "van"}
        )
    if (over and over[0] in _PLACING) or core in lexicon.english:
        return False
    return lexicon.is_listed(core) or not lexicon.is_word(core)


def _leftmost(words: Sequence[Token], index: int, lexicon: Lexicon) -> int:
    """The first word: over initials, capitalised words and tussenvoegsels that belong to it."""
    first = index
    while first > max(0, index - _MOST_WORDS) and not words[first].opens:
        if not words[first].joined(words[first - 1]):
            break
        if not _leads(words[first - 1], words[first], lexicon):
            break
        first -= 1
    start = _over_particles(words, first)
    particles = {words[place].core for place in range(start, first)}
    titled = start > 0 and words[start - 1].core in TITLES and words[start].joined(words[start - 1])
    if not titled and first - start > 1 and words[start].core in _PLACING:
        start += 1
    named = start < first and start > 0 and words[start].core not in _PLACING
    if named and _leads(words[start - 1], words[start], lexicon):
        given = words[start - 1].core in lexicon.given and words[start].joined(words[start - 1])
        start -= given
        titled = titled or given
    return start if particles - _LOOSE or titled else first


def _over_particles(words: Sequence[Token], first: int) -> int:
    """The first of the tussenvoegsels before a name; one with a capital begins it."""
    start = first
    while start > max(0, first - _MOST_PARTICLES):
        begins = start < first and words[start].capital
        before = words[start - 1]
        if begins or before.core not in PARTICLES or not words[start].joined(before):
            break
        start -= 1
    return start


def _leads(before: Token, token: Token, lexicon: Lexicon) -> bool:
    """Whether a word is part of the name that shows behind it."""
    core = before.core
    if before.initial or (before.capital and core in _BEFORE_A_NAME):
        return True
    if token.gap == "-" and before.capital == token.capital:
        return not core.isdecimal()
    if len(core) == 1 and not token.capital and token.gap.startswith("."):
        return not core.isdecimal()
    if before.capital != token.capital or core in lexicon.allowed:
        return False
    if core.endswith(_ORGANISATIONS):
        return True
    plain = core in lexicon.never or core in PARTICLES or core in TITLES
    ordinary = not before.capital and core in lexicon.words and core not in lexicon.mostly
    return core in lexicon.given and not plain and not ordinary
