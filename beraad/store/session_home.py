"""Where an open beraad is kept: its file, and the folder it belongs in."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Protocol

from beraad.errors import Solvable
from beraad.records import Session
from beraad.store import holder
from beraad.store.places import free_path, practice_folder, prepare
from beraad.store.session_file import SessionFile


class OpenSession(Protocol):
    """An open beraad: a file that keeps it, or one that may only be read."""

    @property
    def path(self) -> Path:
        """Where the beraad lies."""
        ...

    @property
    def session(self) -> Session:
        """The beraad as it was last kept."""
        ...

    @property
    def told(self) -> Solvable | None:
        """What the user should know at once; None when all is well."""
        ...

    @property
    def is_writable(self) -> bool:
        """Whether what is written can be kept in it."""
        ...

    def keep(self, session: Session) -> None:
        """Write what changed; safe on disk when this returns. Raises Solvable when that fails."""
        ...

    def check(self) -> None:
        """Raise Solvable when what was kept does not lie on disk any more."""
        ...

    def close(self) -> None:
        """Let go of it. Raises Solvable when what was kept is not in its place any more."""
        ...

    def leave(self) -> None:
        """Let go of it, whatever became of the file."""
        ...

    def discard(self) -> None:
        """Let go of it and throw away what was made for it."""
        ...


class SessionHome:
    """Keeps one beraad, first its words and then its place.

    An oefening lies apart from the real beraden. When a beraad becomes an oefening, or no longer
    is one, its file goes along; that is part of keeping, comes after the words, and may fail
    without touching them. A file that the user keeps in a folder of their own stays there.
    """

    def __init__(self, file: OpenSession, folder: Path) -> None:
        self._file = file
        self._folder = folder

    @property
    def path(self) -> Path:
        """Where the beraad is kept now."""
        return self._file.path

    @property
    def session(self) -> Session:
        """The beraad as it was last kept."""
        return self._file.session

    @property
    def told(self) -> Solvable | None:
        """What is to be known of the file as it is now; None when all is well."""
        return self._file.told

    @property
    def is_writable(self) -> bool:
        """Whether what is written can be kept in its file."""
        return self._file.is_writable

    def keep(self, session: Session) -> Solvable | None:
        """Write what changed; safe on disk when this returns. Raises Solvable when that fails.

        Returns why the file could not go to the folder it belongs in; it is tried again by the
        next keep.
        """
        self._file.keep(session)
        if not self._is_misplaced(session):
            return None
        try:
            self._move(session)
        except Solvable as problem:
            return self._misplaced(problem, session)
        return None

    def keep_elsewhere(self, folder: Path, session: Session) -> Solvable | None:
        """Write the whole beraad to this folder and go on there; the file it had stays behind.

        Returns what was set aside beside that file, if anything. Raises Solvable when keeping
        fails; then nothing changed.
        """
        left, before = self._file, self._file.told
        self._go_on_in(SessionFile.create(free_path(folder, session), session))
        # In the same folder the log of what is gone was met when the new file was opened.
        return left.told if left.told is not before else self._file.told

    def check(self) -> None:
        """Raise Solvable when what was kept does not lie on disk any more."""
        self._file.check()

    def close(self) -> None:
        """Let go of the file. Raises Solvable when another program replaced or damaged it."""
        self._file.close()

    def leave(self) -> None:
        """Let go of the file, although the last of it is in another."""
        self._file.leave()

    def discard(self) -> None:
        """Let go of the file and throw it away."""
        self._file.discard()

    def _is_misplaced(self, session: Session) -> bool:
        """Whether it lies where it does not belong, also since an earlier time."""
        other = self._folder if session.is_practice else practice_folder(self._folder)
        return self._file.path.parent == other

    def _move(self, session: Session) -> None:
        target = practice_folder(self._folder) if session.is_practice else self._folder
        prepare(target)
        old = self._file
        self._go_on_in(SessionFile.create(free_path(target, session), session))
        with suppress(OSError):
            old.discard()

    def _go_on_in(self, file: OpenSession) -> None:
        """From here on only `file` counts; what goes wrong with the old one loses nothing."""
        left, self._file = self._file, file
        with suppress(Solvable, OSError):
            left.leave()
        if left.path == file.path:
            holder.sign(file.path)  # Who left took the note of this name away.

    def _misplaced(self, problem: Solvable, session: Session) -> Solvable:
        where = "bij de oefeningen" if session.is_practice else "bij de echte beraden"
        return Solvable(
            f"Dit beraad kan nog niet {where} worden gelegd. {problem.happened}",
            kept=f"Wat je typte is bewaard, in {self.path}.",
            way_out="Beraad probeert het steeds opnieuw. Je kunt gewoon doorgaan.",
        )
