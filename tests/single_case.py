"""What is said of one inwoner's case, and never where a beraad is about policy."""

from __future__ import annotations

import re

_WORDS = (
    r"de inwoner(?! (?:en|of) uitvoerder)",
    r"(?:het |hele )dossier",
    r"beschikking\w*",
    r"rapportage",
    r"(?:de|deze|een|ene|verzonnen) casus",
    r"de (?:dochter|jongere|cliënt|klant)",
    r"(?:deze|die) ene inwoner",
    r"(?:je|jouw|dit) verhaal",
    r"in de schoenen van",
)
SINGLE_CASE = re.compile(rf"\b(?:{'|'.join(_WORDS)})\b", re.IGNORECASE)


def of_one_case(texts):
    """The texts that speak of one case, each with the words that do."""
    return sorted({(found[0], text) for text in texts if (found := SINGLE_CASE.search(text))})
