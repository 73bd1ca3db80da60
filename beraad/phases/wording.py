"""The Dutch words for every choice in a beraad: the same on screen and in documents."""

from __future__ import annotations

from collections.abc import Mapping

from beraad.records import (
    AnswerState,
    ArgumentKind,
    CaseState,
    ClarificationKind,
    Employment,
    Feasibility,
    HarmTerm,
    Helped,
    Kept,
    Layer,
    ManagerPresence,
    NormSource,
    Often,
    Outcome,
    Part,
    Plea,
    Presence,
    Recurrence,
    RowStanding,
    Setting,
    Severity,
    SignalLevel,
    SignalScale,
    SignalStatus,
    Source,
    StepKind,
    Waiting,
)

SETTING_LABELS: Mapping[Setting, str] = {
    Setting.CASEWORK: "casuïstiek",
    Setting.TEAM_MEETING: "teamoverleg",
    Setting.OWN_MEETING: "eigen bijeenkomst moreel beraad",
    Setting.INTERVISION: "intervisie",
    Setting.CUSTOM_TABLE: "maatwerktafel",
    Setting.ISSUE_TABLE: "kwestietafel",
    Setting.POLICY: "beleidsvraag",
    Setting.PRACTICE: "oefening",
    Setting.POLICY_DRILL: "oefening met een beleidsvraag",
}

CASE_STATE_LABELS: Mapping[CaseState, str] = {
    CaseState.RUNNING: "loopt nog",
    CaseState.CLOSED: "is afgerond",
}

MANAGER_LABELS: Mapping[ManagerPresence, str] = {
    ManagerPresence.ABSENT: "geen leidinggevende aanwezig",
    ManagerPresence.INVITED: "leidinggevende aanwezig, op verzoek van het team",
    ManagerPresence.UNINVITED: "leidinggevende aanwezig, niet op verzoek van het team",
}

EMPLOYMENT_LABELS: Mapping[Employment, str] = {
    Employment.UNKNOWN: "onbekend",
    Employment.EMPLOYED: "in dienst",
    Employment.CONTRACTED: "in opdracht",
}

PART_LABELS: Mapping[Part, str] = {
    Part.PARTICIPANT: "deelnemer",
    Part.CASE_OWNER: "inbrenger",
    Part.FACILITATOR: "gespreksleider",
    Part.OBSERVER: "observator",
}

CLARIFICATION_LABELS: Mapping[ClarificationKind, str] = {
    ClarificationKind.FACT: "feit",
    ClarificationKind.CONTEXT: "context",
    ClarificationKind.EXPERIENCE: "beleving",
}

HARM_TERM_LABELS: Mapping[HarmTerm, str] = {
    HarmTerm.UNKNOWN: "onbekend hoe lang",
    HarmTerm.SHORT: "kort",
    HarmTerm.LONG: "lang",
}

PRESENCE_LABELS: Mapping[Presence, str] = {
    Presence.PRESENT: "aanwezig",
    Presence.ABSENT: "niet aanwezig",
    Presence.EMPTY_CHAIR: "lege stoel",
}

SOURCE_LABELS: Mapping[Source, str] = {
    Source.SAID: "zelf gezegd",
    Source.HEARD: "van horen zeggen",
    Source.ASSUMED: "door ons ingevuld",
}

PLEA_LABELS: Mapping[Plea, str] = {
    Plea.UNCLEAR: "onduidelijk",
    Plea.A: "A",
    Plea.B: "B",
    Plea.BOTH: "beide",
}

ARGUMENT_LABELS: Mapping[ArgumentKind, str] = {
    ArgumentKind.MORAL: "moreel",
    ArgumentKind.LEGAL: "juridisch",
    ArgumentKind.STRATEGIC: "strategisch",
    ArgumentKind.FACTUAL: "feitelijk",
}

NORM_SOURCE_LABELS: Mapping[NormSource, str] = {
    NormSource.UNKNOWN: "onbekend",
    NormSource.LAW: "wet",
    NormSource.POLICY: "beleidsregel",
    NormSource.CODE: "beroepscode",
    NormSource.CUSTOM: "gewoonte",
}

