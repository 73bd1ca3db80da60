"""From a signal with an answer to its terugkoppeling: who has to hear it, and the document."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from beraad.errors import Solvable
from beraad.privacy.clean import admitted
from beraad.privacy.dutch.lexicon import Lexicon
from beraad.publishing.stepping import CLASH, require_read
from beraad.records import Id
from beraad.report.blocks import Document
from beraad.report.compose.told_back import answer_letter
from beraad.report.formats import Format
from beraad.report.house.style import OURS, House
from beraad.signals.life import life
from beraad.signals.told_back import joined_in
from beraad.store.register import Register
from beraad.store.register_lines import practice_since

FORMATS = (Format.PDF, Format.ODT, Format.DOCX, Format.HTML, Format.MARKDOWN)
"""The forms in which a terugkoppeling can be made."""


def letter_of(
    signal_id: Id,
    path: Path,
    house: House = OURS,
    lexicon: Lexicon | None = None,
) -> Document:
    """The terugkoppeling of a signal in the register, to every team that saw it.

    Raises StepOpen while something in a step is open, and Solvable when there is no answer to tell,
    when two clash and nobody chose, or when the register cannot be read.
    """
    with Register.open(path) as register:
        found = register.folded(signal_id)
        signal = found.signal
        joined = joined_in(signal_id, register.joined_lines())
    if signal is None or life(signal).answer is None:
        raise Solvable(
            "Bij dit signaal is nog geen antwoord om te vertellen.",
            kept="Er is niets gemaakt.",
            way_out="Schrijf bij het signaal eerst het antwoord op.",
        )
    if found.answers_clash:
        raise CLASH
    require_read(signal, lexicon)
    teams = tuple(line.team for line in joined)
    practice = practice_since(path) is not None
    cleaned = admitted(signal, lexicon, joined=joined, practice=practice)
    return replace(answer_letter(cleaned, teams), house=house)
