"""Het leerverslag: wat anderen mogen leren, en wat daarvoor weg moet blijven."""

from __future__ import annotations

from collections.abc import Mapping

from beraad.phases.model import Field, FieldKind


def _text(name: str, label: str, hint: str) -> Field:
    return Field(section="lesson", name=name, label=label, hint=hint)


def _line(name: str, label: str, hint: str, *, suggestions: str = "") -> Field:
    return Field(
        section="lesson",
        name=name,
        label=label,
        hint=hint,
        kind=FieldKind.LINE,
        suggestions=suggestions,
    )


def _check(name: str, label: str) -> Field:
    return Field(section="lesson", name=name, label=label, kind=FieldKind.CHECK)


TITLE = _line("title", "Titel", "waar gaat het over, voor iemand die er niet bij was?")
SITUATION = _text(
    "situation", "Het soort situatie", "Wat voor situatie is dit? Niet: wat hier speelde."
)
DILEMMA = _text("dilemma", "Het dilemma", "Waartussen moest iemand kiezen?")
VALUE_CONFLICT = _text("value_conflict", "De waarden die botsen", "Welke waarden botsten, en hoe?")
CONSIDERATIONS = _text(
    "considerations", "Wat er gewogen is", "Wat gaf de doorslag, en wat stond daartegenover?"
)
LESSON = _text("lesson", "De les", "Wat zou je een ander team meegeven?")
BOTTLENECK = _line(
    "bottleneck", "Knelpunt", "welke regel of werkwijze knelde?", suggestions="knelpunten"
)
THEMES = _line("themes", "Thema’s", "woorden om het terug te vinden, met een komma ertussen")

FIELDS = (TITLE, SITUATION, DILEMMA, VALUE_CONFLICT, CONSIDERATIONS, LESSON, BOTTLENECK, THEMES)

LEAVE_OUT: Mapping[str, str] = {
    "title": "Geen beroep, ziekte, land of plaats die maar bij één iemand past.",
    "situation": "Laat weg: leeftijd, gezin, afkomst, bedragen, dagen, straat en wijk. "
    "Schrijf “iemand”, “een ouder”, “een paar weken”.",
    "dilemma": "Schrijf het zo dat iemand anders het ook had kunnen meemaken.",
    "value_conflict": "Noem de waarden bij hun naam; daarop vinden anderen dit terug.",
    "considerations": "Niet wie wat zei of koos, en geen aantallen. Geen letterlijke woorden.",
    "lesson": "Eén of twee zinnen die ook over een jaar nog kloppen.",
    "bottleneck": "De regel of werkwijze, niet het team of de afdeling.",
    "themes": "Algemene woorden, zoals: inkomen, wachten, vertrouwen.",
}
"""By field what does not belong there, or what helps others to find it."""

GENERAL_WORDS = _check(
    "general_words", "Het gaat over een soort situatie, niet over wat hier speelde"
)
NO_LOCAL_DETAIL = _check(
    "no_local_detail", "Er staat geen plaats, organisatie, dag of bijzonderheid van hier in"
)
NOBODY_RECOGNISED = _check(
    "nobody_recognised",
    "Niemand is te herkennen, ook niet voor bekenden: geen inwoner en geen collega",
)
CHECKS = (GENERAL_WORDS, NO_LOCAL_DETAIL, NOBODY_RECOGNISED)

APPROVED_BY = _line(
    "approved_by", "Wie keurt goed?", "een andere rol dan wie leidde of inbracht, geen naam"
)

ALL = (*FIELDS, *CHECKS, APPROVED_BY)
"""Everything that can be written down about a leerverslag."""
