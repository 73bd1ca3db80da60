"""Nobody who was there is told apart: "deelnemer 4" becomes "een deelnemer"."""

from __future__ import annotations

import re

from beraad.phases.phrasing import capital
from beraad.privacy.dutch.placeholders import ONE_OF_US, PARTICIPANT

_SOME_OF_US = f"enkele {PARTICIPANT}s"
_IN_A_WORD = re.compile(
    rf"(?:(?<=-){PARTICIPANT}[ \t]+\d{{1,3}}(?!\w)|\b{PARTICIPANT}[ \t]+\d{{1,3}}(?=-\w))",
    re.IGNORECASE,
)
_ONE = re.compile(rf"\b(?:(?:de|een)[ \t]+)?{PARTICIPANT}[ \t]+\d{{1,3}}(?!\w)", re.IGNORECASE)
_SOME = re.compile(
    rf"\b(?:de[ \t]+)?{PARTICIPANT}s[ \t]+\d{{1,3}}"
    r"(?:(?:[ \t]*,|[ \t]+(?:en|of))[ \t]+\d{1,3})*(?!\w)",
    re.IGNORECASE,
)


def undivided(text: str) -> str:
    """Return the text in which every participant is just one of them.

    A number that comes back ties everything that is said with it together, and who was there
    needs one of these to know all. A number that stood behind it by itself goes along.
    """
    while (once := _once(text)) != text:
        text = once
    return text


def _once(text: str) -> str:
    inside = _IN_A_WORD.sub(lambda found: _instead(found, PARTICIPANT), text)
    alone = _ONE.sub(lambda found: _instead(found, ONE_OF_US), inside)
    return _SOME.sub(lambda found: _instead(found, _SOME_OF_US), alone)


def _instead(found: re.Match[str], said: str) -> str:
    return capital(said) if found[0][:1].isupper() else said
