"""The words that Beraad itself uses: in its rondes, its questions and its lists of suggestions."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, cast

from beraad import assets
from beraad.phases import lesson, opening, policy, signal, wording
from beraad.phases.rondes import PHASES
from beraad.privacy.dutch.naming import words_of

_LISTS = assets.SUGGESTIONS
_BESIDE_THE_RONDES = (opening, signal, lesson, policy, wording)
_PLURALS = ("s", "en")
_SHORTEST = 4


def is_own_word(word: str) -> bool:
    """Whether a word stands in what Beraad says, also in the plural; in comparable form."""
    own = own_words()
    return word in own or any(
        word.removesuffix(ending) in own for ending in _PLURALS if word.endswith(ending)
    )


@cache
def own_words() -> frozenset[str]:
    """All of these words; read when they are first needed."""
    said = (*PHASES, *(vars(module).copy() for module in _BESIDE_THE_RONDES))
    texts = [text for each in said for text in _texts(each)]
    for path in _LISTS.glob("*.toml"):
        texts += _texts(tomllib.loads(path.read_text(encoding="utf-8")))
    return frozenset(word for text in texts for word in words_of(text) if len(word) >= _SHORTEST)


def _texts(value: Any) -> Iterator[str]:
    """Every text in a value, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for name, each in cast("Mapping[Any, Any]", value).items():
            if not str(name).startswith("__"):
                yield from _texts(each)
    elif isinstance(value, tuple | list):
        for each in cast("tuple[Any, ...]", value):
            yield from _texts(each)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))
