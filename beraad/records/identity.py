"""Identity of records inside one beraad, and of what a document says."""

from __future__ import annotations

from typing import NewType
from uuid import uuid4

Id = NewType("Id", str)
"""Points to a record; never shown, never translated, never searched for names."""

Fingerprint = NewType("Fingerprint", str)
"""SHA-256 of cleaned content, or of who was there: the same as long as nothing changed."""


def new_id() -> Id:
    """Return an identity that no other record has."""
    return Id(uuid4().hex)
