"""Which libraries a program or library of Windows asks for, and whether they are all there."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from tools.windows.places import APP, PYTHON

_DELAYED, _NORMAL = 13, 1
_SUFFIXES = (".dll", ".exe", ".pyd", ".com")

# Where Windows looks besides the folder of the file itself: PySide6 adds the two of Qt.
_EVERYWHERE = (PYTHON, f"{APP}/PySide6", f"{APP}/shiboken6")

_OF_WINDOWS = frozenset(
    (
        "advapi32",
        "authz",
        "bcrypt",
        "bcryptprimitives",
        "cfgmgr32",
        "combase",
        "comctl32",
        "comdlg32",
        "crypt32",
        "d2d1",
        "d3d11",
        "d3d12",
        "d3d9",
        "dcomp",
        "dnsapi",
        "dwmapi",
        "dwrite",
        "dxgi",
        "gdi32",
        "icuuc",
        "imm32",
        "iphlpapi",
        "kernel32",
        "mpr",
        "msimg32",
        "msvcrt",
        "netapi32",
        "ntdll",
        "ole32",
        "oleaut32",
        "opengl32",
        "powrprof",
        "propsys",
        "psapi",
        "rpcrt4",
        "secur32",
        "setupapi",
        "shcore",
        "shell32",
        "shlwapi",
        "synchronization",
        "uiautomationcore",
        "user32",
        "userenv",
        "uxtheme",
        "version",
        "winmm",
        "winspool.drv",
        "wldap32",
        "ws2_32",
        "wtsapi32",
    )
)
_SETS_OF_WINDOWS = ("api-ms-win-", "ext-ms-win-")


def is_binary(path: PurePosixPath) -> bool:
    """Whether this is something that Windows loads."""
    return path.suffix.lower() in _SUFFIXES


def asked_by(binary: bytes) -> list[str]:
    """The libraries that a program or library asks for, in small letters."""
    header = _number(binary, 0x3C)
    sections, optional = struct.unpack_from("<H12xH", binary, header + 6)
    begin = header + 24
    directories = begin + (112 if struct.unpack_from("<H", binary, begin)[0] == 0x20B else 96)
    table = [
        struct.unpack_from("<8x4I", binary, begin + optional + 40 * number)
        for number in range(sections)
    ]

    def at(address: int) -> int:
        for size, start, raw, offset in table:
            if start <= address < start + max(size, raw):
                return offset + address - start
        raise ValueError("an address outside every section")

    def names(kind: int, length: int, place: int) -> Iterator[str]:
        first = _number(binary, directories + 8 * kind)
        spot = at(first) if first else 0
        while spot and (name := _number(binary, spot + place)):
            end = binary.index(b"\0", at(name))
            yield binary[at(name) : end].decode("ascii").lower()
            spot += length

    return [*names(_NORMAL, 20, 12), *names(_DELAYED, 32, 4)]


def missing(files: Mapping[str, bytes]) -> list[str]:
    """What is asked for and is neither in these files nor a part of Windows, a line for each."""
    there = {path.lower() for path in files}
    return [
        f"{path} asks for {wanted}"
        for path, content in files.items()
        if is_binary(PurePosixPath(path))
        for wanted in asked_by(content)
        if not _is_of_windows(wanted) and not _is_there(wanted, path, there)
    ]


def _is_of_windows(name: str) -> bool:
    return name.removesuffix(".dll") in _OF_WINDOWS or name.startswith(_SETS_OF_WINDOWS)


def _is_there(name: str, asker: str, there: set[str]) -> bool:
    own = PurePosixPath(asker).parent
    beside = (str(own), f"{own}.libs", *_EVERYWHERE)
    return any(f"{folder}/{name}".lower() in there for folder in beside)


def _number(binary: bytes, offset: int) -> int:
    return int.from_bytes(binary[offset : offset + 4], "little")
