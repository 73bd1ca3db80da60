"""Handing beraden over, and taking them over."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from beraad import untrusted
from beraad.errors import Solvable
from beraad.private import share_as
from beraad.records import Id
from beraad.store.audit import Action, Source, note
from beraad.store.catalog import Summary, look_at, same_beraad
from beraad.store.copies.folder import kept_files
from beraad.store.copies.moments import kind_of
from beraad.store.copies.places import is_erased
from beraad.store.handing.packing import Packed, packed_together, put_in, taken_from, unpacked
from beraad.store.handing.sealing import seal, unseal
from beraad.store.kinds import REGISTER_FILE, SESSION_FILE
from beraad.store.places import REGISTER_NAME, SUFFIX, prepare
from beraad.store.tables import REGISTER_SCHEMA, SESSION_SCHEMA
from beraad.store.trouble import Damaged, unwritable
from beraad.store.whole_file import AlreadyThere, whole_file
from beraad.store.whose import identity_of

ENDING = ".beraad.age"
"""How a file to hand over is called."""

_MOST = 2_000_000_000
"""Bytes of such a file."""

_MOST_OF_ONE = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Handed:
    """What was handed over.

    Attributes:
        code: eight signs that both sides see; when they are alike it is the same file.
        ids: the beraden in it.
        files: all that is in it, as it lies here.
        digests: what `digest_of` said of each of them.
        left: why something did not go along; that lies here as it did.
    """

    path: Path
    code: str
    ids: tuple[Id, ...]
    files: tuple[Path, ...]
    digests: Mapping[Path, str]
    left: tuple[Solvable, ...] = ()

    @property
    def beraden(self) -> int:
        """How many beraden are in it."""
        return sum(each.suffix == SUFFIX for each in self.files)


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """What was taken over.

    Attributes:
        paths: the beraden that lie in the folder now.
        register: whether the register came along and is in use.
        known: those of `paths` of which another file lay here already.
    """

    paths: tuple[Path, ...]
    code: str
    register: bool
    refused: tuple[Solvable, ...]
    known: tuple[Path, ...] = ()


def everything(folder: Path) -> tuple[Path, ...]:
    """All beraden and the register, for another laptop."""
    return tuple(folder / name for name in kept_files(folder))


def hand_over(
    paths: Sequence[Path],
    folder: Path,
    target: Path,
    *,
    words: str = "",
    recipient: str = "",
    now: datetime,
    source: Source = Source.WINDOW,
    unwanted: Callable[[], bool] = lambda: False,
    tell: Callable[[int], None] = lambda _: None,
) -> Handed | None:
    """Seal beraden in a file; None when nobody wants it any more, and then there is no file.

    Nothing readable is written to any disk. What cannot be read stays behind and is told of.
    Raises Solvable when nothing can be read, the file is there already, or it cannot be written.
    """
    going = _going(tuple(dict.fromkeys(paths)), unwanted, tell)
    if going is None:
        return None
    sealed = seal(packed_together(tuple(going.packed), now=now), words=words, recipient=recipient)
    if unwanted():
        return None
    try:
        with whole_file(target) as draft, draft.open("wb") as file:
            share_as(target.parent, file.fileno())
            file.write(sealed)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise unwritable(target.parent, error) from error
    if unwanted():
        with suppress(OSError):  # Then it is there, and whoever asked for it hears so.
            target.unlink()
            return None
    for identity in going.ids:
        note(folder, Action.HANDED_OVER, about=identity, source=source, now=now)
    return Handed(
        path=target,
        code=_code(sealed),
        ids=tuple(going.ids),
        files=tuple(going.digests),
        digests=going.digests,
        left=tuple(going.left),
    )


@dataclass(slots=True)
class _Going:
    """What goes along, and what does not."""

    packed: list[Packed] = field(default_factory=list)
    digests: dict[Path, str] = field(default_factory=dict)
    ids: list[Id] = field(default_factory=list)
    left: list[Solvable] = field(default_factory=list)


def _going(
    paths: Sequence[Path], unwanted: Callable[[], bool], tell: Callable[[int], None]
) -> _Going | None:
    """Read all of them; None when nobody wants it any more. Raises Solvable when none can be."""
    going = _Going()
    names = set[str]()
    for number, path in enumerate(paths, start=1):
        if unwanted():
            return None
        try:
            taken = taken_from(path, kind_of(path))
            going.packed.append(_under_a_name_of_its_own(taken, names))
        except Solvable as problem:
            if len(paths) == 1:
                raise
            going.left.append(_left_behind(path, problem))
        else:
            going.digests[path] = _digest(taken)
            line = look_at(path) if path.suffix == SUFFIX else None
            if isinstance(line, Summary):
                going.ids.append(line.id)
        tell(80 * number // len(paths))
    if not going.packed and going.left:
        raise going.left[0]
    return going


def digest_of(path: Path) -> str:
    """By which it is known that a file holds what was handed over; empty when nobody can read it
    now with all that was kept in it.
    """
    try:
        return _digest(taken_from(path, kind_of(path)))
    except Solvable:
        return ""


def _digest(packed: Packed) -> str:
    return hashlib.sha256(packed.content).hexdigest()


def _under_a_name_of_its_own(packed: Packed, names: set[str]) -> Packed:
    """The same file, also when one of another folder has its name; `names` learns how it goes."""
    stem, end = Path(packed.name).stem, Path(packed.name).suffix
    others = (f"{stem}-{number}{end}" for number in range(2, _MOST_OF_ONE))
    name = next(each for each in (packed.name, *others) if each not in names)
    names.add(name)
    return replace(packed, name=name)


def receive(
    path: Path,
    folder: Path,
    *,
    words: str = "",
    identity: str = "",
    now: datetime,
    source: Source = Source.WINDOW,
    tell: Callable[[int], None] = lambda _: None,
) -> Received:
    """Take over what is in such a file; what is here already stays beside it.

    Raises Solvable when it cannot be opened. What cannot be taken over keeps nothing else back.
    """
    try:
        sealed = untrusted.read_bytes(path, most=_MOST)
    except OSError as error:
        raise Solvable(f"{path.name} is niet te lezen: {untrusted.why(error)}.") from None
    files = unpacked(unseal(sealed, words=words, identity=identity))
    prepare(folder)
    paths: list[Path] = []
    refused: list[Solvable] = []
    register = False
    for number, each in enumerate(files, start=1):
        try:
            if each.name == REGISTER_NAME:
                put_in(each, folder / REGISTER_NAME, REGISTER_FILE, REGISTER_SCHEMA)
                register = True
            elif each.name.endswith(SUFFIX):
                paths.append(_take(each, folder, source, now))
        except AlreadyThere:
            refused.append(_register_stays())
        except Solvable as problem:
            refused.append(problem)
        except sqlite3.Error:
            refused.append(Solvable(f"{each.name} is geen beraad van dit programma."))
        tell(100 * number // len(files))
    return Received(
        paths=tuple(paths),
        code=_code(sealed),
        register=register,
        refused=tuple(refused),
        known=tuple(each for each in paths if _lay_here(each, came=paths)),
    )


def _take(packed: Packed, folder: Path, source: Source, now: datetime) -> Path:
    path = _free(folder / packed.name)
    put_in(packed, path, SESSION_FILE, SESSION_SCHEMA)
    line = look_at(path)
    if not isinstance(line, Summary) or is_erased(folder, line.id):
        with suppress(OSError):
            path.unlink()
        raise Solvable(f"{packed.name} is een beraad dat hier is gewist.", kept="Het bleef eruit.")
    note(folder, Action.RECEIVED, about=line.id, source=source, now=now)
    return path


def _lay_here(path: Path, *, came: Sequence[Path]) -> bool:
    """Whether another file of the same beraad lay here before these came."""
    identity = identity_of(path)
    there = () if identity is None else same_beraad(path, identity)
    return any(line.path not in came for line in there)


def _free(path: Path) -> Path:
    names = (path.stem, *(f"{path.stem}-{number}" for number in range(2, _MOST_OF_ONE)))
    found = (path.with_name(f"{name}{path.suffix}") for name in names)
    return next((each for each in found if not os.path.lexists(each)), path)


def _code(sealed: bytes) -> str:
    digest = hashlib.sha256(sealed).hexdigest()
    return f"{digest[:4]} {digest[4:8]}"


def _left_behind(path: Path, problem: Solvable) -> Solvable:
    """What is told of a file that stayed here while the others went."""
    way_out = problem.way_out
    if isinstance(problem, Damaged):
        way_out = (
            "Zet een reservekopie terug, in de lijst of met beraad herstel "
            f"{path}, en geef het daarna apart door."
        )
    return Solvable(
        f"Niet meegegaan: {path.name}. {problem.happened}",
        kept="Het ligt hier nog zoals het was.",
        way_out=way_out,
    )


def _register_stays() -> Solvable:
    return Solvable(
        "Er is hier al een register. Dat van het bestand is niet overgenomen.",
        way_out="Wissel signalen uit op het scherm Signalen: Meer, Uitwisselen.",
    )
