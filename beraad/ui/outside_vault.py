"""What is said of something that lies readable on the disk, while a vault is on."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout

from beraad.ui.widgets.parts import label

IN_SHORT = "Ligt buiten de kluis"
EVERYTHING = (
    "Buiten de kluis liggen je oefeningen en wat erbij hoort, zoals observaties, je zelfbeeld en "
    "je probeerpunt. Ook polsen, instellingen, woordenlijsten en de verslagen die je maakt, liggen "
    "erbuiten. Dat is zonder wachtzin te lezen."
)


def lies_open(what: str, it: str) -> str:
    """That this lies outside the vault, and what that means; `it` is how one goes on about it."""
    return f"{what} buiten de kluis: wie deze laptop gebruikt, leest {it} zonder wachtzin."


def say_outside(outside: str, inside: QBoxLayout) -> None:
    """Put what is said of it on a screen, if anything."""
    if outside:
        told = label(outside, role="small")
        told.setObjectName("outside-vault")
        inside.addWidget(told)
