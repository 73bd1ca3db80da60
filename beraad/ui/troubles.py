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
    """One banner for the whole window, with the way out that helps now.

    What concerns an open beraad goes when that is let go of; a document that was not made is told
    also after that.
    """

    def __init__(self, window: QWidget, leaving: Leaving) -> None:
        super().__init__(window)
        self.banner = Banner()
        self._window = window
        self._leaving = leaving
        self._workspace: Workspace | None = None
        self._of_keeping: Solvable | None = None
        self._unmade: Solvable | None = None
        self.banner.way_out_chosen.connect(self._on_elsewhere)
        leaving.elsewhere_wished.connect(self._on_elsewhere)

    @property
    def has_unmade(self) -> bool:
        """Whether a document was not made since the last wish to leave."""
        return self._unmade is not None

    def follow(self, workspace: Workspace) -> None:
        """Tell from now on how it stands with keeping this beraad."""
        self._workspace = workspace
        workspace.save_state_changed.connect(self._on_save_state)

    def show_told(self, workspace: Workspace) -> None:
        """Tell what the user should know about the file that was opened."""
        from beraad.store.trouble import MayNotWrite

        if (told := workspace.told) is not None:
            only_read = isinstance(told, MayNotWrite)
            self.banner.show_problem(told, way_out=_ELSEWHERE if only_read else "")

    def forget_unmade(self) -> None:
        """From here on it counts which document was not made."""
        self._unmade = None

    def let_go(self) -> None:
        """The beraad was let go of: only what was not made of it is still told."""
        self._workspace = None
        self._of_keeping = None
        self.banner.hide()
        if self._unmade is not None:
            self.banner.show_problem(self._unmade)

    def show_defect(self) -> None:
        """Show that something went wrong in the program itself, and what is kept."""
        problem = self._leaving.defect(self._workspace)
        self.banner.show_problem(problem, way_out=self._way_out())

    @Slot(object)
    def show_unmade(self, problem: Solvable) -> None:
        """Tell over every screen that a document was not made, also after its beraad was closed."""
        self._unmade = problem
        self.banner.show_problem(problem)

    @Slot(object)
    def _on_save_state(self, state: SaveState) -> None:
        trouble = state.problem if isinstance(state, Failed) else None
        if isinstance(state, Kept):
            trouble = state.concern
        if trouble is not None:
            self._of_keeping = trouble
            self.banner.show_problem(trouble, way_out=self._way_out())
        elif self._of_keeping is not None and isinstance(state, Kept):
            self.banner.solve(self._of_keeping)
            self._of_keeping = None

    def _way_out(self) -> str:
        return _ELSEWHERE if self._workspace is not None else ""

    @Slot()
    def _on_elsewhere(self) -> None:
        if self._workspace is None:
            return
        chosen = ask_folder(self._window, "Waar wil je dit beraad bewaren?")
        if chosen:
            try:
                told = self._workspace.keep_elsewhere(Path(chosen))
            except Solvable as problem:
                self.banner.show_problem(problem, way_out=_ELSEWHERE)
                return
            if told is not None:
                self.banner.show_problem(told)
