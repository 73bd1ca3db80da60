"""What the screens of the vault are made of."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from beraad.errors import Solvable
from beraad.phases.numbers import counted
from beraad.ui.theme.icons import Icon, Role, put_icon
from beraad.ui.vault.password_field import PasswordField
from beraad.ui.widgets.parts import column, label, panel, row


def card(title: str, under: str) -> tuple[QFrame, QVBoxLayout]:
    """A card with a heading and a sentence under it, and the layout for the rest."""
    made = panel("card")
    inside = column(made, spacing=10)
    inside.setContentsMargins(28, 24, 28, 28)
    head = row(spacing=12)
    sign = label(wrap=False)
    put_icon(sign, Icon.PRIVATE, Role.Link)
    head.addWidget(sign)
    head.addWidget(label(title, role="heading"), 1)
    inside.addLayout(head)
    if under:
        inside.addWidget(label(under, role="muted"))
    inside.addSpacing(6)
    return made, inside


def add_field(inside: QVBoxLayout, name: str, field: PasswordField) -> None:
    """Add a field with its name above it."""
    above = label(name, role="small")
    above.setBuddy(field.line)
    field.line.setAccessibleName(name)
    inside.addWidget(above)
    inside.addWidget(field)


def add_trouble(inside: QVBoxLayout) -> QLabel:
    """Add a place where it is said that it did not work; out of sight until then."""
    told = label(role="strong")
    told.setObjectName("trouble")
    told.hide()
    inside.addWidget(told)
    return told


def length_of(text: str) -> str:
    """How long a password is, in words."""
    count = len(text.split())
    words = "1 woord" if count == 1 else f"{count} woorden"
    from beraad.store.vault.opening import RULE, require_password

    told = f"{words}, {counted(len(text.strip()), 'teken', 'tekens')}."
    if text.strip():
        try:
            require_password(text)
        except Solvable as problem:
            return f"{told} {problem.happened} {RULE}"
    return f"{told} {RULE}"
