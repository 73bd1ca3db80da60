"""Connections that stay open between meetings: making one costs most of a meeting.

A line is as good as new: every transaction of a meeting is over when it ends. One on which anything
went wrong is let go of, and so is every one in a process that was split off.
"""

from __future__ import annotations

import os
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from beraad.store.municipality import server as serving
from beraad.store.municipality.connecting import connected
from beraad.store.municipality.place import Place


@contextmanager
def kept_open(port: int) -> Generator[None]:
    """Let who meets the server at this port again under the same login use the same connection."""
    lines: dict[Place, tuple[Any, Any]] = {}
    owner = os.getpid()

    @contextmanager
    def line(place: Place, password: str | None, **how: Any) -> Generator[Any]:
        if os.getpid() != owner or place.port != port:
            with connected(place, password, **how) as own:
                yield own
            return
        making, connection = lines.pop(place, (None, None))
        if making is None:
            making = connected(place, password, **how)
            connection = making.__enter__()
        try:
            yield connection
        except BaseException as error:
            making.__exit__(type(error), error, error.__traceback__)
            raise
        lines[place] = making, connection

    with patch.object(serving, "connected", line):
        try:
            yield
        finally:
            for making, _ in lines.values():
                making.__exit__(None, None, None)
