"""Under which number a document goes out: kept in the beraad before anybody can have its text."""

from __future__ import annotations

from beraad.editing.autosave import Failed
from beraad.errors import Solvable
from beraad.publishing.making import Making
from beraad.records import Version
from beraad.ui.workspace import Workspace


class Unnumbered(Solvable):
    """The number could not be kept, so that other words might get the same one later."""

    def __init__(self, problem: Solvable) -> None:
        super().__init__(
            f"De nieuwe versie kon niet in het beraad worden bewaard. {problem.happened}",
            kept="Er is geen document gemaakt. Wat je schreef is er nog.",
            way_out=problem.way_out,
        )


def take_number(workspace: Workspace, made: Making) -> Version | None:
    """Keep the version under which this goes out; None when that was kept before.

    It stands in the file when this returns. A program that is killed from here on leaves at worst
    a number without a document, and never a number that two texts have. Raises Unnumbered, with
    nothing taken, when it cannot be kept.
    """
    version = made.as_version()
    if version is None:
        return None
    workspace.editor.issue(version)
    state = workspace.keep()
    if isinstance(state, Failed):
        workspace.editor.withdraw(version)
        raise Unnumbered(state.problem)
    return version


def give_back(workspace: Workspace, version: Version | None) -> None:
    """Take back a number under which nothing went out in the end."""
    if version is not None:
        workspace.editor.withdraw(version)
        workspace.keep()
