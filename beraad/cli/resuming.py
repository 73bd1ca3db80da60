"""Whatever is asked of a folder: what was being erased there does not stay halfway."""

from __future__ import annotations

import os
from pathlib import Path

from beraad.store.erased import NAME


def go_on_erasing(folder: Path) -> None:
    """Go on with erasing that was broken off, in a folder that is not locked; and say so."""
    if os.path.lexists(folder / NAME):
        from datetime import UTC, datetime

        from beraad.cli.erasing import finish_erasing

        finish_erasing(folder, now=datetime.now(UTC))
