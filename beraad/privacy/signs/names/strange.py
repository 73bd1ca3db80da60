"""Words in no list that look like no Dutch word either: without capitals, most are names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from string import ascii_lowercase

from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.dutch.word_list import WordList
from beraad.privacy.signs.names.seed import Spot
from beraad.remembering import of_a_beraad

_SHORTEST = 4
_LONGEST = 16
_SHORTEST_TAIL = 5
_REACH = 3
_FEWEST_AROUND = 3
_REMEMBERED = 20_000
_DUTCH_ENDINGS = (
    "heid", "heden", "isch", "ische", "lijk", "lijke", "baar", "bare", "tie",
    "ties", "teit", "isme", "schap", "eren", "eerd", "eerde", "eert", "loos", "loze", "achtig",
    "achtige", "matig", "matige", "tje", "tjes", "pje", "kje",
)  # fmt: skip


_CUT_SHORT = re.compile(
    r"[a-z]{3,}(?:[kpgdtrlnm]b|[lrkgdt]v|[rtlkg]z|gez|sch?r|spr|[bdfgklpv]r|[bdfgkpt]l|[vpb]k|[rlnt]h)"
)
"""How no Dutch word and hardly a name ends, but a word that was cut short: "bereikb", "uitschr"."""


def is_cut_short(spot: Spot) -> bool:
    """Whether a word in no list is the first half of one: "bereikb. na 22u", "zorgverz"."""
    if spot.lexicon.is_listed(spot.core):
        return False
    after = spot.after
    dotted = spot.token.capital and not spot.token.quiet and after is not None
    dotted = dotted and after is not None and after.gap == ". " and not after.capital
    return dotted or _CUT_SHORT.fullmatch(spot.core) is not None


def is_strange(spot: Spot) -> bool:
    """Whether this is neither Dutch, nor Dutch with one typing error, nor English.

    Only in a sentence without capitals: a word in a field of its own may be jargon.
    """
    words, index, lexicon = spot
    token, core = spot.token, spot.core
    if not token.quiet or not _SHORTEST <= len(core) <= _LONGEST or not core.isalpha():
        return False
    if core in lexicon.allowed or core in lexicon.english or lexicon.is_word(core):
        return False
    if is_cut_short(spot):
        return False
    near = [*words[max(0, index - _REACH) : index], *words[index + 1 : index + 1 + _REACH]]
    foreign = any(one.core in lexicon.english and one.core not in lexicon.words for one in near)
    if len(near) < _FEWEST_AROUND or foreign:
        return False
    near_a_word = _is_near(core, lexicon.words)  # pyright: ignore[reportArgumentType] - it has a hash
    return not (near_a_word or _is_derived(core, lexicon))


def is_put_together(core: str, lexicon: Lexicon) -> bool:
    """Whether two ordinary words make this one, and no list holds it: "huurlift"."""
    if lexicon.is_listed(core):
        return False
    cuts = range(_SHORTEST, len(core) - _SHORTEST + 1)
    return any(core[:cut] in lexicon.words and core[cut:] in lexicon.words for cut in cuts)


def _is_derived(core: str, lexicon: Lexicon) -> bool:
    """Whether it ends the way Dutch words do: "laagdrempeligheid", "ombudsloket"."""
    tails = (core[cut:] for cut in range(_SHORTEST, len(core) - _SHORTEST_TAIL + 1))
    return core.endswith(_DUTCH_ENDINGS) or any(tail in lexicon.words for tail in tails)


@of_a_beraad
@lru_cache(maxsize=_REMEMBERED)
def _is_near(core: str, words: frozenset[str] | WordList) -> bool:
    """Whether one typing error lies between this and a word."""
    return any(other in words for other in _one_error_away(core))


def _one_error_away(core: str) -> Iterator[str]:
    for place in range(len(core) + 1):
        head, tail = core[:place], core[place:]
        yield head + tail[1:]
        yield head + tail[1:2] + tail[:1] + tail[2:]
        for letter in ascii_lowercase:
            yield head + letter + tail
            yield head + letter + tail[1:]
