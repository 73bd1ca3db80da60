"""An amount of money as its order of size: "ruim duizend euro"."""

from __future__ import annotations

_LIMITS = (
    (100, "enkele tientjes"),
    (1000, "enkele honderden euro’s"),
    (2000, "ruim duizend euro"),
    (10_000, "enkele duizenden euro’s"),
    (20_000, "ruim tienduizend euro"),
    (100_000, "tienduizenden euro’s"),
)


def order_of_size(euros: int) -> str:
    """An amount in words."""
    return next((words for limit, words in _LIMITS if euros < limit), "meer dan een ton")
