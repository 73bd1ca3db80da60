"""How far a name reaches around the word in which it showed."""

from __future__ import annotations

from collections.abc import Sequence

from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.dutch.vocabulary import (
    PARTICLES,
    TITLES,
)
from beraad.privacy.signs.names.belonging import LOOSE, PLACING, belongs
from beraad.privacy.signs.names.tokens import Token

_MOST_WORDS = 8
_MOST_PARTICLES = 3
_BEFORE_A_NAME = frozenset(
    {
        "van", "de", "het", "den", "der", "el", "al", "ten", "ter", "te", "di", "da", "le", "la",
        "ben", "bin", "ibn", "vd", "t", "v", "d",
    }
)  # fmt: skip
_ORGANISATIONS = ("zorg", "groep", "partners", "stichting", "punt", "wonen")


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
    if place == last + 1 and _is_small_initial(words, place):
        return place
    over = [token.core for token in words[last + 1 : place]]
    return place if belongs(words[last], words[place], over, lexicon) else None


def _is_small_initial(words: Sequence[Token], place: int) -> bool:
    """Whether one letter with a full stop follows a name: "ayoub a. heeft"."""
    token = words[place]
    after = words[place + 1] if place + 1 < len(words) else None
    letter = token.quiet and len(token.core) == 1 and token.core.isalpha() and token.gap == " "
    return letter and after is not None and after.gap.startswith(".")


def _joined(words: Sequence[Token], place: int) -> bool:
    return words[place].joined(words[place - 1]) and not words[place].opens


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
    if not titled and first - start > 1 and words[start].core in PLACING:
        start += 1
    named = start < first and start > 0 and words[start].core not in PLACING
    if named and _leads(words[start - 1], words[start], lexicon):
        given = words[start - 1].core in lexicon.given and words[start].joined(words[start - 1])
        start -= given
        titled = titled or given
    return start if particles - LOOSE or titled else first


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
