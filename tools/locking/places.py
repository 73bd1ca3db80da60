"""Where Beraad has to be installable: every system with every Python that pyproject.toml names."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
_PYTHON = re.compile(r"Programming Language :: Python :: (3\.\d+)")


@dataclass(frozen=True, slots=True)
class System:
    """A kind of computer, in the words of markers and of wheels.

    Attributes:
        wheels: the platform tags that a wheel may bear there; pip itself knows the older ones of
            Windows and macOS.
    """

    name: str
    sys_platform: str
    os_name: str
    platform_system: str
    machine: str
    wheels: tuple[str, ...]


def _linux(machine: str, *, glibc: int) -> tuple[str, ...]:
    newer = (f"manylinux_2_{minor}_{machine}" for minor in range(17, glibc + 1))
    return (f"manylinux2014_{machine}", *newer)


SYSTEMS = (
    System("Windows", "win32", "nt", "Windows", "AMD64", ("win_amd64",)),
    System("Linux", "linux", "posix", "Linux", "x86_64", _linux("x86_64", glibc=34)),
    System("Linux ARM", "linux", "posix", "Linux", "aarch64", _linux("aarch64", glibc=39)),
    System("macOS", "darwin", "posix", "Darwin", "arm64", ("macosx_15_0_arm64",)),
)


@dataclass(frozen=True, slots=True)
class Place:
    """A system with a Python."""

    system: System
    python: str

    @property
    def name(self) -> str:
        """What to call it in a message."""
        return f"{self.system.name}, Python {self.python}"

    def environments(self) -> Iterator[dict[str, str]]:
        """What markers see there: with the first and with a late release of this Python."""
        for patch in (0, 99):
            full = f"{self.python}.{patch}"
            yield {
                "implementation_name": "cpython",
                "implementation_version": full,
                "os_name": self.system.os_name,
                "platform_machine": self.system.machine,
                "platform_python_implementation": "CPython",
                "platform_release": "",
                "platform_system": self.system.platform_system,
                "platform_version": "",
                "python_full_version": full,
                "python_version": self.python,
                "sys_platform": self.system.sys_platform,
            }


def project() -> dict[str, Any]:
    """What pyproject.toml says."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def pythons() -> tuple[str, ...]:
    """The Pythons that pyproject.toml names, oldest first."""
    named = map(_PYTHON.fullmatch, project()["project"]["classifiers"])
    return tuple(found[1] for found in named if found)


def places() -> tuple[Place, ...]:
    """Every system with every Python."""
    return tuple(Place(system, python) for system in SYSTEMS for python in pythons())
