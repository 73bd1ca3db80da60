"""`beraad oefenregister`: a register to practise with, as a folder of its own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from beraad.training.practice_register import made


def make_practice_register(folder: Path, say: Callable[[str], None]) -> None:
    """Make the folder and say how to look into it.

    Raises Solvable when something stands in it, or it cannot be written.
    """
    made(folder, now=datetime.now(UTC))
    say(f"Geschreven: {folder}. Alles erin is verzonnen, en zo staat het er overal bij.")
    say(f"Kijk erin met: beraad --sessions {folder}")
