"""Writing finished files: all of them whole or none, and never over another one in silence."""

from __future__ import annotations

import errno
import os
import platform
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, suppress
from functools import cache
from hashlib import sha256
from itertools import count
from pathlib import Path
from shutil import copyfile, rmtree
from time import time
from uuid import uuid4

from beraad.errors import Solvable
from beraad.moving import patiently
from beraad.private import make_folder, share_as

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_CLOSED = {errno.EACCES, errno.EPERM, errno.EROFS}
_GONE = {errno.ENOENT, errno.ENOTDIR}
_NO_LINKS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK}
_KEPT = "Er is niets geschreven, en je beraad is niet veranderd."
_PARTS = ".beraad-*.deel"
_MAKER = re.compile(r"\.beraad-(?P<pid>[1-9]\d{0,8})-(?P<whose>[0-9a-f]{32})\.(?:deel|map)")
_NEW = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)
_LONG_AGO = 60.0
"""Seconds after which nobody is writing a file any more of which cannot be told who began it."""
_FOLDERS = (".beraad-*.map", ".beraad-cursus-*")
_LONG_FOR_A_FOLDER = 3600.0
"""The same for a folder: what is put in it is made first, and that takes a while."""


def _nothing_to_prove(path: Path, data: bytes) -> None:
    del path, data


def _never() -> bool:
    return False


def write(path: Path, data: bytes, *, replace: bool) -> Path:
    """Write one file, read back, and return its path; see `write_all`."""
    written = write_all({path: data}, replace=replace)
    return written[0] if written else path


def require_folder(folder: Path) -> None:
    """Make the folder that a file is to come in, for this user alone, where there is none.

    Raises Solvable.
    """
    try:
        make_folder(folder)
    except OSError as error:
        raise Solvable(
            f"De map {folder} is er niet, en is niet te maken.",
            way_out="Kies bij Formulieren of bij een verslag een andere map.",
        ) from error


def write_all(
    files: Mapping[Path, bytes],
    *,
    replace: bool,
    prove: Callable[[Path, bytes], None] = _nothing_to_prove,
    unwanted: Callable[[], bool] = _never,
) -> tuple[Path, ...] | None:
    """Write these files, or none of them, and return their paths.

    Each is written under another name, read back, and handed to `prove` under the name it is to
    get. Only when all hold, they get their names: a name that is taken gives a number, or with
    `replace` makes way. When one of them fails half-way, what stood there before stands there
    again. Returns None, with nothing written, when they have become `unwanted`. Who may write in
    the folder may read them; elsewhere they are for this user alone.

    Raises Solvable when the disk is full, a folder cannot be written or a file cannot be read
    back, and whatever `prove` raises.
    """
    for folder in dict.fromkeys(path.parent for path in files):
        sweep(folder)
    parts: dict[Path, Path] = {}
    try:
        for path, data in files.items():
            if unwanted():
                return None
            parts[path] = _beside(path)
            _fill(parts[path], data)
            prove(path, _read_again(parts[path], data))
        return None if unwanted() else _named(parts, replace=replace)
    except OSError as error:
        raise _solvable(error) from error
    finally:
        _take_away(parts.values())


def sweep(folder: Path) -> None:
    """Take away what a program that was killed half-way left in a folder."""
    with suppress(OSError):
        _take_away(part for part in folder.glob(_PARTS) if _is_left_behind(part))


def begin_folder(folder: Path) -> Path:
    """A new hidden folder in this one, in which all is put before it gets its name.

    What a program that was killed left there of such folders goes. Raises OSError.
    """
    with suppress(OSError):
        for pattern in _FOLDERS:
            for left in folder.glob(pattern):
                if _is_left_behind(left, _LONG_FOR_A_FOLDER):
                    rmtree(left, ignore_errors=True)
    made = _beside(folder / "_").with_suffix(".map")
    made.mkdir(mode=0o700)
    return made


def _is_left_behind(part: Path, long_ago: float = _LONG_AGO) -> bool:
    """Whether no living program is writing this any more."""
    told = _MAKER.fullmatch(part.name)
    is_ours = told is not None and told["whose"].startswith(_here())
    if told and is_ours and int(told["pid"]) == os.getpid():
        return False
    if told and is_ours and hasattr(os, "fork"):
        try:
            os.kill(int(told["pid"]), 0)
        except ProcessLookupError:
            return True
        except OSError:
            return False
    return time() - part.stat().st_mtime > long_ago


def _beside(path: Path) -> Path:
    """A name of our own in the same folder."""
    here = _here()
    return path.with_name(f".beraad-{os.getpid()}-{here}{uuid4().hex[len(here) :]}.deel")


@cache
def _here() -> str:
    """Of which computer a part is: in a shared folder, other ones write as well."""
    return sha256(platform.node().encode()).hexdigest()[:8]


def _fill(part: Path, data: bytes) -> None:
    with os.fdopen(os.open(part, _NEW, 0o600), "wb") as file:
        share_as(part.parent, file.fileno())
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _read_again(part: Path, data: bytes) -> bytes:
    found = part.read_bytes()
    if found != data:
        raise Solvable(
            "Een bestand is niet heel weggeschreven.", kept=_KEPT, way_out="Kies een andere schijf."
        )
    return found


def _named(parts: Mapping[Path, Path], *, replace: bool) -> tuple[Path, ...]:
    """Give every part its name; when one fails, everything is put back."""
    with ExitStack() as afterwards, ExitStack() as back:
        made = tuple(
            _replaced(part, path, back, afterwards) if replace else _claimed(part, path, back)
            for path, part in parts.items()
        )
        for folder in dict.fromkeys(path.parent for path in made):
            _settle(folder)
        back.pop_all()
        return made


def _replaced(part: Path, path: Path, back: ExitStack, afterwards: ExitStack) -> Path:
    former = _beside(path)
    afterwards.callback(_take_away, (former,))
    if path.exists():
        try:
            former.hardlink_to(path)
        except OSError:
            copyfile(path, former)
        back.callback(former.replace, path)
    else:
        back.callback(path.unlink, missing_ok=True)
    return patiently(lambda: part.replace(path))


def _claimed(part: Path, path: Path, back: ExitStack) -> Path:
    """Give the part the first free name; a link never takes a name that is in use."""
    for name in _names(path):
        try:
            name.hardlink_to(part)
        except FileExistsError:
            continue
        except OSError as error:
            if error.errno not in _NO_LINKS:
                raise
            if name.exists():
                continue
            _rename(part, name)
        back.callback(name.unlink, missing_ok=True)
        return name
    raise AssertionError


def _rename(part: Path, name: Path) -> None:
    patiently(lambda: part.replace(name))


def _take_away(parts: Iterable[Path]) -> None:
    for part in parts:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _names(path: Path) -> Iterator[Path]:
    yield path
    for number in count(2):
        yield path.with_name(f"{path.stem} ({number}){path.suffix}")


def _settle(folder: Path) -> None:
    """Have the folder itself on disk, where the system can do that."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _solvable(error: OSError) -> Solvable:
    if error.errno in _FULL:
        return Solvable(
            "De schijf is vol.", kept=_KEPT, way_out="Maak ruimte vrij of kies een andere schijf."
        )
    if error.errno in _CLOSED:
        return Solvable(
            "In deze map mag niet worden geschreven.", kept=_KEPT, way_out="Kies een andere map."
        )
    if error.errno in _GONE:
        return Solvable(
            "Deze map bestaat niet of niet meer.", kept=_KEPT, way_out="Kies een andere map."
        )
    return Solvable(
        "Het bestand kon niet worden geschreven.", kept=_KEPT, way_out="Kies een andere map."
    )
