"""The first verslag of a window as PDF, when somebody read the beraad and chose what to make."""

from __future__ import annotations

from time import perf_counter

from beraad.privacy.clean import clean
from beraad.privacy.finding.rehearsal import rehearse
from beraad.report.compose import work_report
from beraad.ui.warming import get_printing_ready
from tools.invented.full import full_session
from tools.speed.telling import tell


class _Nobody:
    """Asks for nothing but that it is done."""

    def unwanted(self) -> bool:
        return False

    def tell(self, percent: int) -> None:
        pass


session = full_session()
rehearse()
clean(session)
get_printing_ready(_Nobody())
begun = perf_counter()
from beraad.report.pdf import render  # noqa: E402 - it was loaded by what came before

render(work_report(clean(session)))
tell({"first": (perf_counter() - begun) * 1000})
