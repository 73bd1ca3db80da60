"""What a records system wants to know of a document; every form says the same."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from beraad.privacy.clean import CleanedSession, CleanedSignal
from beraad.privacy.leaving.lesson import CleanedLesson
from beraad.privacy.leaving.overview import CleanedOverview
from beraad.report.blocks import Document

_CONFIDENTIAL, _INTERNAL = "Vertrouwelijk", "Intern"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """The facts under which a document is filed.

    Attributes:
        kind: what sort of document it is, in Dutch.
        version: "concept 1", "versie 2"; empty where there are no versions.
        keep_until: the day after which it is no longer kept; None when nobody chose one.
        confidentiality: for whom it is, in one Dutch word.
    """

    kind: str
    version: str
    keep_until: date | None
    confidentiality: str

    @property
    def properties(self) -> tuple[tuple[str, str], ...]:
        """Each fact that is known with its name in the properties of a file."""
        told = (
            ("Soort", self.kind),
            ("Versie", self.version),
            ("Bewaren tot", self.keep_until.isoformat() if self.keep_until else ""),
            ("Vertrouwelijkheid", self.confidentiality),
        )
        return tuple((name, said) for name, said in told if said)


def filing(document: Document) -> Filing:
    """The facts of a document as it goes out."""
    version = document.edition.short if document.edition else ""
    match document.source:
        case CleanedSession(conclusion=found):
            kind, keep, who = "Werkverslag moreel beraad", found.keep_until, _CONFIDENTIAL
        case CleanedLesson():
            kind, keep, who = "Leerverslag moreel beraad", None, _INTERNAL
        case CleanedSignal():
            kind, keep, who = "Structureel signaal uit moreel beraad", None, _INTERNAL
        case CleanedOverview():
            kind, keep, who = "Knelpunten uit moreel beraad", None, _INTERNAL
    return Filing(kind=kind, version=version, keep_until=keep, confidentiality=who)
