"""What the menu of a text field offers for a word that is not known."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction, QCursor, QTextCursor
from PySide6.QtWidgets import QMenu, QToolTip

from beraad.errors import Solvable
from beraad.ui.announce import announce
from beraad.ui.spelling.speller import Speller

_MOST = 6


class WordMenu(QObject):
    """Lives as long as the menu; what may be meant comes in as soon as it is known."""

    def __init__(self, menu: QMenu, word: QTextCursor, speller: Speller) -> None:
        super().__init__(menu)
        self._menu = menu
        self._cursor = word
        self._word = word.selectedText()
        self._speller = speller
        first = menu.actions()[0] if menu.actions() else None
        self._waiting = QAction("Suggesties zoeken …", menu)
        self._waiting.setEnabled(False)
        learn = QAction(f"Zet “{self._word}” in mijn woordenlijst", menu)
        learn.triggered.connect(self._on_learn)
        below = QAction(menu)
        below.setSeparator(True)
        for action in (self._waiting, learn, below):
            menu.insertAction(first, action) if first else menu.addAction(action)
        speller.suggested.connect(self._on_suggested)
        speller.suggest(self._word)

    @Slot(str, object)
    def _on_suggested(self, word: str, suggestions: tuple[str, ...]) -> None:
        if word != self._word:
            return
        for text in suggestions[:_MOST]:
            action = QAction(text, self._menu)
            action.triggered.connect(self._on_chosen)
            self._menu.insertAction(self._waiting, action)
        if suggestions:
            self._menu.removeAction(self._waiting)
            self._menu.setActiveAction(self._menu.actions()[0])
        else:
            self._waiting.setText("Geen suggesties")

    @Slot()
    def _on_chosen(self) -> None:
        action = self.sender()
        if isinstance(action, QAction) and self._cursor.selectedText() == self._word:
            self._cursor.insertText(action.text())

    @Slot()
    def _on_learn(self) -> None:
        try:
            self._speller.learn(self._word)
        except Solvable as problem:
            QToolTip.showText(QCursor.pos(), str(problem))
            announce(self._menu, str(problem), urgent=True)
