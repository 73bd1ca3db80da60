"""The page for administrators as it goes along in a package, where the other pages are not."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from tools.locking.places import ROOT

_LINK = re.compile(r"\[(?P<said>[^\]]+)\]\((?P<page>[^)#:\s]+\.md)(?:#[^)\s]*)?\)")


def for_administrators() -> bytes:
    """The page, with words where it links to a page that does not go along."""
    page = (ROOT / "docs" / "beheer.md").read_text(encoding="utf-8")
    return without_links(page).encode()


def without_links(page: str) -> str:
    """Each link to another page as its words, with where that page is; others stay."""
    return _LINK.sub(_words, page)


def _words(link: re.Match[str]) -> str:
    said, name = link["said"], PurePosixPath(link["page"]).name
    where = "bij de broncode" if said == name else f"{name} bij de broncode"
    return f"{said} ({where})"
