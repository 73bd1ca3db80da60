"""What would be otherwise when a moment is put back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from beraad.errors import Solvable
from beraad.phases.dates import short_date
from beraad.phases.in_brief import said_anywhere
from beraad.store.address import is_written_down
from beraad.store.catalog import Summary, Unreadable, look_at
from beraad.store.copies.counts import content_of, counted, differences, register_in_words
from beraad.store.copies.folder import kept_files
from beraad.store.copies.free import holds_more
from beraad.store.copies.laptops import is_of_other
from beraad.store.copies.making import mark_of, require_whole
from beraad.store.copies.moments import Item, Moment, digest_of, kind_of
from beraad.store.copies.places import is_erased
from beraad.store.copies.unlisted import gone_for_good
from beraad.store.glance import glance
from beraad.store.keys import Locked, UnknownKey, keys_for, lent_for
from beraad.store.kinds import SESSION_FILE
from beraad.store.places import REGISTER_NAME
from beraad.store.vault.missing import is_under_key

_LOCKED = "met andere sleutels versleuteld"


class Change(Enum):
    """What happens to one file; what is LOCKED is under a key that is not here.

    What is LACKING was there when the backup was made, and has no copy in it. What is ERASED was
    erased here since, and never comes back. Of what is IN_USE the newest words
    are in the log of who has it open, so it is not compared.
    """

    COMES_BACK = auto()
    OTHER = auto()
    GOES_ASIDE = auto()
    SAME = auto()
    DAMAGED = auto()
    LOCKED = auto()
    IN_USE = auto()
    ERASED = auto()
    LACKING = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One file, as it is now and in the backup.

    Attributes:
        item: its copy; None when the backup does not have it.
        now, then: where it is and when it was last changed, in words; empty when it is not there.
        rows: what is more or less in the copy, such as "2 afwegingen minder".
    """

    name: str
    title: str
    change: Change
    item: Item | None
    now: str = ""
    then: str = ""
    rows: tuple[str, ...] = ()


def compare(
    moment: Moment, folder: Path, *, unwanted: Callable[[], bool] = lambda: False
) -> tuple[Difference, ...]:
    """What would be otherwise, file by file; it ends early when nobody waits for it any more."""
    found: list[Difference] = []
    for difference in _compare(moment, folder):
        if unwanted():
            break
        found.append(difference)
    return tuple(found)


def compare_one(moment: Moment, item: Item, folder: Path) -> Difference:
    """The same of one file."""
    path = folder / item.name
    if item.id and is_erased(folder, item.id):
        then = _told(moment.copy_of(item), item)
        state = then.state if then.whole else "niet meer te lezen"
        return Difference(
            name=item.name, title=then.title, change=Change.ERASED, item=item, then=state
        )
    if not path.exists():
        then = _told(moment.copy_of(item), item)
        change = Change.COMES_BACK if then.whole else _why_not(then)
        return Difference(
            name=item.name, title=then.title, change=change, item=item, then=then.state
        )
    if _is_unchanged(path, item) and not holds_more(path) and _is_whole(path, item):
        return Difference(name=item.name, title="", change=Change.SAME, item=item)
    now, then = _told(path, item), _told(moment.copy_of(item), item)
    rows = differences(now.rows, then.rows) if now.whole and then.whole else ()
    same = now.whole and then.whole and now.content == then.content
    change = Change.SAME if same else Change.OTHER if then.whole else _why_not(then)
    if change in {Change.SAME, Change.OTHER} and holds_more(path):
        change, rows = Change.IN_USE, ()
    return Difference(
        name=item.name,
        title=now.title if now.whole else then.title,
        change=change,
        item=item,
        now=now.state,
        then=then.state,
        rows=rows,
    )


def is_foreign(moment: Moment) -> bool:
    """Whether it is of another vault: what is here has nothing to do with it, and stays."""
    return bool(getattr(lent_for(moment.folder), "is_foreign", False))


