"""What is told over every screen: words not kept, a document not made, a mistake of ours."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from beraad.editing.autosave import Failed, Kept, SaveState
from beraad.errors import Solvable
from beraad.ui.leaving import Leaving
from beraad.ui.widgets.banner import Banner
from beraad.ui.widgets.folder_dialog import ask_folder

if TYPE_CHECKING:
    from beraad.ui.workspace import Workspace

_ELSEWHERE = "Bewaar elders …"


class Troubles(QObject):
    """One banner for the whole window, with the way out that helps now; nothing covers another.

    What concerns an open beraad goes when that is let go of; a document that was not made, and what
    was set aside while it was closed, is told also after that.
    """

    def __init__(self, window: QWidget, leaving: Leaving) -> None:
        super().__init__(window)
        self.banner = Banner()
        self._window = window
        self._leaving = leaving
        self._workspace: Workspace | None = None
        self._of_keeping: Solvable | None = None
        self._only_read: Solvable | None = None
        self._unmade: Solvable | None = None
        self._set_aside: Solvable | None = None
        leaving.elsewhere_wished.connect(self._on_elsewhere)

    @property
    def has_left(self) -> bool:
        """Whether something has to be read that came up since the last wish to leave."""
        return self._unmade is not None or self._set_aside is not None

    def follow(self, workspace: Workspace) -> None:
        """Tell from now on how it stands with keeping this beraad."""
        self._workspace = workspace
        workspace.save_state_changed.connect(self._on_save_state)

    def show_told(self, workspace: Workspace) -> None:
        """Tell what the user should know about the file that was opened."""
        from beraad.store.trouble import MayNotWrite

        if (told := workspace.told) is not None:
            if isinstance(told, MayNotWrite):
                self._only_read = told
                self.banner.stand(told, way_out=_ELSEWHERE, deed=self._on_elsewhere)
            else:
                self.banner.stand(told)

    def forget_left(self) -> None:
        """From here on it counts which document was not made, and what was set aside."""
        self._unmade = self._set_aside = None

    def let_go(self) -> None:
        """The beraad was let go of: what was not made of it, and what lies aside, is still told."""
        self._set_aside = self._workspace and self._workspace.told_at_closing
        self._workspace = None
        self._of_keeping = self._only_read = None
        self.banner.clear()
        for told in (self._unmade, self._set_aside):
            if told is not None:
                self.banner.stand(told)

    def show_defect(self) -> None:
        """Show that something went wrong in the program itself, and what is kept."""
        problem = self._leaving.defect(self._workspace)
        self._stand(problem)

    @Slot(object)
    def show_unmade(self, problem: Solvable) -> None:
        """Tell over every screen that a document was not made, also after its beraad was closed."""
        self._unmade = problem
        self.banner.stand(problem)

    @Slot(object)
    def _on_save_state(self, state: SaveState) -> None:
        trouble = state.problem if isinstance(state, Failed) else None
        if isinstance(state, Kept):
            trouble = state.concern
        if trouble is not None:
            if self._of_keeping is not None and self._of_keeping.happened != trouble.happened:
                self.banner.solve(self._of_keeping)
            self._of_keeping = trouble
            self._stand(trouble, is_first=isinstance(state, Failed))
        elif isinstance(state, Kept):
            self._solve_kept()

    def _solve_kept(self) -> None:
        if self._of_keeping is not None:
            self.banner.solve(self._of_keeping)
            self._of_keeping = None
        may_write = self._workspace is not None and self._workspace.may_write
        if self._only_read is not None and may_write:
            self.banner.solve(self._only_read)
            self._only_read = None

    def _stand(self, problem: Solvable, *, is_first: bool = False) -> None:
        if self._workspace is None:
            self.banner.stand(problem, is_first=is_first)
        else:
            self.banner.stand(
                problem, way_out=_ELSEWHERE, deed=self._on_elsewhere, is_first=is_first
            )

    @Slot()
    def _on_elsewhere(self) -> None:
        if self._workspace is None:
            return
        chosen = ask_folder(self._window, "Waar wil je dit beraad bewaren?")
        if chosen:
            try:
                told = self._workspace.keep_elsewhere(Path(chosen))
            except Solvable as problem:
                self.banner.show_problem(problem, way_out=_ELSEWHERE, deed=self._on_elsewhere)
                return
            self.banner.hide()
            if told is not None:
                self.banner.stand(told)
