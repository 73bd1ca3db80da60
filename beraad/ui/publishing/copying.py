"""A document on the clipboard, with its looks and as plain text, to paste in a mail or a system."""

from __future__ import annotations

from beraad.publishing.making import Making, require_ready, require_settled
from beraad.report.pasted import pasted
from beraad.ui.clipboard.hints import copy
from beraad.ui.publishing.numbering import take_number
from beraad.ui.review.preview import preview
from beraad.ui.theme.palette import LIGHT
from beraad.ui.theme.scale import scale_for
from beraad.ui.workspace import Workspace

_LETTER = 13.0
"""Pixels of the system font that the sizes are derived from."""


def copy_document(made: Making, workspace: Workspace) -> None:
    """Put the document on the clipboard, under its number, with the hints that nobody keeps it.

    Raises Solvable when it may not go out, or its number cannot be kept.
    """
    require_settled(made)
    require_ready(made)
    take_number(workspace, made)
    document = made.document
    shown = preview(document, LIGHT, scale_for(system_pixels=_LETTER, percent=100))
    copy(pasted(document), rich=shown.toHtml())
