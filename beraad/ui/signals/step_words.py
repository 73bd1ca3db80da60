"""The words on the buttons and fields of a step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from beraad.records import SignalStatus, StepKind

STEP_BUTTONS: Mapping[StepKind, str] = {
    StepKind.PASSED_ON: "Doorgegeven",
    StepKind.RECEIVED: "Ontvangst noteren",
    StepKind.IN_PROGRESS: "In behandeling",
    StepKind.REMINDED: "Vraag hoe het staat",
    StepKind.ASKED_BACK: "Vraag terug",
    StepKind.SHARPENED: "Scherper gemaakt",
    StepKind.ANSWERED: "Antwoord opschrijven",
    StepKind.NO_ANSWER: "Geen antwoord gekregen",
    StepKind.TOLD: "Team vertellen",
    StepKind.TEAM_SAID: "Reactie noteren",
    StepKind.CLOSED: "Afsluiten",
    StepKind.JOINED: "Samenvoegen",
    StepKind.WITHDRAWN: "Intrekken",
}
AGAIN = "Opnieuw doorgeven"


@dataclass(frozen=True, slots=True, kw_only=True)
class StepFields:
    """What is asked when a step is written down; an empty label is not asked.

    Attributes:
        words: label of what was said; `hint` says what to write there.
        to: label of whom it goes to.
        due: label of the day that is agreed.
        outcome: whether an answer has to be chosen; `helped`, whether it helped; `join`, which
            other signal.
    """

    words: str = ""
    hint: str = ""
    to: str = ""
    role: str = "Door wie? (een rol)"
    due: str = ""
    change: str = ""
    how: str = ""
    on: str = "Op"
    outcome: bool = False
    helped: bool = False
    join: bool = False


FIELDS: Mapping[StepKind, StepFields] = {
    StepKind.PASSED_ON: StepFields(
        to="Aan wie? (een rol)", due="Antwoord afgesproken voor", words="Toelichting"
    ),
    StepKind.RECEIVED: StepFields(words="Toelichting"),
    StepKind.IN_PROGRESS: StepFields(to="Bij wie ligt het? (een rol)", words="Toelichting"),
    StepKind.REMINDED: StepFields(words="Wat hoorde je?", hint="in één zin, zonder namen"),
    StepKind.ASKED_BACK: StepFields(
        words="Wat wordt er gevraagd?",
        hint="wat is nog te vaag, of wat wil de ontvanger weten?",
        due="Samen scherp maken voor",
    ),
    StepKind.SHARPENED: StepFields(
        words="Wat is nu duidelijk?",
        hint="in één of twee zinnen, zonder namen",
        due="Antwoord nu afgesproken voor",
    ),
    StepKind.ANSWERED: StepFields(
        outcome=True,
        words="In hun woorden",
        hint="wat is ermee gedaan, of waarom niet?",
        change="Wat verandert er maandag?",
        to="Verder gebracht naar (een rol)",
        role="Van wie komt het? (een rol)",
        on="Gekregen op",
    ),
    StepKind.NO_ANSWER: StepFields(
        words="Waarom kwam er geen antwoord?", hint="wat is geprobeerd, en waarom stopt het?"
    ),
    StepKind.TOLD: StepFields(
        to="Welk team of welke partner hoorde het?",
        how="Hoe?",
        on="Verteld op",
        words="Wat zei het team?",
    ),
    StepKind.TEAM_SAID: StepFields(
        helped=True, words="In hun woorden", hint="wat hielp, en wat niet?", role=""
    ),
    StepKind.CLOSED: StepFields(words="Toelichting"),
    StepKind.JOINED: StepFields(join=True, words="Waarom is het hetzelfde?"),
    StepKind.WITHDRAWN: StepFields(words="Waarom?", hint="bijvoorbeeld: de regel verviel"),
}


def next_kind(status: SignalStatus, *, late: bool = False) -> StepKind | None:
    """The step that comes first for this status, as the button of a card; None to only read."""
    if late and status in {SignalStatus.PASSED_ON, SignalStatus.RECEIVED, SignalStatus.IN_PROGRESS}:
        return StepKind.REMINDED
    return _NEXT.get(status)


_NEXT: Mapping[SignalStatus, StepKind] = {
    SignalStatus.DRAFT: StepKind.PASSED_ON,
    SignalStatus.PASSED_ON: StepKind.RECEIVED,
    SignalStatus.RECEIVED: StepKind.ANSWERED,
    SignalStatus.IN_PROGRESS: StepKind.ANSWERED,
    SignalStatus.ASKED_BACK: StepKind.SHARPENED,
    SignalStatus.ANSWERED: StepKind.TOLD,
    SignalStatus.TOLD: StepKind.TEAM_SAID,
    SignalStatus.WEIGHED: StepKind.CLOSED,
}
