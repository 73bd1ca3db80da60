"""Whether an open beraad may be left: the one place that decides it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from beraad.defects import write_down
from beraad.editing.autosave import Failed, Kept
from beraad.errors import NotKept, Solvable, ToldOnce

if TYPE_CHECKING:
    from beraad.ui.workspace import Workspace

_TITLE = "Nog niet bewaard"

_ERASED = (
    "Dit beraad is intussen gewist, hier of vanaf een andere laptop. Er is geen reddingskopie: ook "
    "die zou worden gewist. Wil je houden wat je schreef? Kies Bewaar elders en een andere map, of "
    "kopieer de tekst."
)

_BEGIN, _MOST = 60, 3
"""Signs of a text by which it is named, and how many texts are named."""


@runtime_checkable
class Holds(Protocol):
    """A screen that keeps what is typed on it in a place of its own."""

    def hand_over(self) -> Solvable | None:
        """Keep it now; what went wrong and was told, if anything."""
        ...


class Leaving(QObject):
    """Closing, another screen, another beraad, the end of the session: all of them ask here.

    A beraad is let go of when its file holds every word, or when the user chose to go on with a
    rescue copy whose name was told. `elsewhere_wished` asks to keep it in another place.
    """

    elsewhere_wished = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._box: QMessageBox | None = None
        self._with_copy: Callable[[], None] = _nothing
        self._go_on: Callable[[], object] = _nothing
        self._held: object = None
        self._given_up: object = None

    def settle(self) -> None:
        """Let the field with the cursor hand over what counts only when it is left."""
        from beraad.ui.widgets.line_edit import settle_entry

        settle_entry(self._window)

    def handed_over(self, screen: object, *, then: Callable[[], object]) -> bool:
        """Let a screen that keeps what was typed itself do so; whether it may be left.

        Nobody leaves before they read what is told once. What cannot be kept is named; `then` is
        what was wished, done after all when it could be kept or the user goes on without it.
        """
        if not isinstance(screen, Holds) or screen is self._given_up:
            return True
        told = screen.hand_over()
        if told is not None and not isinstance(told, ToldOnce):
            self._ask_about(screen, told, then)
        return told is None

    def kept(self, screen: object) -> tuple[bool, Solvable | None]:
        """Let it do so without waiting for anybody; whether all is kept, and what was told."""
        told = screen.hand_over() if isinstance(screen, Holds) else None
        return told is None or isinstance(told, ToldOnce), told

    def secure(self, workspace: Workspace) -> Path | None:
        """Keep everything at once and ask nothing: the program may be stopped any moment.

        Returns the rescue copy when the file itself could not be kept and a copy could.
        """
        self.settle()
        if not isinstance(workspace.keep_surely(), Failed):
            return None
        try:
            return workspace.rescue()
        except Solvable:
            return None

    def let_go(self, workspace: Workspace, *, with_copy: Callable[[], None]) -> bool:
        """Keep everything and close the file; whether that worked.

        When it did not, the user is told and may do what `with_copy` does: go on with no more
        than the rescue copy.
        """
        self.settle()
        try:
            workspace.close()
        except Solvable as problem:
            self._ask(workspace, problem, with_copy)
            return False
        except Exception as error:  # noqa: BLE001 - told loudly; what counts is what was kept
            write_down(error)
            return isinstance(workspace.save_state, Kept)
        return True

    def defect(self, workspace: Workspace | None) -> Solvable:
        """What to say when something went wrong in the program itself."""
        happened = "Er ging iets mis in Beraad zelf."
        if workspace is None:
            return Solvable(happened, way_out="Gebeurt het weer, meld het dan aan je beheerder.")
        match workspace.keep():
            case Failed(problem):
                return Solvable(
                    f"{happened} {problem.happened}", kept=problem.kept, way_out=problem.way_out
                )
            case _:
                return Solvable(
                    happened,
                    kept="Dit beraad is bewaard. Kijk of je laatste woorden er nog staan.",
                    way_out="Gebeurt het weer, meld het dan aan je beheerder.",
                )

    def _ask(self, workspace: Workspace, problem: Solvable, with_copy: Callable[[], None]) -> None:
        box = self._new_box(f"Dit beraad blijft open: het is nog niet bewaard. {problem.happened}")
        elsewhere = box.addButton("Bewaar elders …", QMessageBox.ButtonRole.AcceptRole)
        elsewhere.clicked.connect(self.elsewhere_wished)
        stay = box.addButton("Blijf hier", QMessageBox.ButtonRole.RejectRole)
        if workspace.is_erased:
            box.setInformativeText(_ERASED)
            self._with_copy = with_copy
            leave = box.addButton(
                "Sluit, zonder deze woorden", QMessageBox.ButtonRole.DestructiveRole
            )
            leave.clicked.connect(self._on_with_copy)
            self._open(box, first=stay, stay=stay)
            return
        try:
            copy = workspace.rescue()
        except Solvable as worse:
            box.setInformativeText(f"{worse.happened} {worse.way_out}")
        else:
            box.setInformativeText(
                f"Alles wat je schreef staat ook in een reddingskopie: {copy}. "
                "Die gaat weer weg zodra bewaren lukt."
            )
            self._with_copy = with_copy
            leave = box.addButton(
                "Sluit, met de reddingskopie", QMessageBox.ButtonRole.DestructiveRole
            )
            leave.clicked.connect(self._on_with_copy)
        self._open(box, first=elsewhere, stay=stay)

    def _ask_about(self, screen: Holds, told: Solvable, then: Callable[[], object]) -> None:
        title = screen.windowTitle() if isinstance(screen, QWidget) else ""
        box = self._new_box(
            f"“{title}” blijft open: wat je hier typte, is nog niet bewaard. {told.happened}"
        )
        box.setInformativeText(_unkept(told))
        retry = box.addButton("Probeer het nog eens", QMessageBox.ButtonRole.AcceptRole)
        stay = box.addButton("Blijf hier", QMessageBox.ButtonRole.RejectRole)
        without = box.addButton(
            "Ga weg zonder deze woorden", QMessageBox.ButtonRole.DestructiveRole
        )
        self._held, self._go_on = screen, then
        retry.clicked.connect(self._on_retry)
        without.clicked.connect(self._on_without)
        self._open(box, first=retry, stay=stay)

    def _new_box(self, text: str) -> QMessageBox:
        """A warning of what is not kept, in the place of an earlier one."""
        self._put_away()
        box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(_TITLE)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(text)
        return box

    def _open(self, box: QMessageBox, *, first: QPushButton, stay: QPushButton) -> None:
        """Ask without waiting; Enter is for the first button, and Esc stays."""
        box.setDefaultButton(first)
        box.setEscapeButton(stay)
        self._box = box
        box.destroyed.connect(self._on_gone)
        box.open()

    def _put_away(self) -> None:
        if self._box is not None:
            self._box.close()
            self._box = None

    @Slot()
    def _on_gone(self) -> None:
        self._box = None

    @Slot()
    def _on_retry(self) -> None:
        self._go_on()

    @Slot()
    def _on_without(self) -> None:
        self._given_up, self._held = self._held, None
        try:
            self._go_on()
        finally:
            self._given_up = None

    @Slot()
    def _on_with_copy(self) -> None:
        self._with_copy()


def _unkept(told: Solvable) -> str:
    """What is not kept, by its first words, and what can be done about it."""
    words = told.words if isinstance(told, NotKept) else ()
    begins = [" ".join(text.split()) for text in words]
    quoted = ", ".join(
        f"“{begin}”" if len(begin) <= _BEGIN else f"“{begin[:_BEGIN].rstrip()} …”"
        for begin in begins[:_MOST]
    )
    if len(begins) > _MOST:
        quoted = f"{quoted} en nog {len(begins) - _MOST}"
    named = f"Niet bewaard: {quoted}." if quoted else ""
    return " ".join(filter(None, (named, told.kept, told.way_out)))


def _nothing() -> None:
    pass
