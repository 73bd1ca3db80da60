"""Where this user's own files lie: beside the program when it is portable, else where the system
wants them.
"""

from __future__ import annotations

import sys
from pathlib import Path

from platformdirs import user_config_path, user_data_path

MARK = "draagbaar.txt"
"""Lies beside the program in a package that keeps everything with it, on a stick for example."""

_BESIDE = "gegevens"


def data_folder() -> Path:
    """The folder for what is kept. Raises RuntimeError for a user without one."""
    return portable_folder() or user_data_path("beraad", appauthor=False)


def settings_folder() -> Path:
    """The folder for what was chosen. Raises RuntimeError for a user without one."""
    return portable_folder() or user_config_path("beraad", appauthor=False)


def portable_folder() -> Path | None:
    """The folder beside a program that is portable; None for any other."""
    # In a package Python has a folder of its own, beside ours.
    home = Path(sys.executable).parent.parent if sys.executable else None
    return home / _BESIDE if home and (home / MARK).is_file() else None
