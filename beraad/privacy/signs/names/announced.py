"""Names behind a word that announces one: "mevrouw", "zoon", "heet"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.dutch.vocabulary import (
    ARTICLES,
    CALLED,
    OF_PEOPLE,
    PARTICLE_FORMS,
    PARTICLES,
    RELATIONS,
    STATES,
    STRONG_TITLES,
    TITLES,
)
from beraad.privacy.find import Certainty
from beraad.privacy.signs.names.seed import Seed, Sign, Spot
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
WORKERS = ("arts", "werker", "werkster", "consulent", "begeleider", "deskundige", "coach", "agent")
"""How words end for what somebody is by work."""
_KIN = frozenset({"tante", "oom", "ome", "oma", "opa", "juf", "zuster", "pater", "pake", "beppe"})
_FAMILY = frozenset({"fam", "familie"})
_FORMAL = TITLES | _FAMILY
_STRONG = STRONG_TITLES | _FAMILY | {"heer"}
ANNOUNCING = _FORMAL | RELATIONS | CALLED
"""Words that announce a name."""


class _Announcement(NamedTuple):
    """The word that announces a name, and how many words further the name stands."""

    word: str
    written: str
    place: int
    distance: int

    @property
    def reason(self) -> str:
        return f"staat achter '{self.written}'"


def titled_twice(spot: Spot) -> bool:
    """Whether a form of address is the surname here: "meneer Heer"."""
    token, before = spot.token, spot.before
    capital = token.capital and not token.opens and before is not None
    return bool(capital and before and before.core in STRONG_TITLES and token.joined(before))


def behind_a_form_of_address(spot: Spot) -> Seed | None:
    """A capital, an old tussenvoegsel or what is built as a surname: "mw. schaapherder"."""
    found = _announcement(spot)
    if found is None or found.word not in _FORMAL:
        return None
    if _is_a_clitic(spot, found):
        return None
    strong = found.word in _STRONG
    plain = spot.core in spot.lexicon.never
    between = (token.core for token in spot.words[found.place + 1 : spot.place])
    signs = (
        spot.token.capital,
        strong and not plain and found.distance > 1 and spot.lexicon.is_listed(spot.core),
        strong and not plain and not _OLD_PARTICLES.isdisjoint(between),
        found.distance == 1 and found.word in STRONG_TITLES and _looks_like_a_surname(spot),
        found.distance == 1 and found.word in STRONG_TITLES and _is_of_two_letters(spot),
        _may_be_called(spot, titled=strong),
    )
    return Seed(found.reason, Certainty.CERTAIN) if any(signs) else None


def _is_a_clitic(spot: Spot, found: _Announcement) -> bool:
    """Whether "dr" is what is left of "haar" rather than a form of address: "dr nek uitsteken"."""
    return (
        found.word == "dr"
        and found.written == "dr"
        and spot.words[found.place + 1].gap == " "
        and not spot.token.capital
        and spot.core in spot.lexicon.words
    )


def _is_of_two_letters(spot: Spot) -> bool:
    """Whether this is a short name rather than a word: "dhr li"."""
    core, lexicon = spot.core, spot.lexicon
    plain = core in lexicon.never or core in lexicon.allowed
    named = core in lexicon.given or not lexicon.is_word(core)
    return len(core) == 2 and core.isalpha() and named and not plain  # noqa: PLR2004


def behind_a_relation(spot: Spot) -> Seed | None:
    """A name behind who somebody is: "zoon Bilal", "buurvrouw hatice"."""
    found = _announcement(spot)
    if found is None or found.word not in RELATIONS or _is_beyond(spot, found):
        return None
    if spot.token.capital:
        named = spot.lexicon.is_listed(spot.core) or not spot.lexicon.is_word(spot.core)
        close = found.distance == 1 and spot.token.gap == " " and not spot.token.shouted
        named = named or (close and spot.core not in spot.lexicon.never)
    else:
        named = found.distance == 1 and _may_be_called(spot)
    return Seed(found.reason) if named else None


def called_as_a_particle(spot: Spot) -> Seed | None:
    """A first name that is a tussenvoegsel too, right behind who somebody is: "opa Ben"."""
    found, after = _announcement(spot), spot.after
    goes_on = after is not None and after.capital and after.gap == " " and not after.opens
    if found is None or found.distance > 1 or not spot.token.capital or goes_on:
        return None
    return Seed(found.reason)


def behind_called(spot: Spot) -> Seed | None:
    """A name behind "heet" or "genaamd", unless a thing is called so."""
    found = _announcement(spot)
    if found is None or found.word not in CALLED or _is_beyond(spot, found):
        return None
    thing = found.place > 0 and spot.words[found.place - 1].core in _THINGS
    named = found.distance == 1 and (spot.token.capital or _may_be_called(spot))
    return Seed(found.reason) if named and not thing else None


def perhaps_titled(spot: Spot) -> Seed | None:
    """An ordinary word behind a form of address or a relation, where a surname stands; it only
    asks: "mr. ooft,", "oma wit", "penningmeester dros stapt op".
    """
    found = _announcement(spot)
    core, lexicon = spot.core, spot.lexicon
    if found is None or spot.token.opens or found.distance > _MOST_PARTICLES + 1:
        return None
    surname = found.distance > 1 and core in lexicon.surnames
    stands = _stands_as_a_small_name(spot, found)
    plain = (core in lexicon.never and not surname) or core in lexicon.allowed
    capital = found.distance == 1 and spot.token.capital and core not in lexicon.never
    plain = (plain or core in OF_PEOPLE or core in STATES) and not (stands or capital)
    if plain or core in PARTICLES | RELATIONS | ARTICLES or len(core) < _SHORTEST_IN_LOWER_CASE:
        return None
    titled = found.word in STRONG_TITLES | _FAMILY or (
        found.word in _KIN and found.distance == 1 and _ends(spot)
    )
    named = core in lexicon.surnames or (core in lexicon.given and found.distance > 1)
    named = named or stands or (capital and found.word in RELATIONS)
    if not titled and (not named or found.word not in RELATIONS):
        return None
    if not (spot.token.quiet or spot.token.capital):
        return None
    if found.distance > 1 and named and core not in lexicon.never:
        return Seed(found.reason, Certainty.POSSIBLE)
    return Seed(found.reason, Certainty.POSSIBLE, asks=True, learned=True)


def _stands_as_a_small_name(spot: Spot, found: _Announcement) -> bool:
    """Whether a verb or a small word that somebody is called by has no other work to do here:
    "ruzie met stiefvader wil.", "mevrouw wil oudenaarden".
    """
    if found.distance > 1 or spot.core not in spot.lexicon.given:
        return False
    after, lexicon = spot.after, spot.lexicon
    if after is None or after.opens or after.gap[:1] in ".,;:!?)":
        return True
    if after.gap != " " or lexicon.is_word(after.core):
        return False
    return found.word in STRONG_TITLES


def _ends(spot: Spot) -> bool:
    """Whether no noun follows that the word would belong to."""
    after = spot.after
    return after is None or after.gap != " " or after.core in OF_PEOPLE


def in_brackets_behind_a_relation(spot: Spot) -> Seed | None:
    """Who it is, in brackets behind what they are: "jeugdarts (tromp)", "de wethouder (Bos)"."""
    before, after, core, lexicon = spot.before, spot.after, spot.core, spot.lexicon
    closed = after is None or after.gap[:1] in ("", ")", ",")
    if before is None or spot.token.gap != " (" or not closed:
        return None
    told = before.core in RELATIONS or before.core.endswith(WORKERS)
    named = core in lexicon.given or core in lexicon.surnames or not lexicon.is_word(core)
    plain = core in lexicon.never or core in lexicon.allowed or core in OF_PEOPLE or core in STATES
    if not (told and named) or plain or len(core) < _SHORTEST_IN_LOWER_CASE:
        return None
    return Seed(f"staat tussen haakjes achter '{before.written}'")


def in_brackets_behind_a_name(spot: Spot) -> Seed | None:
    """Of what somebody is, in brackets behind a first name; it only asks: "bea (buurtmaatjes)"."""
    before, after, core, lexicon = spot.before, spot.after, spot.core, spot.lexicon
    closed = after is None or after.gap.startswith(")")
    if before is None or spot.token.gap != " (" or not closed:
        return None
    somebody = before.core in lexicon.given and before.core not in lexicon.never
    plain = core in RELATIONS or core in lexicon.allowed or core in STATES or core in OF_PEOPLE
    plain = plain or core.endswith(WORKERS) or core in lexicon.words
    if not somebody or plain:
        return None
    reason = f"staat tussen haakjes achter '{before.written}'"
    return Seed(reason, Certainty.POSSIBLE, asks=True, learned=True)


BESIDE: tuple[Sign, ...] = (in_brackets_behind_a_name,)
BRACKETED: tuple[Sign, ...] = (in_brackets_behind_a_relation,)
ANNOUNCED: tuple[Sign, ...] = (
    behind_a_form_of_address,
    behind_a_relation,
    behind_called,
)
ANNOUNCED_PARTICLE: tuple[Sign, ...] = (called_as_a_particle,)
PERHAPS_ANNOUNCED: tuple[Sign, ...] = (perhaps_titled,)
"""What only asks; looked at last."""


def is_announced(words: Sequence[Token], index: int) -> bool:
    """Whether a word announces this one, over tussenvoegsels."""
    return _announced_at(words, index) is not None


def is_titled(words: Sequence[Token], index: int) -> bool:
    """Whether this stands behind a form of address or a family, over tussenvoegsels."""
    place = _announced_at(words, index)
    return place is not None and words[place].core in _STRONG


def _announcement(spot: Spot) -> _Announcement | None:
    """The word that announces this one, over tussenvoegsels; None when nothing does."""
    place = _announced_at(spot.words, spot.place)
    if place is None:
        return None
    token = spot.words[place]
    return _Announcement(token.core, token.written, place, spot.place - place)


def _announced_at(words: Sequence[Token], index: int) -> int | None:
    """Where the word stands that announces this one."""
    place = index - 1
    while (
        place >= 0
        and is_particle(words, place)
        and words[place + 1].joined(words[place])
        and not _stops(words[place], words[place + 1])
    ):
        place -= 1
    if place < 0 or words[place].core not in ANNOUNCING or _is_personnel(words[place]):
        return None
    return None if words[index].opens or not words[place + 1].joined(words[place]) else place


def _is_personnel(token: Token) -> bool:
    """Whether "HR" is a department rather than "hr." before a name."""
    return token.core == "hr" and token.shouted


def is_particle(words: Sequence[Token], place: int) -> bool:
    """Whether this is a tussenvoegsel, or a letter of one that is cut short: "v.h.", "o/d"."""
    core = words[place].core
    if core in PARTICLES or len(core) != 1:
        return core in PARTICLES
    around = words[max(0, place - 1) : place + 2]
    return any(after.ends_a_particle(before) for before, after in pairwise(around))


def _stops(particle: Token, after: Token) -> bool:
    """Whether a full stop ends something here, rather than cutting a tussenvoegsel short."""
    whole = len(particle.core) > 1 and particle.core not in PARTICLE_FORMS
    letter = particle.initial and not after.capital
    return after.gap.startswith(".") and (whole or letter)


def _is_beyond(spot: Spot, found: _Announcement) -> bool:
    """Whether the word may stay anyhow, or stands too far behind its announcement."""
    core, lexicon = spot.core, spot.lexicon
    called = found.distance == 1 and core in lexicon.given and core not in lexicon.surnames
    return (core in lexicon.allowed and not called) or found.distance > _MOST_PARTICLES + 1


def _may_be_called(spot: Spot, *, titled: bool = False) -> bool:
    """Whether a word without a capital can be a name behind a word that announces one."""
    core, lexicon = spot.core, spot.lexicon
    known = core in lexicon.allowed and core not in lexicon.given
    if core in lexicon.never or known or len(core) < _SHORTEST_IN_LOWER_CASE:
        return False
    if core in lexicon.words:
        return _also_a_name(core, lexicon, titled=titled)
    return not lexicon.is_word(core)


def _also_a_name(core: str, lexicon: Lexicon, *, titled: bool) -> bool:
    if core in OF_PEOPLE:
        return False
    return core in lexicon.given or (titled and core in lexicon.surnames)


def _looks_like_a_surname(spot: Spot) -> bool:
    """Whether an ordinary word is built as surnames are: "mw. schaapherder"."""
    core, lexicon = spot.core, spot.lexicon
    plain = core in RELATIONS or core in lexicon.never or core in lexicon.allowed
    return len(core) >= _SHORTEST_SURNAME and core.endswith(_SURNAME_ENDINGS) and not plain
