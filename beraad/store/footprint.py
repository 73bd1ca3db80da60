"""Noticing that another program took away, replaced or overwrote a file that we have open."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from beraad.store.log import log_of


@dataclass(frozen=True, slots=True)
class Mark:
    """Which file it is, and when it was last written.

    Attributes:
        identity: device and file number.
        size: bytes.
        written: nanoseconds of the last change of content and, on POSIX, of anything about it.
    """

    identity: tuple[int, int]
    size: int
    written: tuple[int, int]

    @classmethod
    def of(cls, path: Path) -> Mark | None:
        """What lies there now; None when nothing does."""
        try:
            found = path.stat()
        except OSError:
            return None
        return cls(
            (found.st_dev, found.st_ino), found.st_size, (found.st_mtime_ns, found.st_ctime_ns)
        )

    def is_like(self, other: Mark) -> bool:
        """Whether it is the same file of the same size, whenever it was written."""
        return (self.identity, self.size) == (other.identity, other.size)


@dataclass(frozen=True, slots=True)
class Footprint:
    """What lies at a path, and which write-ahead log beside it; None where there is none."""

    file: Mark | None
    log: Mark | None

    @classmethod
    def of(cls, path: Path) -> Footprint:
        """What lies there now."""
        return cls(Mark.of(path), Mark.of(log_of(path)))

    def with_log_of(self, path: Path) -> Footprint:
        """The same file, with the log as we wrote it just now; not one put in its place."""
        now = Mark.of(log_of(path))
        if now is None or (self.log is not None and self.log.identity != now.identity):
            return self
        return Footprint(self.file, now)
