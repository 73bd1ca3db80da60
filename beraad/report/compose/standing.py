"""Whether a document is pseudonymised or was declared anonymous, and when."""

from __future__ import annotations

from beraad.phases.dates import full_date
from beraad.privacy.clean import CleanedSession

KNOWN_BY = "Mensen die erbij waren, kunnen er toch iemand in herkennen"
"""What no gate can take away."""


def declaration(cleaned: CleanedSession) -> str:
    """A few words, without a full stop; by whom it was declared stands in its own place."""
    review = cleaned.reviewed
    if not review.is_declared and cleaned.names_left:
        return f"Een naam bleef bij het nalezen staan. {KNOWN_BY}"
    if not review.is_declared:
        return f"Namen en nummers horen er niet in. {KNOWN_BY}"
    day = f" op {full_date(review.declared_on)}" if review.declared_on else ""
    return f"Anoniem verklaard{day}"
