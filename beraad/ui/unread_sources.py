"""Where Qt is used, no text of a module is read when that is imported."""

from __future__ import annotations

import sys
from importlib import import_module

_LOOKS_AT_MODULES = "shibokensupport.feature"
_BY_ITS_TEXT = "_mod_uses_pyside"


def _read_no_sources() -> None:
    """Keep PySide from reading the text of every module that is imported.

    It looks whether the module may ask for names with underscores (`from __feature__ import …`),
    which Beraad never does. It keeps the lines, 29 MB of them with a beraad open, and takes an
    eighth of the time of what is imported.
    """
    import_module("PySide6.QtCore")  # It brings what looks at every module.
    looking = sys.modules.get(_LOOKS_AT_MODULES)
    if hasattr(looking, _BY_ITS_TEXT):
        setattr(looking, _BY_ITS_TEXT, _uses_qt)


def _uses_qt(_module: object) -> bool:
    return True


_read_no_sources()
