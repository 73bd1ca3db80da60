"""The observation that ships with a case, to show what one looks like: filled in at one's desk."""

from __future__ import annotations

from beraad.ui.observing.screen import ObservingScreen


class ExampleScreen(ObservingScreen):
    """Nobody leads meanwhile: no clock runs, and it goes along with its case."""

    called = "Voorbeeld van een observatie"
    home = "← Casus"
    kind = "voorbeeld · oefening"
    is_live = False
