"""Names in a fixed expression, that point to nobody: "jan modaal", "van Pontius naar Pilatus"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from beraad.privacy.dutch.vocabulary import SAYINGS
from beraad.privacy.signs.names.seed import Spot
from beraad.privacy.signs.names.tokens import Token


def _by_word() -> Mapping[str, tuple[tuple[int, tuple[str, ...]], ...]]:
    found: dict[str, list[tuple[int, tuple[str, ...]]]] = defaultdict(list)
    for saying in sorted(SAYINGS):
        for place, word in enumerate(saying):
            found[word].append((place, saying))
    return {word: tuple(places) for word, places in found.items()}


_BY_WORD = _by_word()


def is_in_saying(spot: Spot) -> bool:
    """Whether the word at this place stands in such an expression."""
    words, index, _ = spot
    return any(
        index >= place and _stands(words, index - place, saying)
        for place, saying in _BY_WORD.get(spot.token.core, ())
    )


def _stands(words: Sequence[Token], start: int, saying: tuple[str, ...]) -> bool:
    said = words[start : start + len(saying)]
    return tuple(word.core for word in said) == saying
