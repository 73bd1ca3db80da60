"""What came through the gate: the only values that a document may be made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from beraad.privacy.leaving.file_name import file_name
from beraad.privacy.leaving.seal import Sealed
from beraad.privacy.review.reviewed import Reviewed
from beraad.records import (
    Agreement,
    CaseAccount,
    CaseState,
    Clarification,
    Conclusion,
    Dialogue,
    EarlierAgreement,
    Harm,
    Id,
    LookBack,
    ManagerPresence,
    Moment,
    Norm,
    Option,
    Reaction,
    Recurrence,
    Setting,
    SignalContent,
    SignalStatus,
    Stakeholder,
    Step,
    ToldAnswer,
    Value,
    letter,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanedConsideration:
    """An afweging without the one who made it.

    Attributes:
        choice: letter of the option chosen; empty when none was.
        revised_choice: letter of the option chosen after the dialogue; empty when unchanged.
    """

    choice: str = ""
    value: str = ""
    harm: str = ""
    limiting: str = ""
    needs: str = ""
    needs_from: str = ""
    virtue: str = ""
    revised_choice: str = ""
    revised_because: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanedSession(Sealed):
    """A beraad as it may leave the raw session: for a werkverslag and nothing more.

    Attributes:
        week: ISO week in which it was held, "2026-W47"; the day stays behind.
        clarification_first: whether verheldering came before the dilemma.
        considerations: in the order of their content, so that nobody's place can be told.
        stands_whole: whether all present agreed that each afweging may stand whole.
        may_be_told_by: whether what the group said names a function of who was there, or an
            agreement tells what who keeps it thought; then who was there may know whose it is.
        told_beside: whether an earlier version beside this one tells what one or two wrote.
        names_left: whether somebody decided to leave the name of a person.
        at_the_table: the perspectives of those who were there; what they plead for is not told.
        bottleneck: what the signal of this beraad is about, in a few words.
        removed_count: how many mentions were taken out; which ones stays behind.
        open_count: how many places nobody decided about yet; above zero nothing is exported.
    """

    title: str
    week: str
    team: str
    setting: Setting
    clarification_first: bool
    is_practice: bool
    case_state: CaseState
    manager: ManagerPresence
    participant_count: int
    stands_whole: bool
    may_be_told_by: bool
    told_beside: bool
    names_left: bool = False
    case: CaseAccount
    timeline: tuple[Moment, ...]
    told_answers: tuple[ToldAnswer, ...]
    earlier_agreements: tuple[EarlierAgreement, ...]
    confidentiality: str
    report_content: str
    first_reader: str
    moral_question: str
    options: tuple[Option, ...]
    harms: tuple[Harm, ...]
    clarifications: tuple[Clarification, ...]
    stakeholders: tuple[Stakeholder, ...]
    at_the_table: frozenset[Id]
    values: tuple[Value, ...]
    norms: tuple[Norm, ...]
    considerations: tuple[CleanedConsideration, ...]
    dialogue: Dialogue
    conclusion: Conclusion
    agreements: tuple[Agreement, ...]
    look_back: LookBack
    reactions: tuple[Reaction, ...]
    bottleneck: str
    removed_count: int
    open_count: int
    reviewed: Reviewed

    @property
    def stem(self) -> str:
        """The name of a file for this verslag, without extension."""
        return file_name(self.week, self.title, "werkverslag")

    @property
    def recurrence(self) -> Recurrence:
        """The answer to "Zien we dit vaker?"."""
        return self.conclusion.recurrence

    @property
    def keep_until(self) -> date | None:
        """The day after which the verslag is no longer kept."""
        return self.conclusion.keep_until

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

    @property
    def lettered_options(self) -> tuple[tuple[str, Option], ...]:
        """Every option with the letter the group knows it by."""
        return tuple((letter(index), option) for index, option in enumerate(self.options))

    def letter(self, option_id: Id | None) -> str:
        """The letter of an option; empty for no option."""
        return next((mark for mark, one in self.lettered_options if one.id == option_id), "")

    def harms_of(self, option_id: Id) -> tuple[Harm, ...]:
        """The harm lines under one option."""
        return tuple(harm for harm in self.harms if harm.option_id == option_id)

    def values_of(self, stakeholder_id: Id) -> tuple[Value, ...]:
        """The values that hang on one perspective."""
        return tuple(value for value in self.values if value.stakeholder_id == stakeholder_id)

    def may_tell_plea_of(self, value: Value) -> bool:
        """Whether a document may say what this value pleads for.

        Of somebody at the table it may not: beside what was chosen it says who chose that.
        """
        return value.stakeholder_id not in self.at_the_table

    def norms_of(self, value_id: Id) -> tuple[Norm, ...]:
        """The norms that hang on one value."""
        return tuple(norm for norm in self.norms if norm.value_id == value_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanedSignal(Sealed):
    """A structural signal as it may be registered and sent.

    Attributes:
        week: ISO week of the beraad it came from, "2026-W47"; empty when it came from none.
        registered_in: ISO week in which it came into the register; empty as long as it did not.
        status: how far it has come.
        answer: the answer of the round that runs now, or that none came; None without one.
        steps: what became of it, without what was withdrawn.
        written: the same with what was withdrawn; `withdrawn` tells which steps those are.
        uncounted: which of these do not follow from what came before, and change nothing.
        answers_clash: two laptops wrote another answer and nobody chose; until then neither holds.
        removed_count: how many mentions were taken out.
        open_count: how many places nobody decided about yet; above zero nothing is exported.
    """

    content: SignalContent
    team: str
    week: str
    registered_in: str = ""
    is_practice: bool
    status: SignalStatus
    answer: Step | None
    steps: tuple[Step, ...]
    written: tuple[Step, ...] = ()
    uncounted: frozenset[Id] = frozenset()
    answers_clash: bool = False
    removed_count: int
    open_count: int

    @property
    def withdrawn(self) -> frozenset[Id]:
        """The steps that somebody took back."""
        return frozenset(step.id for step in self.written) - {step.id for step in self.steps}

    @property
    def stem(self) -> str:
        """The name of a file for this signal, without extension."""
        return file_name(self.week, self.content.bottleneck, "signaal")
