"""What in a leerverslag may lead to one person, whatever was decided about single words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from beraad.lessons.copied import copied, told
from beraad.phases import lesson as texts
from beraad.privacy.clean import CleanedSession
from beraad.privacy.dutch.folding import fold
from beraad.privacy.review.survey import Finding
from beraad.records import Lesson, Session

LONGEST_SITUATION = 70
"""Words: what is longer tells a case."""

_PLACEHOLDER = re.compile(
    r"\[[^\[\]\n]{1,60}\]|<[^<>\n]{1,60}>"
    r"|\((?:naam|namen|adres|straat|plaats|woonplaats|leeftijd|datum|bedrag|nummer|telefoon\w*)\)",
    re.IGNORECASE,
)
_GAP = re.compile(r"…|\.{3}|_{2,}|\b[xX]{2,}\b")
_NUMBERED = "(?:honderd|duizend|tien|(?:twin|der|veer|vijf|zes|zeven|tach|negen)tig)"
_UNDER_TEN = "(?:twee|drie|vier|vijf|zes|zeven|acht|negen|elf|twaalf|anderhalve)"
_AMOUNT = re.compile(
    rf"€ ?\d|\b\d[\d.,]*(?:,-)? ?(?:euro|eur)\b|\beu(?:ro|r) ?\d|\b[a-z]*{_NUMBERED}[a-z]* euro\b"
    rf"|\b(?:\d[\d.,]*|{_UNDER_TEN}) ?(?:euro|mille|ton)\b|\b\d[\d.,]* ?k\b"
    r"|\b\d[\d.]*,(?:\d\d\b|-)|\b\d{2,}[\d.,]* (?:per|p/|pw\b|pm\b)"
    rf"|\b[a-z]*{_NUMBERED}[a-z]* per (?:dag|week|maand|jaar)\b|\bbedrag van \w*\d"
)
_TRAITS: Mapping[str, re.Pattern[str]] = {
    "gezin": re.compile(
        r"\b(?:dochters?|zoon|zoons|zonen|tweeling\w*|drieling\w*|zus(?:je|sen)?|broer(?:tje|s)?"
        r"|stief\w+|pleeg\w+|weduwe|weduwnaar|kleinkind\w*|oma|opa|grootouder\w*|gescheiden"
        r"|scheiding|alleenstaand\w*|zwanger\w*|bevallen|echtgenot\w*|ex-?(?:man|vrouw|partner)"
        r"|geadopteerd\w*|(?:moeder|vader|ouder) van (?:\d|twee|drie|vier|vijf|zes|zeven|acht)"
        r"|(?:twee|drie) (?:moeders|vaders))\b"
    ),
    "overlijden": re.compile(
        r"\b(?:overleden|overlijden|overleed|gestorven|stierf|sterven|begrafenis|crematie"
        r"|nabestaande\w*|zelfdoding|suicide|rouw\w*|dood|doodgeboren|omgekomen|verongelukt\w*"
        r"|verloor (?:een|haar|zijn|hun) (?:kind|man|vrouw|partner|moeder|vader|ouders|baby))\b"
    ),
    "gezondheid": re.compile(
        r"\b(?:ziek|zieke|ziekte|ziekenhuis|kanker|depressie\w*|psychose\w*|verslav\w+|verslaafd\w*"
        r"|handicap|beperking|diabetes|dementie|diagnose|rolstoel|operatie|burn-?out|medicijn\w*)\b"
    ),
    "gebeurtenis": re.compile(
        r"\b(?:brand|overstroming|ongeluk|ongeval|overval|ontvoering"
        r"|uithuisplaatsing|mishandel\w+|misbruik\w*|bedreigd|bedreiging)\b"
    ),
    "justitie": re.compile(
        r"\b(?:gevangenis\w*|detentie|gedetineerd\w*|veroordeeld\w*|strafblad|taakstraf|enkelband"
        r"|reclassering|tbs)\b"
    ),
    "geaardheid": re.compile(
        r"\b(?:homo\w*|lesbisch\w*|biseksue\w+|trans(?:gender|man|vrouw)\w*)\b"
    ),
    "werk": re.compile(
        r"\b(?:marktkra+m\w*|marktkoop\w+|schoonma(?:ker|akster)|kapper|kapster|taxichauffeur"
        r"|vrachtwagenchauffeur|maaltijdbezorg\w+|bezorger|verple\w+|leraar|lerares|docent|kok"
        r"|timmerman|metselaar|schilder|monteur|bakker|slager|visser|boer|boerin|muzikant)\b"
    ),
}
_REASONS = {
    "afkomst": "afkomst",
    "geloof": "geloof",
    "gezondheid": "gezondheid",
    "werk": "werk",
    "gezin": "gezin",
    "grootte van een gezin": "gezin",
    "gebeurtenis": "gebeurtenis",
    "leeftijd van iemand": "leeftijd",
    "een leeftijd die elders staat": "leeftijd",
}
"""What the gate says of a trait, as a kind of trait."""

_TOGETHER = 2
"""So many kinds of traits together lead to somebody."""


def risks(session: Session, cleaned: CleanedSession, found: Iterable[Finding]) -> Iterator[str]:
    """Everything that has to be rewritten first, each as a Dutch sentence.

    `cleaned` is the same beraad after the gate, and `found` what the gate finds in the leerverslag.
    A word that may stay by itself still counts here.
    """
    written = session.lesson
    yield from _literal(written, told(session), told(cleaned))
    yield from _left_open(written)
    whole = fold("\n".join(text for _, text in _said(written))).lower
    if amount := _AMOUNT.search(whole):
        yield (
            f"Een precies bedrag kan naar iemand leiden (“{amount[0]}”): schrijf hoe groot het "
            "ongeveer was."
        )
    if named := _traits(whole, found):
        yield (
            f"Samen kunnen deze kenmerken naar één mens leiden: {named}. Schrijf er hooguit één, "
            "en algemeen."
        )
    if len(written.situation.split()) > LONGEST_SITUATION:
        yield f"Het soort situatie telt meer dan {LONGEST_SITUATION} woorden: maak het korter."


def _said(written: Lesson) -> Iterator[tuple[str, str]]:
    """Each text with the name of its field."""
    for field in texts.FIELDS:
        if text := str(getattr(written, field.name)).strip():
            yield field.label, text


def _literal(written: Lesson, *cases: str) -> Iterator[str]:
    for label, text in _said(written):
        sentences = dict.fromkeys(one for case in cases for one in copied(text, case))
        for sentence in list(sentences)[:1]:
            shown = " ".join(sentence.split()[:6])
            yield (
                f"Onder “{label}” staat een zin uit het beraad (“{shown} …”): schrijf die opnieuw."
            )


def _left_open(written: Lesson) -> Iterator[str]:
    for label, text in _said(written):
        if place := _PLACEHOLDER.search(text):
            yield f"Onder “{label}” staat nog “{place[0]}”: schrijf de zin zonder."
        elif _GAP.search(text):
            yield f"Onder “{label}” staan nog puntjes: vul de zin aan."


def replaced(written: Lesson, cleaned: Lesson) -> Iterator[str]:
    """Where the gate puts a placeholder in what was written: a reader would meet "[persoon]"."""
    for field in texts.FIELDS:
        text, said = str(getattr(written, field.name)), str(getattr(cleaned, field.name))
        for place in _PLACEHOLDER.finditer(said):
            if place[0] not in text:
                yield (
                    f"Onder “{field.label}” komt “{place[0]}” te staan: schrijf de zin zo dat er "
                    "niets weg hoeft."
                )
                break


def _traits(whole: str, found: Iterable[Finding]) -> str:
    """The kinds of traits with a word for each; empty when there are too few to lead anywhere."""
    named = {kind: match[0] for kind, words in _TRAITS.items() if (match := words.search(whole))}
    for one in found:
        kind = _REASONS.get(one.reason)
        if kind and fold(one.text).lower not in named.values():
            named.setdefault(kind, one.text)
    if len(named) < _TOGETHER:
        return ""
    return ", ".join(f"{kind} (“{word}”)" for kind, word in named.items())
