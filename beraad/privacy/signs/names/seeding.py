"""Where a name begins to show: a capital, a word before it, or a list that holds it."""

from __future__ import annotations

from collections.abc import Sequence

from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.dutch.vocabulary import PARTICLES, TITLES
from beraad.privacy.signs.names.announced import announced, titled_twice
from beraad.privacy.signs.names.capitals import inside, opening, shouted
from beraad.privacy.signs.names.first_letters import initial, small_initial
from beraad.privacy.signs.names.lower_case import in_lower_case
from beraad.privacy.signs.names.seed import Seed
from beraad.privacy.signs.names.tokens import Token


def seed(words: Sequence[Token], index: int, lexicon: Lexicon) -> Seed | None:
    """Return why this word starts a name, or None."""
    token = words[index]
    core = token.core
    if token.initial:
        return initial(words, index)
    if core.isdecimal() or core in PARTICLES or (core in TITLES and not titled_twice(words, index)):
        return None
    if len(core) == 1:
        return small_initial(words, index, lexicon)
    return announced(words, index, lexicon) or (
        None if core in lexicon.allowed else _shown(words, index, lexicon)
    )


def _shown(words: Sequence[Token], index: int, lexicon: Lexicon) -> Seed | None:
    """Why the word itself is taken for a name."""
    token = words[index]
    if token.shouted:
        return shouted(token, lexicon)
    if not token.capital:
        return in_lower_case(words, index, lexicon)
    return (opening if token.opens else inside)(words, index, lexicon)
