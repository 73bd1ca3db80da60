"""Files that ship with the program: typefaces, icons and the word lists that serve as help."""

from __future__ import annotations

from pathlib import Path

FONTS = Path(__file__).parent / "fonts"
"""Inter (OFL-1.1) as TrueType, so that screen and document look the same everywhere."""

ICONS = Path(__file__).parent / "icons"
"""The mark of the program, ticks for light and dark, and icons from Lucide (ISC)."""

WORD_LISTS = Path(__file__).parent / "namen"
"""Words and names for the gate; sources and licences stand in BRONNEN.md."""
