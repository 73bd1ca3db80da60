"""How it is said that all of those present, or nobody, stood by the letter of an option.

"Iedereen koos A" counts nobody, and yet tells of each of them what they chose.
"""

from __future__ import annotations

from beraad.privacy.dutch.placeholders import PARTICIPANT

_PEOPLE = rf"(?:collega['’]?s|{PARTICIPANT}s|aanwezigen|mensen|teamleden|groepsleden)"
_CARDS = r"(?:stem|stemmen|handen|hand|kaart(?:en|jes?)?|briefjes?|keuzes|afwegingen)"
_COUNT = r"(?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|\d{1,2})"
_OF_US = r"(?: (?:van|onder) (?:ons|jullie|het team|de groep))?"
_AT_ONCE = (
    r"(?:unaniem|eenparig|eenstemmig|eensgezind|allemaal|allen|stuk voor stuk|zonder uitzondering"
    r"|(?:met|al) (?:ons|z[’'`]?n|zijn) allen|alle ?(?:twee|drie|vier|vijf|zes|zeven)|als één man"
    r"|met algemene stemmen|honderd procent|100 ?%)"
)
_BUT = rf"op (?:[eé]én|{_COUNT}) na"
_ALL = (
    rf"(?:{_BUT},? )?"
    rf"(?:(?:zo goed als |vrijwel |bijna |nagenoeg )?(?:iedereen|niemand|allen|allemaal|elk)"
    rf"{_OF_US}|geen (?:één|enkele?|van (?:ons|jullie|allen)|{_PEOPLE}|mens)(?: {_PEOPLE})?"
    rf"|(?:al )?(?:de|het|ons|onze) (?:hele|volledige) (?:team|groep|tafel)"
    rf"|(?:alle|elke|iedere) (?:{_COUNT}|{_PEOPLE}|collega|{PARTICIPANT}|aanwezige)"
    rf"|(?:we|wij) {_AT_ONCE})(?:,? (?:{_BUT}|behalve [eé]én),?)?"
)
_CHOSE = (
    r"(?:koos|kozen|kiest|kiezen|stemden?|stemt|stemmen|wilden?|wil|willen|wou|nam|namen|pakten?"
    r"|had|hadden|bleef|bleven|blijft|blijven)"
)
_STOOD = (
    r"(?:was|waren|is|zijn|ging|gingen|gaat|gaan|stond|stonden|viel|vielen|lag|lagen|zat|zaten)"
)
_SMALL = (
    r"(?:(?:het|er|dus|eerst|nu|nog|toch|ook|weer|meer|meteen|direct|uiteindelijk|wel|juist|liever"
    r"|hier|daar|al|eens|op|uit|samen|duidelijk) ){0,3}"
)
_FOR = r"(?:voor|op|tegen|achter|over|bij)"
_ENDS = r"(?= ?[.,;:!?)/\n]|\Z| en | maar | want | dus | omdat )"
_NOT_OF_WORK = (
    r"(?! (?:betrokken|aanwezig|besproken|gelezen|bespreken|uitwerken|uitgewerkt|lezen|begrijpen"
    r"|begrepen|toelichten|uitleggen|horen)\b)"
)


def unanimous(option: str) -> tuple[str, ...]:
    """The ways in which all of them, or nobody, stand by an option; a letter is `k` to `s`."""

    def letter(name: str) -> str:
        return f"(?P<{name}>{option})"

    return (
        (
            rf"{_ALL} (?:{_CHOSE} {_SMALL}(?:{_FOR} )?|{_STOOD} {_SMALL}{_FOR} ){letter('k')}"
            rf"{_NOT_OF_WORK}"
        ),
        rf"{_ALL} {_SMALL}(?:{_FOR} )?{letter('l')}(?: (?:{_CHOSE}|{_STOOD})(?![\w’'-])|{_ENDS})",
        (
            rf"(?:allemaal|unaniem|eensgezind|eenstemmig|eenparig) (?:{_CHOSE}|{_STOOD})"
            rf" (?:we|wij|ze|zij) {_SMALL}(?:{_FOR} )?{letter('m')}"
        ),
        (
            rf"(?:we|wij) (?:{_CHOSE}|{_STOOD}) {_SMALL}{_AT_ONCE} {_SMALL}(?:{_FOR} )?"
            rf"{letter('n')}{_NOT_OF_WORK}"
        ),
        (
            rf"{letter('o')} (?:kreeg|krijgt|had|heeft|haalde|telde|won) {_SMALL}"
            rf"(?:alle {_CARDS}|ieders (?:stem|steun|voorkeur)|de steun van iedereen)(?![\w’'-])"
        ),
        rf"alle {_CARDS}(?: (?:{_CHOSE}|{_STOOD}))? {_SMALL}(?:{_FOR}|naar) {letter('p')}",
        (
            rf"(?:(?:unanieme?|eenparige?) )(?:(?:keuze|stem|besluit|voorkeur) )?(?:{_FOR} )?"
            rf"{letter('q')}(?![\w’'-])"
        ),
        rf"(?P<all_turned>{_CHOSE}) {_ALL} {_SMALL}(?:{_FOR} )?{letter('s')}(?![\w’'-])",
        (
            rf"(?:{_FOR} )?{letter('r')} (?:{_CHOSE}|{_STOOD}|werd) {_SMALL}"
            rf"(?:iedereen|niemand|allen|we allemaal|unaniem|eenparig)(?: {_FOR})?{_ENDS}"
        ),
    )


NAMES = "klmnopqrs"
"""What the letters are called in these ways."""