def _compare(moment: Moment, folder: Path) -> Iterator[Difference]:
    there = {item.name for item in moment.items}
    foreign = is_foreign(moment) or is_of_other(moment.folder, folder)
    is_shut = False
    for item in moment.items:
        if not (foreign and item.name == REGISTER_NAME and (folder / item.name).exists()):
            found = compare_one(moment, item, folder)
            is_shut = is_shut or found.change is Change.LOCKED
            yield found
    here = kept_files(folder)
    lacking = {name for name in moment.lost if name in here} | set(moment.lacks)
    lacking |= set(gone_for_good((moment,), folder))
    for name in sorted(lacking - there):
        now = _told(folder / name, None) if name in here else None
        yield Difference(
            name=name,
            title=now.title if now else "",
            change=Change.LACKING,
            item=None,
            now=now.state if now else "",
            then="niet meer te vinden" if name in moment.lost else "ontbreekt",
        )
    if foreign or is_shut:
        return  # Nothing makes way for what is of another laptop, or does not come back.
    # What made way for a copy, or is all that was found, is no whole: nothing else goes for it.
    known = there | lacking
    for name in () if moment.is_aside or moment.is_part else here:
        if name not in known and is_written_down(name):
            now = _told(folder / name, None)
            yield Difference(
                name=name, title=now.title, change=Change.GOES_ASIDE, item=None, now=now.state
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    title: str
    state: str
    whole: bool
    locked: bool = False
    content: bytes = b""
    rows: tuple[tuple[str, int], ...] = ()


def _told(path: Path, item: Item | None) -> _Told:
    kind = item.kind if item is not None else kind_of(path)
    try:
        if item is not None and item.digest and path.name == item.copy:
            _require_untouched(path, item)
        with glance(path, kind, bounded=False) as connection:
            require_whole(connection, path)
            rows, content = counted(connection), content_of(connection)
    except (Solvable, OSError) as problem:
        locked = isinstance(problem, UnknownKey | Locked)
        locked = locked or (keys_for(path) is None and is_under_key(path))
        state = _LOCKED if locked else _in_brief(problem, path)
        name = path.name if item is None else item.name
        return _Told(title=name, state=state, whole=False, locked=locked)
    if kind is not SESSION_FILE:
        return _Told(
            title="Register", state=register_in_words(rows), whole=True, content=content, rows=rows
        )
    line = look_at(path)
    if isinstance(line, Unreadable):
        return _Told(title=path.name, state=line.why, whole=True, content=content, rows=rows)
    return _Told(
        title=line.title.strip() or "Zonder titel",
        state=state_of(line),
        whole=True,
        content=content,
        rows=rows,
    )


def _in_brief(problem: Solvable | OSError, path: Path) -> str:
    """What is wrong with a file that is named already, as a part of a sentence."""
    if not isinstance(problem, Solvable):
        return "niet te lezen"
    why = problem.happened.rstrip(".")
    for begin in (f"Het bestand {path.name} is ", f"{path.name} is ", f"{path.name} "):
        why = why.removeprefix(begin)
    return why


def _why_not(then: _Told) -> Change:
    return Change.LOCKED if then.locked else Change.DAMAGED


def state_of(line: Summary) -> str:
    """Where a beraad is, and when it was last changed: "ronde 5, 25 nov 16:58"."""
    at = line.changed_at.astimezone()
    return f"{said_anywhere(line.phase)}, {short_date(at.date())} {at:%H:%M}"


def _require_untouched(path: Path, item: Item) -> None:
    if digest_of(path) != item.digest:
        raise Solvable("beschadigd")


def _is_whole(path: Path, item: Item) -> bool:
    """Whether every page can be read: a disk that rots leaves the date of a file as it was."""
    try:
        with glance(path, item.kind, bounded=False) as connection:
            require_whole(connection, path)
    except (Solvable, OSError):
        return False
    return True


def _is_unchanged(path: Path, item: Item) -> bool:
    return mark_of(path) == (item.size, item.written, item.log)
