"""In the guide: switching hints on or off, and plain counts of what is on the table."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from beraad.listening import Sign, signs
from beraad.records import Session
from beraad.ui.widgets.choice_field import CheckField
from beraad.ui.widgets.fold import Fold
from beraad.ui.widgets.listening import Listening
from beraad.ui.widgets.parts import clear, column, label, title_above


class ListeningHelp(Fold):
    """Only for the gespreksleider. Numbers without a judgement, and nobody is in them."""

    def __init__(self, listening: Listening) -> None:
        super().__init__("Luisterhulp")
        self._listening = listening
        self._session: Session | None = None
        self._shown: tuple[Sign, ...] = ()
        self._wished = CheckField("Tips tonen")
        self._wished.setObjectName("hints-wished")
        self._wished.edited.connect(self._on_wish)
        listening.switched.connect(self._wished.show_value)
        self._wished.show_value(listening.is_on)
        self._counts = QWidget()
        self._lines = column(self._counts, spacing=4)
        self.inside.setSpacing(8)
        self.inside.addWidget(self._wished)
        self.inside.addWidget(title_above("Wat er op tafel ligt"))
        self.inside.addWidget(self._counts)
        self.inside.addWidget(
            label("Alleen voor jou. Het zegt niet hoe goed een gesprek was.", role="small")
        )
        self.toggled.connect(self._count)

    def show_session(self, session: Session) -> None:
        """Count what is on the table, when somebody looks."""
        self._session = session
        self._count()

    @Slot()
    def _count(self) -> None:
        if self._session is None or not self.is_unfolded:
            return
        found = signs(self._session)
        if found == self._shown:
            return
        self._shown = found
        clear(self._lines)
        for sign in found:
            which = f": {sign.which}" if sign.which else ""
            told = label(f"{sign.count} {sign.what}{which}", role="muted")
            self._lines.addWidget(told)
            told.show()

    @Slot(object)
    def _on_wish(self, wished: bool) -> None:  # noqa: FBT001
        self._listening.switch(on=wished)
