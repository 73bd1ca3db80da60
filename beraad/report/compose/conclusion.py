"""Ronde 8: the answer for now, agreements, and looking back on the talk."""

from __future__ import annotations

from beraad.phases.dates import full_date
from beraad.privacy.clean import CleanedSession
from beraad.records import Agreement, AnswerState
from beraad.report.blocks import RowGroup
from beraad.report.compose.parts import Blocks, by_day, cell, facts, prose, quote, section
from beraad.report.compose.subject import subject_of
from beraad.report.compose.summary import recurrence
from beraad.report.compose.tables import table

_SHARED = {
    AnswerState.OPEN: ("Antwoord voor nu", ""),
    AnswerState.SHARED: ("Antwoord voor nu · gedeeld", ""),
    AnswerState.DIVIDED: ("Antwoord voor nu · verdeeld", "We zijn verdeeld over het antwoord."),
    AnswerState.NONE: ("Geen gezamenlijk antwoord", "We vonden samen geen antwoord."),
}
"""The label above the answer, and what to say when no answer was written down."""

_COLUMNS = ("Wat", "Wie", "Wanneer", "Terugkijken")
_WIDTHS = (0.4, 0.18, 0.21, 0.21)


def conclusion(cleaned: CleanedSession) -> Blocks:
    """What this beraad yields for now."""
    found = cleaned.conclusion
    label, unanswered = _SHARED[found.answer_state]
    subject = subject_of(cleaned)
    return section(
        "Conclusie",
        (
            *(quote(label, found.answer) or prose(unanswered)),
            *facts(
                ("De inbrenger neemt mee", found.case_owner_takes),
                ("Hoort in het besluit zelf te staan", found.motivated_separately),
                ("Waarom we afwijken, of juist niet", found.deviation),
                (subject.hears, found.resident_hears),
                (subject.hears_from, found.resident_hears_from),
                ("Wat goed ging", found.went_well),
                ("Les voor een volgende keer", found.lesson),
                ("Zien we dit vaker?", recurrence(cleaned)),
                ("Vervolg", full_date(found.second_meeting) if found.second_meeting else ""),
            ),
        ),
    )


def agreements(cleaned: CleanedSession) -> Blocks:
    """Who does what by when, and when the group looks back on it."""
    groups = map(_agreement, by_day(cleaned.agreements))
    return section("Afspraken", table(_COLUMNS, _WIDTHS, groups, shares=True))


def look_back(cleaned: CleanedSession) -> Blocks:
    """How the talk itself went."""
    found = cleaned.look_back
    return section(
        "Terugblik op het gesprek",
        facts(
            ("De methode", found.method),
            ("De tijd", found.time),
            ("Veiligheid", found.safety),
            ("Open vragen", found.open_questions),
            ("In één woord", found.check_out),
        ),
    )


def _agreement(agreement: Agreement) -> RowGroup:
    due = full_date(agreement.due) if agreement.due else ""
    again = full_date(agreement.look_back) if agreement.look_back else ""
    return RowGroup(cell(agreement.what), ((cell(agreement.role), cell(due), cell(again)),))
