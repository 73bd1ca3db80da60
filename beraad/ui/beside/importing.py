"""Modules are loaded by one thread at a time.

Python locks each module by itself. Where a package loads its own parts, a thread that asks for the
package and one that asks for a part of it wait for each other; Python sees that, and ends one of
the two with a mistake in the middle of what a person asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from threading import RLock
from typing import Any

_LOAD = "_find_and_load"
"""What Python calls for a module that is not there yet, however it was asked for."""


class _OneAtATime:
    def __init__(self, load: Callable[..., Any]) -> None:
        self._load = load
        self._at_it = RLock()

    def __call__(self, name: str, import_: Any) -> Any:
        with self._at_it:
            return self._load(name, import_)


def load_one_at_a_time() -> None:
    """See to it in this process; what is loaded already costs nothing more."""
    inside = import_module("importlib._bootstrap")
    load = getattr(inside, _LOAD)
    if not isinstance(load, _OneAtATime):
        setattr(inside, _LOAD, _OneAtATime(load))
