"""What can be asked on the command line."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from datetime import date, time
from pathlib import Path

from beraad import __version__, untrusted
from beraad.cli.dutch import DutchParser
from beraad.phases.clock_time import clock_time
from beraad.records import Often, SignalStatus
from beraad.report.forms.names import FormKind

RICHEST_CASE = "schuldhulp-na-een-fraudeschuld"
"""The oefencasus with the most to take out; played when no other is asked for."""

FORMATS = ("pdf", "odt", "docx", "html", "md", "mdto.xml")
"""The forms in which a verslag can be written."""

LAYERS = ("werk", "leer", "signaal")
"""The layers of a beraad that can be written as a document."""

LENGTHS = ("kort", "volledig")
"""How long a werkverslag can be."""

_SIGNAL_FORMS = ("json", "csv")
_STATUSES = {
    "concept": (SignalStatus.DRAFT, False),
    "doorgegeven": (SignalStatus.PASSED_ON, False),
    "ontvangen": (SignalStatus.RECEIVED, False),
    "in-behandeling": (SignalStatus.IN_PROGRESS, False),
    "vraag-terug": (SignalStatus.ASKED_BACK, False),
    "beantwoord": (SignalStatus.ANSWERED, False),
    "geen-antwoord": (SignalStatus.ANSWERED, True),
    "verteld": (SignalStatus.TOLD, False),
    "beoordeeld": (SignalStatus.WEIGHED, False),
    "gesloten": (SignalStatus.CLOSED, False),
    "samengevoegd": (SignalStatus.JOINED, False),
    "ingetrokken": (SignalStatus.WITHDRAWN, False),
}
"""How a status is called on the command line, and whether it is that no answer came; the screen
uses more words."""

_OFTEN = {
    "niet": Often.NEVER,
    "1-2": Often.FEW,
    "3-5": Often.SOME,
    "vaker": Often.MANY,
}
"""How often something was seen, as it is said on the command line."""

ERASING_REASONS: tuple[str, ...] = ("herkenbaar", "gevraagd", "termijn", "vergissing")
"""Why a signal is erased, as it is said on the command line."""

ERASING_ROLES: tuple[str, ...] = ("gespreksleider", "beheerder", "fg")
"""Who erases it."""

WIPING_ROLES: tuple[str, ...] = ("gespreksleider", "teamleider", "beheerder", "fg")
"""Who erases a beraad: one of these and nothing typed, for the line that stays holds no name."""

_USUAL = ("pdf", "md")
_SHORTEST, _LONGEST = 30, 480
_SHOWN = 60
"""Characters of a name that are shown when it is too long to be one."""


def parser() -> DutchParser:
    """The parser of `beraad`. What it returns has `command`: the name, or None for the window."""
    top = DutchParser(
        prog="beraad",
        description="Begeleidt een moreel beraad van casus naar verslag. "
        "Zonder opdracht gaat het venster open.",
    )
    top.choices.add_argument(
        "--versie", action="version", version=f"Beraad {__version__}", help="laat de versie zien"
    )
    _add_sessions(top, default=None)
    _add_house(top, default=None)
    commands = top.add_subparsers(title="opdrachten", dest="command", metavar="OPDRACHT")

    demo = commands.add_parser("demo", help="speel een oefencasus en schrijf de documenten")
    demo.description = (
        "Speelt een verzonnen beraad ronde voor ronde na. Het schrijft verslag-kort, verslag, "
        "leerverslag en signaal in elke gekozen vorm, met de MDTO-gegevens van elk en "
        "signaal.json. Eerdere met die naam maken plaats. Je eigen beraden blijven erbuiten."
    )
    demo.choices.add_argument(
        "--uit", metavar="MAP", type=Path, required=True, help="map voor de documenten"
    )
    demo.choices.add_argument(
        "--casus",
        metavar="NAAM",
        default=RICHEST_CASE,
        help="welke oefencasus; anders %(default)s",
    )

    demo.choices.add_argument(
        "--vorm",
        metavar="VORM",
        type=_formats,
        default=_USUAL,
        help="pdf, odt, docx, html en md, met komma’s ertussen; anders pdf,md",
    )

    practised = commands.add_parser("oefenregister", help="maak een register om mee te oefenen")
    _describe_practised(practised)

    report = commands.add_parser("verslag", help="schrijf het verslag van een beraad")
    report.description = (
        "Schrijft het werkverslag, het leerverslag of het signaal, met namen en nummers weggehaald."
    )
    report.add_argument_group("waarvan").add_argument(
        "file", metavar="BESTAND", type=Path, help="het bestand van het beraad"
    )
    report.choices.add_argument(
        "--laag",
        metavar="LAAG",
        choices=LAYERS,
        default=LAYERS[0],
        help="werk, leer of signaal; anders %(default)s",
    )
    report.choices.add_argument(
        "--lengte",
        metavar="LENGTE",
        choices=LENGTHS,
        default=LENGTHS[0],
        help="van het werkverslag: kort (twee bladzijden) of volledig; anders %(default)s",
    )
    report.choices.add_argument(
        "--vorm",
        metavar="VORM",
        type=_formats,
        default=_USUAL,
        help="pdf, odt, docx, html en md, met komma’s ertussen; anders pdf,md",
    )
    report.choices.add_argument(
        "--deelnemer-akkoord",
        action="store_true",
        help="te zien is wat één of twee deelnemers schreven, en die vinden dat goed, "
        "ook in het volledige verslag",
    )
    report.choices.add_argument(
        "--uit", metavar="MAP", type=Path, default=Path(), help="map voor het verslag; anders hier"
    )

    _describe_returned(commands.add_parser)

    times = commands.add_parser("tijden", help="laat de minuten per ronde van een beraad zien")
    times.description = "Laat per ronde de minuten zien: gepland, gekregen en gebruikt."
    times.add_argument_group("waarvan").add_argument(
        "file", metavar="BESTAND", type=Path, help="het bestand van het beraad"
    )

    forms = commands.add_parser("formulieren", help="maak papier om op te schrijven")
    _describe_forms(forms)

    signals = commands.add_parser("signalen", help="schrijf de signalen in één bestand")
    _describe_signals(signals)

    register = commands.add_parser(
        "register", help="geef het register door aan andere laptops, of lees dat van hen"
    )
    _describe_register(register)

    ask = commands.add_parser("vraag", help="vraag teams of zij iets zien, of antwoord daarop")
    _describe_ask(ask)

    vault = _describe_vault(commands.add_parser)

    routes = commands.add_parser("routes", help="laat zien waar een signaal heen kan, en terug")
    _describe_routes(routes)

    counted = commands.add_parser(
        "overzicht", help="schrijf het overzicht van knelpunten en de beleidsbrief"
    )
    _describe_counted(counted)

    agenda = _describe_agenda(commands.add_parser)

    lessons = commands.add_parser("lessen", help="zoek in de goedgekeurde leerverslagen")
    _describe_lessons(lessons)

    overview = commands.add_parser("lijst", help="laat zien welke beraden er zijn")
    overview.description = "Laat per beraad de week, de ronde, het team en de titel zien."

    kept = _describe_kept(commands.add_parser)

    check = commands.add_parser("controleer", help="laat zien waaraan iemand te herkennen is")
    _describe_check(check)

    at_home = (signals, register, ask, routes, counted, agenda, lessons, overview, check)
    about_one = (report, times, forms)
    for command in (*at_home, *about_one, *kept, vault, _describe_course(commands.add_parser)):
        _add_sessions(command, default=argparse.SUPPRESS)
    for command in (report, forms, routes, counted):
        _add_house(command, default=argparse.SUPPRESS)
    return top


def _describe_kept(add: Callable[..., DutchParser]) -> tuple[DutchParser, ...]:
    """The commands that keep, give and erase beraden."""
    return (
        *_describe_keeping(add),
        _describe_erasing(add),
        _describe_signal(add),
        _describe_seeking(add),
        *_describe_handing(add),
    )


def _describe_keeping(add: Callable[..., DutchParser]) -> tuple[DutchParser, DutchParser]:
    """The commands for backups."""
    backup = add("reservekopie", help="maak een reservekopie van alle beraden en het register")
    backup.description = (
        "Kopieert wat veranderd is naar de map reservekopieen bij je beraden. Beraad doet dat ook "
        "vanzelf, na elke dag met wijzigingen. Met --naar komt er ook een kopie in een andere map."
    )
    backup.choices.add_argument(
        "--naar", metavar="MAP", type=Path, help="maak ook een kopie in deze map"
    )
    backup.choices.add_argument(
        "--vergeet",
        metavar="MAP",
        type=Path,
        help="deze map met reservekopieën is er niet meer en komt niet terug; maakt geen kopie",
    )
    back = add("herstel", help="zet een reservekopie terug, of red wat er nog te lezen is")
    back.description = (
        "Van een map met reservekopieën komt de nieuwste terug; wat er nu staat, gaat opzij en "
        "blijft minstens 30 dagen. Van een bestand komt dat ene terug. Is het beschadigd, dan "
        "maakt Beraad een nieuw beraad van wat nog te lezen is, en zegt wat niet."
    )
    back.add_argument_group("waarvan").add_argument(
        "bron", metavar="MAP|BESTAND", type=Path, help="een map met reservekopieën, of een bestand"
    )
    back.choices.add_argument(
        "--moment", metavar="MOMENT", default="", help="welke kopie, als 2026-11-25T17:12"
    )
    back.choices.add_argument(
        "--toon", action="store_true", help="laat alleen zien wat er anders wordt"
    )
    back.choices.add_argument(
        "--wachtzin-bestand",
        metavar="BESTAND",
        type=Path,
        help="bestand met de wachtzin of sleutel van die kopieën, als ze van een andere kluis zijn",
    )
    return backup, back


def _describe_erasing(add: Callable[..., DutchParser]) -> DutchParser:
    """The command that erases."""
    wipe = add("wis", help="wis een beraad, of zie welke over hun bewaartermijn zijn")
    wipe.description = (
        "Zonder bestand zie je welke beraden over de afgesproken datum zijn. Met een bestand zie "
        "je wat er gewist zou worden: het beraad, kopieën, reservekopieën en wat ernaast ligt. "
        "Pas met --zeker gebeurt het, en dan komt het niet meer terug."
    )
    wipe.add_argument_group("waarvan").add_argument(
        "file", metavar="BESTAND", nargs="?", type=Path, help="het bestand van het beraad"
    )
    wipe.choices.add_argument("--zeker", action="store_true", help="wis echt")
    wipe.choices.add_argument(
        "--verder", action="store_true", help="maak af wat zonder kluis niet af was"
    )
    wipe.choices.add_argument(
        "--resten",
        action="store_true",
        help="wat overbleef van verdwenen oefeningen; met --zeker wist Beraad het",
    )
    wipe.choices.add_argument(
        "--rol",
        metavar="ROL",
        choices=WIPING_ROLES,
        default=WIPING_ROLES[0],
        help=f"wie wist: {', '.join(WIPING_ROLES)}; anders %(default)s",
    )
    return wipe


def _describe_signal(add: Callable[..., DutchParser]) -> DutchParser:
    """The command that erases a signal."""
    one = add("signaal", help="zie welke signalen er zijn, of wis er een uit het register")
    one.description = (
        "Met lijst zie je het kenmerk van elk signaal. Met wis en een kenmerk zie je wat er gewist "
        "zou worden. Pas met --reden en --zeker gebeurt het: hier, in de reservekopieën, en bij "
        "anderen zodra jij en zij samenvoegen of uitwisselen. Het komt niet meer terug. Een "
        "signaal intrekken is iets anders: dat doe je in het venster, en dan blijven de woorden."
    )
    what = one.add_argument_group("wat")
    what.add_argument("wat", choices=("lijst", "wis"), metavar="WAT", help="lijst of wis")
    what.add_argument(
        "kenmerk", metavar="KENMERK", nargs="?", default="", help="het kenmerk, of het begin ervan"
    )
    one.choices.add_argument(
        "--reden",
        metavar="REDEN",
        choices=ERASING_REASONS,
        help=f"waarom: {', '.join(ERASING_REASONS)}",
    )
    one.choices.add_argument(
        "--rol",
        metavar="ROL",
        choices=ERASING_ROLES,
        default=ERASING_ROLES[0],
        help=f"wie wist: {', '.join(ERASING_ROLES)}; anders %(default)s",
    )
    one.choices.add_argument("--zeker", action="store_true", help="wis echt")
    return one


def _describe_seeking(add: Callable[..., DutchParser]) -> DutchParser:
    """The command for somebody who asks what is kept about them."""
    person = add("zoek-betrokkene", help="zoek waar iemand genoemd wordt, voor inzage of wissen")
    person.description = (
        "Zoekt een naam of woord in alle beraden, oefeningen, het register, wat verwijderd is en "
        "alle reservekopieën. Hoofdletters en accenten maken niet uit. Met --weg --zeker komt "
        "er [weggehaald] voor in de plaats, ook in het register. De reservekopieën waar het in "
        "staat, verdwijnen, en Beraad zoekt nog eens als bewijs. Voeg daarna samen of wissel uit: "
        "dan is het ook bij anderen weg."
    )
    person.add_argument_group("waarop").add_argument(
        "woord", metavar="WOORD", help="de naam of het woord"
    )
    person.choices.add_argument(
        "--uit", metavar="BESTAND", type=Path, help="schrijf wat er staat in een tekstbestand"
    )
    person.choices.add_argument(
        "--weg", action="store_true", help="laat zien wat er weggaat als je het overal weghaalt"
    )
    person.choices.add_argument("--zeker", action="store_true", help="haal het echt weg")
    return person


def _describe_handing(add: Callable[..., DutchParser]) -> tuple[DutchParser, DutchParser]:
    """The commands for a colleague, or another laptop."""
    give = add("overdragen", help="geef beraden door in een versleuteld bestand")
    give.description = (
        "Maakt één bestand dat alleen opengaat met zes woorden, of met de sleutel van je collega. "
        "De woorden zie je één keer: zeg ze door de telefoon. Het programma age opent het ook, met "
        "streepjes tussen de woorden."
    )
    give.add_argument_group("waarvan").add_argument(
        "files", metavar="BESTAND", nargs="*", type=Path, help="de bestanden van de beraden"
    )
    give.choices.add_argument(
        "--alles", action="store_true", help="alle beraden en het register, voor een andere laptop"
    )
    give.choices.add_argument(
        "--naar", metavar="BESTAND", type=Path, required=True, help="het bestand dat wordt gemaakt"
    )
    give.choices.add_argument(
        "--sleutel", metavar="AGE1…", default="", help="de publieke sleutel van je collega"
    )
    give.choices.add_argument("--wis", action="store_true", help="wis ze daarna hier")
    take = add("openen", help="neem beraden over uit zo’n bestand")
    take.description = (
        "Vraagt om de zes woorden en zet de beraden bij die van jou. Wat er al stond, blijft."
    )
    take.add_argument_group("waarvan").add_argument(
        "file", metavar="BESTAND", type=Path, help="het bestand dat je kreeg"
    )
    take.choices.add_argument(
        "--sleutelbestand", metavar="BESTAND", type=Path, help="je eigen sleutel van age"
    )
    take.choices.add_argument(
        "--woorden-bestand",
        metavar="BESTAND",
        type=Path,
        help="bestand met de zes woorden; anders BERAAD_WOORDEN_BESTAND, of Beraad vraagt ze",
    )
    return give, take


def _describe_course(add: Callable[..., DutchParser]) -> DutchParser:
    """The command for courses."""
    course = add("cursus", help="maak, controleer of open een cursus")
    course.description = (
        "Een cursus is één bestand met het programma, de casussen, de rollenkaarten, de "
        "formulieren en de dia’s. Met maak schrijf je er een, met controleer kijk je of er een "
        "klopt, met open zet je hem klaar tussen je beraden. Een losse casus kun je ook "
        "controleren en openen."
    )
    does = course.add_argument_group("wat")
    does.add_argument(
        "wat",
        choices=("maak", "controleer", "open"),
        metavar="WAT",
        help="maak, controleer of open",
    )
    does.add_argument(
        "file", metavar="BESTAND", nargs="?", type=Path, help="een .cursus of een .casus"
    )
    course.choices.add_argument(
        "--uit", metavar="BESTAND", type=_course_file, help="bestand.cursus, bij maak"
    )
    course.choices.add_argument(
        "--map",
        metavar="MAP",
        type=Path,
        help="map met cursus.toml en de map casussen, bij maak; anders de cursus van Beraad",
    )
    course.choices.add_argument(
        "--verzonnen",
        action="store_true",
        help="wat naar een mens lijkt te wijzen is verzonnen of hoort erbij, bij maak",
    )
    _add_house(course, default=argparse.SUPPRESS)
    return course


def _course_file(text: str) -> Path:
    """The file asked for; ArgumentTypeError for one that is not called as a course is."""
    if not text.lower().endswith(".cursus"):
        raise argparse.ArgumentTypeError("het bestand hoort te eindigen op .cursus")
    return Path(text)


def _describe_check(check: DutchParser) -> None:
    check.description = (
        "Leest een tekst en noemt per regel waaraan iemand te herkennen is, waarom, en wat er "
        "beter kan staan. Van een PDF, ODT, Word-bestand of webpagina zegt het ook hoe het in "
        "elkaar zit: tags, taal, lettertypen, maker. Er verandert niets. De uitkomst is 1 als er "
        "iets gevonden is, anders 0. Met "
        "--jsonl is de uitkomst 0, ook als er iets gevonden is: dat staat in het antwoord, en "
        "programma’s zien elke andere uitkomst als een fout."
    )
    check.add_argument_group("waarvan").add_argument(
        "file",
        metavar="BESTAND",
        nargs="?",
        type=_text_file,
        help="de tekst of het document; anders standaardinvoer",
    )
    check.choices.add_argument(
        "--beraad",
        metavar="BESTAND",
        type=Path,
        help="zoek in het document de woorden die uit dit beraad zijn weggehaald",
    )
    check.choices.add_argument(
        "--jsonl",
        action="store_true",
        help="lees regels {id, text, known} en schrijf regels {id, spans, review}",
    )


def _describe_lessons(lessons: DutchParser) -> None:
    lessons.description = (
        "Laat zien welke leerverslagen er zijn, met de waarden die botsten. Met zoekwoorden alleen "
        "die waar elk woord in voorkomt, met de zin waarin het staat."
    )
    lessons.add_argument_group("waarop").add_argument(
        "words", metavar="ZOEKWOORD", nargs="*", help="woorden, of het begin ervan"
    )


def _describe_agenda(add: Callable[..., DutchParser]) -> DutchParser:
    agenda = add("agenda", help="schrijf de dagen om op terug te kijken")
    agenda.description = (
        "Schrijft een agendabestand (.ics) met hele dagen vanaf vandaag: wanneer jullie op "
        "afspraken terugkijken, en voor wanneer iemand een stap zet bij een signaal. Een eerdere "
        "agenda van Beraad met dezelfde naam maakt plaats. Wat nog niet nagelezen is, staat er "
        "zonder woorden in. Oefeningen tellen niet mee."
    )
    agenda.choices.add_argument(
        "--uit", metavar="BESTAND", type=_ics_file, required=True, help="bestand.ics"
    )
    return agenda


def _describe_register(register: DutchParser) -> None:
    register.description = (
        "Met uit schrijft deze laptop zijn eigen bestand in een map die jullie delen; een eerder "
        "bestand van deze laptop maakt plaats. Met in leest hij de bestanden van alle andere. De "
        "volgorde maakt niet uit, en nog eens lezen ook niet. Alleen wat nagelezen is gaat mee. "
        "Met samen doet hij beide met het register van de gemeente op een server; alleen dan maakt "
        "Beraad een verbinding. Met init maakt een beheerder dat register."
    )
    way = register.add_argument_group("welke kant op")
    way.add_argument(
        "kant",
        choices=("uit", "in", "samen", "init"),
        metavar="KANT",
        help="uit, in, samen of init",
    )
    way.add_argument(
        "waar",
        metavar="WAAR",
        help="de map die jullie delen; bij samen en init het adres, zoals "
        "postgresql://laptop_01@register.gemeente.nl/beraad",
    )
    register.choices.add_argument(
        "--certificaat",
        metavar="BESTAND",
        type=Path,
        help="waarmee het certificaat van de server is ondertekend; anders wat het systeem "
        "vertrouwt",
    )
    register.choices.add_argument(
        "--wachtwoordbestand",
        metavar="BESTAND",
        type=Path,
        help="bestand met het wachtwoord, alleen voor jou te lezen; anders staat het in "
        "BERAAD_REGISTER_WACHTWOORD, of Beraad vraagt erom",
    )
    register.choices.add_argument(
        "--toch",
        action="store_true",
        help="bij init: ook in een database waarin al iets van een ander staat",
    )


def _describe_routes(routes: DutchParser) -> None:
    routes.description = (
        "Laat de routes van je organisatie zien: met welke vraag je ergens heen gaat, wie het "
        "oppakt, wanneer er antwoord is en wie het terugvertelt. Ze staan in routes.toml bij het "
        "register; zonder dat bestand zie je een voorbeeld. Met --uit komt er ook een kaart op A3."
    )
    routes.choices.add_argument(
        "--uit", metavar="MAP", type=Path, help="map voor de routekaart als PDF"
    )


def _describe_practised(practised: DutchParser) -> None:
    practised.description = (
        "Maakt een map met twee jaar verzonnen beraden en signalen van vier teams, tot en met "
        "vandaag. Kijk erin met beraad --sessions MAP. Niets ervan telt ooit mee bij echte "
        "signalen. De map moet nieuw zijn, of leeg."
    )
    practised.add_argument_group("waarheen").add_argument(
        "map", metavar="MAP", type=Path, help="de map die wordt gemaakt"
    )


def _describe_signals(signals: DutchParser) -> None:
    signals.description = (
        "Schrijft de signalen uit het register als JSON, of als CSV voor een spreadsheet. Een "
        "eerder bestand met die naam maakt plaats. Alleen wat nagelezen is gaat mee."
    )
    signals.choices.add_argument(
        "--uit",
        metavar="BESTAND",
        type=_signal_file,
        required=True,
        help="bestand.json of bestand.csv",
    )
    signals.choices.add_argument(
        "--status",
        metavar="STATUS",
        type=_statuses,
        default=(),
        help=f"{', '.join(_STATUSES)}, met komma’s ertussen; anders alles",
    )
    signals.choices.add_argument(
        "--vorm",
        metavar="VORM",
        type=_signal_forms,
        default=(),
        help="json en csv, met komma’s ertussen; anders zoals de naam van het bestand eindigt",
    )


def _describe_ask(ask: DutchParser) -> None:
    ask.description = (
        "Met stel maak je een klein bestand met een vraag, zoals “Zien jullie …?”. Met lees neemt "
        "een laptop een vraag of een antwoord over. Met antwoord zegt een team na een beraad hoe "
        "vaak het dit ziet, in een bestand dat terug kan. Met toon zie je elke vraag, met een "
        "aantal vanaf drie beraden van twee teams."
    )
    what = ask.add_argument_group("wat")
    what.add_argument("doe", choices=("stel", "lees", "antwoord", "toon"), metavar="WAT")
    what.add_argument(
        "wat", metavar="VRAAG", nargs="?", default="", help="de vraag, of het bestand ermee"
    )
    ask.choices.add_argument("--rol", metavar="ROL", default="", help="van stel: namens welke rol")
    ask.choices.add_argument(
        "--knelpunt", metavar="TITEL", default="", help="van stel: over welk knelpunt"
    )
    ask.choices.add_argument(
        "--voor", metavar="DAG", type=_day, help="van stel: antwoord voor deze dag"
    )
    ask.choices.add_argument(
        "--gezien",
        metavar="HOEVEEL",
        choices=tuple(_OFTEN),
        help=f"van antwoord: {', '.join(_OFTEN)}",
    )
    ask.choices.add_argument("--team", metavar="TEAM", default="", help="van antwoord: welk team")
    ask.choices.add_argument(
        "--op", metavar="DAG", type=_day, help="van antwoord: de dag van het beraad; anders vandaag"
    )
    ask.choices.add_argument(
        "--zeg", metavar="TEKST", default="", help="van antwoord: wat het team erbij wil zeggen"
    )
    ask.choices.add_argument(
        "--uit", metavar="MAP", type=Path, default=Path(), help="map voor het bestand; anders hier"
    )


def _describe_counted(counted: DutchParser) -> None:
    counted.description = (
        "Telt de signalen uit het register en de beraden in de map. Schrijft het overzicht van "
        "knelpunten en de beleidsbrief als PDF, ODT en Markdown, met de rijen als CSV. Teams staan "
        "er niet in, en een aantal staat er pas vanaf drie beraden van twee teams. Het telt per "
        "heel halfjaar; zonder --van en --tot is dat dit halfjaar."
    )
    counted.choices.add_argument(
        "--uit", metavar="MAP", type=Path, required=True, help="map voor de documenten"
    )
    counted.choices.add_argument(
        "--van", metavar="DAG", type=_day, help="vanaf het halfjaar van deze dag, als 2026-01-01"
    )
    counted.choices.add_argument(
        "--tot", metavar="DAG", type=_day, help="tot en met het halfjaar van deze dag"
    )


def _describe_returned(add: Callable[..., DutchParser]) -> None:
    """The commands that read what came back."""
    reactions = add("reacties", help="lees wat aanwezigen in een concept schreven")
    reactions.description = (
        "Leest uit een concept dat je terugkreeg wat iemand schreef: in de velden onder “Jouw "
        "reactie” en als opmerking in de kantlijn. Namen van schrijvers leest Beraad niet. Het "
        "werkt met PDF, Word en ODT; er verandert niets."
    )
    reactions.add_argument_group("waarvan").add_argument(
        "file", metavar="BESTAND", type=Path, help="het concept dat je terugkreeg"
    )

    answered = add("antwoord", help="lees wat er op een signaal is geantwoord")
    answered.description = (
        "Leest uit een signaal dat je terugkreeg wat er is geantwoord: de hokjes en de velden "
        "onder “Antwoord”, en opmerkingen in de kantlijn. Namen van schrijvers leest Beraad niet. "
        "Het werkt met PDF, Word en ODT; er verandert niets."
    )
    answered.add_argument_group("waarvan").add_argument(
        "file", metavar="BESTAND", type=Path, help="het signaal dat je terugkreeg"
    )
    _add_sessions(answered, default=argparse.SUPPRESS)


def _describe_forms(forms: DutchParser) -> None:
    forms.description = (
        "Maakt formulieren als PDF: leeg, of met de vraag en de keuzes van een beraad erin. Namen "
        "komen er nooit op. Wat er al staat, blijft staan."
    )
    forms.add_argument_group("waarvan").add_argument(
        "file",
        metavar="BERAAD",
        nargs="?",
        type=Path,
        help="het bestand van het beraad; zonder beraad zijn ze leeg",
    )
    forms.choices.add_argument(
        "--welke",
        metavar="NAAM",
        type=_forms,
        default=tuple(FormKind),
        help=f"{', '.join(FormKind)}, met komma’s ertussen; anders allemaal",
    )
    forms.choices.add_argument(
        "--naar", metavar="MAP", type=Path, default=Path(), help="map voor de PDF’s; anders hier"
    )
    forms.choices.add_argument(
        "--minuten",
        metavar="AANTAL",
        type=_minutes,
        help="hoe lang het gesprek duurt; anders zoals in het beraad, of 90",
    )
    forms.choices.add_argument(
        "--begint",
        metavar="TIJD",
        type=_begins,
        help="hoe laat het begint, zoals 14:00; dan staan er op de leidraad kloktijden",
    )


def _describe_vault(add: Callable[..., DutchParser]) -> DutchParser:
    vault = add("kluis", help="versleutel de beraden, en regel wie ze kan openen")
    vault.description = (
        "Met aan versleutelt Beraad alles in de map, een voor een; afgebroken gaat het later "
        "verder. Met stand zie je wie de map kan openen. Met wachtwoord kies je een andere "
        "wachtzin, met herstelsleutel maak je een nieuwe sleutel voor op papier. Met gemeente laat "
        "je ook een publieke sleutel van je gemeente toe, of geen meer. Beraad vraagt de "
        "wachtzin, of leest hem uit het bestand dat in BERAAD_WACHTWOORD_BESTAND staat. "
        "Oefeningen blijven open."
    )
    what = vault.add_argument_group("wat")
    what.add_argument(
        "wat",
        choices=("aan", "stand", "wachtwoord", "herstelsleutel", "gemeente"),
        metavar="WAT",
        help="aan, stand, wachtwoord, herstelsleutel of gemeente",
    )
    vault.choices.add_argument(
        "--sleutel",
        metavar="SLEUTEL",
        default="",
        help="publieke sleutel van age (age1…) of een bestand daarmee, bij gemeente; "
        "zonder deze keuze gaat die toegang eruit",
    )
    vault.choices.add_argument(
        "--nieuw",
        metavar="BESTAND",
        type=Path,
        help="bestand met de nieuwe wachtzin, bij wachtwoord; anders vraagt Beraad hem",
    )
    return vault


def _add_sessions(to: DutchParser, *, default: object) -> None:
    to.choices.add_argument(
        "--sessions", metavar="MAP", type=Path, default=default, help="map met de beraden"
    )


def _forms(text: str) -> tuple[FormKind, ...]:
    """The forms asked for, each once; ArgumentTypeError for a form there is not."""
    names = dict.fromkeys(part.strip().lower() for part in text.split(",") if part.strip())
    for name in names:
        if name not in tuple(FormKind):
            known = " of ".join(FormKind)
            raise argparse.ArgumentTypeError(f"het formulier '{name}' bestaat niet; kies {known}")
    if not names:
        raise argparse.ArgumentTypeError("achter --welke staat geen formulier")
    return tuple(map(FormKind, names))


def _day(text: str) -> date:
    """The day asked for; ArgumentTypeError for what is no day."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        message = "schrijf een dag als 2026-01-01"
        raise argparse.ArgumentTypeError(message) from None


