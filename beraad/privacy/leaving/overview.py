"""The door for what many signals say together: numbers that point to nobody, and words of signals.

The words are those of signals, each through its own door; what is counted holds no other text than
their titles and the words of lists.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from beraad.phases.dates import iso_week
from beraad.privacy.leaving.cleaned import CleanedSignal
from beraad.privacy.leaving.seal import Sealed
from beraad.records import Overview, Patterns


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanedOverview(Sealed):
    """What may be said of all signals and beraden of a period.

    Attributes:
        told: for the key of a row, the signal whose words tell of it.
        otherwise: for the key of a row, a signal that tells who looks at it otherwise, and how.
        answered: for the key of a row, the signal whose answer changed most.
        is_practice: it was counted in an oefenregister; such things never stand among real ones.
        is_waiting: there are signals or beraden that are told of once others come beside them.
        open_count: how many places in those words nobody decided about yet; above zero nothing is
            exported.
    """

    overview: Overview
    patterns: Patterns
    told: Mapping[str, CleanedSignal]
    open_count: int
    otherwise: Mapping[str, CleanedSignal] = field(default_factory=dict[str, CleanedSignal])
    answered: Mapping[str, CleanedSignal] = field(default_factory=dict[str, CleanedSignal])
    is_practice: bool = False
    is_waiting: bool = False

    @property
    def week(self) -> str:
        """The week in which the period begins: the date of a file is never a day itself."""
        return iso_week(self.overview.period.first)
