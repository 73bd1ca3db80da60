"""Text as it may enter a beraad, or the words around it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

_LINE_BREAKS: Final = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_NONCHARACTERS: Final = "\ufdd0-\ufdef" + "".join(
    chr(plane | last) for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF)
)
_UNSTORABLE: Final = re.compile(
    f"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff{_NONCHARACTERS}]",
)
VISIBLE_GAP: Final = "\ufffd"
"""What stands where something was that nobody could see or keep."""

_JOINERS: Final = "\u200c\u200d"
_DIRECTIONS: Final = "\u200e\u200f\u061c"
_TAGS: Final = range(0xE0020, 0xE0080)
_HIDDEN: Final = re.compile(
    "[\xad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0"
    f"\ufff9-\ufffb\U000e0000-\U000e0fff{_JOINERS}{_DIRECTIONS}]"
)
"""What nobody sees: it splits a name, hides text, or turns around how it reads."""

_FLAG: Final = "\U0001f3f4"
_STYLE_OF_EMOJI: Final = "\ufe0f"
_FIRST_OTHER_SCRIPT: Final = 0x530
"""Up to here stand Latin, Greek and Cyrillic, which join nothing."""

_JOIN_NOTHING: Final = ("LATIN", "GREEK", "CYRILLIC")


def storable(text: str) -> str:
    """Return the text with one kind of line break, and nothing that cannot be kept or seen.

    Control characters, noncharacters and lone surrogates cannot be stored or printed; each becomes
    U+FFFD, so that the writer sees where something stood. What nobody sees goes: marks that force a
    direction, and invisible characters that split a name. Joiners stay in scripts and emoji that
    are written with them, and a mark of direction beside writing from right to left. Everything
    else stays as typed.
    """
    text = _UNSTORABLE.sub(VISIBLE_GAP, _LINE_BREAKS.sub("\n", text))
    return text if _HIDDEN.search(text) is None else "".join(_seen(text))


def _seen(text: str) -> Iterator[str]:
    """The characters that stay. What decides is visible, so doing it again changes nothing."""
    following = _visible_after(text)
    reads_left = any(map(_is_from_right, set(text)))
    last = ""
    for place, sign in enumerate(text):
        if not _HIDDEN.match(sign) or (
            (sign in _JOINERS and _joins(last))
            or (sign in _DIRECTIONS and reads_left and not _is_inside(last, following[place]))
            or (ord(sign) in _TAGS and (last == _FLAG or ord(last or " ") in _TAGS))
        ):
            last = sign
            yield sign


def _visible_after(text: str) -> list[str]:
    """For each place the first character behind it that is not hidden; empty at the end."""
    found, behind = [""] * len(text), ""
    for place in range(len(text) - 1, -1, -1):
        found[place] = behind
        behind = behind if _HIDDEN.match(text[place]) else text[place]
    return found


def _joins(sign: str) -> bool:
    """Whether a joiner behind this has a meaning."""
    if sign == _STYLE_OF_EMOJI:
        return True
    if not sign or ord(sign) < _FIRST_OTHER_SCRIPT:
        return False
    is_written = unicodedata.category(sign)[0] in "LM" or unicodedata.category(sign) in {"So", "Sk"}
    return is_written and not unicodedata.name(sign, "").startswith(_JOIN_NOTHING)


def _is_from_right(sign: str) -> bool:
    return unicodedata.bidirectional(sign) in {"R", "AL"} and sign not in _DIRECTIONS


def _is_inside(before: str, after: str) -> bool:
    """Whether both neighbours belong to one word that is written from left to right."""
    return all(sign.isalnum() and not _is_from_right(sign) for sign in (before, after))
