"""The verslag of a full beraad as PDF: the first in a process, and the ones after it."""

from __future__ import annotations

from time import perf_counter

from tools.invented.full import full_session
from tools.speed.telling import tell

session = full_session()


def _render() -> float:
    begun = perf_counter()
    from beraad.privacy.clean import clean
    from beraad.report.compose import work_report
    from beraad.report.pdf import render

    render(work_report(clean(session)))
    return (perf_counter() - begun) * 1000


tell({"first": _render(), "next": [_render() for _ in range(4)]})
