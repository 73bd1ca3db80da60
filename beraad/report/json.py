"""Signalen as data for others to collect.

One object: `versie` (1) and `signalen`, a list. Every signaal has all keys of `_fields`, in that
order. Texts are strings, empty when nothing was written; dates are ISO 8601 or null; `week` is an
ISO week; `niveau` and `status` are the Dutch words of the screen, `niveau` null when not chosen.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date

from beraad.phases.wording import SIGNAL_LEVEL_LABELS, SIGNAL_STATUS_LABELS
from beraad.privacy.clean import CleanedSignal
from beraad.privacy.leaving.undecided import require_decided
from beraad.report.visible import visible

VERSION = 1


def render_signals(signals: Iterable[CleanedSignal]) -> str:
    """The signalen as JSON text, in the given order, ending with a line break.

    Raises Solvable while a place in one of them is undecided.
    """
    content = {"versie": VERSION, "signalen": [_fields(signal) for signal in signals]}
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _fields(signal: CleanedSignal) -> dict[str, str | bool | None]:
    require_decided(signal)
    content = signal.content
    return {
        "knelpunt": _text(content.bottleneck),
        "wat": _text(content.what),
        "regel_of_werkwijze": _text(content.process),
        "niveau": SIGNAL_LEVEL_LABELS[content.level] if content.level else None,
        "gevolg": _text(content.effect),
        "hoe_vaak": _text(content.frequency),
        "sinds": _text(content.since),
        "gezien_door": _text(content.seen_by),
        "maatwerk_geprobeerd": _text(content.custom_tried),
        "maatwerk_niet_genoeg": _text(content.custom_falls_short),
        "wens": _text(content.wish),
        "aan": _text(content.recipient),
        "van": _text(content.sender_role),
        "antwoord_voor": _day(content.answer_due),
        "koppelt_terug": _text(content.reports_back),
        "team": _text(signal.team),
        "week": signal.week,
        "oefening": signal.is_practice,
        "status": SIGNAL_STATUS_LABELS[signal.status],
        "antwoord": _text(signal.answer),
        "beantwoord_op": _day(signal.answered_on),
    }


def _text(text: str) -> str:
    return "\n".join(map(visible, text.splitlines()))


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
