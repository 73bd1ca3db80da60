"""The oefencasussen that invented beraden are made of: always the same, whatever else ships."""

from __future__ import annotations

from beraad.training.practice import PracticeCase, practice_cases

_NAMES = (
    "inkomensgat-bij-wisselend-werk",
    "schuldhulp-na-een-fraudeschuld",
    "voorschot-in-de-zoekperiode",
)


def used_cases() -> tuple[PracticeCase, ...]:
    """Three cases, in this order: what is measured and shown stays alike when others come."""
    by_name = {case.name: case for case in practice_cases()}
    return tuple(by_name[name] for name in _NAMES)
