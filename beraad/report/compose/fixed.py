"""What a document says by itself, apart from what came out of a beraad."""

from __future__ import annotations

from beraad.privacy.clean import CleanedSession, CleanedSignal
from beraad.privacy.leaving.emptied import emptied
from beraad.privacy.leaving.lesson import CleanedLesson
from beraad.privacy.leaving.overview import CleanedOverview
from beraad.report.blocks import Document
from beraad.report.compose.lesson import lesson_report
from beraad.report.compose.overview import overview_report
from beraad.report.compose.policy_letter import policy_letter
from beraad.report.compose.short import short_report
from beraad.report.compose.signal import signal_report
from beraad.report.compose.stamp import stamped
from beraad.report.compose.told_back import SUBJECT, answer_letter
from beraad.report.compose.work import work_report


def fixed_words(document: Document) -> Document:
    """The same kind of document, put together in the same way, in which nobody wrote anything."""
    source = document.source
    match source:
        case CleanedSession():
            bare = (short_report if document.is_short else work_report)(emptied(source))
        case CleanedLesson():
            bare = lesson_report(emptied(source))
        case CleanedSignal():
            is_letter = document.subject == SUBJECT
            bare = (answer_letter if is_letter else signal_report)(emptied(source))
        case CleanedOverview():
            bare = (policy_letter if document.is_short else overview_report)(emptied(source))
    return stamped(bare, document.edition)
