"""Cleaned content without what people wrote: what is left in a document are its own fixed words."""

from __future__ import annotations

from dataclasses import replace
from functools import singledispatch
from typing import Any, TypeVar

from beraad.privacy.leaving.cleaned import CleanedConsideration, CleanedSession, CleanedSignal
from beraad.privacy.leaving.lesson import CleanedLesson
from beraad.privacy.leaving.overview import CleanedOverview
from beraad.privacy.leaving.seal import SEAL
from beraad.records.anatomy import map_texts

R = TypeVar("R", CleanedSession, CleanedSignal, CleanedLesson, CleanedOverview)

_SOMETHING = "…"
_SINGLE = ("case", "dialogue", "conclusion", "look_back")
_LINES = (
    "title",
    "team",
    "confidentiality",
    "report_content",
    "first_reader",
    "moral_question",
    "bottleneck",
)
_SEVERAL = (
    "told_answers",
    "earlier_agreements",
    "timeline",
    "options",
    "harms",
    "clarifications",
    "stakeholders",
    "values",
    "norms",
    "agreements",
    "reactions",
)


def emptied(cleaned: R) -> R:
    """Return the same content with a sign in the place of every text that somebody wrote.

    Where something stood, something stands, so that a document is put together in the same way.
    """
    return replace(cleaned, seal=SEAL, **_changes(cleaned))


@singledispatch
def _changes(
    cleaned: CleanedSession | CleanedSignal | CleanedLesson | CleanedOverview,
) -> dict[str, Any]:
    raise TypeError(type(cleaned).__name__)


@_changes.register
def _(cleaned: CleanedSession) -> dict[str, Any]:
    changes: dict[str, Any] = {name: _sign(getattr(cleaned, name)) for name in _LINES}
    changes |= {name: _record(getattr(cleaned, name)) for name in _SINGLE}
    changes |= {name: tuple(map(_record, getattr(cleaned, name))) for name in _SEVERAL}
    changes["considerations"] = tuple(
        _consideration(one, _SOMETHING * place)
        for place, one in enumerate(cleaned.considerations, start=1)
    )
    review = cleaned.reviewed
    changes["reviewed"] = replace(
        review,
        second_reader=_sign(review.second_reader),
        declared_by=_sign(review.declared_by),
    )
    return changes


@_changes.register
def _(cleaned: CleanedSignal) -> dict[str, Any]:
    return {
        "content": _record(cleaned.content),
        "team": _sign(cleaned.team),
        "answer": cleaned.answer and _record(cleaned.answer),
        "steps": tuple(map(_record, cleaned.steps)),
        "written": tuple(map(_record, cleaned.written)),
    }


@_changes.register
def _(cleaned: CleanedLesson) -> dict[str, Any]:
    return {"content": _record(cleaned.content)}


@_changes.register
def _(cleaned: CleanedOverview) -> dict[str, Any]:
    rows = tuple(
        replace(row, title=_sign(row.title), joined=tuple(map(_sign, row.joined)))
        for row in cleaned.overview.rows
    )
    return {
        "overview": replace(cleaned.overview, rows=rows),
        "told": {key: emptied(one) for key, one in cleaned.told.items()},
    }


def _consideration(one: CleanedConsideration, sign: str) -> CleanedConsideration:
    """No two are alike, for a document tells equal ones once; the letters are no text."""
    return replace(_record(one, sign), choice=one.choice, revised_choice=one.revised_choice)


def _record(record: Any, sign: str = _SOMETHING) -> Any:
    return map_texts(record, lambda _, text: _sign(text, sign))


def _sign(text: str, sign: str = _SOMETHING) -> str:
    return sign if text.strip() else text
