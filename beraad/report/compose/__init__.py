"""Which words of a beraad go into which document, and in which order."""

from __future__ import annotations

from beraad.report.compose.fixed import fixed_words
from beraad.report.compose.lesson import lesson_report
from beraad.report.compose.short import short_report
from beraad.report.compose.signal import signal_report
from beraad.report.compose.stamp import stamped
from beraad.report.compose.work import work_report

__all__ = [
    "fixed_words",
    "lesson_report",
    "short_report",
    "signal_report",
    "stamped",
    "work_report",
]
