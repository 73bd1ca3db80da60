"""Runs a program for Windows, where wine is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

MISSING = "wine is hier niet: installeer het pakket wine (Debian) en probeer het opnieuw."


class NoWine(Exception):
    """There is no wine on this computer."""


@dataclass(frozen=True, slots=True)
class Wine:
    """A Windows of its own in a folder.

    Attributes:
        user: the number of the user to run as, for who is root; None for who we are.
    """

    folder: Path
    user: int | None = None
    environment: Mapping[str, str] = field(default_factory=dict)

    @property
    def prefix(self) -> Path:
        """Where its disk C is."""
        return self.folder / "prefix"

    def prepare(self) -> None:
        """Make it, as Windows 10. Raises NoWine."""
        if not is_there():
            raise NoWine(MISSING)
        (self.folder / "home").mkdir(parents=True, exist_ok=True)
        if self.user is not None:
            for path in (self.folder, self.folder / "home"):
                os.chown(path, self.user, self.user)
        if not self.prefix.exists():
            self.run("wineboot", "--init", plain=True)
            self.run("winecfg", "/v", "win10", plain=True)

    def run(
        self,
        *command: str,
        given: bytes = b"",
        plain: bool = False,
        timeout: float = 500,
        check: bool = True,
    ) -> str:
        """Run a program and return what it says; `plain` for one of wine itself."""
        done = subprocess.run(
            self.command(*command, plain=plain),
            input=given,
            capture_output=True,
            env=self.surroundings(),
            cwd=self.folder,
            timeout=timeout,
            check=False,
        )
        if check and done.returncode:
            told = (done.stdout + done.stderr).decode(errors="replace")[-3000:]
            raise RuntimeError(f"{command[0]} ended with {done.returncode}:\n{told}")
        return done.stdout.decode(errors="replace")

    def command(self, *command: str, plain: bool = False) -> list[str]:
        """The whole command, as the right user."""
        whole = [*command] if plain and command[0] != "winecfg" else ["wine", *command]
        if self.user is None:
            return whole
        number = str(self.user)
        return ["setpriv", "--reuid", number, "--regid", number, "--clear-groups", *whole]

    def surroundings(self) -> dict[str, str]:
        """The environment of a program: as little as possible of our own."""
        ours = {name: os.environ[name] for name in ("DISPLAY", "LANG") if name in os.environ}
        return {
            "PATH": "/usr/local/bin:/usr/bin:/bin",
            "HOME": str(self.folder / "home"),
            "WINEPREFIX": str(self.prefix),
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscoree,mshtml,winemenubuilder.exe=",
            **ours,
            **self.environment,
        }

    def named(self, path: Path) -> str:
        """How Windows calls a file of ours."""
        return "Z:" + str(path.absolute()).replace("/", "\\")

    def stop(self) -> None:
        """End everything that runs in it."""
        self.run("wineserver", "--kill", plain=True, check=False)


def is_there() -> bool:
    """Whether wine is installed."""
    return shutil.which("wine") is not None
