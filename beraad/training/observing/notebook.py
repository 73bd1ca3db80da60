"""A file of notes: each is on disk before it is in sight, and what it takes the place of is gone.

The first line says what kind of notebook it is; every line after it holds a place, a name and a
value. What is new goes behind what is there; what is written otherwise or taken back is written
whole, so that nobody reads it afterwards. A line that was cut off half-way was never said to be
kept, and is passed over.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType
from typing import Any, cast

from beraad import untrusted
from beraad.errors import Solvable
from beraad.private import make_folder
from beraad.report.files import require_folder, write
from beraad.storable import storable
from beraad.store.shredding import shred
from beraad.training.own_file import OwnFile

LARGEST = 4_000_000
"""Bytes a notebook may have to be read; one of a whole day has some tens of thousands."""

_VERSION = 1
_END = b"\n"
_PARTS = 3
_KEPT = "Wat er al was, staat er nog."
_ROOM = "Kijk of er nog ruimte op de schijf is."


class Notebook:
    """What was noted last under each place and name.

    Attributes:
        head: what stands in the first line besides its kind.
        is_forgetful: whether the file is written anew with each note, in an order of its own, so
            that it does not tell in which order things were noted.
    """

    is_forgetful = False

    def __init__(
        self, path: Path, kind: str, head: Mapping[str, Any], noted: dict[tuple[str, str], Any]
    ) -> None:
        self.head = head
        self._file = OwnFile(path, b"")
        self._kind = kind
        self._noted = noted
        self._holds_former = False

    @property
    def path(self) -> Path:
        """Where it is kept."""
        return self._file.path

    @classmethod
    def begin(
        cls,
        path: Path,
        kind: str,
        head: Mapping[str, Any],
        noted: Mapping[tuple[str, str], Any] = MappingProxyType({}),
    ) -> Notebook:
        """A new notebook, in which this is `noted` already. Raises Solvable when it cannot be
        written.
        """
        made = cls(path, kind, dict(head), dict(noted))
        try:
            make_folder(path.parent)
        except OSError as error:
            raise _unkept(error) from error
        whole = made._whole()
        made._file = OwnFile(write(path, whole, replace=False), whole)
        return made

    @classmethod
    def open(cls, path: Path, kind: str, *, is_whole: bool = False) -> Notebook:
        """A notebook to go on with, or one that somebody gave, and then it `is_whole`.

        Raises Solvable naming the line that is not understood, and for one that was cut off.
        """
        try:
            data = untrusted.read_bytes(path, most=LARGEST)
        except OSError as error:
            raise _refused(path, f"{error.strerror}") from error
        if is_whole and not data.endswith(_END):
            raise _refused(path, "het is niet heel, het eind ontbreekt")
        first, *others = data.split(_END)[:-1] or [b""]
        head = _table(path, first)
        if head.pop("soort", None) != kind:
            raise _refused(path, f"dit is geen {kind}")
        if head.pop("vorm", None) != _VERSION:
            raise _refused(path, "het is gemaakt met een andere versie van Beraad")
        made = cls(path, kind, head, dict(_notes(path, others)))
        made._file = OwnFile(path, _whole_part(data))
        made._holds_former = len(others) > len(made._noted)
        return made

    def of(self, place: str, name: str) -> Any:
        """What was noted last; None when nothing was."""
        return self._noted.get((place, name))

    def __iter__(self) -> Iterator[tuple[str, str, Any]]:
        for (place, name), value in self._noted.items():
            yield place, name, value

    def note(self, place: str, name: str, value: Any) -> None:
        """Note this; it is on disk when this returns. None takes back what was noted.

        Raises Solvable, and then what was noted before still counts.
        """
        value = _seen(value)
        if self.of(place, name) == value:
            return
        is_new = (place, name) not in self._noted and not self._holds_former
        if self.is_forgetful or not is_new or not self._is_ours():
            self._rewrite(self._whole({(place, name): value}))
        else:
            line = _line([place, name, value])
            try:
                self._append(line)
            except OSError as error:
                raise _unkept(error) from error
            self._file.added(line)
        self._noted[place, name] = value

    def give(
        self,
        path: Path,
        *,
        without: Iterable[str] = (),
        head: Mapping[str, Any] = MappingProxyType({}),
    ) -> Path:
        """Write what is `given` as a file to give on, and return that. Raises Solvable."""
        require_folder(path.parent)
        return write(path, self.given(without=without, head=head), replace=False)

    def given(
        self,
        *,
        without: Iterable[str] = (),
        head: Mapping[str, Any] = MappingProxyType({}),
    ) -> bytes:
        """What counts now, as it is given on; `head` is added to its first line.

        What was noted before or taken back is not in it, nor what is called as one of `without`.
        """
        left_out = {(place, name): None for place, name in self._noted if name in without}
        return self._whole(left_out, is_given=True, head=head)

    def take_away(self) -> None:
        """Throw the file away. Raises Solvable when that fails."""
        throw_away(self.path)

    def _is_ours(self) -> bool:
        try:
            return self._file.is_ours(_whole_part(self.path.read_bytes()))
        except OSError:
            return True  # It is told in writing.

    def _append(self, line: bytes) -> None:
        """Add a line; what was cut off before it goes."""
        number = os.open(self.path, os.O_RDWR | getattr(os, "O_BINARY", 0))
        try:
            before = _whole_lines(number)
            os.ftruncate(number, before)
            os.lseek(number, before, os.SEEK_SET)
            try:
                written = os.write(number, line)
                if written != len(line):
                    raise OSError(28, "No space left on device")  # noqa: TRY301 - as the system says it
                os.fsync(number)
            except OSError:
                with suppress(OSError):
                    os.ftruncate(number, before)
                raise
        finally:
            os.close(number)

    def _rewrite(self, whole: bytes) -> None:
        try:
            self._file.write(whole)
        except Solvable as problem:
            raise Solvable(problem.happened, kept=_KEPT, way_out=_ROOM) from problem
        self._holds_former = False

    def _whole(
        self,
        besides: Mapping[tuple[str, str], Any] = MappingProxyType({}),
        *,
        is_given: bool = False,
        head: Mapping[str, Any] = MappingProxyType({}),
    ) -> bytes:
        first = {"vorm": _VERSION, "soort": self._kind, **self.head, **head}
        noted = {**self._noted, **besides}
        ordered = sorted(noted.items(), key=_place) if self.is_forgetful else noted.items()
        is_left_out = self.is_forgetful or is_given
        notes = (
            _line([*where, value])
            for where, value in ordered
            if value is not None or not is_left_out
        )
        return b"".join((_line(first), *notes))


def throw_away(path: Path, what: str = "Het bestand") -> None:
    """Throw a notebook away, also one that cannot be read. Raises Solvable when that fails."""
    try:
        shred(path)
    except OSError as error:
        raise Solvable(
            f"{what} is niet weg te halen.", kept=untrusted.why(error).capitalize() + "."
        ) from error


def _place(noted: tuple[tuple[str, str], Any]) -> tuple[str, str]:
    return noted[0]


def _whole_part(data: bytes) -> bytes:
    """What a line that was cut off half-way does not belong to."""
    return data[: data.rfind(_END) + 1]


def _whole_lines(number: int) -> int:
    """How many bytes of a file are whole lines."""
    size = os.fstat(number).st_size
    os.lseek(number, max(0, size - 1), os.SEEK_SET)
    if os.read(number, 1) == _END:
        return size
    reach = min(size, LARGEST)
    os.lseek(number, size - reach, os.SEEK_SET)
    return size - reach + os.read(number, reach).rfind(_END) + 1


def _line(value: object) -> bytes:
    """One line; what Qt let through and no file can hold is written as a sign of its own."""
    return json.dumps(value, separators=(",", ":")).encode() + _END


def _table(path: Path, line: bytes) -> dict[str, Any]:
    found = _value(path, line, 1)
    if not isinstance(found, dict):
        raise _refused(path, "regel 1 is geen begin")
    return dict(cast("dict[str, Any]", _seen(found)))


def _seen(value: Any) -> Any:
    """The same with only texts in it that can be seen as they are."""
    match value:
        case str():
            return storable(value)
        case list():
            return [_seen(each) for each in cast("list[Any]", value)]
        case dict():
            known = cast("dict[str, Any]", value)
            return {key: _seen(each) for key, each in known.items()}
        case _:
            return value


def _notes(path: Path, lines: list[bytes]) -> Iterator[tuple[tuple[str, str], Any]]:
    for number, line in enumerate(lines, start=2):
        found = _value(path, line, number)
        match found:
            case [str() as place, str() as name, value] if len(found) == _PARTS:
                yield (place, name), _seen(value)
            case _:
                raise _refused(path, f"regel {number} is niet te begrijpen")


def _value(path: Path, line: bytes, number: int) -> Any:
    try:
        return json.loads(line)
    except (ValueError, RecursionError) as error:
        raise _refused(path, f"regel {number} is niet te lezen") from error


def _refused(path: Path, why: str) -> Solvable:
    return Solvable(
        f"Het bestand {untrusted.shown(path.name)} is niet te openen: {why}.",
        kept="Er is niets veranderd.",
        way_out="Vraag de maker om het bestand opnieuw mee te geven.",
    )


def _unkept(error: OSError) -> Solvable:
    return Solvable(
        f"Dit is niet te bewaren: {untrusted.why(error)}.",
        kept=_KEPT,
        way_out=_ROOM,
    )
