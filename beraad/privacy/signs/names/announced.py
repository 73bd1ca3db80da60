"""Names behind a word that announces one: "mevrouw", "zoon", "heet"."""

from __future__ import annotations

from collections.abc import Sequence

from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.dutch.vocabulary import (
    CALLED,
    OF_PEOPLE,
    PARTICLES,
    RELATIONS,
    STRONG_TITLES,
    TITLES,
)
from beraad.privacy.find import Certainty
from beraad.privacy.signs.names.seed import Seed
from beraad.privacy.signs.names.tokens import Token

_SHORTEST_IN_LOWER_CASE = 3
_MOST_PARTICLES = 2
_THINGS = frozenset(
    {
        "cursus", "training", "visie", "project", "programma", "team", "boek", "film", "methode",
        "regeling", "wet", "app", "aanpak", "werkvorm", "overleg", "afdeling", "dat", "dit", "het",
    }
)  # fmt: skip
"""What is called something without being anybody: "de cursus heet …"."""
_OLD_PARTICLES = frozenset({"der", "den", "t", "ter", "ten", "el"})
"""Tussenvoegsels that only stand in names, so that any word behind them is one."""
_SHORTEST_SURNAME = 6
_SURNAME_ENDINGS = (
    "er", "ers", "man", "mans", "veld", "berg", "dijk", "kamp", "beek", "hof", "huis", "huizen",
    "steen", "boom", "laar", "horst",
)  # fmt: skip
_FAMILY = frozenset({"fam", "familie"})
_FORMAL = TITLES | _FAMILY
_STRONG = STRONG_TITLES | _FAMILY | {"heer"}
_ANNOUNCING = _FORMAL | RELATIONS | CALLED


def titled_twice(words: Sequence[Token], index: int) -> bool:
    """Whether a form of address is the surname here: "meneer Heer"."""
    token, before = words[index], words[index - 1] if index else None
    capital = token.capital and not token.opens and before is not None
    return bool(capital and before and before.core in STRONG_TITLES and token.joined(before))


def announced(words: Sequence[Token], index: int, lexicon: Lexicon) -> Seed | None:  # noqa: PLR0911 - one for each sign
    """A name behind a form of address, a relation or "heet"."""
    token = words[index]
    place = index - 1
    while place >= 0 and words[place].core in PARTICLES and words[place + 1].joined(words[place]):
        place -= 1
    if place < 0 or words[place].core not in _ANNOUNCING:
        return None
    if not words[place + 1].joined(words[place]) or token.opens:
        return None
    before, distance = words[place].core, index - place
    reason = f"staat achter '{words[place].written}'"
    if before in _FORMAL:
        strong = before in _STRONG
        surname = distance > 1 and strong and lexicon.is_listed(token.core)
        old = strong and not _OLD_PARTICLES.isdisjoint(
            token.core for token in words[place + 1 : index]
        )
        built = distance == 1 and before in STRONG_TITLES
        old = old or (built and _looks_like_a_surname(token.core, lexicon))
        if token.capital or surname or old or _may_be_called(token.core, lexicon, titled=strong):
            return Seed(reason, Certainty.CERTAIN)
    if token.core in lexicon.allowed or distance > _MOST_PARTICLES + 1:
        return None
    direct = distance == 1 and _may_be_called(token.core, lexicon)
    if before in RELATIONS and not token.capital:
        return Seed(reason) if direct else None
    if before in RELATIONS:
        named = lexicon.is_listed(token.core) or not lexicon.is_word(token.core)
        return Seed(reason) if named else None
    called = before in CALLED and distance == 1 and (token.capital or direct)
    thing = place > 0 and words[place - 1].core in _THINGS
    return Seed(reason) if called and not thing else None


def _may_be_called(core: str, lexicon: Lexicon, *, titled: bool = False) -> bool:
    """Whether a word without a capital can be a name behind a word that announces one."""
    if core in lexicon.never or core in lexicon.allowed or len(core) < _SHORTEST_IN_LOWER_CASE:
        return False
    if core in lexicon.words:
        return _also_a_name(core, lexicon, titled=titled)
    return not lexicon.is_word(core)


def _also_a_name(core: str, lexicon: Lexicon, *, titled: bool) -> bool:
    if core in OF_PEOPLE:
        return False
    return core in lexicon.given or (titled and core in lexicon.surnames)


def _looks_like_a_surname(core: str, lexicon: Lexicon) -> bool:
    """Whether an ordinary word is built as surnames are: "mw. schaapherder"."""
    plain = core in RELATIONS or core in lexicon.never or core in lexicon.allowed
    return len(core) >= _SHORTEST_SURNAME and core.endswith(_SURNAME_ENDINGS) and not plain
