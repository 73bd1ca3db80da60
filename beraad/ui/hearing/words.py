"""What is seen, in words that can be heard."""

from __future__ import annotations

import re
import unicodedata

_KEYS = re.compile(r"\s*\(((?:Ctrl|Alt|Shift|Esc|F\d)[^)]*)\)")
_KEY_AT_END = re.compile(r"  [A-Z]$")
_PAUSES = re.compile(r"\s*(?:[;·()“”\"]|:(?!\d))+\s*")
_BEFORE_AN_END = re.compile(r",\s*(?=[.!?])")
_AFTER_AN_END = re.compile(r"(?<=[.!?]),(?= )")
_ENDS = re.compile(r"^[\s,]+|[\s,]+$")
_DRAWN = frozenset({"Sm", "So", "Sk"})
"""The kinds of signs that are drawings: arrows, shapes, ticks, plus."""


def spoken(text: str) -> str:
    """A text without drawings and keys; where the voice would name a sign, it pauses.

    "Casus →" becomes "Casus", "◆ A  weigeren" becomes "A, weigeren".
    """
    without_keys = _KEY_AT_END.sub("", _KEYS.sub("", text))
    lettered = re.sub(r"(?<=[^\W\d_])  +(?=\S)", ", ", without_keys)
    plain = "".join(
        " " if unicodedata.category(sign) in _DRAWN else sign for sign in lettered
    ).replace("…", "")
    paused = re.sub(r"(?:, )+", ", ", _PAUSES.sub(", ", plain))
    ended = _AFTER_AN_END.sub("", _BEFORE_AN_END.sub("", paused))
    return _ENDS.sub("", " ".join(ended.split())).replace(" ,", ",")


def beside(name: str, told: str) -> str:
    """What a description says beside a name.

    One that only says the name again becomes the key in it, or else the name itself: a reader
    passes over what is equal. Empty it may not be, for Qt would then take the tip.
    """
    if not told or not name or _words(_KEYS.sub("", told)) != _words(name):
        return told
    key = _KEYS.search(told)
    return key.group(1) if key else name


def of_this(thing: str) -> str:
    """ "dit perspectief", "deze norm" """
    return f"{'dit' if thing in _WITH_HET else 'deze'} {thing}"


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


_WITH_HET = frozenset({"perspectief", "alternatief", "moment", "briefje", "woord"})
