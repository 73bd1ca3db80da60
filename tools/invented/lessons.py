"""Approved leerverslagen about conflicts that come back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from beraad.phases.dates import season_of
from beraad.records import Id, Lesson, RegisteredLesson
from tools.invented.day import TODAY

_QUARTER = timedelta(days=91)
_CHECKED = Lesson(
    general_words=True,
    no_local_detail=True,
    nobody_recognised=True,
    approved_by="kwaliteitsmedewerker",
)
_LESSONS = (
    replace(
        _CHECKED,
        title="Helpen terwijl een wachttijd loopt",
        situation="Iemand zonder inkomen vraagt hulp in een periode waarin de regel van wachten "
        "uitgaat. Wie beslist, ziet dat wachten de situatie slechter maakt.",
        dilemma="Houd ik mij aan de wachttijd, of zoek ik nu al een uitweg?",
        value_conflict="Bestaanszekerheid tegenover rechtsgelijkheid.",
        considerations="Niemand wilde iemand zonder eten wegsturen. Een uitzondering zonder "
        "afspraak werd gezien als willekeur: dan krijgt wie het hardst vraagt het meest.",
        lesson="Spreek vooraf af wanneer een uitzondering mag. Dan hangt hulp niet af van wie er "
        "aan het loket zit, en blijft het vertrouwen heel.",
        bottleneck="Wachttijd zonder inkomen",
        themes="wachten, uitzondering, inkomen",
    ),
    replace(
        _CHECKED,
        title="Eerlijk zijn over een oude fout",
        situation="Een inwoner met schulden heeft lang geleden iets verzwegen. De hulp van nu "
        "hangt af van wat daarover wordt opgeschreven.",
        dilemma="Schrijf ik alles op, of alleen wat nu nog telt?",
        value_conflict="Eerlijkheid tegenover barmhartigheid, en vertrouwen in wie hulp vraagt.",
        considerations="Wie alles opschreef, wilde niets verbergen. Wie het oude liet rusten, zag "
        "iemand die al lang had betaald.",
        lesson="Vraag eerst waarvoor de informatie nodig is. Wat geen doel dient, hoeft niet mee.",
        bottleneck="Schulden die ontstonden door fraude",
        themes="schulden, vertrouwen, tweede kans",
    ),
    replace(
        _CHECKED,
        title="Een buurman die ook mantelzorger is",
        situation="Iemand helpt een ander elke dag, zonder dat het ergens vastligt. Wat hij weet, "
        "is van belang voor een besluit over hulp.",
        dilemma="Gebruik ik wat hij in vertrouwen vertelde?",
        value_conflict="Privacy tegenover zorgzaamheid.",
        considerations="Vertrouwen is snel weg. Maar niets doen kan ook schade geven.",
        lesson="Vraag toestemming voor je het nodig hebt, niet erna.",
        bottleneck="Informatie van naasten",
        themes="privacy, vertrouwen, mantelzorg",
    ),
)


def lessons() -> tuple[RegisteredLesson, ...]:
    """The leerverslagen, a quarter of a year apart."""
    return tuple(
        RegisteredLesson(
            id=Id(f"les-{place}"),
            content=replace(content, approved_on=TODAY - place * _QUARTER),
            season=season_of(TODAY - place * _QUARTER),
        )
        for place, content in enumerate(_LESSONS)
    )