FEASIBILITY_LABELS: Mapping[Feasibility, str] = {
    Feasibility.UNJUDGED: "nog niet bekeken",
    Feasibility.FEASIBLE: "haalbaar",
    Feasibility.WILD: "wild idee",
}

ANSWER_STATE_LABELS: Mapping[AnswerState, str] = {
    AnswerState.OPEN: "nog open",
    AnswerState.SHARED: "gedeeld",
    AnswerState.DIVIDED: "verdeeld",
    AnswerState.NONE: "geen antwoord",
}

RECURRENCE_LABELS: Mapping[Recurrence, str] = {
    Recurrence.UNASKED: "nog niet gevraagd",
    Recurrence.NO: "nee",
    Recurrence.UNKNOWN: "weet ik niet",
    Recurrence.YES: "ja",
}

SIGNAL_LEVEL_LABELS: Mapping[SignalLevel, str] = {
    SignalLevel.PRACTICE: "werkwijze",
    SignalLevel.POLICY_RULE: "beleidsregel",
    SignalLevel.ORDINANCE: "verordening",
    SignalLevel.LAW: "wet",
    SignalLevel.CHAIN: "keten",
    SignalLevel.SYSTEM: "systeem",
    SignalLevel.CULTURE: "cultuur",
    SignalLevel.POLITICS: "bestuur of politiek",
}

SIGNAL_SCALE_LABELS: Mapping[SignalScale, str] = {
    SignalScale.TEAM: "team",
    SignalScale.DEPARTMENT: "afdeling",
    SignalScale.MUNICIPALITY: "gemeente",
    SignalScale.REGION: "regio",
    SignalScale.COUNTRY: "landelijk",
}

SEVERITY_LABELS: Mapping[Severity, str] = {
    Severity.HINDER: "hinder",
    Severity.STUCK: "knel",
    Severity.DISRUPTIVE: "ontwrichtend",
}

SIGNAL_STATUS_LABELS: Mapping[SignalStatus, str] = {
    SignalStatus.DRAFT: "concept",
    SignalStatus.PASSED_ON: "doorgegeven",
    SignalStatus.RECEIVED: "ontvangen",
    SignalStatus.IN_PROGRESS: "in behandeling",
    SignalStatus.ASKED_BACK: "vraag terug",
    SignalStatus.ANSWERED: "beantwoord",
    SignalStatus.TOLD: "verteld aan het team",
    SignalStatus.WEIGHED: "het team heeft gezegd of het hielp",
    SignalStatus.CLOSED: "gesloten",
    SignalStatus.JOINED: "samengevoegd",
    SignalStatus.WITHDRAWN: "ingetrokken",
}


def status_words(status: SignalStatus, *, unanswered: bool) -> str:
    """How far a signal is; that no answer came is no answer, also when that has to be told."""
    if unanswered and status is SignalStatus.ANSWERED:
        return STEP_LABELS[StepKind.NO_ANSWER]
    return SIGNAL_STATUS_LABELS[status]


STEP_LABELS: Mapping[StepKind, str] = {
    StepKind.PASSED_ON: "doorgegeven",
    StepKind.RECEIVED: "ontvangen",
    StepKind.IN_PROGRESS: "in behandeling",
    StepKind.REMINDED: "gevraagd hoe het staat",
    StepKind.ASKED_BACK: "vraag terug",
    StepKind.SHARPENED: "samen scherp gemaakt",
    StepKind.ANSWERED: "antwoord",
    StepKind.NO_ANSWER: "geen antwoord gekregen",
    StepKind.TOLD: "verteld aan het team",
    StepKind.TEAM_SAID: "het team zegt of het hielp",
    StepKind.CLOSED: "gesloten",
    StepKind.JOINED: "samengevoegd",
    StepKind.WITHDRAWN: "ingetrokken",
    StepKind.UNDONE: "teruggenomen",
}

OUTCOME_LABELS: Mapping[Outcome, str] = {
    Outcome.CHANGE: "we passen aan",
    Outcome.TRIAL: "proef",
    Outcome.RESEARCH: "nader onderzoek",
    Outcome.MOVED_ON: "verder gebracht",
    Outcome.NOTHING: "we doen niets, want …",
}

