"""One beraad as a value: everything that was written down, in one immutable record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from beraad.records.case import CaseAccount, Clarification, Moment
from beraad.records.conclusion import Agreement, Conclusion, LookBack
from beraad.records.dilemma import Dilemma, Harm, Option, Wording
from beraad.records.gate import Decision, KnownWord, Review
from beraad.records.identity import Id, new_id
from beraad.records.opening import Opening, Participant, Setting, those_present
from beraad.records.perspectives import Norm, Stakeholder, Value
from beraad.records.phase_key import PhaseKey
from beraad.records.reporting import Lesson, Reaction, Version
from beraad.records.signal import OtherSignal, SignalContent, SignalLink
from beraad.records.since import EarlierAgreement, ToldAnswer
from beraad.records.weighing import Consideration, Dialogue


@dataclass(frozen=True, slots=True, kw_only=True)
class ParkedItem:
    """Something for later; never leaves the raw beraad."""

    id: Id
    phase: PhaseKey
    text: str = ""
    done: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivateNote:
    """What only the gespreksleider sees, one per ronde; never leaves the raw beraad."""

    id: Id
    phase: PhaseKey
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AsTyped:
    """What stands in a field that is no value yet: half a date, a word that was not added.

    Never leaves the raw beraad.

    Attributes:
        place: which field, one of a kind among all of a beraad.
        text: what was typed; empty when the field was made empty and not left yet.
    """

    id: Id
    place: str
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeSpent:
    """The clock of one ronde.

    Attributes:
        seconds: clock time used.
        shift: minutes given to this ronde on top of its plan; negative when taken away.
    """

    id: Id
    phase: PhaseKey
    seconds: int = 0
    shift: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """Where the talk is. Not part of undo: going somewhere is not an edit."""

    phase: PhaseKey = PhaseKey.OPENING


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A whole beraad.

    The order of every tuple is the order the group sees. The first two options are A and B.
    """

    id: Id
    created_at: datetime
    opening: Opening
    participants: tuple[Participant, ...] = ()
    told_answers: tuple[ToldAnswer, ...] = ()
    earlier_agreements: tuple[EarlierAgreement, ...] = ()
    case: CaseAccount = CaseAccount()
    timeline: tuple[Moment, ...] = ()
    dilemma: Dilemma = Dilemma()
    wordings: tuple[Wording, ...] = ()
    options: tuple[Option, ...] = ()
    harms: tuple[Harm, ...] = ()
    clarifications: tuple[Clarification, ...] = ()
    stakeholders: tuple[Stakeholder, ...] = ()
    values: tuple[Value, ...] = ()
    norms: tuple[Norm, ...] = ()
    considerations: tuple[Consideration, ...] = ()
    dialogue: Dialogue = Dialogue()
    conclusion: Conclusion = Conclusion()
    agreements: tuple[Agreement, ...] = ()
    look_back: LookBack = LookBack()
    signal: SignalContent = SignalContent()
    signal_link: SignalLink = SignalLink()
    other_signals: tuple[OtherSignal, ...] = ()
    lesson: Lesson = Lesson()
    reactions: tuple[Reaction, ...] = ()
    versions: tuple[Version, ...] = ()
    parked: tuple[ParkedItem, ...] = ()
    private_notes: tuple[PrivateNote, ...] = ()
    as_typed: tuple[AsTyped, ...] = ()
    time_spent: tuple[TimeSpent, ...] = ()
    known_words: tuple[KnownWord, ...] = ()
    decisions: tuple[Decision, ...] = ()
    review: Review = Review()
    progress: Progress = Progress()

    @property
    def is_practice(self) -> bool:
        """Whether this is an oefening and must stay apart from real beraden."""
        return self.opening.setting.is_practice

    @property
    def stands_whole(self) -> bool:
        """Whether each afweging may stand whole in the verslag: all who are here agreed."""
        by = self.opening.whole_by
        return by is not None and by == those_present(self.participants)

    @property
    def signal_at_hand(self) -> Id:
        """By what the signal at hand is known in this beraad."""
        return self.signal_link.signal_id or self.id

    @property
    def option_a(self) -> Option:
        """The first horn of the dilemma."""
        return self.options[0]

    @property
    def option_b(self) -> Option:
        """The second horn of the dilemma."""
        return self.options[1]

    @property
    def alternatives(self) -> tuple[Option, ...]:
        """Options C, D, E …"""
        return self.options[2:]

    def typed_at(self, place: str) -> str | None:
        """What stands in a field that is no value yet; None when its value stands there."""
        return next((each.text for each in self.as_typed if each.place == place), None)

    def letter(self, option_id: Id | None) -> str:
        """The letter the group knows an option by; empty for no option."""
        for index, option in enumerate(self.options):
            if option.id == option_id:
                return letter(index)
        return ""

    def harms_of(self, option_id: Id) -> tuple[Harm, ...]:
        """The harm lines under one option."""
        return tuple(harm for harm in self.harms if harm.option_id == option_id)

    def values_of(self, stakeholder_id: Id) -> tuple[Value, ...]:
        """The values that hang on one perspective."""
        return tuple(value for value in self.values if value.stakeholder_id == stakeholder_id)

    def norms_of(self, value_id: Id) -> tuple[Norm, ...]:
        """The norms that hang on one value."""
        return tuple(norm for norm in self.norms if norm.value_id == value_id)

    def consideration_of(self, participant_id: Id) -> Consideration | None:
        """The afweging of one participant, once there is one."""
        for consideration in self.considerations:
            if consideration.participant_id == participant_id:
                return consideration
        return None

    def note_of(self, phase: PhaseKey) -> PrivateNote | None:
        """The private note of one ronde, once there is one."""
        return next((note for note in self.private_notes if note.phase is phase), None)

    def seconds_in(self, phase: PhaseKey) -> int:
        """Seconds of clock time used in one ronde."""
        return sum(spent.seconds for spent in self.time_spent if spent.phase is phase)

    def shift_of(self, phase: PhaseKey) -> int:
        """Minutes given to one ronde on top of its plan; negative when taken away."""
        return sum(spent.shift for spent in self.time_spent if spent.phase is phase)


def letter(index: int) -> str:
    """The letter of the option at this place: A, B, … Z, AA, AB …"""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def blank_session(*, now: datetime, held_on: date, setting: Setting = Setting.CASEWORK) -> Session:
    """Return a beraad in which nothing has been written yet, with an empty A and B."""
    return Session(
        id=new_id(),
        created_at=now,
        opening=Opening(held_on=held_on, setting=setting),
        options=(Option(id=new_id()), Option(id=new_id())),
        signal_link=SignalLink(signal_id=None if setting.is_practice else new_id()),
    )
