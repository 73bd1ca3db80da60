"""Everything the walk can do. A new module of deeds is named here."""

from __future__ import annotations

from tools.soak.deeds import (
    errands,
    keys,
    leaving,
    other_window,
    pointing,
    surroundings,
    writing,
)
from tools.soak.deeds.deed import Deed

DEEDS: dict[str, Deed] = {
    deed.name: deed
    for module in (writing, pointing, keys, surroundings, leaving, errands, other_window)
    for deed in module.DEEDS
}
"""Every deed by its name."""
