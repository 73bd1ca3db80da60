"""How often raters chose the same label: exact agreement, and Gwet's AC1 as published in 2008.

Both are there to ask a question by, never to judge a rater. They are per item, and nothing takes a
mean over items.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

_TWO = 2


@dataclass(frozen=True, slots=True)
class Agreement:
    """How much raters agree about one item.

    Attributes:
        exact: the share of pairs of raters that chose the same, from 0 to 1.
        ac1: the same, less what would be alike by chance; 1 when all chose the same, and below 0
            when they chose more apart than by chance.
    """

    exact: float
    ac1: float


def agreement(ratings: Sequence[Sequence[Hashable]], *, choices: int) -> Agreement | None:
    """The agreement about an item that was rated in each of these pieces, by at least two.

    Each inner sequence holds what the raters chose in one piece; who left it open is not in it.
    `choices` is how many labels there are to choose from. None when no two rated the same piece.
    """
    if choices < _TWO:
        msg = "there is nothing to choose between"
        raise ValueError(msg)
    rated = [Counter(each) for each in ratings if len(each) >= _TWO]
    if not rated:
        return None
    exact = sum(_alike(each) for each in rated) / len(rated)
    shares: dict[Hashable, float] = {}
    for each in rated:
        for choice, count in each.items():
            part = count / each.total() / len(rated)
            shares[choice] = shares.get(choice, 0.0) + part
    chance = sum(share * (1 - share) for share in shares.values()) / (choices - 1)
    return Agreement(exact=exact, ac1=(exact - chance) / (1 - chance))


def _alike(chosen: Counter[Hashable]) -> float:
    """The share of pairs that chose the same."""
    count = chosen.total()
    return sum(each * (each - 1) for each in chosen.values()) / (count * (count - 1))
