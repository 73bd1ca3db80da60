"""Ronde 6 and 7: each one's own afweging, and the dialogue about them."""

from __future__ import annotations

from dataclasses import dataclass

from beraad.records.identity import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class Consideration:
    """The afweging of one participant.

    "Ik kies …, omdat ik … belangrijk vind, ook al … . Ik beperk de schade door … .
    Daarvoor heb ik … nodig van … ." (step 7 of the ten-step method)

    Attributes:
        certainty: 1 (twijfel) to 5 (zeker), or None when not asked.
        revised_choice_id: the option chosen after the dialogue; None when unchanged.
    """

    id: Id
    participant_id: Id
    abstains: bool = False
    choice_id: Id | None = None
    value: str = ""
    harm: str = ""
    limiting: str = ""
    needs: str = ""
    needs_from: str = ""
    virtue: str = ""
    certainty: int | None = None
    revised_choice_id: Id | None = None
    revised_because: str = ""

    @property
    def final_choice_id(self) -> Id | None:
        """The choice that stands after the dialogue."""
        return self.revised_choice_id or self.choice_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialogue:
    """What the group found when it compared its afwegingen.

    Attributes:
        missing_voice: whose voice was not heard yet.
        taken_for_granted: what those present came to find normal.
    """

    same_choice_other_reason: str = ""
    same_value_other_choice: str = ""
    shared: str = ""
    core_difference: str = ""
    minority_view: str = ""
    moved_by: str = ""
    new_questions: str = ""
    missing_voice: str = ""
    taken_for_granted: str = ""
