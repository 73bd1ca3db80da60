"""The frozen records that every room of the house speaks.

Each is loaded when somebody asks for it: a list of beraden says which ronde they are in, and needs
nothing of what can be written down there.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from beraad.records.case import CaseAccount, Clarification, ClarificationKind, Moment
    from beraad.records.conclusion import (
        Agreement,
        AnswerState,
        Conclusion,
        LookBack,
        Recurrence,
    )
    from beraad.records.counting import (
        FEWEST_BERADEN,
        FEWEST_TEAMS,
        SOON,
        Answers,
        Count,
        Overview,
        OverviewRow,
        Pace,
        Patterns,
        Period,
        RowStanding,
        Tally,
        Voice,
        Waiting,
    )
    from beraad.records.dilemma import Dilemma, Feasibility, Harm, HarmTerm, Option, Wording
    from beraad.records.event import Event
    from beraad.records.gate import Decision, KnownWord, Review, Verdict
    from beraad.records.identity import Fingerprint, Id, new_id
    from beraad.records.opening import (
        AGREEMENTS,
        CaseState,
        Employment,
        LastTime,
        ManagerPresence,
        Opening,
        Part,
        Participant,
        Setting,
        those_present,
    )
    from beraad.records.perspectives import (
        ArgumentKind,
        Norm,
        NormSource,
        Plea,
        Presence,
        Source,
        Stakeholder,
        Value,
    )
    from beraad.records.phase_key import PhaseKey
    from beraad.records.question import Often, Question, Reply
    from beraad.records.reporting import Layer, Lesson, Reaction, RegisteredLesson, Version
    from beraad.records.session import (
        AsTyped,
        ParkedItem,
        PrivateNote,
        Progress,
        Session,
        TimeSpent,
        blank_session,
        letter,
    )
    from beraad.records.signal import (
        OtherSignal,
        RegisteredSignal,
        Severity,
        SignalContent,
        SignalLevel,
        SignalLine,
        SignalLink,
        SignalScale,
        SignalStatus,
    )
    from beraad.records.since import (
        AnswerToTell,
        EarlierAgreement,
        Kept,
        OpenAgreement,
        SinceLastTime,
        ToldAnswer,
    )
    from beraad.records.steps import Helped, Outcome, Step, StepKind, in_force
    from beraad.records.weighing import Consideration, Dialogue

__all__ = [
    "AGREEMENTS",
    "FEWEST_BERADEN",
    "FEWEST_TEAMS",
    "SOON",
    "Agreement",
    "AnswerState",
    "AnswerToTell",
    "Answers",
    "ArgumentKind",
    "AsTyped",
    "CaseAccount",
    "CaseState",
    "Clarification",
    "ClarificationKind",
    "Conclusion",
    "Consideration",
    "Count",
    "Decision",
    "Dialogue",
    "Dilemma",
    "EarlierAgreement",
    "Employment",
    "Event",
    "Feasibility",
    "Fingerprint",
    "Harm",
    "HarmTerm",
    "Helped",
    "Id",
    "Kept",
    "KnownWord",
    "LastTime",
    "Layer",
    "Lesson",
    "LookBack",
    "ManagerPresence",
    "Moment",
    "Norm",
    "NormSource",
    "Often",
    "OpenAgreement",
    "Opening",
    "Option",
    "OtherSignal",
    "Outcome",
    "Overview",
    "OverviewRow",
    "Pace",
    "ParkedItem",
    "Part",
    "Participant",
    "Patterns",
    "Period",
    "PhaseKey",
    "Plea",
    "Presence",
    "PrivateNote",
    "Progress",
    "Question",
    "Reaction",
    "Recurrence",
    "RegisteredLesson",
    "RegisteredSignal",
    "Reply",
    "Review",
    "RowStanding",
    "Session",
    "Setting",
    "Severity",
    "SignalContent",
    "SignalLevel",
    "SignalLine",
    "SignalLink",
    "SignalScale",
    "SignalStatus",
    "SinceLastTime",
    "Source",
    "Stakeholder",
    "Step",
    "StepKind",
    "Tally",
    "TimeSpent",
    "ToldAnswer",
    "Value",
    "Verdict",
    "Version",
    "Voice",
    "Waiting",
    "Wording",
    "blank_session",
    "in_force",
    "letter",
    "new_id",
    "those_present",
]

_FROM_LIGHT_TO_HEAVY = (
    "identity",
    "phase_key",
    "opening",
    "question",
    "gate",
    "event",
    "steps",
    "case",
    "dilemma",
    "perspectives",
    "weighing",
    "conclusion",
    "since",
    "reporting",
    "signal",
    "session",
    "counting",
)

if not TYPE_CHECKING:  # Else no name would be unknown to who checks types.

    def __getattr__(name: str) -> Any:
        """Load the record of this name, and no module after the one that has it."""
        if name in __all__:
            for module in _FROM_LIGHT_TO_HEAVY:
                found = vars(import_module(f"{__name__}.{module}"))
                if name in found:
                    return globals().setdefault(name, found[name])
        raise AttributeError(name)