OFTEN_LABELS: Mapping[Often, str] = {
    Often.NEVER: "niet gezien",
    Often.FEW: "1 of 2 keer",
    Often.SOME: "3 tot 5 keer",
    Often.MANY: "6 keer of vaker",
}
HELPED_LABELS: Mapping[Helped, str] = {
    Helped.YES: "geholpen",
    Helped.PARTLY: "deels",
    Helped.NO: "niet",
}

KEPT_LABELS: Mapping[Kept, str] = {
    Kept.DONE: "gedaan",
    Kept.PARTLY: "deels",
    Kept.NOT: "niet",
    Kept.NOT_YET: "nog niet",
}

ROW_STANDING_LABELS: Mapping[RowStanding, str] = {
    RowStanding.CLASH: "antwoorden botsen, kies eerst",
    RowStanding.TELL_TEAM: "team vertellen",
    RowStanding.ASK_TEAM: "team vragen of het hielp",
    RowStanding.TO_CLOSE: "sluiten of opnieuw",
    RowStanding.ASKED_BACK: "vraag terug",
    RowStanding.WAITING: "wacht op antwoord",
    RowStanding.IN_PROGRESS: "in behandeling",
    RowStanding.DRAFT: "nog niet doorgegeven",
    RowStanding.TRIAL: "af: proef",
    RowStanding.RESEARCH: "af: nader onderzoek",
    RowStanding.MOVED_ON: "af: verder gebracht",
    RowStanding.CHANGED: "af: aangepast",
    RowStanding.NOTHING: "af: niets met reden",
    RowStanding.UNANSWERED: "af: geen antwoord gekregen",
    RowStanding.ENDED: "af: zonder uitkomst",
}

STANDING_FOR_OTHERS: Mapping[RowStanding, str] = {
    RowStanding.CLASH: "twee antwoorden spreken elkaar tegen",
    RowStanding.TELL_TEAM: "het team hoort nog wat eruit kwam",
    RowStanding.ASK_TEAM: "het team zegt nog of het antwoord hielp",
    RowStanding.TO_CLOSE: "het team hoorde wat eruit kwam",
    RowStanding.ASKED_BACK: "de ontvanger vroeg het team om uitleg",
    RowStanding.WAITING: "het team wacht op antwoord",
    RowStanding.IN_PROGRESS: "de ontvanger is ermee bezig",
    RowStanding.DRAFT: "het team gaf het nog niet door",
    RowStanding.TRIAL: "er komt een proef",
    RowStanding.RESEARCH: "het wordt uitgezocht",
    RowStanding.MOVED_ON: "het is verder gebracht",
    RowStanding.CHANGED: "er is iets aangepast",
    RowStanding.NOTHING: "er verandert niets, met een reden erbij",
    RowStanding.UNANSWERED: "er kwam geen antwoord",
    RowStanding.ENDED: "het is afgesloten",
}
"""How far a signal is, for who never saw the register."""

WAITING_LABELS: Mapping[Waiting, str] = {
    Waiting.MONTH: "hooguit 1 maand",
    Waiting.QUARTER: "hooguit 3 maanden",
    Waiting.HALF_YEAR: "hooguit 6 maanden",
    Waiting.LONGER: "meer dan 6 maanden",
}

LAYER_LABELS: Mapping[Layer, str] = {
    Layer.WORK: "werkverslag",
    Layer.LEARNING: "leerverslag",
    Layer.SIGNAL: "signaal",
}

OPTION_SHAPES: Mapping[str, str] = {"A": "◆", "B": "●"}
"""The shape beside a letter, so that colour never carries meaning alone."""


def option_mark(letter: str) -> str:
    """An option's letter with its shape: "◆ A", "● B"; alternatives only have a letter."""
    shape = OPTION_SHAPES.get(letter, "")
    return f"{shape} {letter}" if shape else letter


NO_NAME = "Dit is geen naam"
"""Why a word may stay that names nobody: the first reason that is offered."""

SAYS_NO_NAME = frozenset({NO_NAME, "geen naam"})
"""The reasons that say so, wherever they were chosen."""
