"""What is said of a form that came back, wherever it was dropped."""

from __future__ import annotations

from beraad.errors import Solvable

FORMS = (".pdf", ".docx", ".odt")
"""The files in which somebody without Beraad can answer."""

OF_NONE = Solvable(
    "Dit antwoord hoort bij een ander signaal, dat hier niet staat.",
    kept="Er is niets veranderd.",
    way_out="Wissel eerst uit, of geef het bestand aan wie dat signaal heeft doorgegeven.",
)
"""The mark of the form is of no signal in the register."""

WHICH = (
    "In dit bestand staat niet bij welk signaal het antwoord hoort. Open hieronder zelf het goede "
    "signaal: daar staat het dan klaar. Er is nog niets veranderd."
)
"""It lost its mark, or never had one: a person chooses."""
