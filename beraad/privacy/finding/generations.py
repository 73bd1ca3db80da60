"""Senior or junior behind a name goes with it: "de Groot sr.", "Vos, jr.", "Bos (sen.)"."""

from __future__ import annotations

import re
from dataclasses import replace

from beraad.privacy.find import Find, FindKind

_PEOPLE = frozenset({FindKind.PERSON, FindKind.PARTICIPANT, FindKind.KNOWN_WORD})
_TOLD = re.compile(r"(?<![^\W_])(?:sr|jr|sen|jun)\Z", re.IGNORECASE)
_BEHIND = re.compile(
    r" (?:sr|jr)(?![\w’'-])|,? (?:sr|jr|sen|jun)(?=\.(?! ?\d))|,? \((?:sr|jr|sen|jun)\.?\)",
    re.IGNORECASE,
)
_SENTENCE_GOES_ON = re.compile(r"\.(?= ?[,;:)]| [^\W\dA-ZÀ-ÖØ-Þ]| \d)")
"""A full stop that cuts a word short and closes no sentence."""


def with_generation(find: Find, text: str, offset: int = 0) -> Find:
    """The find of somebody, with what tells them from who has the same name.

    The text may be a stretch of a longer one, that begins at `offset` in it.
    """
    if find.kind not in _PEOPLE:
        return find
    end = find.end - offset
    if behind := _BEHIND.match(text, end):
        end = behind.end()
    elif not _TOLD.search(find.text):
        return find
    if text[end - 1] != ")" and (stop := _SENTENCE_GOES_ON.match(text, end)):
        end = stop.end()
    return replace(find, end=end + offset, text=text[find.start - offset : end])
