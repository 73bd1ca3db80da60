"""The forms there are, by name; light enough for whoever only asks for one."""

from __future__ import annotations

from enum import StrEnum


class FormKind(StrEnum):
    """A form, by the name that is asked for on the command line."""

    INVITATION = "uitnodiging"
    BRIEFING = "briefing"
    ROUNDS = "rondekaart"
    POSTERS = "rondeposters"
    BOARD = "perspectievenbord"
    CARDS = "afwegingskaart"
    GUIDE = "leidraad"
    OBSERVATION = "observatieblad"
    PEERS = "intervisie"
    FEEDBACK = "terugkoppelbrief"
