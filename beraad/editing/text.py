"""Text as it may enter a beraad."""

from __future__ import annotations

import re

_LINE_BREAKS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_UNSTORABLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_VISIBLE_GAP = "\ufffd"


_ENDS = ("\n", ". ", "! ", "? ", "… ", ".\u201d ")


def ends_something(before: str, after: str) -> bool:
    """Whether a change of a text ended a sentence or a line that was not ended before it."""
    return sum(map(after.count, _ENDS)) > sum(map(before.count, _ENDS))


def storable(text: str) -> str:
    """Return the text with one kind of line break and a visible mark for what cannot be kept.

    Control characters and lone surrogates cannot be stored or printed; each becomes U+FFFD, so
    that the writer sees where something stood. Everything else stays as typed.
    """
    return _UNSTORABLE.sub(_VISIBLE_GAP, _LINE_BREAKS.sub("\n", text))
