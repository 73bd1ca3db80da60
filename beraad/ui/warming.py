"""Getting ready what the next screen needs, beside the window and while nobody waits."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from beraad.ui.beside.task import Asker

_NEXT = (
    "beraad.store.session_file",
    "beraad.store.session_reading",
    "beraad.ui.rondes.screen",
    "beraad.ui.documents",
    "beraad.ui.group.group_screen",
    "beraad.ui.open_beraad",
    "beraad.ui.spelling.field_spelling",
    "beraad.publishing.registering",
    "beraad.publishing.layers",
    "beraad.ui.review.screen",
)
"""What is heavy and needed as soon as a beraad is opened."""


def get_printing_ready(_: Asker) -> None:
    """Load what draws a PDF, so that the first one takes no longer than the next."""
    from beraad.report.pdf.fonts import register

    import_module("beraad.report.pdf")
    register()


def get_ready(folder: Path, asker: Asker) -> None:
    """Clean up after a program that was killed, and make the first beraad open like the next.

    `folder` is where documents go.
    """
    from beraad.report.files import sweep

    sweep(folder)
    for module in _NEXT:
        if asker.unwanted():
            return
        import_module(module)
    from beraad.listening import words
    from beraad.privacy.finding import rehearsal as gate
    from beraad.store import rehearsal as store

    for prepare in (words.make_ready, store.rehearse, gate.rehearse):
        if asker.unwanted():
            return
        prepare()
