"""Which place comes up next."""

from __future__ import annotations

from collections.abc import Sequence

from beraad.ui.review.finding_list import Row, is_decided


def waiting(rows: Sequence[Row]) -> list[int]:
    """Where in a list the places stand that are still open."""
    return [place for place, row in enumerate(rows) if not is_decided(row.finding)]


def beside(rows: Sequence[Row], current: int, way: int) -> int:
    """The open place after (1) or before (-1) this one, round and round; -1 without places.

    When nothing is open, every place counts.
    """
    among = waiting(rows) or list(range(len(rows)))
    if not among:
        return -1
    if current in among:
        return among[(among.index(current) + way) % len(among)]
    return among[0 if way > 0 else -1]


def after_change(rows: Sequence[Row], key: str, before: int, *, was_open: bool) -> int:
    """Where to be in a list that changed; -1 without places.

    Stays with the place that has this key, unless that was open and has now been decided: then
    the open place comes up that took its place in the list.
    """
    keys = [row.finding.key for row in rows]
    place = keys.index(key) if key in keys else -1
    still_open = waiting(rows)
    if still_open and (place < 0 or (was_open and place not in still_open)):
        return next((each for each in still_open if each >= before), still_open[-1])
    return place if place >= 0 or not keys else 0
