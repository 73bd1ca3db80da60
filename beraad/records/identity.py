"""Identity of records inside one beraad."""

from __future__ import annotations

from typing import NewType
from uuid import uuid4

Id = NewType("Id", str)
"""Points to a record; never shown, never translated, never searched for names."""


def new_id() -> Id:
    """Return an identity that no other record has."""
    return Id(uuid4().hex)
