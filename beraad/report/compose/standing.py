"""Whether a document is pseudonymised or was declared anonymous, and when."""

from __future__ import annotations

from beraad.phases.dates import full_date
from beraad.privacy.review.reviewed import Reviewed

KNOWN_BY = "Mensen die erbij waren, kunnen er toch iemand in herkennen"
"""What no gate can take away."""


def declaration(review: Reviewed) -> str:
    """A few words, without a full stop; by whom it was declared stands in its own place."""
    if not review.is_declared:
        return f"Namen en nummers horen er niet in. {KNOWN_BY}"
    day = f" op {full_date(review.declared_on)}" if review.declared_on else ""
    return f"Anoniem verklaard{day}"
