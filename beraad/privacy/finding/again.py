"""Reading the texts of a beraad again, of which most were read before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.find import Find
from beraad.privacy.finding.finding import ReadText, heard_in, read
from beraad.privacy.signs.known.known_names import KnownNames
from beraad.privacy.signs.names.heard import Heard
from beraad.privacy.text.progress import GoesOn, Steps

_DOCUMENTS = 2
"""The beraad in the window, and another that is read meanwhile."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Document:
    """What was read of some texts, with what is known and the words it was read with.

    Attributes:
        readings: by text: what it says by itself.
        heard: the names of the document; None before all of it was read.
        found: by text: what every finder points at, in a document with these names.
    """

    known: KnownNames
    lexicon: Lexicon
    readings: Mapping[str, ReadText] = field(default_factory=dict[str, ReadText])
    heard: Heard | None = None
    found: Mapping[str, tuple[Find, ...]] = field(default_factory=dict[str, tuple[Find, ...]])


class Texts:
    """Reads documents, and of each only what it did not read before; the answer is the same.

    Several threads may ask at once: what one of them has read is put down whole.
    """

    def __init__(self) -> None:
        self._documents: tuple[_Document, ...] = ()

    def candidates(
        self, texts: Iterable[str], known: KnownNames, lexicon: Lexicon, goes_on: GoesOn
    ) -> Mapping[str, tuple[Find, ...]]:
        """What `finding.candidates` says.

        Raises Stopped when `goes_on` says no; what was read by then is not read again next time.
        """
        distinct = tuple(dict.fromkeys(texts))
        before = self._before(known, lexicon)
        known = before.known
        steps = Steps(goes_on, total=2 * sum(map(len, distinct)))
        readings = dict(before.readings)
        heard, found = before.heard, dict(before.found)
        try:
            for text in distinct:
                if text in readings:
                    steps.had(len(text))
                else:
                    readings[text] = read(text, known, lexicon, steps)
            readings = {text: readings[text] for text in distinct}
            heard = heard_in(readings.values(), known, lexicon)
            if heard != before.heard:
                found = {}
            for text, reading in readings.items():
                if text in found:
                    steps.had(len(text))
                else:
                    found[text] = reading.among(heard, lexicon, steps)
            found = {text: found[text] for text in distinct}
        finally:
            self._put_down(
                _Document(known=known, lexicon=lexicon, readings=readings, heard=heard, found=found)
            )
        return found

    def forget(self) -> None:
        """Read everything afresh next time."""
        self._documents = ()

    def _before(self, known: KnownNames, lexicon: Lexicon) -> _Document:
        for document in self._documents:
            if document.lexicon is lexicon and document.known == known:
                return document
        return _Document(known=known, lexicon=lexicon)

    def _put_down(self, document: _Document) -> None:
        others = (each for each in self._documents if each.known is not document.known)
        self._documents = (document, *others)[:_DOCUMENTS]
