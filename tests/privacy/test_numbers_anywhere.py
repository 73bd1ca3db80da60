"""No number that points to somebody is silent, whatever it is glued to or stands behind."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from beraad.privacy.dutch.folding import fold
from beraad.privacy.finding.finding import find
from beraad.privacy.signs.known.known_names import KnownNames
from tests.privacy.invented import HELD_ON

NUMBERS = {
    "bsn": ("111222333", "123456782", "111.222.333", "111 222 333", "1112.22.333"),
    "iban": (
        "NL91 ABNA 0417 1643 00", "NL91ABNA0417164300", "nl11abna0417164300", "BE71096123456769",
    ),
    "phone": (
        "06-12345678", "0612345678", "06 12 34 56 78", "+31612345678", "038-4567890",
        "0031 6 12345678",
    ),
    "postcode": ("1234AB", "1234 AB"),
    "plate": ("12-ABC-3", "AB-123-C", "4-VXD-82", "H-318-ZB"),
    "email": ("iemand@voorbeeld.nl", "i.emand@post.example"),
    "url": ("www.voorbeeld.nl/fatima", "https://voorbeeld.nl/x"),
    "file": (
        "2024-00771", "16/118832-25", "Z26-004417", "C/16/588210", "PL0100-2025118873",
        "281 906 4417",
    ),
}  # fmt: skip
WORDS = (
    "Fatima", "fatima", "de", "is", "BSN", "tel", "artikel", "de F.", "K.", "jaar",
    "euro", "Wmo", "Şükran", "x", "N", "mensen", "lid",
)  # fmt: skip
CITATIONS = (
    "artikel 18", "art. 2.3.5 Wmo", "artikel 8 lid 2", "Stb. 2014, 280", "Stcrt. 2019, 12345",
    "kamerstuk 30 420", "ECLI:NL:HR:2019:1234", "ISSN", "BWBR0015703", "artikel", "Trb. 1951, 131",
    "titel 8.4 Awb", "CELEX 32016R0679", "artikel 18a:", "artikel 18/",
)  # fmt: skip
SIGNS = (
    "(", ")", "[", "]", "«", "»", '"', "'", "’", "…", ":", ";", "/", "|", "_", "#", "*", "=", "?",
    "!", ",", ".", "-", "–", "€", "%", "+", "&", "<", ">", "~", "\\", "👩", "°",
)  # fmt: skip
SPACES = (" ", "\n", "\t", "\u00a0", "\u2009", "\u200b", "  ", "")

around = st.one_of(*map(st.sampled_from, (WORDS, CITATIONS, SIGNS)))
surroundings = st.lists(st.tuples(around, st.sampled_from(SPACES)), max_size=4).map(
    lambda parts: "".join(piece + space for piece, space in parts)
)


def silent(text: str, start: int, end: int) -> str:
    """What is left of a place when all that is found is taken out; one letter tells nothing."""
    found = find(text, KnownNames.named(year=HELD_ON.year))
    seen = {at for one in found for at in range(one.start, one.end)}
    left = [at for at in range(start, end) if at not in seen and text[at].isalnum()]
    lone = len(left) == 1 and text[left[0]].isalpha()
    return "" if lone else "".join(text[at] for at in left)


@st.composite
def glued(draw: st.DrawFn) -> tuple[str, int, int]:
    """A number of some kind between arbitrary words, citations and signs."""
    number = draw(st.sampled_from([one for some in NUMBERS.values() for one in some]))
    before, behind = draw(surroundings), draw(surroundings)
    if fold(before).lower[-1:].isdecimal() and number[0].isalnum():
        before += " "
    if fold(behind).lower[:1].isdecimal() and number[-1].isalnum():
        behind = f" {behind}"
    return before + number + behind, len(before), len(before) + len(number)


@given(glued())
@example(("artikel 18 Fatima111222333", 17, 26))
@example(("artikel 111222333", 8, 17))
def test_no_number_is_silent(place):
    text, start, end = place
    assert not silent(text, start, end)
