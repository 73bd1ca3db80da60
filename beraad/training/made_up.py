"""What a person has to say before something that may be real goes out."""

from __future__ import annotations

from beraad.errors import Solvable


class Asked(Solvable):
    """Something that goes out may point to somebody; a person has to say that it was made up.

    Attributes:
        places: where, and of which kind; never the text.
    """

    def __init__(self, places: str, question: str, *, way_out: str) -> None:
        super().__init__(
            f"Dit wijst misschien naar een mens: {places}. {question}",
            kept="Er is nog niets geschreven.",
            way_out=way_out,
        )
        self.places = places
