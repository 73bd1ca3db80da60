"""What those present said about the concept, and what was done with it."""

from __future__ import annotations

from beraad.privacy.clean import CleanedSession
from beraad.records import Reaction
from beraad.report.blocks import Look, Run, Text
from beraad.report.compose.parts import Blocks, bullets, labelled, one_line, section, words


def reactions(cleaned: CleanedSession) -> Blocks:
    """The reactions, each by role."""
    return section("Reacties van aanwezigen", bullets(map(_reaction, cleaned.reactions)))


def _reaction(reaction: Reaction) -> Text:
    said, response = words(reaction.text), words(reaction.response, Look.MUTED)
    if not (said or response):
        return ()
    role = one_line(reaction.role)
    return (
        *((Run(f"{role}:", Look.STRONG), Run(" ")) if role else ()),
        *said,
        *((Run(" "),) if said and response else ()),
        *labelled("Verwerkt", response, Look.MUTED),
    )
