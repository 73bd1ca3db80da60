"""Doing once, for nobody, what is slow the first time that somebody's text is read."""

from __future__ import annotations

from beraad.privacy.finding.finding import find
from beraad.privacy.signs.known.known_names import KnownNames
from beraad.privacy.text.sought import make_ready

_INVENTED = (
    "Mevrouw Bakker van 34 woont in de Dorpsstraat 3 en werkt bij Stichting Anker. "
    "Bsn 111222333, rekening NL91ABNA0417164300."
)


def rehearse() -> None:
    """Load the lists and make the patterns, so that the first beraad is read as the next."""
    make_ready()
    find(_INVENTED, KnownNames.named())
