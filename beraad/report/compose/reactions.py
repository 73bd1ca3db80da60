"""What those present said about the concept, and what was done with it."""

from __future__ import annotations

from beraad.privacy.clean import CleanedSession
from beraad.records import Reaction
from beraad.report.blocks import Look, Run, Text
from beraad.report.compose.parts import Blocks, bullets, capital, one_line, section, words


def reactions(cleaned: CleanedSession) -> Blocks:
    """The reactions, each by role."""
    return section("Reacties van aanwezigen", bullets(map(_reaction, cleaned.reactions)))


def _reaction(reaction: Reaction) -> Text:
    said = words(reaction.text)
    if not said:
        return ()
    role = capital(one_line(reaction.role))
    response = words(reaction.response, Look.MUTED)
    return (
        *((Run(f"{role}:", Look.STRONG), Run(" ")) if role else ()),
        *said,
        *((Run(" — ", Look.MUTED), *response) if response else ()),
    )
