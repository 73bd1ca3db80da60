"""Sinds vorige keer: which answers the team heard, and what came of earlier agreements."""

from __future__ import annotations

from beraad.phases.dates import full_date
from beraad.phases.phrasing import capital
from beraad.phases.since import TITLE
from beraad.phases.wording import HELPED_LABELS, KEPT_LABELS
from beraad.privacy.clean import CleanedSession
from beraad.records import EarlierAgreement, ToldAnswer
from beraad.report.blocks import Cell, Look, RowGroup, Text
from beraad.report.compose.parts import Blocks, Shorten, cell, detailed, labelled, section, words
from beraad.report.compose.tables import table

_HEARD = ("Ons signaal en wat eruit kwam", "Wat er verandert", "Hielp het?")
_AGREED = ("Wat we afspraken", "Wie en wanneer", "Wat het werd")
_WIDTHS = (0.44, 0.26, 0.3)


def since_last_time(cleaned: CleanedSession) -> Blocks:
    """What was looked back on in the opening, whole."""
    return section(
        TITLE,
        (
            *table(_HEARD, _WIDTHS, map(_answer, cleaned.told_answers)),
            *table(_AGREED, _WIDTHS, map(_agreement, cleaned.earlier_agreements), shares=True),
        ),
    )


def heard(told: ToldAnswer, shorten: Shorten, name: Shorten) -> Text:
    """An answer that the team heard, in one line; `name` shortens what it is about."""
    helped = HELPED_LABELS[told.helped] if told.helped else ""
    said = words(shorten(told.said))
    return detailed(
        labelled(name(told.title), said) or said,
        ("hielp het?", helped),
    )


def came_of(kept: EarlierAgreement, shorten: Shorten, name: Shorten) -> Text:
    """What came of an agreement, in one line; `name` shortens the words about it."""
    what = words(shorten(kept.what))
    return detailed(labelled(capital(KEPT_LABELS[kept.kept]), what), ("erbij", name(kept.words)))


def _answer(one: ToldAnswer) -> RowGroup:
    helped = capital(HELPED_LABELS[one.helped]) if one.helped else ""
    head = (*cell(one.title, Look.STRONG), *cell(one.said))
    return RowGroup(head, ((cell(one.change), _result(helped, one.words)),))


def _agreement(one: EarlierAgreement) -> RowGroup:
    return RowGroup(
        cell(one.what), ((_agreed(one), _result(capital(KEPT_LABELS[one.kept]), one.words)),)
    )


def _agreed(one: EarlierAgreement) -> Cell:
    """Who, and when, each on a line of its own."""
    return (*cell(one.role), *cell(full_date(one.agreed_on)))


def _result(what: str, said: str) -> Cell:
    return (*cell(f"{what}." if what else "", Look.STRONG), *cell(said))
