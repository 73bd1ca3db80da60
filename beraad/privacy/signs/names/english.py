"""English in a Dutch text: its words are no Dutch words, and no names either."""

from __future__ import annotations

from beraad.privacy.signs.names.seed import Spot

_REACH = 3
_FEWEST_OTHERS = 1
_WITH_A_CAPITAL = frozenset({"i", "im", "ill", "ive", "id", "he", "sir", "madam"})


def is_english(spot: Spot) -> bool:
    """Whether this is an everyday English word between others.

    A capital inside a sentence is no sign of English, so that "my sister Hope" is still a name.
    """
    words, index, lexicon = spot
    token = spot.token
    if token.core not in lexicon.english:
        return False
    if token.capital and not token.opens and token.core not in _WITH_A_CAPITAL:
        return False
    near = words[max(0, index - _REACH) : index + _REACH + 1]
    others = [one.core for one in near if one is not token and one.core in lexicon.english]
    proof = others if lexicon.is_name(token.core) else [*others, token.core]
    return len(others) >= _FEWEST_OTHERS and any(word not in lexicon.words for word in proof)
