"""Reading what lies in the folder, the screenful first and the rest while nobody waits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path

from beraad.records import Id
from beraad.store.catalog import CopyOf, Line, Summary, as_read, changed_later, place_in_list
from beraad.store.places import practice_folder
from beraad.ui.start.listing import Among, Row, row_of

_ALONE = None, Among.ALONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """What a stretch of reading brought.

    Attributes:
        rows: new lines, in the order of the list.
        changed: lines that came earlier and now say that there are other copies.
        over: everything was read.
    """

    rows: tuple[Row, ...]
    changed: tuple[Row, ...]
    over: bool


class Gathering:
    """The beraden of a folder and then its oefeningen, read a stretch at a time.

    What is `hidden`, by its identity, is left out; what could not be opened before is told of by
    `is_damaged`.

    Attributes:
        late: how many of those that were read are past the day until which they are kept.
    """

    def __init__(
        self,
        folder: Path,
        *,
        today: date,
        hidden: frozenset[Id] = frozenset(),
        is_damaged: Callable[[Path], bool] = lambda _: False,
    ) -> None:
        self._today = today
        self._hidden = hidden
        self._is_damaged = is_damaged
        self._practice = practice_folder(folder)
        self._lines = chain(as_read(folder), as_read(self._practice))
        self.late = 0
        self._newest: dict[str, Summary] = {}
        self._unread: set[Path] = set()

    def go_on(self, enough: Callable[[int], bool]) -> Gathered:
        """Read on, at least one line, until there are enough; `enough` gets how many were read."""
        read: list[Line] = []
        copies: dict[Path, tuple[Summary, Among | CopyOf]] = {}
        over = True
        for line in self._lines:
            if isinstance(line, Summary) and line.id in self._hidden:
                continue
            read.append(line)
            self._count(line)
            self._compare(line, copies)
            if enough(len(read)):
                over = False
                break
        new = {line.path for line in read}
        rows = (self._row(line, copies.get(line.path, _ALONE)[1]) for line in read)
        changed = (self._row(*copy) for path, copy in copies.items() if path not in new)
        return Gathered(
            rows=tuple(sorted(rows, key=lambda row: row.place)), changed=tuple(changed), over=over
        )

    def _count(self, line: Line) -> None:
        """How many real beraden are past the day until which they are kept."""
        if isinstance(line, Summary) and not line.is_practice and line.keep_until is not None:
            self.late += line.keep_until < self._today

    def _compare(self, line: Line, copies: dict[Path, tuple[Summary, Among | CopyOf]]) -> None:
        """Of all copies of one beraad, the one changed last stands for it."""
        if not isinstance(line, Summary):
            return
        other = self._newest.setdefault(line.id, line)
        if other is not line:
            from beraad.store.beside import copy_of, readable

            newest, copy = (line, other) if changed_later(line, other) else (other, line)
            self._newest[line.id] = newest
            copies[newest.path] = newest, Among.NEWEST
            found = copy_of(newest.path, copy.path)
            copies[copy.path] = copy, found
            if found in {CopyOf.DAMAGED, CopyOf.READABLE}:
                both = newest.path, copy.path
                self._unread.update(path for path in both if readable(path) is None)

    def _row(self, line: Line, among: Among | CopyOf) -> Row:
        place = (line.path.parent == self._practice, *place_in_list(line))
        is_damaged = line.path in self._unread or self._is_damaged(line.path)
        return row_of(line, today=self._today, among=among, place=place, is_damaged=is_damaged)
