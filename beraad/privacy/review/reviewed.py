"""How a cleaned beraad was read before it goes out, and what somebody declares about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from beraad.records import Review


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """What a document says about its own reading; roles only, never names.

    Attributes:
        second_reader: role of the one who read along; empty when nobody did.
        declared_by: role of the one who declares this content anonymous; empty when nobody does,
            and then it is pseudonymised.
    """

    second_reader: str = ""
    second_read_on: date | None = None
    declared_by: str = ""
    declared_on: date | None = None

    @property
    def is_declared(self) -> bool:
        """Whether somebody declared exactly this content anonymous."""
        return bool(self.declared_by)


def reviewed(review: Review, *, stands: bool) -> Reviewed:
    """What may be said of a review; a declaration only while it `stands`."""
    return Reviewed(
        second_reader=review.second_reader.strip(),
        second_read_on=review.second_read_on,
        declared_by=review.declared_by.strip() if stands else "",
        declared_on=review.declared_on if stands else None,
    )


def all_checked(review: Review) -> bool:
    """Whether somebody looked at all four things that show who it is, also without a name."""
    return review.small_team and review.unique_situation and review.dates and review.quotes
