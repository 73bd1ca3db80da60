"""Sees to it that no module of the window is loaded in another thread than the window's.

A module of the window makes Qt classes, and Qt asks for those without holding the interpreter.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType

_OF_THE_WINDOW = ("beraad.ui", "PySide6")


class LoadedBesideTheWindowError(Exception):
    """A module of the window was loaded in another thread. No ImportError: nobody catches it."""


class _Watch(MetaPathFinder):
    """Finds nothing, and refuses what may not be looked for here."""

    def find_spec(
        self, fullname: str, _path: Sequence[str] | None, _target: ModuleType | None = None, /
    ) -> ModuleSpec | None:
        is_here = threading.current_thread() is threading.main_thread()
        if not is_here and fullname.startswith(_OF_THE_WINDOW):
            raise LoadedBesideTheWindowError(fullname)
        return None


def watch() -> None:
    """Refuse it from now on, in this process."""
    if not any(isinstance(each, _Watch) for each in sys.meta_path):
        sys.meta_path.insert(0, _Watch())
