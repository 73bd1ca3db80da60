"""What somebody or something is called without capitals, by the place it has; it mostly asks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import chain

from beraad.privacy.dutch.naming import words_of
from beraad.privacy.dutch.spelled import NUMBER
from beraad.privacy.dutch.vocabulary import (
    ABBREVIATIONS,
    ARTICLES,
    CALLED_NOTHING,
    DONE,
    DOTTED,
    NO_LETTERS,
    NOBODY_IS_WITH,
    NUMBERED,
    OF_PEOPLE,
    ORGANISATION_TRIGGERS,
    PARTICLES,
    RELATIONS,
    SCHOOL_TRIGGERS,
    TITLES,
    form_labels,
)
from beraad.privacy.find import Certainty, Find, FindKind
from beraad.privacy.signs.names.scan import mark_name
from beraad.privacy.signs.places.sites import an_address
from beraad.privacy.text.page import Page
from beraad.privacy.text.sought import sought

_LETTERS = "letters die voor iemand kunnen staan"
_VOWELS = frozenset("aeiouy")
_HEADS = form_labels()["person"] | frozenset(
    {
        "bsn", "tel", "telefoon", "school", "regeling",
        "status", "adres", "groep", "bedrag", "datum",
        "leeftijd", "actie", "opmerking", "opmerkingen",
        "wat", "wanneer", "plaats", "wijk", "soort",
        "lft", "voorl", "voorletters", "geb", "naw", "opm", "bijz", "bijzonderheden",
        "uitkomst", "signaal", "besluit", "reden", "vraag", "hulpverlener", "behandelaar",
        "complex", "achterstand", "huur", "schuld", "saldo", "kenmerk", "tijd", "uur",
    }
)  # fmt: skip
"""What heads another column rather than being a value."""
_ARTICLE = r"(?:de |het |'t )"
_ENDS = r"(?= ?(?:[.,;:!?)|\t\n]|$))"
_KINDS: Mapping[str, FindKind] = {
    label: FindKind(kind)
    for kind, labels in form_labels().items()
    for label in labels - PARTICLES - {"door"}
}
"""What stands before a colon or a tab in forms, and what follows it."""

_LABELS = "|".join(_KINDS)
_LABELLED = sought(
    rf"(?<![^\W_])(?P<label>{_LABELS})(?:: ?|\t)"
    rf"(?P<name>(?:(?:[a-z]\.){{1,4}} ?)?[a-z'-]{{2,30}}(?: [a-z'-]{{1,30}}){{0,3}}"
    rf"(?:, (?:[a-z]\.){{1,4}}| (?:nr\.? |nummer )?\d{{1,4}} ?[a-z]{{0,3}})?){_ENDS}",
    r"[:\t]",
    back=max(map(len, _KINDS)),
    over="a-z",
)
_CELL = sought(rf"[|;\t] ?(?P<name>{_ARTICLE}[a-z'-]{{3,30}})(?= ?(?:[|;\t\n]|$))", r"[|;\t]")
_SITS = sought(
    rf"(?<![^\W_])(?:zit|zat|zitten|zaten)(?: nu| weer| al| ook| nog| pas){{0,2}} op "
    rf"(?P<name>{_ARTICLE}[a-z'-]{{4,30}})(?! van\b)",
    r"zit|zat",
)
_TEACHES = sought(
    r"(?<![^\W_])(?:juf|meester|leerkracht|mentor|directeur|ib'er) (?:[a-z'-]{2,20} ){0,2}"
    rf"(?:van|op) (?P<name>{_ARTICLE}[a-z'-]{{4,30}})",
    r"juf|meester|leerkracht|mentor|directeur|ib'er",
)
_QUARTER = sought(
    rf"(?<![^\W_])(?:in|uit|van|naar) de (?:wijk|buurt|straat|flat) "
    rf"(?P<name>{_ARTICLE}?[a-z'-]{{4,30}}){_ENDS}|"
    rf"(?<![^\W_])(?:in|uit) de (?:wijk|buurt|flat) (?P<called>{_ARTICLE}[a-z'-]{{4,30}})",
    r"(?:in|uit|van|naar) de (?:wijk|buurt|straat|flat) ",
)
_GREETED = sought(
    r"(?:(?<![^\n])|(?<=[:.,(!?>-] ))(?:ha|hoi|hai|hey|hee|hallo|dag|beste|lieve|dank je|bedankt) "
    r"(?P<name>[a-z'-]{3,20})(?=[,!\n])",
    r"(?:ha|hoi|hai|hey|hee|hallo|dag|beste|lieve|dank je|bedankt) ",
)
_NEXT_DOOR = sought(
    r"(?<![^\W_])(?:buurman|buurvrouw|buren|gezin|woont|wonen) op (?:nummer |nr\.? )?"
    r"(?P<name>\d{1,4} ?(?:bis|hs|[a-h])?(?: en \d{1,4}(?: ?[a-h])?(?![\w]))?)"
    r"(?![\w%.,:/-]*\d)(?! ?(?:jaar|uur|km|meter|hoog))\b|"
    r"(?<![^\W_])op (?:nummer|nr\.?) (?P<number>\d{1,4} ?(?:bis|hs|[a-h])?)\b|"
    r"(?<![^\W_])op (?P<home>\d{1,4} ?(?:bis|hs|[a-h])?) (?:woont|woonde|wonen)\b",
    r"buurman op|buurvrouw op|buren op|gezin op|woont op|wonen op|op nummer|op nr|op [0-9]",
)
_TO_MEASURE = sought(
    r"(?<![^\W_])(?:bij|via|volgens|van|namens|dus|door) "
    r"(?P<name>[a-z]{4,20} op maat(?: (?:bv|vof|nv|groep|partners))?)(?![\w])",
    " op maat",
    back=30,
)
_WITH = sought(
    r"(?<![^\W_])(?:schuld(?:en)?|lening|abonnement|contract|klant|werkt|werkte|gewerkt|zit|zat"
    r"|opgenomen|aangemeld|bekend|verzekerd|behandeld|dagbesteding|stage|vastgezeten|onder|ligt|loopt|gezien|lopen|geweest|tegen"
    r"|eerder|traject|begeleid|voetbalt|speelt|sport|zingt|traint|danst|leert|studeert)"
    r"(?: [a-z'-]+){0,3} bij (?P<name>(?:de |het |'t )?[a-z'-]{4,30}(?: [a-z'-]{3,20}){0,3}?)"
    r"(?= in | voor een | (?:op|via|sinds|hij|zij|ze|maar|komma|punt|die|nu|omdat|want|en) "
    r"|[.,;:!?)(\n]| \(|$)",
    " bij ",
    back=60,
)
_FROM = sought(
    r"(?<![^\W_])(?:(?:met|door|namens) [a-z'-]{2,20} van (?P<name>(?:de |het |'t )?[a-z'-]{4,30}"
    r"(?: [a-z'-]{4,20})?)(?= (?:gebeld|gesproken|gemaild|geappt)\b)"
    r"|(?:brief|mail|bericht|telefoontje|melding|advies|verzoek|factuur|bezwaar|rekening) van"
    r" (?P<sender>(?:de |het |'t )?[a-z'-]{4,30}(?: [a-z'-]{4,20})?)"
    r"(?= (?:over|aan|met|dat|is|inzake|betreffende|waarin)\b))",
    " van ",
    back=35,
)
_NICKNAME = sought(
    r"(?<![^\W_])noem(?:t|en|de|den) (?:hem|haar|zich|ze|me|mij) "
    r"(?P<name>(?:de |het )?[a-z'-]{3,20}(?: [a-z'-]{3,20})?)"
    r"(?= (?:in|op|hier|daar)\b|[.,;:!?)\n]|$)",
    "noem",
)
_ALIAS = sought(
    r"(?<![^\W_])(?:alias|bijgenaamd|bijnaam(?: is| was)?):? "
    r"[\"'“‘]?(?P<name>(?:de |het )?[a-z-]{3,20})(?=[\"'”’.,;:!?)\n ]|$)",
    "alias|bijgenaamd|bijnaam",
)
_CALLED_SO = sought(
    r"(?<![^\W_])(?:die|dat|wie) (?:ze|we|wij|iedereen|zij|hij|men) "
    r"(?P<name>(?:de |het )?[a-z'-]{3,20}(?: [a-z'-]{3,20})?) noem(?:t|en|de|den)\b",
    " noem",
    back=60,
)
_SIDE = sought(
    r"(?<![\w-])(?P<name>(?!(?:noord|zuid|oost|west|team|wijkteam|regio|afdeling|buurtteam)-)"
    r"[a-z]{4,20}-(?:noord|zuid|oost|west|centrum))(?![\w-])",
    "-(?:noord|zuid|oost|west|centrum)",
    back=20,
)
_OF_AN_AGE = sought(
    r"(?:(?<![^\n])|(?<=[.!?] ))(?P<name>[a-z'-]{3,20}) (?:is|was|wordt|werd) "
    rf"(?:(?:nu|pas|al|net|bijna|inmiddels|toen) )?(?:\d{{1,2}}|{NUMBER})"
    r"(?= (?:en|jaar|jr|geworden|maar)\b|[,;!?]|\.(?!\d)|$)",
    " (?:is|was|wordt|werd) ",
    back=20,
)
_NOT_OF_AN_AGE = RELATIONS | TITLES | frozenset(
    {
        "hij", "zij", "die", "dit", "dat", "het", "wie", "iemand", "niemand", "mevrouw", "meneer",
        "leeftijd", "totaal", "aantal", "termijn", "nummer", "optie", "er", "daar", "hier",
        "antwoord", "temperatuur", "cijfer", "score", "maximum", "minimum", "client", "inwoner",
    }
)  # fmt: skip
_SORTS = "|".join(sorted(ORGANISATION_TRIGGERS | SCHOOL_TRIGGERS, key=len, reverse=True))
_SORT_BARE = sought(
    rf"(?<![\w-])(?:(?P<before>[a-z']+) )?(?P<sort>[a-z]{{0,12}}(?:{_SORTS})) "
    r"(?P<name>(?:de |het |'t |den )?[a-z'&-]{3,25}"
    r"(?: (?:en|van|op|aan|de|het|&|in) [a-z'&-]{3,25})?(?: [a-z'&-]{3,25})?)"
    r"(?= (?:in|te|is|was|wil|heeft|en|komma|punt|belt|aan|op|met|voor|mentor|over|dat|die|zegt)\b"
    r"|[.,;:!?)|\t\n]|$)",
    rf"(?:{_SORTS}) ",
    back=32,
)
_BEFORE_ANY_SORT = ARTICLES | frozenset(
    {
        "die",
        "dat",
        "deze",
        "dit",
        "geen",
        "elke",
        "elk",
        "haar",
        "zijn",
        "mijn",
        "ons",
        "onze",
        "hun",
        "uw",
        "jullie",
        "eigen",
        "n",
        "t",
        "nieuwe",
        "andere",
        "vorige",
        "ander",
        "hele",
    }
)
_BRACKETED_NAME = sought(
    rf"(?<=[a-z] )\((?P<name>{_ARTICLE}[a-z'-]{{4,25}}(?: [a-z'-]{{4,25}})?)\)", r"\((?:de|het|'t) "
)
_BEHIND_THE_FORM = frozenset(
    {
        "en", "of", "die", "dat", "met", "van", "voor", "in", "op", "om", "te", "als", "aan",
        "is", "was", "heeft", "had", "wordt", "werd", "wil", "kan", "moet", "mag", "niet", "ook",
        "nog", "al", "zelf", "waar", "zonder", "bij", "naar", "uit", "er", "hier", "daar",
    }
)  # fmt: skip
_OF_A_LEGAL_FORM = sought(
    r"(?<![^\W_])(?:woning|zorg|hulp|welzijns|huurders)?"
    r"(?P<form>stichting|vereniging|cooperatie|maatschap) "
    r"(?P<name>[a-z'&-]{2,25}(?: [a-z'&-]{1,25}){0,5}?)"
    r"(?= (?:wil|wilde|heeft|had|is|was|belt|belde|zegt|zei|gaat|dreigt|komt|kan|moet|stelt"
    r"|vraagt|doet|helpt|weigert|stuurt|meldt|betaalt|stopt|biedt|zet|over|inzake|via|per|sinds|dat|die|omdat|want"
    r"|maar|mee|op de hoogte)\b|[.,;:!?)(\t|\n]| \(|$)",
    "stichting |vereniging |cooperatie |maatschap ",
    back=9,
)
_MONTH_OF_SOMEBODY = sought(
    r"(?<![^\W_])(?:(?:boos|kwaad|trots|verliefd|gericht|wachten|gewacht|vertrouwen|rekenen|jaloers)"
    r"(?: te worden| geworden)? op|met|bij|aan|tegen|zonder|namens|volgens|heet|beste|lieve|hoi)"
    r" (?P<name>april|mei|juni|juli|augustus)"
    r"(?= (?!\d|tot|en (?:juni|juli|mei)|is het|wordt het)|[.,:;!?)\n]|$)",
    " (?:april|mei|juni|juli|augustus)",
    back=45,
)
_LETTERS_BEFORE = sought(
    r"(?<![\w.])(?P<name>(?:[a-z]\. ?){1,4})(?=\([a-z'-]{2,20}\) (?:[a-z]|\'))", r"\. ?\(", back=12
)
_NUMBER_OF_A_HOUSE = rf"(?:\d{{1,4}} ?[a-h]?|(?!een\b|twee\b){NUMBER})"
_BEHIND_A_HOUSE = (
    r"(?![.,:]\d)(?=[.,;:!?)|\t\n]|$| (?:in|te|zegt|is|waar|en|wil|belt|heeft"
    r"|want|omdat|maar|die|daar|hij|zij|ze|sinds|komt|met)\b| \()"
)
_HOUSE_BEHIND = sought(
    r"(?:(?<![^\W_])(?:op|aan|van|naar|adres|bij|huurder|huisuitzetting|ontruiming|sleutel|woning"
    r"|pand)|(?<=[a-z]),) (?P<name>(?:de |het |'t )?(?P<first>[a-z'-]{2,30})"
    r"(?: (?:van|de|der|den|het|in|aan)(?= ))?(?P<last> [a-z'-]{2,30})?"
    rf" {_NUMBER_OF_A_HOUSE}){_BEHIND_A_HOUSE}",
    rf" (?=[0-9etdvzanh]){_NUMBER_OF_A_HOUSE}{_BEHIND_A_HOUSE}",
    back=90,
    over=r"a-z', -",
)
_SPEAKS = sought(
    r"(?:(?<![^\n])|(?<=[-•>;.] ))(?P<name>[a-z]-[a-z]|[a-z]{2,3})(?=: )",
    ": ",
    back=3,
)
_SHORT_OF_SOMEBODY = sought(
    r"(?:(?<![^\W_])(?:verslag|notulen|notulist|opgesteld door|ingevuld door|genoteerd door"
    r"|namens|actie"
    r"|besproken met|overlegd met|gebeld met):? |(?<=[\t|;]) ?)(?P<name>[a-z]{2,4})"
    r"(?= ?(?:[.,;|)\t\n]|$))",
    r"verslag|notul|door|namens|actie|met|[\t|;]",
    back=20,
)
_DOTTED = sought(r"(?<![\w.])(?P<name>(?:[a-z]\.){2,4})(?![\w])", r"\.(?=[a-z]\.)", back=1)
_BESIDE = sought(r"(?<![\w])(?P<name>[a-z]{2,3})(?= ?\+ ?[a-z])", r" ?\+", back=3)


def labelled_values(page: Page) -> Iterator[Find]:
    """Yield what a form says behind a label: "naam: den karol, j.", "school\\tde kring"."""
    for match in _LABELLED.finditer(page.lower):
        kind = _KINDS[match["label"]]
        if match["name"] in _HEADS:
            continue
        if kind is FindKind.PERSON and words_of(match["name"])[0] in ARTICLES:
            # "inwoner: de jongere zelf" tells what somebody is.
            continue
        yield from _asked(page, match, kind, f"staat achter '{match['label']}'")


def cells(page: Page) -> Iterator[Find]:
    """Yield a cell with an article and one word, as schools and firms are called: "| de kring"."""
    for match in _CELL.finditer(page.lower):
        yield from _asked(page, match, FindKind.ORGANISATION, "staat alleen in een vak")


def schools_one_is_at(page: Page) -> Iterator[Find]:
    """Yield where a child or somebody who teaches is: "zit op de kring"."""
    for pattern in (_SITS, _TEACHES):
        for match in pattern.finditer(page.lower):
            yield from _asked(page, match, FindKind.SCHOOL, "kan een school zijn")


def quarters(page: Page) -> Iterator[Find]:
    """Yield what a quarter or flat is called: "in de wijk het rooseveld"."""
    for match in _QUARTER.finditer(page.lower):
        group = "name" if match["name"] else "called"
        if match[group] in OF_PEOPLE:
            continue
        yield from _asked(page, match, FindKind.NEIGHBOURHOOD, "staat achter 'wijk'", group)


def house_numbers(page: Page) -> Iterator[Find]:
    """Yield a house number without its street: "buurman op 43a", "op nummer 4bis"."""
    for match in _NEXT_DOOR.finditer(page.lower):
        group = next(name for name, said in match.groupdict().items() if said)
        yield mark_name(
            page,
            FindKind.ADDRESS,
            *match.span(group),
            cores=(match[group],),
            certainty=Certainty.LIKELY,
            reason="huisnummer zonder straat",
        )


def with_whom(page: Page) -> Iterator[Find]:
    """Yield who somebody is a client of: "zit bij karakter in ede", "schuld bij tele voordeel"."""
    for match in chain(_WITH.finditer(page.lower), _FROM.finditer(page.lower)):
        group = "name" if match["name"] else "sender"
        words = [word for word in words_of(match[group]) if word not in ARTICLES]
        if words and NOBODY_IS_WITH.isdisjoint(words[:1]) and words[0] not in RELATIONS:
            reason = "kan een organisatie zijn"
            kind = FindKind.ORGANISATION
            yield from _asked(page, match, kind, reason, group, capital=True)


def nicknames(page: Page) -> Iterator[Find]:
    """Yield what somebody is called by others: "ze noemen hem de beer"."""
    for match in chain(
        _NICKNAME.finditer(page.lower),
        _CALLED_SO.finditer(page.lower),
        _ALIAS.finditer(page.lower),
    ):
        yield from _asked(page, match, FindKind.PERSON, "zo wordt iemand genoemd", capital=True)


def sides_of_towns(page: Page) -> Iterator[Find]:
    """Yield a part of a town by its side: "centrum-zuid"."""
    for match in _SIDE.finditer(page.lower):
        reason = "kan een wijk zijn"
        yield from _asked(page, match, FindKind.NEIGHBOURHOOD, reason, capital=True)


def openings_of_an_age(page: Page) -> Iterator[Find]:
    """Yield the word of which a sentence says how old it is: "Geduld is 19 en zwanger"."""
    for match in _OF_AN_AGE.finditer(page.lower):
        if match["name"] not in _NOT_OF_AN_AGE:
            reason = "staat voor een leeftijd"
            yield from _asked(page, match, FindKind.PERSON, reason, capital=True)


def bare_sorts(page: Page) -> Iterator[Find]:
    """Yield what stands behind a sort of organisation without an article: "boven café de hand"."""
    for match in _SORT_BARE.finditer(page.lower):
        words = words_of(match["name"])
        plain = words[0] in OF_PEOPLE or words[0] in _BEHIND_THE_FORM or words[0] in CALLED_NOTHING
        if plain or DONE.fullmatch(words[0]) or match["before"] in _BEFORE_ANY_SORT:
            continue
        school = match["sort"] in SCHOOL_TRIGGERS
        yield mark_name(
            page,
            FindKind.SCHOOL if school else FindKind.ORGANISATION,
            *match.span("name"),
            cores=words,
            certainty=Certainty.POSSIBLE,
            reason=f"staat achter '{match['sort']}'",
            asks=True,
        )


def bracketed_names(page: Page) -> Iterator[Find]:
    """Yield a name with its article between brackets: "de school van de oudste (de driekleur)"."""
    for match in _BRACKETED_NAME.finditer(page.lower):
        yield from _asked(page, match, FindKind.ORGANISATION, "staat tussen haakjes")


def legal_forms(page: Page) -> Iterator[Find]:
    """Yield what stands behind a legal form: "woningstichting thuis in de streek wil"."""
    for match in _OF_A_LEGAL_FORM.finditer(page.lower):
        first = words_of(match["name"])[:1]
        if first and first[0] not in OF_PEOPLE and first[0] not in _BEHIND_THE_FORM:
            yield mark_name(
                page,
                FindKind.ORGANISATION,
                *match.span("name"),
                cores=words_of(match["name"]),
                certainty=Certainty.POSSIBLE,
                reason=f"staat achter '{match['form']}'",
                asks=True,
            )


def months_of_people(page: Page) -> Iterator[Find]:
    """Yield a month where only somebody can stand: "boos op mei"."""
    for match in _MONTH_OF_SOMEBODY.finditer(page.lower):
        yield from _asked(page, match, FindKind.PERSON, "staat waar iemand staat", capital=True)


def letters_before_a_name(page: Page) -> Iterator[Find]:
    """Yield the initials before a first name in brackets: "E.M. (Liesbeth) Bakels"."""
    for match in _LETTERS_BEFORE.finditer(page.lower):
        yield from _asked(page, match, FindKind.PERSON, _LETTERS, capital=True)


def small_addresses(page: Page) -> Iterator[Find]:
    """Yield words with a number where an address stands: "op 't heechhout 2", "van kom 3"."""
    for match in _HOUSE_BEHIND.finditer(page.lower):
        if not NUMBERED.isdisjoint((match["first"], (match["last"] or "").strip())):
            continue
        yield an_address(page, *match.span("name"), "kan een adres zijn")


def made_to_measure(page: Page) -> Iterator[Find]:
    """Yield firms that say so: "via bewind op maat"."""
    for match in _TO_MEASURE.finditer(page.lower):
        yield from _asked(page, match, FindKind.ORGANISATION, "kan een organisatie zijn")


def greeted(page: Page) -> Iterator[Find]:
    """Yield who is greeted: "ha wil, weet jij"."""
    for match in _GREETED.finditer(page.lower):
        yield from _asked(page, match, FindKind.PERSON, "staat achter een groet")


def speaking_letters(page: Page) -> Iterator[Find]:
    """Yield letters that speak or stand beside others: "js: nee", "(ab + mvd)"."""
    for pattern in (_SPEAKS, _BESIDE):
        for match in pattern.finditer(page.lower):
            if match["name"] not in ABBREVIATIONS | NO_LETTERS:
                yield from _asked(page, match, FindKind.PERSON, _LETTERS)


def shortened_people(page: Page) -> Iterator[Find]:
    """Yield letters without a vowel where somebody is named, and letters with full stops that are
    short for nothing else: "verslag kdb", "(w.v.d.)".
    """
    for match in _SHORT_OF_SOMEBODY.finditer(page.lower):
        name = match["name"]
        if _VOWELS.isdisjoint(name) and name not in ABBREVIATIONS | NO_LETTERS | _HEADS:
            yield from _asked(page, match, FindKind.PERSON, _LETTERS, capital=True)
    for match in _DOTTED.finditer(page.lower):
        if match["name"].replace(".", "") not in DOTTED:
            start, end = match.span("name")
            yield mark_name(
                page,
                FindKind.PERSON,
                start,
                end,
                cores=(match["name"].replace(".", ""),),
                certainty=Certainty.POSSIBLE,
                reason=_LETTERS,
                asks=True,
            )


def _asked(
    page: Page,
    match: re.Match[str],
    kind: FindKind,
    reason: str,
    group: str = "name",
    *,
    capital: bool = False,
) -> Iterator[Find]:
    start, end = match.span(group)
    words = words_of(match[group])
    cores = tuple(word for word in words if word not in PARTICLES)
    if not cores or not CALLED_NOTHING.isdisjoint(cores):
        return
    if not capital and not page.cased[start].islower():
        return
    yield mark_name(
        page,
        kind,
        start,
        end,
        cores=cores,
        certainty=Certainty.POSSIBLE,
        reason=reason,
        asks=True,
        everyday=True,
    )
