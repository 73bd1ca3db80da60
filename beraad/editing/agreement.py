"""The yes of the inbrenger holds for what they read, and for nothing that was written later."""

from __future__ import annotations

from dataclasses import replace

from beraad.privacy.finding.outgoing import REPORT_SECTIONS
from beraad.records import Conclusion, Session

_SAID = (REPORT_SECTIONS - {"conclusion", "review"}) | {
    "participants",
    "known_words",
    "decisions",
}
"""The sections that make what stands in a werkverslag; of the conclusion all but the yes."""


def with_agreement_to_what_was_read(before: Session, after: Session) -> Session:
    """Return a changed session without the yes of the inbrenger, when its werkverslag changed.

    Nothing else changes: who said yes can read it again and say so.
    """
    found = after.conclusion
    stood = before.conclusion.case_owner_agrees and found.case_owner_agrees
    if not stood or _is_the_same(before, after):
        return after
    return replace(after, conclusion=without_agreement(found))


def without_agreement(conclusion: Conclusion) -> Conclusion:
    """The conclusion without the yes of the inbrenger and its day."""
    return replace(conclusion, case_owner_agrees=False, case_owner_agreed_on=None)


def _is_the_same(before: Session, after: Session) -> bool:
    if without_agreement(before.conclusion) != without_agreement(after.conclusion):
        return False
    if before.signal.bottleneck != after.signal.bottleneck:
        return False
    return all(getattr(before, name) == getattr(after, name) for name in _SAID)
