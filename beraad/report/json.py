"""Signalen as data for others to collect.

One object: `versie` (5) and `signalen`, a list. Every signaal has all keys of `signal_fields`, in
that order. Texts are strings, empty when nothing was written; dates are ISO 8601 or null; `week` is
an ISO week; `niveau`, `reikwijdte`, `ernst`, `status` and `uitkomst` are the words of the screen,
null when not chosen. Version 1 ended the content with `koppelt_terug`.
`stappen` is a list of what became of it, in order, each with all keys of `_step`; of one that does
not follow from what came before `telt` is false, and one that was withdrawn is `teruggenomen`.
While `antwoorden_botsen` neither of two answers holds, and none is told but in `stappen`. Version
1 had no `uitkomst`, `verandert` and `stappen`, and version 2 no `antwoorden_botsen` and `telt`.
Version 3 left out what was withdrawn. That no answer came is no answer: it stands in
`geen_antwoord` and `geen_antwoord_op`, while version 4 gave it as `antwoord` with the status
“beantwoord”. The same in the words of JSON Schema stands in
`assets/vormen/signalen-5.schema.json`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date

from beraad.phases.wording import (
    HELPED_LABELS,
    OUTCOME_LABELS,
    SEVERITY_LABELS,
    SIGNAL_LEVEL_LABELS,
    SIGNAL_SCALE_LABELS,
    STEP_LABELS,
    status_words,
)
from beraad.privacy.clean import CleanedSignal
from beraad.privacy.leaving.undecided import require_decided
from beraad.records import Id, Step
from beraad.report.visible import visible

VERSION = 5


def render_signals(signals: Iterable[CleanedSignal]) -> str:
    """The signalen as JSON text, in the given order, ending with a line break.

    Raises Solvable while a place in one of them is undecided.
    """
    content = {"versie": VERSION, "signalen": [signal_fields(signal) for signal in signals]}
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def signal_fields(signal: CleanedSignal) -> dict[str, object]:
    """One signaal by the Dutch names of its fields. Raises Solvable while a place is undecided."""
    require_decided(signal)
    content = signal.content
    came = None if signal.answers_clash else signal.answer
    answer, none = (came, None) if came is None or came.is_answer else (None, came)
    gone = signal.withdrawn
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
        "reikwijdte": SIGNAL_SCALE_LABELS[content.scale] if content.scale else None,
        "ernst": SEVERITY_LABELS[content.severity] if content.severity else None,
        "dringend_voor": _day(content.urgent_before),
        "omvang": _text(content.extent),
        "doel_van_de_regel": _text(content.purpose),
        "doel_gehaald": _text(content.purpose_met),
        "als_er_niets_gebeurt": _text(content.if_nothing),
        "kleine_stap": _text(content.small_step),
        "structureel": _text(content.lasting),
        "andere_bronnen": _text(content.other_sources),
        "ziet_het_anders": _text(content.sees_otherwise),
        "gezien_in_dienst": content.seen_employed,
        "gezien_in_opdracht": content.seen_contracted,
        "zonder_leidinggevende": content.without_manager,
        "terug_naar": _text(content.back_to),
        "contact": _text(content.contact),
        "team": _text(signal.team),
        "week": signal.week,
        "oefening": signal.is_practice,
        "status": status_words(signal.status, unanswered=none is not None),
        "antwoord": _text(answer.words if answer else ""),
        "uitkomst": _outcome(answer),
        "verandert": _text(answer.change if answer else ""),
        "beantwoord_op": _day(answer.on if answer else None),
        "geen_antwoord": _text(none.words if none else ""),
        "geen_antwoord_op": _day(none.on if none else None),
        "antwoorden_botsen": signal.answers_clash,
        "stappen": [_step(step, signal, gone) for step in signal.written],
    }


def _step(step: Step, signal: CleanedSignal, gone: frozenset[Id]) -> dict[str, object]:
    withdrawn = step.id in gone
    return {
        "stap": STEP_LABELS[step.kind],
        "op": step.on.isoformat(),
        "door": _text(step.role),
        "aan": _text(step.to),
        "uitkomst": _outcome(step),
        "woorden": _text(step.words),
        "verandert": _text(step.change),
        "hoe": _text(step.how),
        "geholpen": HELPED_LABELS[step.helped] if step.helped else None,
        "voor": _day(step.due),
        "telt": not withdrawn and step.id not in signal.uncounted,
        "teruggenomen": withdrawn,
    }


def _outcome(step: Step | None) -> str | None:
    return OUTCOME_LABELS[step.outcome] if step and step.outcome else None


def _text(text: str) -> str:
    return "\n".join(map(visible, text.splitlines()))


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
