"""A time of the clock, typed as people write it."""

from __future__ import annotations

from datetime import time

from beraad.phases.clock_time import clock_time
from beraad.phases.date_entry import Unreadable
from beraad.ui.widgets.entry_field import EntryField

_WHY = "Deze tijd begrijpt Beraad niet. Schrijf hem als 14:00, of laat dit leeg."


class TimeField(EntryField):
    """A time, or none; `described` says what it is for."""

    def __init__(self, *, name: str, object_name: str, described: str, most: int) -> None:
        super().__init__(name=name, needed=False, placeholder="zoals 14:00")
        self._described = described
        self._line.setObjectName(object_name)
        self._line.setMaxLength(most)
        self._line.setAccessibleDescription(described)

    def read(self, text: str) -> time | Unreadable | None:
        found = clock_time(text)
        return Unreadable(_WHY) if text and found is None else found

    def written(self, value: time) -> str:
        return f"{value:%H:%M}"

    def _say(self, why: str, *, wrong: bool = False) -> None:
        super()._say(why, wrong=wrong)
        self._line.setAccessibleDescription(why or self._described)