def _minutes(text: str) -> int:
    """The minutes asked for; ArgumentTypeError for a talk that is too short or too long."""
    if not text.isdecimal() or not _SHORTEST <= int(text) <= _LONGEST:
        raise argparse.ArgumentTypeError(f"kies een aantal van {_SHORTEST} tot en met {_LONGEST}")
    return int(text)


def _begins(text: str) -> time:
    """The time asked for; ArgumentTypeError for what is no time."""
    found = clock_time(text)
    if found is None:
        raise argparse.ArgumentTypeError(f"'{text}' is geen tijd; schrijf die als 14:00")
    return found


def _add_house(to: DutchParser, *, default: object) -> None:
    to.choices.add_argument(
        "--huisstijl",
        metavar="BESTAND",
        type=Path,
        default=default,
        help="naam, kleuren en logo; anders huisstijl.toml bij de beraden",
    )


def _text_file(text: str) -> Path | None:
    """The file asked for, None for standard input; ArgumentTypeError when there is no such file."""
    path = Path(text)
    if text == "-":
        return None
    if lacks := untrusted.no_file(path):
        raise argparse.ArgumentTypeError(f"'{path.name[:_SHOWN]}' {lacks}")
    return path


def often(text: str) -> Often:
    """How often something was seen, by what it is called here."""
    return _OFTEN[text]


