"""Which places to look at first: the worst ones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from beraad.privacy.find import FindKind
from beraad.privacy.review.survey import Finding

_WHERE = {
    FindKind.ADDRESS,
    FindKind.POSTCODE,
    FindKind.PLACE,
    FindKind.NEIGHBOURHOOD,
    FindKind.SCHOOL,
    FindKind.ORGANISATION,
}
_TELLING: Mapping[FindKind, int] = {
    FindKind.DETAIL: 2,
    FindKind.BIRTH_DATE: 2,
    FindKind.DATE: 3,
    FindKind.AGE: 3,
}
_LAST = 4


def ranked(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings, worst first; those that are equally bad stay in the order of the rondes.

    First what names somebody or is somebody's number, then where somebody lives or works, then
    what makes somebody one of few, then a date or age, and last what is most likely an ordinary
    word. Within these the surest comes first, and
    then what stands in most places.
    """
    return tuple(sorted(findings, key=_mildness))


def _mildness(finding: Finding) -> tuple[int, int, int]:
    tier = 1 if finding.kind in _WHERE else _TELLING.get(finding.kind, 0)
    tier = _LAST if finding.everyday else tier
    return tier, -finding.certainty, -finding.mentions
