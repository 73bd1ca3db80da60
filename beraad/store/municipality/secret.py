"""The password of a login: typed, from the environment, or from a file of this user alone."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from pathlib import Path

from beraad import untrusted
from beraad.errors import Solvable

IN_ENVIRONMENT = "BERAAD_REGISTER_WACHTWOORD"
FILE_IN_ENVIRONMENT = "BERAAD_REGISTER_WACHTWOORDBESTAND"
_OTHERS = stat.S_IRWXG | stat.S_IRWXO
_MOST = 10_000
_NO_CONNECTION = "Er is geen verbinding gemaakt."


class WrongPassword(Solvable):
    """The server did not let this login in with this password."""


def password_from(environment: Mapping[str, str], file: Path | None = None) -> str | None:
    """The password that was laid ready; None when there is none, and it has to be typed.

    A file that was named goes first. Raises Solvable when it cannot be read, or by others too.
    """
    named = file or (
        Path(environment[FILE_IN_ENVIRONMENT]) if environment.get(FILE_IN_ENVIRONMENT) else None
    )
    if named is not None:
        return _read(named)
    return environment.get(IN_ENVIRONMENT) or None


def _read(file: Path) -> str:
    try:
        if file.is_dir():
            raise Solvable(
                f"{file} is een map, geen wachtwoordbestand.",
                kept=_NO_CONNECTION,
                way_out="Noem het bestand waarin het wachtwoord staat.",
            )
        if os.name != "nt" and file.stat().st_mode & _OTHERS:
            raise Solvable(
                f"Het wachtwoordbestand {file.name} is ook voor anderen te lezen.",
                kept=_NO_CONNECTION,
                way_out=f"Geef: chmod 600 {file}",
            )
        said = untrusted.read_text(file, most=_MOST).rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        why = untrusted.why(error) if isinstance(error, OSError) else "het is geen tekst"
        raise Solvable(
            f"Het wachtwoordbestand {file.name} is niet te lezen: {why}.", kept=_NO_CONNECTION
        ) from None
    if not said or "\0" in said:
        raise Solvable(
            f"In het wachtwoordbestand {file.name} staat geen wachtwoord.", kept=_NO_CONNECTION
        )
    return said
