"""Reading a file that somebody else made: only a regular file, and never more than is allowed.

A name can belong to a pipe that nobody writes to, a device without an end, or a file of a terabyte.
Such a file is refused before anything is read, in words for the user.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from beraad import handles

if TYPE_CHECKING:
    from collections.abc import Callable
    from io import BufferedReader

SETTINGS: Final = 1_000_000
"""Bytes that a list, a style or settings may have: two hundred times the largest of ours."""

_WHY: Final = {
    errno.ENOENT: "het is er niet (meer)",
    errno.EACCES: "je mag het niet lezen",
    errno.EPERM: "je mag het niet lezen",
    errno.ELOOP: "het is een koppeling die naar zichzelf wijst",
    errno.ENAMETOOLONG: "de naam is te lang",
    errno.EISDIR: "het is een map",
    errno.EFBIG: "het is te groot",
}
"""What the system has against reading; `strerror` of Python says it in the words of the system."""
_NOT_REGULAR: Final = "het is geen gewoon bestand"
_ODD: Final = (
    (stat.S_ISFIFO, "een doorgeefbuis tussen programma’s (fifo)"),
    (stat.S_ISSOCK, "een aansluiting tussen programma’s (socket)"),
    (stat.S_ISCHR, "een apparaat"),
    (stat.S_ISBLK, "een schijf of ander apparaat"),
)
_WAITS_FOR_NOBODY: Final = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)
_AS_IT_IS: Final = getattr(os, "O_BINARY", 0)


def read_bytes(path: Path, *, most: int) -> bytes:
    """What stands in a file of at most `most` bytes.

    Raises OSError when it is no regular file, larger, or cannot be read; its `strerror` is Dutch.
    """
    with opened(path, most=most) as file:
        try:
            data = file.read(most + 1)
        except OSError as error:
            raise OSError(error.errno, why(error)) from error
    if len(data) > most:
        raise _Unfit(errno.EFBIG, _larger_than(most))
    return data


def opened(path: Path, *, most: int) -> BufferedReader:
    """A regular file of at most `most` bytes, opened to read. Raises OSError as `read_bytes`.

    Also one that this process has locked: its lock stays.
    """
    try:
        _require_regular(path.stat(), most)
        file = handles.opened(path, os.O_RDONLY | _AS_IT_IS | _WAITS_FOR_NOBODY)
        try:
            # Between looking and opening another file can have come in its place.
            _require_regular(os.fstat(file.fileno()), most)
        except OSError:
            file.close()
            raise
    except OSError as error:
        raise OSError(error.errno, why(error)) from error
    except ValueError as error:
        raise OSError(errno.EINVAL, "de naam kan niet") from error
    return file


def begin_of(path: Path, count: int) -> bytes:
    """The first `count` bytes of a regular file, however large it is.

    Raises OSError as `read_bytes` does.
    """
    with opened(path, most=sys.maxsize) as file:
        return file.read(count)


def read_text(path: Path, *, most: int = SETTINGS) -> str:
    """The text in a file of at most `most` bytes, in UTF-8 with or without a byte order mark.

    Raises OSError as `read_bytes` does, and UnicodeDecodeError when it is no UTF-8.
    """
    return read_bytes(path, most=most).decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")


def require(path: Path, *, most: int = SETTINGS) -> None:
    """Raise OSError as `read_bytes` does, without reading; a file may not be there yet."""
    try:
        _require_regular(path.stat(), most)
    except FileNotFoundError:
        return
    except OSError as error:
        raise OSError(error.errno, why(error)) from error


def no_file(path: Path) -> str:
    """Why there is no regular file to read here: "is er niet", or what lies there instead.

    Empty when there is one; what cannot be looked at says so.
    """
    return _lies_there(path, stat.S_ISREG, "bestand")


def no_folder(path: Path) -> str:
    """Why there is no folder here, as `no_file` does."""
    return _lies_there(path, stat.S_ISDIR, "map")


def _lies_there(path: Path, fits: Callable[[int], bool], wanted: str) -> str:
    try:
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return "wijst naar iets wat er niet is" if path.is_symlink() else "is er niet"
    except OSError as error:
        return f"is niet te bereiken: {why(error)}"
    except ValueError:
        return "heeft een naam die niet kan"
    return "" if fits(mode) else _instead(mode, wanted)


def _instead(mode: int, wanted: str) -> str:
    if stat.S_ISDIR(mode):
        return f"is een map, geen {wanted}"
    if stat.S_ISREG(mode):
        return f"is een bestand, geen {wanted}"
    return f"is geen {wanted}, maar {_odd(mode)}"


def _odd(mode: int) -> str:
    return next((said for is_one, said in _ODD if is_one(mode)), "iets anders")


def shown(text: str, *, most: int = 40) -> str:
    """A piece of such a file for in a message: one short line, a dot for what does not print."""
    line = " ".join(text[: most + 1].split())
    printed = "".join(sign if sign.isprintable() else "·" for sign in line)
    return printed if len(text) <= most else f"{printed[:most]}…"


def why(error: OSError) -> str:
    """Why something could not be read, in Dutch."""
    if isinstance(error, _Unfit) or isinstance(error.__cause__, OSError):  # Said here before.
        return error.strerror or _NOT_REGULAR
    return _WHY.get(error.errno or 0, "het systeem laat het niet toe")


class _Unfit(OSError):
    """The file itself is no problem of the system, but nothing to read; `strerror` says why."""


def _require_regular(found: os.stat_result, most: int) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise _Unfit(errno.EISDIR, _WHY[errno.EISDIR])
    if not stat.S_ISREG(found.st_mode):
        raise _Unfit(errno.EINVAL, f"{_NOT_REGULAR}, maar {_odd(found.st_mode)}")
    if found.st_size > most:
        raise _Unfit(errno.EFBIG, _larger_than(most))


def _larger_than(most: int) -> str:
    return f"het is groter dan {most / 1_000_000:.3g} MB".replace(".", ",")
