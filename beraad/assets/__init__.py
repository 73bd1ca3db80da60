"""Files that ship with the program: typefaces, icons and the word lists that serve as help."""

from __future__ import annotations

from pathlib import Path

FONTS = Path(__file__).parent / "fonts"
"""Inter (OFL-1.1) as TrueType, so that screen and document look the same everywhere."""

ICONS = Path(__file__).parent / "icons"
"""The mark of the program, ticks for light and dark, and icons from Lucide (ISC)."""

WORD_LISTS = Path(__file__).parent / "namen"
"""Words and names for the gate; sources and licences stand in BRONNEN.md."""

SUGGESTIONS = Path(__file__).parent / "suggesties"
"""The lists of suggestions that ship."""

OWN_WORDS = "woorden"
"""The folder beside the beraden in which a municipality keeps lists of its own for the gate."""

HOUSE = "huisstijl.toml"
"""The file beside the beraden in which a municipality says its name, colours and logo."""

PRACTICE_REGISTER = Path(__file__).parent / "oefenregister"
"""Two years of invented beraden and signals, one file for each team."""

PRACTICE_QUESTIONS = Path(__file__).parent / "oefenvragen.toml"
"""What beleid asked of those teams, and what they answered."""

FORMS_OF_DATA = Path(__file__).parent / "vormen"
"""What files with data look like, as JSON Schema, for who reads them with a program."""

COURSE = Path(__file__).parent / "cursus"
"""What trainers get: behaviours to look for, and the course that ships with the program."""
