"""What a screen to look at is, and what was done before it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtWidgets import QWidget

from beraad.ui.main_window import MainWindow


class Before(Enum):
    """What has been done before a screen comes in sight."""

    EMPTY_FOLDER = auto()
    FULL_FOLDER = auto()
    KEPT_FOLDER = auto()
    NEW_VAULT = auto()
    LOCKED_FOLDER = auto()
    TEAM_BEFORE = auto()
    NEW_TALK = auto()
    WRITTEN_TALK = auto()
    TALK_WITH_NAMES = auto()
    TALK_TO_LISTEN_TO = auto()
    LATE_TALK = auto()

    @property
    def is_in_a_full_folder(self) -> bool:
        """Whether there are beraden of half a year beside it."""
        return self in {Before.FULL_FOLDER, Before.KEPT_FOLDER, Before.TEAM_BEFORE}


@dataclass(frozen=True, slots=True)
class Scene:
    """A screen by name.

    Attributes:
        go: brings it in sight, from any other scene with the same `before`.
        window: the window that the picture is of, when that is not the main window.
    """

    name: str
    before: Before
    go: Callable[[MainWindow], None]
    window: Callable[[MainWindow], QWidget] | None = None
