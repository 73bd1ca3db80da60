"""A file of ours that is written whole, and that somebody else may have written since.

What lies there is looked at before each write. When it is not what was read or written here, it
stays, and what is written here goes into a file beside it.
"""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from contextvars import ContextVar
from hashlib import sha256
from pathlib import Path

from beraad import untrusted
from beraad.errors import ToldOnce
from beraad.report.files import write

_BESIDE = "van deze laptop"

_told: ContextVar[list[ToldOnce] | None] = ContextVar("told", default=None)


class OwnFile:
    """A file as it was read or written here last; `path` is where it is written from now on."""

    def __init__(self, path: Path, data: bytes) -> None:
        self.path = path
        self._left = sha256(data)

    def is_ours(self, found: bytes | None = None) -> bool:
        """Whether nobody else wrote there; `found` is what lies there, when it was read already.

        Where nothing lies, nothing can be written over. Raises OSError.
        """
        if found is None:
            try:
                found = self.path.read_bytes()
            except FileNotFoundError:
                return True
        return sha256(found).digest() == self._left.digest()

    def write(self, data: bytes) -> Path:
        """Write this in its place, or beside what another wrote there. Raises Solvable."""
        if self._may_write():
            self.path = write(self.path, data, replace=True)
        else:
            former = self.path
            name = f"{former.stem} {_BESIDE}{former.suffix}"
            self.path = write(former.with_name(name), data, replace=False)
            _tell(former, self.path)
        self._left = sha256(data)
        return self.path

    def added(self, data: bytes) -> None:
        """This was put behind what lay there."""
        self._left.update(data)

    def _may_write(self) -> bool:
        try:
            return self.is_ours()
        except OSError:
            return False


@contextmanager
def beside_others() -> Generator[list[ToldOnce]]:
    """What has to be told of what is written in here: that it went beside what another wrote."""
    told = list[ToldOnce]()
    handed = _told.set(told)
    try:
        yield told
    finally:
        _told.reset(handed)


def _tell(former: Path, path: Path) -> None:
    told = _told.get()
    if told is None:
        return
    told.append(
        ToldOnce(
            f"{untrusted.shown(former.name)} is veranderd door een ander venster of een andere "
            "laptop.",
            kept=f"Dat blijft zoals het is. Wat hier staat is bewaard als "
            f"{untrusted.shown(path.name)}.",
            way_out="Open ze allebei, en kies wat je houdt.",
        )
    )
