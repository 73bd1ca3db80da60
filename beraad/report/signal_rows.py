"""Signalen as rows for a spreadsheet: one line each, by the same names as in JSON.

What became of a signaal stands in one cell, a sentence for each step. One that does not count
says so, and one that was taken back too.
"""

from __future__ import annotations

from collections.abc import Iterable

from beraad.privacy.clean import CleanedSignal
from beraad.records import Id
from beraad.report.csv import render_rows
from beraad.report.json import signal_fields
from beraad.signals.telling import step_sentence

_STEPS = "stappen"
_UNCOUNTED = " (telt niet mee)"
_WITHDRAWN = " (teruggenomen)"


def render_signal_rows(signals: Iterable[CleanedSignal]) -> bytes:
    """The signalen as CSV, in the given order. Raises Solvable while a place is undecided."""
    told = [_cells(signal) for signal in signals]
    header = list(told[0]) if told else []
    return render_rows(header, (list(cells.values()) for cells in told))


def _cells(signal: CleanedSignal) -> dict[str, str]:
    cells = {name: _cell(value) for name, value in signal_fields(signal).items()}
    gone = signal.withdrawn
    steps = (
        f"{step.on.isoformat()} {step_sentence(step)}{_note(step.id, signal, gone)}"
        for step in signal.written
    )
    return {**cells, _STEPS: " | ".join(steps)}


def _note(step_id: Id, signal: CleanedSignal, gone: frozenset[Id]) -> str:
    if step_id in gone:
        return _WITHDRAWN
    return _UNCOUNTED if step_id in signal.uncounted else ""


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nee"
    return "" if value is None else " ".join(str(value).split())
