"""One short mark of everything that goes out, so that any later change can be told."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from hashlib import sha256
from typing import Any

from beraad.privacy.leaving.cleaned import CleanedSession
from beraad.records import Decision, Fingerprint

_NOT_CONTENT = {
    "reviewed",
    "open_count",
    "at_the_table",
    "clarification_first",
    "may_be_told_by",
    "told_beside",
    "names_left",
}


def fingerprint(content: CleanedSession, decisions: Iterable[Decision]) -> Fingerprint:
    """The SHA-256 of what goes out, and of what was decided about it.

    What is empty does not count, so that a field that is added to a record changes nothing.
    """
    said = {name: value for name, value in asdict(content).items() if name not in _NOT_CONTENT}
    choices = sorted((one.key, one.verdict, one.replacement, one.reason) for one in decisions)
    whole = json.dumps([said, choices], default=str)
    text = json.dumps(json.loads(whole, object_hook=_filled), sort_keys=True)
    return Fingerprint(sha256(text.encode()).hexdigest())


def _filled(record: dict[str, Any]) -> dict[str, Any]:
    """A record without what is empty in it."""
    return {name: one for name, one in record.items() if one}
