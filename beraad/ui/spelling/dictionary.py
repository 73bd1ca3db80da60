"""The Dutch dictionary of the system, as far as there is one."""

from __future__ import annotations

from importlib import import_module
from typing import Any, Protocol

_LANGUAGES = ("nl_NL", "nl", "nl_BE")


class Dictionary(Protocol):
    """What knows how words are written."""

    def check(self, word: str) -> bool:
        """Whether this is how the word is written."""
        ...

    def suggest(self, word: str) -> list[str]:
        """Words that may be meant, the likeliest first; may take a quarter of a second."""
        ...


def dutch_dictionary() -> Dictionary | None:
    """Open the dictionary through Enchant; None where that or the dictionary is not installed."""
    try:
        enchant: Any = import_module("enchant")
    except ImportError:
        return None
    broker = enchant.Broker()
    try:
        for language in _LANGUAGES:
            if broker.dict_exists(language):
                return broker.request_dict(language)
    except enchant.errors.Error:
        return None
    return None