def _signal_file(text: str) -> Path:
    """The file asked for; ArgumentTypeError when its name does not tell of which form it is."""
    path = Path(text)
    if path.suffix.lower().removeprefix(".") not in _SIGNAL_FORMS:
        raise argparse.ArgumentTypeError(f"'{path.name}' eindigt niet op .json of .csv")
    return path


def _ics_file(text: str) -> Path:
    """The file asked for; ArgumentTypeError when its name does not tell that it is an agenda."""
    path = Path(text)
    if path.suffix.lower() != ".ics":
        raise argparse.ArgumentTypeError(f"'{path.name}' eindigt niet op .ics")
    return path


def _signal_forms(text: str) -> tuple[str, ...]:
    return _chosen(text, _SIGNAL_FORMS, "de vorm", "--vorm staat geen vorm")


def _statuses(text: str) -> frozenset[tuple[SignalStatus, bool]]:
    """The statuses asked for; ArgumentTypeError for one there is not."""
    names = _chosen(text, tuple(_STATUSES), "de status", "--status staat geen status")
    return frozenset(_STATUSES[name] for name in names)


def _chosen(text: str, known: Sequence[str], what: str, none: str) -> tuple[str, ...]:
    """What is asked for out of what is known, each once; ArgumentTypeError for something else."""
    asked = tuple(dict.fromkeys(part.strip().lower() for part in text.split(",") if part.strip()))
    for name in asked:
        if name not in known:
            message = f"{what} '{name[:_SHOWN]}' bestaat niet; kies {' of '.join(known)}"
            raise argparse.ArgumentTypeError(message)
    if not asked:
        raise argparse.ArgumentTypeError(f"achter {none}")
    return asked


def _formats(text: str) -> tuple[str, ...]:
    """The forms asked for, each once; ArgumentTypeError for a form there is not."""
    return _chosen(text, FORMATS, "de vorm", "--vorm staat geen vorm")
