"""The course of one beraad: the eight rondes in its order and in words that fit it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from beraad.phases import case, perspectives, policy
from beraad.phases.closed import for_closed
from beraad.phases.model import Field, Phase
from beraad.phases.rondes import in_order
from beraad.records import CaseState, Opening, PhaseKey, Session, Setting

_ABOUT_THE_QUESTION = "Klopt de vraag nog voor jou, inbrenger?"
_TOWARDS_THE_QUESTION = "Weten we genoeg om jouw vraag te zoeken, inbrenger?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """What decides about the order and the words of the rondes; nothing in it is text."""

    clarification_first: bool = False
    setting: Setting = Setting.CASEWORK
    case_state: CaseState = CaseState.RUNNING

    @staticmethod
    def of(session: Session) -> Course:
        """The course of a beraad."""
        return Course.agreed(session.opening)

    @staticmethod
    def agreed(opening: Opening) -> Course:
        """The course that the opening settles."""
        return Course(
            clarification_first=opening.clarification_first,
            setting=opening.setting,
            case_state=opening.case_state,
        )

    @property
    def rondes(self) -> tuple[Phase, ...]:
        """The eight rondes."""
        return _rondes(self)

    @property
    def keys(self) -> tuple[PhaseKey, ...]:
        """The rondes by their key, in order."""
        return tuple(phase.key for phase in self.rondes)

    def ronde(self, key: PhaseKey) -> Phase:
        """The ronde with this key; raises KeyError for the opening."""
        for phase in self.rondes:
            if phase.key is key:
                return phase
        raise KeyError(key)

    @property
    def is_policy(self) -> bool:
        """Whether it is about what a policy should mean."""
        return self.setting.is_policy

    def worded(self, field: Field) -> Field:
        """What is written down, in the words of this course; its place stays the same."""
        return policy.in_policy(field) if self.is_policy else field

    @property
    def subject(self) -> str:
        """What ronde 1 tells of: "De casus", or "De beleidskeuze"."""
        return policy.THE_CHOICE if self.is_policy else case.THE_CASE

    @property
    def asks_norm(self) -> str:
        """How ronde 4 asks for a norm."""
        return policy.ASKS_NORM if self.is_policy else perspectives.ASKS_NORM

    @property
    def whose_first(self) -> str:
        """Whose perspective ronde 4 begins with, as long as there is none."""
        return policy.WHOSE_FIRST if self.is_policy else perspectives.WHOSE_FIRST

    def short_title(self, key: PhaseKey) -> str:
        """The opening or a ronde in a word or two, as beside its number."""
        return "Opening" if key is PhaseKey.OPENING else self.ronde(key).short_title

    def number(self, key: PhaseKey) -> int:
        """Which ronde it is, counted from 1; raises ValueError for the opening."""
        return self.keys.index(key) + 1


@lru_cache(maxsize=64)
def _rondes(course: Course) -> tuple[Phase, ...]:
    phases = in_order(clarification_first=course.clarification_first)
    if course.is_policy:
        phases = tuple(map(policy.for_policy, phases))
    if course.case_state is CaseState.CLOSED:
        phases = tuple(for_closed(each, is_policy=course.is_policy) for each in phases)
    if course.clarification_first:
        phases = tuple(map(_before_the_question, phases))
    return phases


def _before_the_question(phase: Phase) -> Phase:
    """Ronde 3 before the dilemma: there is no question yet to look at again."""
    if phase.key is not PhaseKey.CLARIFICATION:
        return phase
    asked = (
        _TOWARDS_THE_QUESTION if each == _ABOUT_THE_QUESTION else each for each in phase.questions
    )
    return replace(phase, questions=tuple(asked))
