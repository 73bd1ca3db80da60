"""What to underline while somebody writes: the same places that the review will ask about."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from beraad.privacy.dutch.lexicon import Lexicon, shipped
from beraad.privacy.find import Find
from beraad.privacy.finding.finding import ReadText, heard_in, read
from beraad.privacy.finding.reading import asked_about, gathered, remember
from beraad.privacy.instead.replacing import fitted
from beraad.privacy.review.gate import Gate, texts_of
from beraad.privacy.signs.known.known_names import KnownNames
from beraad.privacy.signs.names.heard import Heard
from beraad.privacy.text.progress import Steps, always
from beraad.records import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One place that may identify somebody.

    Attributes:
        in_report: what the verslag says there as things stand; empty when it stays for now.
        instead: what the writer can put there at once.
        is_general: `instead` says the same in general words, it takes nothing out.
    """

    find: Find
    in_report: str
    instead: str
    is_general: bool


Marks = Mapping[str, tuple[Mark, ...]]
"""By text: the places in it, in order and without overlap; also texts in which there are none."""


def marks(gate: Gate) -> Marks:
    """Return what to underline in every text of a beraad that may go out."""
    return {text: _in_text(gate, text) for text in gate.found}


def _in_text(gate: Gate, text: str) -> tuple[Mark, ...]:
    return tuple(_mark(gate, text, find) for find in gate.pointed_out(text))


def _mark(gate: Gate, text: str, find: Find) -> Mark:
    replacement = gate.replacement(find)
    general = "" if gate.decision(find) else find.generalised
    return Mark(
        find=find,
        in_report="" if gate.stays(find) else fitted(text, find, replacement),
        instead=fitted(text, find, general or replacement),
        is_general=bool(general),
    )


class Reader:
    """Reads one beraad again and again, and only what is new in it; the gate need not read it then.

    Not for two threads at once.
    """

    def __init__(self, lexicon: Callable[[], Lexicon] = shipped) -> None:
        self._lexicon = lexicon
        self._known: KnownNames | None = None
        self._heard: Heard | None = None
        self._readings: dict[str, ReadText] = {}
        self._found: dict[str, tuple[Find, ...]] = {}

    def marks(self, session: Session, unwanted: Callable[[], bool]) -> Marks | None:
        """Return what to underline, or None when it was no longer wanted half-way.

        What was read by then is not read again next time.
        """
        lexicon = self._lexicon()
        known = KnownNames.of(session)
        if known != self._known:
            self._known, self._readings, self._found = known, {}, {}
        texts = texts_of(session)
        for text in texts:
            if text not in self._readings:
                if unwanted():
                    return None
                self._readings[text] = read(text, known, lexicon, Steps(always, total=len(text)))
        self._readings = {text: self._readings[text] for text in texts}
        heard = heard_in(self._readings.values(), known, lexicon)
        if heard != self._heard:
            self._heard, self._found = heard, {}
        for text, reading in self._readings.items():
            if text not in self._found:
                if unwanted():
                    return None
                self._found[text] = reading.among(heard, lexicon, Steps(always, total=len(text)))
        self._found = {text: self._found[text] for text in texts}
        reading = gathered(known, lexicon, self._found)
        return marks(Gate.after(session, remember(asked_about(session, texts, lexicon), reading)))
