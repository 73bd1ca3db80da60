"""What a werkverslag is about, in words: one case, or what a policy should mean."""

from __future__ import annotations

from dataclasses import dataclass

from beraad.phases.course import Course
from beraad.privacy.clean import CleanedSession


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """The sentences that differ with it.

    Attributes:
        where_reasons_stand: where the reasons of a choice belong, which is not here.
        kept_outside: where this verslag is not kept.
        hears: the label before what those whom it touches hear of it.
        hears_from: the label before from whom.
    """

    where_reasons_stand: str
    kept_outside: str
    hears: str
    hears_from: str


_CASE = Subject(
    where_reasons_stand="Volgt er maatwerk, dan staan de redenen in de rapportage en de "
    "beschikking zelf.",
    kept_outside="Bewaar dit verslag buiten het dossier van de inwoner.",
    hears="Wat de inwoner hiervan hoort",
    hears_from="Van wie de inwoner dat hoort",
)
_POLICY = Subject(
    where_reasons_stand="Volgt er een voorstel, dan staan de redenen in de nota zelf.",
    kept_outside="Dit verslag is geen bijlage bij een nota of een voorstel.",
    hears="Wat inwoners en uitvoerders hiervan horen",
    hears_from="Van wie zij dat horen",
)


def subject_of(cleaned: CleanedSession) -> Subject:
    """What this beraad is about, in words."""
    return _POLICY if Course(setting=cleaned.setting).is_policy else _CASE
