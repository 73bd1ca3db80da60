"""One short mark of everything that goes out, so that any later change can be told."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from hashlib import sha256
from typing import Any

from beraad.privacy.cleaned import CleanedSession
from beraad.records import Decision, Fingerprint

_NOT_CONTENT = {"reviewed", "open_count"}


def fingerprint(content: CleanedSession, decisions: Iterable[Decision]) -> Fingerprint:
    """The SHA-256 of what goes out, and of what was decided about it.

    What is empty does not count, so that a field that is added to a record changes nothing.
    """
    said = {name: value for name, value in asdict(content).items() if name not in _NOT_CONTENT}
    choices = sorted((one.key, one.verdict, one.replacement, one.reason) for one in decisions)
    text = json.dumps(_filled([said, choices]), ensure_ascii=False, sort_keys=True, default=str)
    return Fingerprint(sha256(text.encode("utf-8", errors="surrogatepass")).hexdigest())


def _filled(value: Any) -> Any:
    """The value without what is empty in its records."""
    match value:
        case dict():
            return {name: _filled(one) for name, one in value.items() if one}
        case list() | tuple():
            return [_filled(one) for one in value]
        case _:
            return value
