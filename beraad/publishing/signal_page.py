"""A signal of the register as the page that goes to who can mend it, with its answer form.

Also of a signal that comes from no beraad, and of one that another laptop wrote.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from beraad.errors import Solvable
from beraad.privacy.clean import admitted
from beraad.privacy.dutch.lexicon import Lexicon
from beraad.publishing.stepping import require_read
from beraad.records import Id
from beraad.report.blocks import Document
from beraad.report.compose import signal_report
from beraad.report.house.style import OURS, House
from beraad.signals.form_marks import form_mark
from beraad.signals.told_back import joined_in
from beraad.store.register import Register
from beraad.store.register_lines import practice_since


def page_of(
    signal_id: Id, path: Path, house: House = OURS, lexicon: Lexicon | None = None
) -> Document:
    """The page of a signal in the register.

    Raises StepOpen while something in a step is open, and Solvable when the signal is gone or the
    register cannot be read.
    """
    with Register.open(path) as register:
        found = register.folded(signal_id)
        signal = found.signal
        joined = joined_in(signal_id, register.joined_lines())
    if signal is None:
        raise Solvable(
            "Dit signaal is er niet meer.",
            kept="Er is niets gemaakt.",
            way_out="Ga terug naar Signalen en kijk wat er nu staat.",
        )
    require_read(signal, lexicon)
    practice = practice_since(path) is not None
    cleaned = admitted(signal, lexicon, joined=joined, clash=found.answers_clash, practice=practice)
    return replace(signal_report(cleaned, form_mark(signal_id)), house=house)
