"""The opening: who is here, about what kind of case, and under which agreements.

Step 1 of the published ten-step dilemma method; in Beraad the opening is not a ronde.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256

from beraad.records.identity import Fingerprint, Id


class Setting(StrEnum):
    """The kind of meeting (kader).

    `POLICY` is a beraad on what a policy should mean, `PRACTICE` an oefening and `POLICY_DRILL`
    both. A file holds their names: twelve letters at most.
    """

    CASEWORK = "casework"
    TEAM_MEETING = "team_meeting"
    OWN_MEETING = "own_meeting"
    INTERVISION = "intervision"
    CUSTOM_TABLE = "custom_table"
    ISSUE_TABLE = "issue_table"
    POLICY = "policy"
    PRACTICE = "practice"
    POLICY_DRILL = "policy_drill"

    @property
    def is_practice(self) -> bool:
        """Whether it is an oefening."""
        return self in {Setting.PRACTICE, Setting.POLICY_DRILL}

    @property
    def is_policy(self) -> bool:
        """Whether it is about what a policy should mean."""
        return self in {Setting.POLICY, Setting.POLICY_DRILL}


class CaseState(StrEnum):
    """Whether the case still runs; it turns the conclusion into a plan or a lesson.

    `beraad.phases.closed` says what then is asked.
    """

    RUNNING = "running"
    CLOSED = "closed"


class ManagerPresence(StrEnum):
    """Whether a manager is in the room, and at whose wish."""

    ABSENT = "absent"
    INVITED = "invited"
    UNINVITED = "uninvited"


class Employment(StrEnum):
    """How a participant is bound to the municipality."""

    UNKNOWN = "unknown"
    EMPLOYED = "employed"
    CONTRACTED = "contracted"


class Part(StrEnum):
    """The part someone has in this talk."""

    PARTICIPANT = "participant"
    CASE_OWNER = "case_owner"
    FACILITATOR = "facilitator"
    OBSERVER = "observer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """What is settled before ronde 1.

    Attributes:
        whole_on: the day on which all agreed that each afweging stands whole in the verslag.
        whole_by: who were there when they did.
    """

    title: str = ""
    held_on: date
    team: str = ""
    setting: Setting = Setting.CASEWORK
    minutes: int = 90
    case_state: CaseState = CaseState.RUNNING
    manager: ManagerPresence = ManagerPresence.ABSENT
    clarification_first: bool = False
    purpose: str = ""
    confidentiality: str = ""
    report_content: str = ""
    first_reader: str = ""
    agreed: bool = False
    whole_on: date | None = None
    whole_by: Fingerprint | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """Somebody in the room. The name is optional and only serves to be removed."""

    id: Id
    role: str = ""
    name: str = ""
    part: Part = Part.PARTICIPANT
    employment: Employment = Employment.UNKNOWN

    @property
    def weighs(self) -> bool:
        """Whether this person makes an afweging of their own in ronde 6."""
        return self.part in {Part.PARTICIPANT, Part.CASE_OWNER}


AGREEMENTS = ("confidentiality", "report_content", "first_reader")
"""The fields of `Opening` that say under which agreements a group talks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LastTime:
    """What a team had at its previous beraad, and may have again.

    Attributes:
        agreements: what was agreed, by the field of `Opening` it stands in; without empty ones.
    """

    held_on: date
    people: tuple[Participant, ...] = ()
    agreements: tuple[tuple[str, str], ...] = ()


def those_present(participants: Iterable[Participant]) -> Fingerprint | None:
    """The mark of who are there, whatever is known of them; None when that is nobody."""
    here = sorted(one.id for one in participants)
    return Fingerprint(sha256("\x1f".join(here).encode()).hexdigest()) if here else None
