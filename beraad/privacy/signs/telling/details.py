"""Points out traits that few people share: origin, belief, health, work, family."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from beraad.privacy.dutch.vocabulary import ARTICLES, traits
from beraad.privacy.find import Find
from beraad.privacy.signs.names.tokens import Token
from beraad.privacy.signs.telling.asked_detail import marked_detail
from beraad.privacy.text.page import Page
from beraad.privacy.text.sought import each_in, sought

_PEOPLE = (
    r"[a-z]*(?:man|vrouw|arts|meester|burgemeester|wethouder|leraar|lerares|docent|boer|imam"
    r"|dominee|dokter"
    r"|tandarts|notaris|bakker|slager|kapper|bewoner|bewoonster|inwoner|leerling|student|speler"
    r"|zoon|dochter"
    r"|broer|zus|kind|jongen|meisje|moeder|vader|gezin|familie|weduwe|weduwnaar|werknemer"
    r"|medewerker|huurder"
    r"|client|cliente|patient|vluchteling|statushouder|ondernemer|winkelier|voorzitter|raadslid"
    r"|ambtenaar|(?!winter|zomer|manier|kamer|meter|cijfer|letter|nummer|papier|keer|december"
    r"|november|oktober|september|over|weer|hier|daar)[a-z-]{4,}(?:er|ster|ist|eur|aar|ier))"
)
_ONLY = sought(
    r"\b(?:(?:(?:de|het|onze|hun|haar|zijn|als) |(?<=: )|(?<![^\n]))"
    r"(?:enige|bekendste|rijkste|beroemdste|oudste|jongste|eerste|laatste)"
    rf" (?:[a-z]{{3,}}e )?{_PEOPLE}(?![a-z])"
    r"|(?:de|het) (?:enige|bekendste|rijkste|beroemdste) (?!keer|vraag|stap|optie|reden|manier"
    r"|mogelijkheid|uitweg"
    r"|wat|die|dat|weg|kans|zorg|oplossing|norm|waarde|afspraak|contact|hulp|inkomen|juiste|echte)"
    r"[a-z]{4,}(?= (?:van|in|uit|op|met) (?:de |het |een |dit |ons )?[a-z'-]{3,}))"
    r"(?: (?:van|in|uit|op|met) (?:de |het |een |dit |ons )?[a-z'-]{3,})?",
    r"(?:enige|bekendste|rijkste|beroemdste|oudste|jongste|eerste|laatste)",
    back=5,
)


_KNOWN_FOR = sought(
    r"\b(?:moeder|vader|ouders|broer|zus|weduwe|weduwnaar|opa|oma) van (?:de|het|dat|die)"
    r" (?:[a-z]{3,}(?:en|e) )(?:tweeling|drieling|kind|kindje|jongen|jongetje|meisje|baby|zoon"
    r"|dochter|man|vrouw)(?![a-z])",
    r"moeder|vader|ouders|broer|zus|weduwe|weduwnaar|opa|oma",
)
_KNOWN_WITH = sought(
    r"(?<![^\W_])(?:man|vrouw|jongen|meisje|meid|moeder|vader|buurman|buurvrouw|gezin|familie|stel)"
    r" met (?:de|het|die|dat|haar|zijn|hun) (?!hulp|hond|naam|vraag|kinderen)"
    r"(?:[a-z-]+ ){0,3}[a-z-]{3,}",
    " met ",
    back=10,
)
_KNOWN_AS = sought(
    r"\b(?:kent|kennen|kende|kenden|bekend|bekendstaat) (?:hem |haar |hun |ze |staat )?als "
    r"(?:de|het|die|dat) (?:(?! punt | dus | maar | want | omdat )[^.,;:()\n]){4,90}",
    r"kent|kennen|kende|bekend",
)
_ALONE_IN = sought(
    r"\b(?:ben|is|was|zijn|waren) (?:de enige|het enige) (?:in|van|op|uit|met) (?:de|het|dit"
    r"|deze|een|ons|onze)"
    r" [^.,;:()\n]{3,60}",
    r"ben de|is de|was de|zijn de|waren de|is het|was het",
)
_MANY = sought(
    r"\b(?:alleenstaande )?(?:moeder|vader|ouder|oma|opa|ouders) van (?:[3-9]|1\d|drie|vier|vijf"
    r"|zes|zeven|acht|negen)"
    r"(?=[.,;)\n]|$| (?:kinderen|die|is|en)\b)|\balleenstaande (?:moeder|vader)\b",
    r"alleenstaande |moeder|vader|ouder|oma|opa",
)
_WORD = r"[a-z][a-z'-]{2,}"
_OUD = sought(
    rf"(?<![\w-])(?:oud|ex)-(?!en\b|papier|man\b|vrouw\b|vriend|partner|collega){_WORD}"
    rf"(?: (?:van|bij|in) (?:de |het )?{_WORD})?",
    r"oud-|ex-",
    back=4,
)
"""What somebody was: "oud-schaakkampioen van zeeland"."""
_WAS_LONG = sought(
    r"(?<![^\W_])(?:\d{2}|[a-z]*tig|tien|twaalf|vijftien) jaar (?:lang )?"
    rf"{_WORD}(?:er|or|ist|ster|aar|man|vrouw|arts|meester)"
    rf"(?: (?:van|bij|in) (?:de |het )?{_WORD}(?: {_WORD})?)?",
    " jaar ",
    back=22,
)
_KNOWN_FROM = sought(
    r"(?<![^\W_])(?:bekend (?:van|uit|om|door)|bekende|beroemde?) "
    rf"(?:(?:de|het|een|zijn|haar) )?{_WORD}(?:-{_WORD})?"
    rf"(?: (?:van|over|uit) (?:de |het )?{_WORD})?",
    r"bekend |bekende |beroemd",
)
_FIRST_OF_THEM = sought(
    rf"(?<![^\W_])(?:(?:oudste|laatste|enige) nog levende|(?:eerste|enige) vrouwelijke) {_WORD}"
    rf"(?: (?:van|in|uit|op) (?:de |het |deze )?{_WORD})?",
    r"levende|vrouwelijke",
    back=18,
)
_BORN_TOGETHER = sought(
    r"(?<![^\W_])(?:siamese |eeneiige )?(?:drieling|vierling|vijfling)(?:en)?(?![a-z])"
    r"|(?<![^\W_])(?:siamese|eeneiige) tweeling(?![a-z])",
    "ling",
    back=18,
)
_LARGE_FAMILY = sought(
    r"(?<![^\W_])(?:[7-9]|1\d|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien)"
    r" (?:zussen|broers|zonen|dochters|kleinkinderen|pleegkinderen)(?![a-z])",
    r" (?:zussen|broers|zonen|dochters|kleinkinderen|pleegkinderen)",
    back=9,
)
_RARE_WORK = sought(
    r"(?<![^\W_])(?:neef en nicht van elkaar|halfbroer|halfzus|tweeling met|vaders? vaart"
    r"|(?:zee|beroeps)visser|brugwachter|sluiswachter|vuurtorenwachter|missionaris|stuntman|koster"
    r"|klompenmaker|turfsteker|imker|imkerin|kampioene?|medaillewinna(?:ar|res)|hoogleraar"
    r"|professor|staatssecretaris|dirigente?|predikant)(?![a-z])",
    r"elkaar|halfbroer|halfzus|tweeling|vaart|visser|wachter|missionaris|stuntman|koster|maker"
    r"|steker|imker|kampioen|medaille|hoogleraar|professor|secretaris|dirigent|predikant",
    back=24,
)
_BEFORE_WORK = frozenset({"is", "was", "wordt", "werd", "ben", "bent"})
"""Before what somebody is by work, without an article."""
_ONE_OF_FEW = "een van de weinigen"


_ONCE = sought(
    r"(?<![^\W_])(?:voormalige?|voorheen|gewezen|gepensioneerde?|oud-)(?: als| een)? ?"
    r"(?P<work>[a-z'-]{3,30}(?:er|or|ist|es|ster|aar|man|vrouw|arts|loods|kok|chauffeur|agent|meester"
    r"|directeur|wethouder|leraar|docent|imam|predikant))(?![\w-])",
    "voormalig|voorheen|gewezen|gepensioneerd|oud-",
)


_MARRIED = sought(
    r"(?<![^\W_])(?:5[5-9]|[67]\d|zestig|zeventig|(?:vijf|zes|zeven|acht|negen)envijftig"
    r"|[a-z]{3,8}enzestig)"
    r" (?:jaar|jaor|jr) (?:ge)?trouwd(?![a-z])",
    "trouwd",
    back=30,
)
_ONE_OF_FEW_AT = sought(
    rf"(?<![^\W_])(?:een|een van) (?:de |het )?(?:weinige|laatste) {_WORD}(?:-{_WORD})?"
    rf"(?: (?:van|in|uit|op) (?:de |het |dit )?{_WORD})?",
    r"weinige|laatste",
    back=12,
)
_PATIENT = sought(
    r"(?<![^\W_])(?:suiker|hart|kanker|long|nier|dialyse|reuma|ms|als|aids|hiv|parkinson|maag|lever)"
    r"-?(?:patiente?s?|patientje)(?![a-z])",
    "patient",
    back=10,
)
_WORK_OF_FEW = sought(
    r"(?<![^\W_])(?:[a-z]{3,12}(?:fluitist|violist|pianist|organist|wielrenner|schaatser|voetballer"
    r"|zanger|zangeres|speelster|bokser)|booreiland|boorschip|boorplatform|kermisbedrijf"
    r"|(?:voorzitter|keeper|trainer|omroeper|aanvoerder|secretaris|penningmeester|prins|koningin"
    r"|koning) van (?:de|het) [a-z'-]{3,})(?![a-z])",
    r"ist|wielrenner|schaatser|voetballer|zanger|speelster|bokser|boor|kermis| van (?:de|het) ",
    back=18,
)
_MARKED = sought(
    r"(?<![^\W_])(?:tatoeage|tattoo|litteken)s? (?:van|op|in|onder|met) "
    r"(?:een |de |het |zijn |haar |z'n )?[a-z'-]{3,}",
    "tatoeage|tattoo|litteken",
)
_OF_A_YEAR = sought(
    rf"(?<![^\W_])(?:eerste|jongste|oudste|laatste|grootste|beste) {_WORD} van (?:het jaar|de eeuw"
    r"|(?:de|het) (?:provincie|land|streek|dorp|stad|eiland))(?![a-z])",
    r"eerste|jongste|oudste|laatste|grootste|beste",
    back=1,
)
_WITHOUT_A_LIMB = sought(
    r"(?<![^\W_])(?:een|twee|drie|vier|zijn|haar|z'n|d'r)(?: (?:linker|rechter)-?)? ?"
    r"(?:linker|rechter)?(?:vingers?|duim|pink|teen|tenen|arm|armen|been|benen|hand|handen|oog|voet"
    r"|voeten|oor|nier|long) (?:kwijt|verloren|eraf|geamputeerd|verbrijzeld)(?![a-z])"
    r"|(?<![^\W_])(?:mist|miste) (?:een|twee|drie|vier|zijn|haar) (?:linker|rechter)?"
    r"(?:vingers?|duim|pink|teen|tenen|arm|been|hand|oog|voet|oor)(?![a-z])",
    r"kwijt|verloren|eraf|geamputeerd|verbrijzeld|mist",
    back=48,
)
_LOST = sought(
    r"(?<![^\W_])(?:verloor|verloren|begroef|begroeven|overleefde)(?: [a-z]+){0,4} "
    r"(?:twee|drie|vier|vijf|zes|[2-6]) (?:kinderen|broers|broertjes|zussen|zusjes|zonen|zoons"
    r"|dochters|baby's|kindjes)(?![a-z])",
    r"verloor|verloren|begroef|begroeven|overleefde",
)
_ANIMALS = sought(
    r"(?<![^\W_])(?:papegaai(?:en)?|kaketoes?|pythons?|leguan?en?|leguaan|varaan|varanen|alpaca'?s?"
    r"|lama's|struisvogels?|fretten|boa|ezels?|roofvogels?|kamelen|stinkdier|aapje)(?![a-z])",
    r"papegaai|kaketoe|python|legua|varaan|varanen|alpaca|lama's|struisvogel|fretten|boa|ezel"
    r"|roofvogel|kamelen|stinkdier|aapje",
    back=1,
)
_TEACHES = sought(
    r"(?<![^\W_])(?:juf|meester|leerkracht|mentor|concierge|conrector|rector) van (?:groep|klas) "
    rf"(?:\d\w?|{_WORD})",
    r"(?:groep|klas) ",
    back=15,
)
_LONG_AGO = sought(
    r"(?<![^\W_])(?:jarenlang|jaren lang|decennialang|vroeger|ooit) (?:de |een )?"
    r"(?:[a-z]{3,}(?:leraar|lerares|directeur|wethouder|burgemeester|trainer|kapitein|piloot|zanger"
    r"|zangeres|dirigent|danser|danseres|speler|speelster|bokser|kampioen|schipper|meester)"
    r"|overste|imam|dominee|pastoor|burgemeester|wethouder|rector|directeur|kapitein)(?![a-z])",
    r"jarenlang|jaren lang|decennialang|vroeger|ooit",
    back=1,
)
_MENDED = sought(
    r"(?<![^\W_])[a-z]{4,}(?:transplantaat|transplantatie|prothese|implantaat)(?![a-z])",
    r"transplanta|prothese|implantaat",
    back=30,
)
_DOWN = sought(r"(?<![^\W_])down(?=[,;.)\n])", "down", back=1)
_COMPOUND_WORK = sought(
    r"(?<![^\W_])[a-z]{2,}(?:beeldhouwer|klosster|klosser|bouwster|kweker|kweekster|smid|molenaar"
    r"|temmer|fokker|fokster|jager|visser|slijper|blazer|stads?gids)(?![a-z])"
    r"|(?<![^\W_])(?:stads|berg|museum|wad|wadden)gids(?![a-z])"
    r"|(?<![^\W_])(?:alpaca|struisvogel|kamelen|geiten|ezel|herten|slakken|wormen|krokodillen)"
    r"-?(?:boerderij|houderij|fokkerij|farm)(?![a-z])",
    r"houwer|kloss|bouwster|kwek|kweek|smid|molenaar|temmer|fok|jager|visser|slijper|blazer|gids"
    r"|boerderij|houderij|farm",
    back=20,
)
_UNIQUE = (
    _OF_A_YEAR, _WITHOUT_A_LIMB, _LOST, _ANIMALS, _TEACHES, _LONG_AGO, _MENDED, _DOWN,
    _COMPOUND_WORK,
    _PATIENT, _WORK_OF_FEW, _MARKED,
    _KNOWN_FOR, _KNOWN_WITH, _KNOWN_AS, _ALONE_IN, _OUD, _WAS_LONG, _KNOWN_FROM, _FIRST_OF_THEM,
    _BORN_TOGETHER, _LARGE_FAMILY, _MARRIED, _ONE_OF_FEW_AT,
)  # fmt: skip


_IN_A_FAMILY = re.compile(
    r"(?:de |het |onze |hun |haar |zijn |als )?(?P<place>oudste|jongste|eerste|laatste|enige)"
    r"(?: [a-z]{3,}e)? (?P<role>dochter|zoon|kind|broer|zus|jongen|meisje|moeder|vader|man|vrouw"
    r"|bewoner|bewoonster|inwoner|huurder|client|cliente|patient|leerling|student)(?P<rest> .+)?"
)
_OF_MANY = frozenset({"oudste", "jongste"})
"""What nearly every family has one of: on its own it tells nobody who that is."""
_ALSO_VERBS = frozenset({"overval", "wanen"})
"""Traits that are written like what somebody does: "ik overval haar"."""
_TAKES_A_NOUN = ARTICLES | {"die", "deze", "zijn", "haar", "hun", "onze", "mijn", "jouw", "geen"}
_WHO_DOES = frozenset({"ik", "je", "jij", "u", "hij", "we", "wij", "ze", "zij", "jullie", "men"})


_CALLED = frozenset({"ziekte", "syndroom"})
"""What is called after somebody: "de ziekte van Huntington"."""


def details(page: Page, words: Sequence[Token]) -> Iterator[Find]:
    """Yield rare traits, each with something more general where there is such a word."""
    yield from _told_at_length(page)
    by_first = traits()
    for index, token in enumerate(words):
        for written, trait in by_first.get(token.core, ()):
            last = index + len(written) - 1
            if tuple(word.core for word in words[index : last + 1]) == written:
                if token.core in _ALSO_VERBS and _is_done(words, index):
                    continue
                before = words[index - 1].core if index else ""
                general = (
                    trait.general if _tells_alone(trait.reason, before) else trait.behind_article
                )
                start = token.start
                if before == "van" and index > 1 and words[index - 2].core in _CALLED:
                    start, general = words[index - 2].start, words[index - 2].core
                yield marked_detail(page, start, words[last].end, trait.reason, general)


def _told_at_length(page: Page) -> Iterator[Find]:
    """Traits that more words tell: "de enige imker van het dorp"."""
    for match in _ONLY.finditer(page.lower):
        yield _only(page, match)
    for match in _ONCE.finditer(page.lower):
        yield marked_detail(page, *match.span("work"), "werk van vroeger", "werknemer")
    for match in each_in(page.lower, _UNIQUE):
        works = _WORKER.fullmatch(match[0])
        general = _somebody(page, match.start()) if works else _in_general(match[0])
        yield marked_detail(page, *match.span(), "maakt iemand uniek", general)
    for match in _RARE_WORK.finditer(page.lower):
        general = match[0].removeprefix("half") if match[0].startswith("half") else ""
        if not general and _WORKER.fullmatch(match[0]):
            general = _somebody(page, match.start())
            yield marked_detail(page, *match.span(), "werk", general)
            continue
        yield marked_detail(page, *match.span(), "gezin" if general else "werk", general)
    for match in _MANY.finditer(page.lower):
        general = match[0].removeprefix("alleenstaande ").split()[0]
        if page.lower.startswith(" kinderen", match.end()):
            general += " van"
        yield marked_detail(page, *match.span(), "grootte van een gezin", general)


_WORKER = re.compile(
    r"[a-z-]+(?:visser|wachter|missionaris|stuntman|koster|maker|steker|imker|imkerin|kampioene?"
    r"|winnaar|winnares|hoogleraar|professor|secretaris|dirigente?|predikant|beeldhouwer|klosster"
    r"|klosser|bouwster|kweker|kweekster|smid|molenaar|temmer|fokker|fokster|jager|slijper|blazer"
    r"|gids|ist|wielrenner|schaatser|voetballer|zanger|zangeres|speelster|bokser)|imker|imkerin"
    r"|koster|professor|missionaris|stuntman|hoogleraar|predikant|kampioene?|dirigente?|staatssecretaris"
)
"""One word for somebody by work of few."""


def _somebody(page: Page, start: int) -> str:
    """Whoever does this work: "de persoon" behind an article, and "iemand" elsewhere."""
    articled = page.before(start).rstrip().rpartition(" ")[2] in ARTICLES
    return "persoon" if articled else "iemand"


def _in_general(said: str) -> str:
    """What is left of such words when the telling one is out; empty when no Dutch is."""
    for opens, behind in _OPENS:
        if found := opens.match(said):
            return f"{found[0]}{behind}"
    return f"veel {said.rsplit(maxsplit=1)[-1]}" if _SO_MANY.match(said) else ""


_OPENS = (
    (re.compile(r"(?:tatoeage|tattoo|litteken)s?\b"), ""),
    (re.compile(r"(?:bekend|bekendstaat)(?= als )"), ""),
    (re.compile(r"(?:kent|kennen|kende|kenden) (?:hem|haar|hun|ze)(?= als )"), ""),
    (re.compile(r"(?:verloor|verloren|begroef|begroeven)\b"), " dierbaren"),
)
"""What may stay of it, with what is said behind it."""

_SO_MANY = re.compile(r"\w+ (?:zussen|broers|zonen|dochters|kleinkinderen|pleegkinderen)$")


def _only(page: Page, match: re.Match[str]) -> Find:
    """The only one, or the eldest; what a family calls its own stays for a cautious reader too."""
    reason = "maakt iemand uniek"
    family = _IN_A_FAMILY.fullmatch(match[0])
    if family:
        before = "als" if match[0].startswith("als ") else "een"
        found = marked_detail(page, *match.span(), reason, f"{before} {family['role']}")
        return replace(found, everyday=family["place"] in _OF_MANY and not family["rest"])
    fits = match[0].startswith(("de enige", "het enige", "de bekendste", "de rijkste"))
    return marked_detail(page, *match.span(), reason, _ONE_OF_FEW if fits else "")


def _is_done(words: Sequence[Token], index: int) -> bool:
    """Whether this is what somebody does: who does it stands beside it, and no article before."""
    before = words[index - 1].core if index else ""
    after = words[index + 1].core if index + 1 < len(words) else ""
    return before in _WHO_DOES or (after in {"ik", "je", "jij"} and before not in _TAKES_A_NOUN)


def _tells_alone(reason: str, before: str) -> bool:
    """Whether a general word stands without an article here: "hij werd hoogopgeleid".

    Somebody's work does so only behind what somebody is; elsewhere it names whoever does it.
    """
    return before in _BEFORE_WORK if reason == "werk" else before not in ARTICLES
