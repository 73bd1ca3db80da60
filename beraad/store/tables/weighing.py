"""Tables of ronde 6 and 7."""

from __future__ import annotations

from sqlmodel import Field

from beraad.store.tables.base import Many, One, choice, parent


class Considerations(Many, table=True):
    participant_id: str = Field(sa_column_args=parent("participants"))
    abstains: bool
    choice_id: str | None = Field(sa_column_args=choice("options"))
    value: str
    harm: str
    limiting: str
    needs: str
    needs_from: str
    virtue: str
    certainty: int | None
    revised_choice_id: str | None = Field(sa_column_args=choice("options"))
    revised_because: str


class Dialogue(One, table=True):
    same_choice_other_reason: str
    same_value_other_choice: str
    shared: str
    core_difference: str
    minority_view: str
    moved_by: str
    new_questions: str
    missing_voice: str
    taken_for_granted: str
