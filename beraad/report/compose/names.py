"""Names of one document that are told apart, also when there is no room for the whole of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from beraad.privacy.clean import CleanedSession
from beraad.remembering import of_a_beraad
from beraad.report.compose.parts import brief, brief_name, least_of_a_name, one_line

_SHORTEST_END = 24
"""Most characters of the end of a name, where hardly any room is left."""


@dataclass(frozen=True, slots=True)
class Names:
    """Who and what is called in a document; `known` are the whole names."""

    known: frozenset[str]

    @classmethod
    def of(cls, cleaned: CleanedSession) -> Names:
        """The functions and others that a verslag names."""
        return cls(frozenset(filter(None, map(one_line, _named(cleaned)))))

    def brief(self, text: str, limit: int) -> str:
        """A name as short as there is room for.

        Two that begin alike are not both cut to that beginning: "medewerker … jeugd" and
        "medewerker … wonen".
        """
        whole = one_line(text)
        said = brief_name(whole, limit)
        if said == whole:
            return said
        alike = tuple(
            one
            for one in self.known
            if one != whole and len(one) > limit and brief_name(one, limit) == said
        )
        return _apart(whole, alike, limit) or said if alike else said


@of_a_beraad
@lru_cache(maxsize=4096)
def _apart(whole: str, others: tuple[str, ...], limit: int) -> str:
    """The first noun of a name with that by which it is another; empty when nothing more comes."""
    told = whole.split()
    common = max(_in_common(told, other.split()) for other in others)
    begin = least_of_a_name(whole)
    room = max(limit - len(begin), _SHORTEST_END)
    end = told[common] if common < len(told) else ""
    for word in told[common + 1 :]:
        if len(end) + 1 + len(word) > room:
            end += " …"
            break
        end += f" {word}"
    if not end:
        return ""
    between = " " if common <= len(begin.split()) else " … "
    return f"{brief(begin, limit)}{between}{end}"


def _in_common(first: list[str], second: list[str]) -> int:
    """With how many of the same words both begin."""
    pairs = enumerate(zip(first, second, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(first), len(second)))


def _named(cleaned: CleanedSession) -> Iterator[str]:
    yield from (one.role for one in cleaned.agreements)
    yield from (one.needs_from for one in cleaned.considerations)
    yield from (one.name for one in cleaned.stakeholders)
    yield from (one.who for one in cleaned.harms)
