"""What the parts of a course are called, in its file and in its folder."""

from __future__ import annotations

SUFFIX = ".cursus"
PROGRAMME = "cursus.toml"
CASES, SHEETS, WORDS = "casussen", "bladen", "suggesties"
