"""The help window: keys first, then the handleiding."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QTextBrowser, QWidget

from beraad.ui.help.keys import GROUPS
from beraad.ui.theme.look import Look
from beraad.ui.widgets.parts import column

_PACKAGED = Path(__file__).parent / "handleiding.md"
_CHECKOUT = Path(__file__).parents[3] / "docs" / "handleiding.md"


class HelpWindow(QWidget):
    """Stands beside the work and never blocks it."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("screen")
        self.setWindowTitle("Hulp bij Beraad")
        self._text = _LocalBrowser()
        self._text.setAccessibleName("Hulp: toetsen en handleiding")
        inside = column(self)
        inside.addWidget(self._text)
        self._text.document().setDocumentMargin(look.scale.px(24))
        size = QSize(look.scale.px(660), look.scale.px(680))
        self.resize(size.boundedTo(self.screen().availableSize()))
        self._text.setHtml(_page(look))
        for keys in ("Esc", "Ctrl+W"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.close)


class _LocalBrowser(QTextBrowser):
    """Shows our own text and fetches nothing, from nowhere."""

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)

    def loadResource(self, kind: int, name: QUrl | str) -> None:  # noqa: ARG002
        return None


def _page(look: Look) -> str:
    palette = look.palette
    style = (
        f"<style>h1,h2,h3 {{ color: {palette.accent}; }} td {{ padding: 3px 14px 3px 0; }}"
        f" a {{ color: {palette.ink}; text-decoration: none; }}</style>"
    )
    return f"{style}<h1>Toetsen</h1>{_keys()}{_manual()}"


def _keys() -> str:
    return "".join(
        f"<h3>{escape(title)}</h3><table>"
        + "".join(
            f"<tr><td><b>{escape(keys)}</b></td><td>{escape(what)}</td></tr>"
            for keys, what in group
        )
        + "</table>"
        for title, group in GROUPS
    )


def _manual() -> str:
    from markdown import markdown

    source = next((path for path in (_PACKAGED, _CHECKOUT) if path.exists()), None)
    if source is None:
        return ""
    return markdown(_readable(source.read_text(encoding="utf-8")))


def _readable(manual: str) -> str:
    """The handleiding without its pictures, which show this window, and without the keys above."""
    parts = re.split(r"(?m)^(?=## )", manual)
    lines = "".join(part for part in parts if not part.startswith("## Toetsen")).splitlines()
    return "\n".join(line for line in lines if not line.startswith("!["))
