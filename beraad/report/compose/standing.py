"""Whether a document is pseudonymised or was declared anonymous, and by whom."""

from __future__ import annotations

from beraad.phases.dates import full_date
from beraad.privacy.review.reviewed import Reviewed


def declaration(review: Reviewed) -> str:
    """One line, without a full stop. It is pseudonymised unless a person declared otherwise."""
    if not review.is_declared:
        return "Gepseudonimiseerd"
    day = f" op {full_date(review.declared_on)}" if review.declared_on else ""
    return f"Anoniem verklaard door {review.declared_by}{day}"
