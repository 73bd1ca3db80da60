"""The frozen records that every room of the house speaks."""

from beraad.records.case import CaseAccount, Clarification, ClarificationKind, Moment
from beraad.records.conclusion import (
    Agreement,
    AnswerState,
    Conclusion,
    LookBack,
    Recurrence,
)
from beraad.records.dilemma import Dilemma, Feasibility, Harm, HarmTerm, Option, Wording
from beraad.records.gate import Decision, KnownWord, Review, Verdict
from beraad.records.identity import Fingerprint, Id, new_id
from beraad.records.opening import (
    CaseState,
    Employment,
    ManagerPresence,
    Opening,
    Part,
    Participant,
    Setting,
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
from beraad.records.reporting import Layer, Lesson, Reaction, Version
from beraad.records.session import (
    ParkedItem,
    PhaseKey,
    PrivateNote,
    Progress,
    Session,
    TimeSpent,
    blank_session,
    letter,
)
from beraad.records.signal import (
    RegisteredSignal,
    SignalContent,
    SignalLevel,
    SignalStatus,
)
from beraad.records.weighing import Consideration, Dialogue

__all__ = [
    "Agreement",
    "AnswerState",
    "ArgumentKind",
    "CaseAccount",
    "CaseState",
    "Clarification",
    "ClarificationKind",
    "Conclusion",
    "Consideration",
    "Decision",
    "Dialogue",
    "Dilemma",
    "Employment",
    "Feasibility",
    "Fingerprint",
    "Harm",
    "HarmTerm",
    "Id",
    "KnownWord",
    "Layer",
    "Lesson",
    "LookBack",
    "ManagerPresence",
    "Moment",
    "Norm",
    "NormSource",
    "Opening",
    "Option",
    "ParkedItem",
    "Part",
    "Participant",
    "PhaseKey",
    "Plea",
    "Presence",
    "PrivateNote",
    "Progress",
    "Reaction",
    "Recurrence",
    "RegisteredSignal",
    "Review",
    "Session",
    "Setting",
    "SignalContent",
    "SignalLevel",
    "SignalStatus",
    "Source",
    "Stakeholder",
    "TimeSpent",
    "Value",
    "Verdict",
    "Version",
    "Wording",
    "blank_session",
    "letter",
    "new_id",
]
