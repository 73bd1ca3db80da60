"""A part of a page that can be folded away."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from beraad.ui.widgets.parts import button, column, row


def tell_unfolded(handle: QPushButton, title: str, *, unfolded: bool) -> None:
    """Let a button say whether what it shows and hides can be seen now."""
    handle.setText(f"{'▾' if unfolded else '▸'} {title}")
    state = "uitgeklapt" if unfolded else "ingeklapt"
    handle.setAccessibleName(f"{title}, {state}")


class Fold(QWidget):
    """A title that shows and hides what is under it; its accessible name tells which."""

    toggled = Signal(bool)

    def __init__(self, title: str, *, unfolded: bool = False) -> None:
        super().__init__()
        self._title = title
        self._handle = button(title, kind="link")
        self._body = QWidget()
        self.inside: QVBoxLayout = column(self._body, spacing=12)
        outside = column(self, spacing=8)
        top = row()
        top.addWidget(self._handle)
        top.addStretch(1)
        outside.addLayout(top)
        outside.addWidget(self._body)
        self._handle.clicked.connect(self._on_clicked)
        self.set_unfolded(unfolded)

    @property
    def is_unfolded(self) -> bool:
        """Whether what is under the title can be seen."""
        return not self._body.isHidden()

    def rename(self, title: str) -> None:
        """Let the title say something else."""
        if title != self._title:
            self._title = title
            self.set_unfolded(self.is_unfolded)

    @Slot(bool)
    def set_unfolded(self, unfolded: bool) -> None:  # noqa: FBT001
        """Show or hide what is under the title."""
        tell_unfolded(self._handle, self._title, unfolded=unfolded)
        self._body.setVisible(unfolded)
        self.toggled.emit(unfolded)

    @Slot()
    def _on_clicked(self) -> None:
        self.set_unfolded(self._body.isHidden())
