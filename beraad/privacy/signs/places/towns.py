"""Finds places and organisations of which the name is more than one word: "den haag"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.find import Certainty, Find, FindKind
from beraad.privacy.signs.names.scan import mark_name
from beraad.privacy.signs.names.tokens import Token
from beraad.privacy.text.page import Page

_EVERYDAY = frozenset(
    {
        "wijk", "punt", "steeg", "klomp", "waal", "groeve", "heen", "kiel", "bult", "hoeve",
        "wilgen", "moer",
    }
)  # fmt: skip
_NAMES_FOLLOW = frozenset({"bij", "van", "door", "aan", "met"})


def listed(page: Page, words: Sequence[Token], lexicon: Lexicon) -> Iterator[Find]:
    """Yield places and organisations of more than one word, also without capitals."""
    for index, (token, following) in enumerate(pairwise(words)):
        for name in lexicon.by_opening.get((token.core, following.core), ()):
            last = index + len(name) - 1
            if last < len(words) and _stands_at(words, index, name):
                kind = _kind(" ".join(name), lexicon)
                if kind is FindKind.PLACE:
                    meant = not _is_common(words, index, last)
                else:
                    meant = _is_meant(words, index, last, lexicon)
                if meant:
                    yield mark_name(
                        page,
                        kind,
                        token.start,
                        words[last].end,
                        cores=name,
                        certainty=Certainty.LIKELY,
                        reason=_REASONS[kind],
                    )


_REASONS = {
    FindKind.PLACE: "staat in de lijst met plaatsen",
    FindKind.ORGANISATION: "staat in de lijst met organisaties",
}


def _stands_at(words: Sequence[Token], index: int, name: Sequence[str]) -> bool:
    return all(
        words[index + offset].core == core
        and (offset == 0 or words[index + offset].joined(words[index + offset - 1]))
        for offset, core in enumerate(name)
    )


def _kind(name: str, lexicon: Lexicon) -> FindKind:
    return FindKind.PLACE if name in lexicon.places else FindKind.ORGANISATION


def _is_common(words: Sequence[Token], first: int, last: int) -> bool:
    """Whether a place is an article with an everyday word, without a capital: "de wijk"."""
    article = words[first].core == "de" and last == first + 1
    return article and words[last].core in _EVERYDAY and not words[last].capital


def _is_meant(words: Sequence[Token], first: int, last: int, lexicon: Lexicon) -> bool:
    """Whether ordinary words in a row are this organisation: by a capital, or behind "bij"."""
    strange = any(token.core not in lexicon.words for token in words[first : last + 1])
    behind = first > 0 and words[first - 1].core in _NAMES_FOLLOW
    return strange or words[last].capital or behind
