"""How far a name reaches around the word in which it showed."""

from __future__ import annotations

from collections.abc import Sequence

from beraad.privacy.lexicon import Lexicon
from beraad.privacy.names.tokens import Token
from beraad.privacy.vocabulary import PARTICLES, RELATIONS, TITLES

_MOST_WORDS = 8
_MOST_PARTICLES = 3
_BEFORE_A_NAME = frozenset(
    [
        "van",
        "de",
        "den",
        "der",
        "el",
        "al",
        "ten",
        "ter",
        "te",
        "di",
        "da",
        "le",
        "la",
        "ben",
        "bin",
        "ibn",
        "vd",
        "t",
        "v",
        "d",
    ]
)
_ORGANISATIONS = ("zorg", "groep", "partners", "stichting", "punt", "wonen")
_LOOSE = PARTICLES & {
    "in", "op", "te", "uit", "bij", "aan", "over", "onder", "tot", "of", "as", "van", "voor", "de",
    "het", "a", "i", "o", "e", "los", "do",
}  # fmt: skip


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
    token, over = words[place], place - last - 1
    if _belongs(words[last], token, lexicon, over=over, particle=words[place - 1].core):
        return place
    return None


def _joined(words: Sequence[Token], place: int) -> bool:
    return words[place].joined(words[place - 1]) and not words[place].opens


def _belongs(before: Token, token: Token, lexicon: Lexicon, *, over: int, particle: str) -> bool:  # noqa: PLR0911 - one for each sign
    core = token.core
    if core.isdecimal() or core in TITLES or core in RELATIONS:
        return False
    glued = token.gap == "-"
    if token.capital:
        if token.shouted and not before.shouted:
            return glued
        loose = over == 1 and particle in (
            "in",
            "op",
            "te",
            "uit",
            "bij",
            "aan",
            "over",
            "of",
            "tot",
        )
        return glued or (core not in lexicon.allowed and not loose)
    if before.capital and len(before.core) > 1:
        return glued and not lexicon.is_word(core)
    if core in lexicon.never or core in lexicon.allowed or len(core) == 1:
        return False
    if core in lexicon.words:
        return (
            core in lexicon.surnames
            and before.core in lexicon.given
            and particle not in _LOOSE - {"de", "van"}
            and (over > 0 or core not in lexicon.never)
        )
    if over and particle in ("in", "op", "te", "uit", "bij", "aan", "over", "of", "tot"):
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
    start = first
    while (
        start > max(0, first - 3)
        and words[start - 1].core in PARTICLES
        and words[start].joined(words[start - 1])
    ):
        start -= 1
    particles = {words[place].core for place in range(start, first)}
    titled = start > 0 and words[start - 1].core in TITLES and words[start].joined(words[start - 1])
    if start < first and start > 0 and _leads(words[start - 1], words[start], lexicon):
        given = words[start - 1].core in lexicon.given and words[start].joined(words[start - 1])
        start -= given
        titled = titled or given
    return start if particles - _LOOSE or titled else first


def _leads(before: Token, token: Token, lexicon: Lexicon) -> bool:
    """Whether a word is part of the name that shows behind it."""
    core = before.core
    if before.initial or (before.capital and core in _BEFORE_A_NAME):
        return True
    if token.gap == "-" and before.capital == token.capital:
        return not core.isdecimal() and len(core) > 1
    if len(core) == 1 and not token.capital and token.gap.startswith("."):
        return not core.isdecimal()
    if (
        before.capital == token.capital
        and core.endswith(_ORGANISATIONS)
        and core not in lexicon.allowed
    ):
        return True
    plain = core in lexicon.never or core in lexicon.allowed or core in PARTICLES or core in TITLES
    return core in lexicon.given and not plain and before.capital == token.capital
