"""What is said of a kwestietafel, on its sheet and in the window alike."""

from __future__ import annotations

SIGNALS_OF_ROW = "Signalen hierover"
"""What the way to the signals of a knelpunt is called."""

WRITE_DOWN = (
    "Schrijf op wat de kwestietafel besloot: kies bij het signaal “In behandeling”, of “Antwoord "
    "opschrijven” als er een besluit is. Is het nog niet doorgegeven, kies dan eerst “Doorgegeven”."
)
"""How what it decides becomes a step."""

AFTERWARDS = (
    f"Na afloop, in Beraad: Signalen, Overzicht, dit knelpunt, “{SIGNALS_OF_ROW}”. {WRITE_DOWN}"
)
