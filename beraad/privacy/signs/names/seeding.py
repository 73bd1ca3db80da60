"""Where a name begins to show: a capital, a word before it, or a list that holds it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import IntEnum
from typing import TypeAlias

from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.dutch.vocabulary import (
    CALLED_PARTICLES,
    LEADING_PARTICLES,
    OPTION_WORDS,
    PARTICLES,
    RELATIONS,
    SMALL_NAMES,
    TITLES,
)
from beraad.privacy.signs.learned.standing import CUES, is_named, is_uncommon, stands_as_a_name
from beraad.privacy.signs.names.announced import (
    ANNOUNCED,
    ANNOUNCED_PARTICLE,
    ANNOUNCING,
    BESIDE,
    BRACKETED,
    PERHAPS_ANNOUNCED,
    WORKERS,
    is_announced,
    titled_twice,
)
from beraad.privacy.signs.names.called_particles import CALLED_AS_A_PARTICLE
from beraad.privacy.signs.names.capitals import (
    CAPITAL,
    DOUBLED,
    GREETED,
    GREETINGS,
    LARGE,
    MONTH,
    OPENING,
    ORDINARY_CAPITAL,
    PLAIN,
    SHOUTED,
    VALUE,
)
from beraad.privacy.signs.names.dotted import is_of_an_abbreviation
from beraad.privacy.signs.names.first_letters import (
    INITIAL,
    SMALL_INITIAL,
    is_no_initial,
    is_of_a_small_word,
)
from beraad.privacy.signs.names.in_notes import (
    CELL,
    LABELLED,
    LABELS,
    LISTED_IN_NOTES,
    SMALL_LETTER,
    THING,
)
from beraad.privacy.signs.names.lower_case import SMALL, SMALL_UNKNOWN, SPOKEN_TO
from beraad.privacy.signs.names.ordinary_names import (
    DOUBTFUL,
    NEVER_NAME,
    ORDINARY_NAME,
    ORDINARY_SURNAME,
    PAIRED,
)
from beraad.privacy.signs.names.ordinary_places import ORDINARY_PLACE, ROADS, STREETS
from beraad.privacy.signs.names.seed import Seed, Sign, Spot, all_seen
from beraad.privacy.signs.names.short import LETTER, SHORT
from beraad.privacy.signs.names.tokens import Token
from beraad.privacy.text.words import stem

_SHORTEST_IN_LOWER_CASE = 3
_LEARNED: tuple[Sign, ...] = (stands_as_a_name,)
_TELLING = ANNOUNCING | PARTICLES | frozenset("hor") | CUES | LABELS | GREETINGS
"""Words that may tell that a name follows, whatever that is."""

_NUMBERS = ("nr", "nrs")
"""How words for the number of something end: "noodnr"."""


class _Told(IntEnum):
    """What the word before says about this one."""

    NOTHING = 0
    PERHAPS = 1
    ANNOUNCED = 2
    IN_BRACKETS = 3
    BESIDE = 4


_Sort: TypeAlias = tuple[str, bool, _Told]
"""All that decides which signs a word is looked at for: how it is written, whether it begins a
sentence, and what the word before it says."""


def seeder(words: Sequence[Token], lexicon: Lexicon) -> Callable[[int], Seed | None]:
    """Return what tells why a word starts a name: the first sign that sees one, or None."""
    signs_of = lexicon.remembered(_signs)

    def seed(index: int) -> Seed | None:
        token = words[index]
        signs = signs_of[token.written, token.opens, _told(words, index)]
        return next(_seen(signs, Spot(words, index, lexicon)), None) if signs else None

    return seed


def seeds(spot: Spot) -> Iterator[Seed]:
    """Yield everything that is seen in this word, the strongest first."""
    sort = (spot.token.written, spot.token.opens, _told(spot.words, spot.place))
    return _seen(_signs(sort, spot.lexicon), spot)


def _told(words: Sequence[Token], index: int) -> _Told:
    if not index:
        return _Told.NOTHING
    before = words[index - 1].core
    if words[index].gap == " (" and (before in RELATIONS or before.endswith(WORKERS)):
        return _Told.IN_BRACKETS
    if before not in _TELLING:
        return _Told.BESIDE if words[index].gap == " (" else _Told.NOTHING
    return _Told.ANNOUNCED if is_announced(words, index) else _Told.PERHAPS


def _seen(signs: Sequence[Sign], spot: Spot) -> Iterator[Seed]:
    if is_of_a_small_word(spot):
        return iter(())
    other = is_no_initial(spot) if spot.token.initial else _is_a_title(spot) or _is_numbered(spot)
    short = len(spot.core) == 1 and is_of_an_abbreviation(spot.words, spot.place)
    return iter(()) if other or short else all_seen(signs, spot)


def _is_numbered(spot: Spot) -> bool:
    """Whether this is a part of a text or a list: "Punt 5"."""
    return spot.core in OPTION_WORDS and spot.following.isdecimal()


def _is_a_title(spot: Spot) -> bool:
    return spot.core in TITLES and not titled_twice(spot)


def _signs(sort: _Sort, lexicon: Lexicon) -> tuple[Sign, ...]:
    """Which signs may see something in a word, whatever else stands around it."""
    written, opens, told = sort
    capital = written[0].isupper()
    core = stem(written.lower())
    if capital and len(written) == 1:
        return (*INITIAL, *LETTER)
    title = core in TITLES and (opens or not capital)
    if core.endswith(_NUMBERS) or core.isdecimal() or title:
        return ()
    if core in PARTICLES:
        return _of_particles(core, capital=capital, told=told)
    if len(core) == 1:
        return (*SMALL_INITIAL, *SMALL_LETTER)
    announced = ANNOUNCED if told is _Told.ANNOUNCED else ()
    announced = BRACKETED if told is _Told.IN_BRACKETS else announced
    tells = told not in (_Told.NOTHING, _Told.BESIDE)
    if core in lexicon.allowed:
        small = NEVER_NAME if lexicon.is_name(core) else ()
        learned = _LEARNED if core in SMALL_NAMES else ()
        large = (*announced, *MONTH, *VALUE, *LARGE, *_PERHAPS[told], *learned)
        return large if capital else (*announced, *small, *learned)
    of_form = (
        _of_capitals(core, lexicon, shouted=written.isupper(), opens=opens, told=tells)
        if capital
        else _of_lower_case(core, lexicon, opens=opens, told=tells)
    )
    return (*announced, *of_form, *_PERHAPS[told])


_PERHAPS: Mapping[_Told, tuple[Sign, ...]] = {
    _Told.NOTHING: (),
    _Told.PERHAPS: (),
    _Told.ANNOUNCED: PERHAPS_ANNOUNCED,
    _Told.IN_BRACKETS: (),
    _Told.BESIDE: BESIDE,
}
"""What only asks; looked at last."""


def _of_particles(core: str, *, capital: bool, told: _Told) -> tuple[Sign, ...]:
    if not capital:
        return () if len(core) > 1 else SMALL_LETTER
    called = told is _Told.ANNOUNCED and core not in LEADING_PARTICLES
    large = CALLED_AS_A_PARTICLE if core in CALLED_PARTICLES else ()
    return (*(ANNOUNCED_PARTICLE if called else ()), *large)


def _of_capitals(
    core: str, lexicon: Lexicon, *, shouted: bool, opens: bool, told: bool
) -> tuple[Sign, ...]:
    if shouted:
        return (*SHOUTED, *SHORT, *_LEARNED)
    plain = core in lexicon.never
    first = (*(GREETED if told else ()), *(DOUBLED if plain else ()))
    if opens:
        return (*first, *(() if plain else OPENING), *SHORT, *_LEARNED)
    return (*first, *CAPITAL, *(PLAIN if plain else ORDINARY_CAPITAL), *SHORT, *_LEARNED)


def _of_lower_case(core: str, lexicon: Lexicon, *, opens: bool, told: bool) -> tuple[Sign, ...]:
    small = SMALL if told or core in lexicon.mostly else ()
    if core in lexicon.never:
        learned = _LEARNED if core in SMALL_NAMES else ()
        return (*small, *NEVER_NAME, *learned) if lexicon.is_name(core) else (*small, *learned)
    listed = lexicon.is_listed(core)
    spoken = SPOKEN_TO if core in lexicon.given else ()
    small = (*small, *spoken)
    looked_at = told or opens or is_uncommon(core, lexicon)
    learned = _LEARNED if looked_at or is_named(core, lexicon) else ()
    speaking = (*CELL, *(LISTED_IN_NOTES if listed else ())) if opens else ()
    learned = (*speaking, *(LABELLED if told else ()), *learned)
    if len(core) < _SHORTEST_IN_LOWER_CASE:
        return (*small, *(ORDINARY_SURNAME if listed else ()), *PAIRED, *learned)
    if core not in lexicon.words:
        return (*small, *SMALL_UNKNOWN, *THING, *learned)
    place = listed or core.endswith((*STREETS, *ROADS))
    ordinary = (*(ORDINARY_PLACE if place else ()), *(ORDINARY_NAME if listed else ()))
    doubtful = DOUBTFUL if listed else ()
    return (*small, *ordinary, *doubtful, *learned)
