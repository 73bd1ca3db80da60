"""Points out ages of persons; the ages in a law are nobody's, and a term is no age."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from beraad.privacy.dutch.placeholders import AGE, BLANK, bracketed
from beraad.privacy.dutch.remembering import Remembered
from beraad.privacy.dutch.spelled import NUMBER, number_of
from beraad.privacy.dutch.vocabulary import OF_PEOPLE, PERSONS
from beraad.privacy.find import Certainty, Find, FindKind
from beraad.privacy.instead.ages import AgeForm, age_group
from beraad.privacy.signs.names.tokens import Token
from beraad.privacy.text.branching import one_of
from beraad.privacy.text.page import Page

_AGE = rf"(?P<age>\d{{1,3}}|anderhalf|{NUMBER})"
_TENS = r"(?P<age>twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig|[2-9]0)"
_SOMEBODY = (
    r"kind|kinderen|kindje|zoon|zoontje|dochter|dochtertje|zusje|broertje|meisje|meid|jongen"
    r"|jongetje|baby"
    r"|peuter|kleuter|tweeling|man|vrouw|vader|moeder|broer|zus|oma|opa|partner|client|cliente"
    r"|ex|vriend"
    r"|vriendin|neef|neefje|nicht|nichtje|kleinzoon|kleindochter|kleinkind|buurman|buurvrouw"
    r"|puber|tiener"
    r"|jongste|oudste|middelste|jongere|dame|heer|weduwe|weduwnaar|pleegkind|leerling|student"
    r"|inwoner"
)  # fmt: skip
_PERSON = one_of(PERSONS)
_COUNTS_MANY = (
    r"(?! (?!alleen|binnen|boven|buiten|eens|ons|samen|sinds|soms|steeds|tegen|tussen|tevens|thuis"
    r"|was|wens)[a-z]{2,}(?:en|s)(?![a-z]))"
)
"""What follows a number of things rather than an age: "directeur van 3 scholen"."""
_YEARS = r" ?(?:jaar|jr|j)(?![a-z])\.?"
_NOTHING_COUNTED = (
    r"(?! (?:euro|maand|maanden|mnd|weken|wk|week|dagen|dag|uur|keer|procent|van|kinderen|mensen"
    r"|jaar|x"
    r"|kilo|km|personen|jongeren|schulden|brieven|ding|dingen|stap|kant|reden|manier|op de"
    r"|van de|tegen|opties|hoog|hoge|achter))"
)
_WITH_CHILDREN = re.compile(
    rf"\b(?:moeder|vader|ouder|oma|opa|ouders|mama|papa) van (?:{_AGE})(?=[.,;)\n]|$"
    rf"| (?:kinderen|die|is|en)\b)"
)
_ABOUTS = (
    r"ongeveer|rond de|zo.n|circa|ca\.?|inmiddels|intussen|zelf|naar schatting|volgens mij"
    r"|geloof ik|denk ik|dacht ik|al|ook al|misschien|hooguit"
)
_ABOUT = rf"(?:nu )?(?:{_ABOUTS}) "
_SEVERAL = (
    r"(?:kinderen|kids|kleinkinderen|jongens|meisjes|meiden|broers|zussen|zusjes|broertjes|zonen"
    r"|zoons|dochters|pleegkinderen|tieners|pubers|kleuters|kindjes)"
)
_ONE_OF = rf"(?:\d{{1,2}}|anderhalf|{NUMBER})"
"""One of more ages in a row: "kinderen van 3, 5 en 8"."""
_PATTERNS = (
    re.compile(rf"[a-z{BLANK}]['.]? ?\((?:\d+ en )?{_AGE}(?: ?(?:jr|jaar|j)\.?)?(?:\)|, [a-z])"),
    re.compile(rf"(?<![\w,.]){_AGE}[ -]?jarige?n?(?![a-z])"),
    re.compile(rf"(?<![\w,.]){_AGE}{_YEARS} (?:oude?|jong|is|was|ben|wordt|werd)(?![a-z])"),
    re.compile(
        rf"(?:\b(?:is|was|ben|bent|wordt|word|werd|zijn|nu|pas|nog maar|slechts|bijna|net|van"
        rf"|een|dan)"
        rf"|[,;:|(]|\n|^|-|\b(?:{_SOMEBODY})|[{BLANK}]) ?{_AGE}{_YEARS}"
    ),
    re.compile(
        rf"\b(?:is|was|werd|wordt|word|ben|al|pas|bijna|net|nog maar|slechts) {_AGE}(?![\w%€-]"
        rf"|[.,:/]\d)"
        rf"{_NOTHING_COUNTED}"
    ),
    re.compile(rf"(?<![\w,.]){_AGE} (?:is|was|werd|wordt|bent|ben|word)(?![a-z])"),
    re.compile(
        rf"(?:\b(?:{_SOMEBODY}|een|eentje|iemand|die)|[{BLANK}]) van (?:bijna |net "
        rf"|nog maar )?{_AGE}"
        rf"(?: en \d+)?(?![\w%]|[.,]\d){_NOTHING_COUNTED}(?! (?:duizend|de|het))"
    ),
    re.compile(
        rf"\b(?:{_PERSON})(?: [a-z'-]+)? van (?:bijna |net |nog maar |ongeveer |rond de |zo'n )?"
        rf"{_AGE}(?: en \d+)?(?![\w%]|[.,]\d){_NOTHING_COUNTED}{_COUNTS_MANY}"
        r"(?! (?:duizend|de|het))"
    ),
    re.compile(rf"\b(?:{_PERSON}),? {_AGE}{_YEARS}(?! (?:geleden|lang|later|in dienst))"),
    re.compile(rf"\b(?:{_SOMEBODY}),? {_AGE}(?=[,;.)]|$|\n| en\b)(?![.,]\d)"),
    re.compile(rf"(?P<who>[a-z][a-z'-]+) van {_AGE}(?=[.,;)\n]|$| (?:die|en|is)\b)(?![.,]\d)"),
    re.compile(rf"\b[a-z]{{3,}} van {_AGE}(?= (?:zit|woont|slaapt|huilt|wil|krijgt|heeft geen)\b)"),
    re.compile(rf"\b(?:leeftijd|lft\.?|oud):? {_AGE}(?!\w)"),
    re.compile(rf"[a-z{BLANK}]\.?, {_AGE}(?=[,;.)!?\n]|$| [–—-] | (?:pas|net|nog)\b)(?![.,]\d)"),
    re.compile(rf"[|;\t] ?{_AGE} ?(?=[|;\t\n]|$)"),
    re.compile(rf"(?<![\w,.]){_AGE}(?:e|de|ste) (?:verjaardag|levensjaar)\b"),
    re.compile(r"\b(?:in de|begin|eind|half|midden|rond de) (?P<age>\d0)(?=[.,;)\n]|$)(?![.,]\d)"),
    re.compile(
        rf"\b(?:{_SOMEBODY}|[{BLANK}])(?: [a-z'-]+)? (?:van |is )?{_AGE}"
        r"(?= (?:weken|wk|maanden|mnd)\b)"
    ),
    re.compile(rf"\bbaby van {_AGE}(?= dagen\b)"),
    re.compile(rf"\({_AGE}(?= ?(?:maanden|mnd|wk|weken)(?: oud)?\))"),
    re.compile(
        rf"(?:(?<![^\n])|[ ,(\t|;/])[mv][,/ ]{{1,2}}{_AGE}(?=[ ,;)|/\t\n]|$){_NOTHING_COUNTED}"
    ),
    re.compile(rf"(?:(?<![^\n])|[ ,(\t|;]){_AGE}[,/ ]{{1,2}}[mv](?=[,;)|\t\n]|$)"),
    re.compile(rf"\bkomma {_AGE}(?: jaar)?(?= komma\b| punt\b|$|\n)"),
    re.compile(
        rf"\b(?:dus|is|eh|ehm|hij|zij|ze|die|inmiddels|nu|geloof ik|denk ik|zo'n|rond de)"
        rf" {_AGE} jaar"
        rf"(?= (?:die|dus|denk|geloof|ongeveer|inmiddels|nu|komma|punt|en|of zo)\b|[.,;)\n]|$)"
    ),
    re.compile(
        rf"\b(?:{_SOMEBODY})(?: [a-z'-]+){{1,2}} van {_AGE}(?![\w%]|[.,]\d){_NOTHING_COUNTED}"
    ),
    re.compile(rf"\b(?:is|was) (?:\d{{1,3}}|{NUMBER}) of {_AGE}(?!\w)"),
    re.compile(rf"\bjaar of {_AGE}(?!\w)"),
    re.compile(rf"(?<=[a-z{BLANK}]\. )(?P<age>\d{{2,3}})(?=\. [a-z])"),
    re.compile(
        r"\b(?:begin|eind|half|midden|achter in de|achterin de|tegen de|dik in de|ergens in de)"
        rf" {_TENS}(?=[.,;)\n]|$| (?:en|is|was|met|die|zonder|woont|heeft)\b)"
    ),
    re.compile(rf"(?<![\w,.]){_TENS}ers?(?![a-z])"),
    re.compile(rf"(?<![\w,.]){_AGE} (?:dagen|weken|wk|maanden|mnd) oud\b"),
    re.compile(
        rf"\b(?:is|was|ben|zou|moet|wordt|werd|hij|zij|ze|die) {_ABOUT}{_AGE}(?![\w%€-]|[.,:/]\d)"
        rf"(?=[.,;)\n]|$| (?:en|maar|zijn|worden|jaar|met|toen|komma|punt|of zo|zwanger|ziek)\b)"
    ),
    re.compile(rf"\b(?:zou|moet|kan|zal) (?:nu |dan )?{_AGE} (?:zijn|worden|geweest)\b"),
    re.compile(rf"\binmiddels {_AGE}(?=[.,;)\n]|$| (?:en|maar|komma|punt)\b)"),
    re.compile(rf"\b(?:leeftijd|lft\.?|oud):? (?:{_ABOUTS}) {_AGE}(?!\w)"),
    re.compile(
        rf"(?:\b(?:ong|ongv|plm|pm)\.? ?|\+/- ?|± ?){_AGE}"
        r"(?=[,;.)\n]| ?[|\t]|$| (?:en|met|zonder)\b)(?![.,]\d)"
    ),
    re.compile(
        rf"(?<![\w,.]){_AGE}-?(?:, ?{_ONE_OF}-?)*(?: en | of |/)"
        rf"(?={_ONE_OF}[ -]?jarige?n?(?![a-z]))"
    ),
    re.compile(
        rf"\b(?:nog geen|nog niet|amper|krap|nauwelijks|ruim|dik) {_AGE}"
        rf"(?=[,;.)\n]|$| (?:en|maar|jaar|jr|toen)\b)(?![.,]\d){_NOTHING_COUNTED}"
    ),
    re.compile(
        r"\b(?:is|was|wordt|werd|al|pas|bijna|net) (?P<age>\d{1,2})(?=[,.]5(?!\d)"
        r"(?: (?:en|jaar|maar|zit|gaat)\b|[.,;)\n]|$))"
    ),
)
_ORDINAL = re.compile(
    rf"\b(?:op|sinds|vanaf|voor|tot|na|rond) (?:mijn|m'n|zijn|zn|z'n|haar|hun|je|uw|d'r) "
    rf"(?P<age>{NUMBER}|\d{{1,3}})-?(?:e|de|ste)(?!\w)(?! (?:huwelijk|kind|keer|poging|gesprek"
    r"|huis|baan|dag|week|maand|klas|school|stap|plek|plaats))"
)
_SMALL_AGES = r"maanden|maand|mnd|mndn|weken|wk|wkn|weeks|months"
_FOREIGN = r"years old|years|yrs|y/o|year old|jaren|lentes"
_CORRECTED = r"(?:sorry|pardon|of nee|correctie|ik bedoel|nee nee|nee)"
_BARE = rf"(?=[.,;)\n]|$| (?:en|maar|die|dus|punt|komma)\b)(?![.,]\d){_NOTHING_COUNTED}"
_IN_PASSING = (
    re.compile(rf"[a-z{BLANK}] van {_AGE}(?= en [a-z{BLANK}'-]{{2,20}} van {_ONE_OF}\b)"),
    re.compile(rf"[a-z{BLANK}] van {_ONE_OF} en [a-z{BLANK}'-]{{2,20}} van {_AGE}(?!\w)"),
    re.compile(rf"\bgeen {_AGE}(?= maar {_ONE_OF}[.,;)\n]| maar {_ONE_OF}$)"),
    re.compile(rf"\bgeen {_ONE_OF} maar {_AGE}(?=[.,;)\n]|$)(?![.,]\d)"),
    re.compile(rf"(?<![\w,.]){_AGE},? (?={_CORRECTED},? {_ONE_OF}\b)"),
    re.compile(rf"\b{_ONE_OF},? {_CORRECTED},? {_AGE}{_BARE}"),
    re.compile(rf"(?<![\w,.]){_AGE}(?= te zijn\b)"),
    re.compile(r"\b(?:want|omdat ze|omdat hij) (?P<age>[1-9]\d)(?= en [a-z]|[.,;)\n]|$)(?![.,]\d)"),
    re.compile(
        rf"\b(?:is|was|ben|wordt|werd|zijn) (?:tenslotte|ten slotte|immers|toch|gewoon|eigenlijk"
        rf"|officieel|straks|eindelijk|ondertussen|zelf|echt|dan|ook|vast|zeker) {_AGE}{_BARE}"
    ),
    re.compile(
        rf"\bleeftijd(?:en)?(?: van| tussen)? {_AGE}(?= (?:tot|t/m|en|tot en met) {_ONE_OF}\b)"
    ),
    re.compile(
        rf"\bleeftijd(?:en)?(?: van| tussen)? {_ONE_OF} (?:tot|t/m|en|tot en met) {_AGE}(?!\w)"
    ),
    re.compile(rf"\b(?:{_SOMEBODY}|van|iemand|die) (?:van )?in de {_TENS}(?=[.,;)\n]|$| [a-z])"),
    re.compile(
        rf"(?:[a-z{BLANK}]['.]?,|[|;\t–—-]|\() ?{_AGE}(?= ?(?:{_SMALL_AGES}) ?(?:[|;/\t\n]|$))"
    ),
    re.compile(
        r"\b(?:kind|zoon|zoontje|dochter|dochtertje|broertje|zusje|kleinkind|kleinzoon|neefje|nichtje)"
        r" (?!woont|zit|werkt|heeft|had|krijgt|kreeg|was|moet|gaat|slaapt|wacht|loopt|al|nu|nog|na)"
        rf"[a-z{BLANK}'-]{{2,20}} {_AGE}(?= ?(?:jaar|jr)\b(?! (?:lang|geleden|later|in|op|bij)\b))"
    ),
)
_EVERY_PATTERN = (
    *_PATTERNS,
    *_IN_PASSING,
    _ORDINAL,
    re.compile(
        rf"\b(?:is|was|ben|bent|wordt|werd|word|zijn) (?:nu|nog|al|net|pas|bijna|intussen|"
        rf"[a-z]{{2,4}}dag|morgen|vandaag|straks|gisteren) {_AGE}(?![\w%€-]|[.,:/]\d)"
        rf"(?=[.,;)\n]|$| (?:en|maar|geworden|jaar|komma|punt|of)\b){_NOTHING_COUNTED}"
    ),
    re.compile(rf"\b{_AGE} geworden\b"),
    re.compile(
        rf"\b(?:ze|we|zij|wij|kinderen|kids|beiden|allebei) zijn {_AGE}(?=[.,;)\n]|$)(?![.,]\d)"
    ),
    re.compile(rf"(?:[.?!] |\n|^){_AGE}{_YEARS}(?=[.,;)\n]|$| (?:en|met|woont|alleen)\b)"),
    re.compile(rf"(?<![\w,.]){_AGE} (?:{_FOREIGN})(?![a-z])"),
    re.compile(
        rf"(?:[a-z]['.]?,|\() ?{_AGE}(?= ?(?:{_SMALL_AGES})(?:[,)]|\.(?:\s|$)| oud))"
        r"(?<!na \d)(?<!over \d)"
    ),
    re.compile(
        rf"(?:\bkind|\bbaby|\bzoon|\bdochter|\b[a-z]+je) van {_AGE} ?(?:{_SMALL_AGES})(?![a-z])"
    ),
    re.compile(r"(?: [–—-]|/) ?(?P<age>[1-9]\d)(?= (?:[–—-]|/)(?: |$)|\+? ?(?:/|[–—-] ))"),
    re.compile(r"(?<![\w,.€])(?P<age>[6-9]\d)\+(?!\w)"),
    re.compile(
        r"\b(?:zegt|zei|schat|schatten|denk|denkt|ik zie)(?: ik| dat)?(?: hij| ie| ze| zij)?"
        rf" {_AGE}(?= (?:niet|of|te zijn|maar)\b|[.,;)\n]|$)(?![.,]\d)"
    ),
    re.compile(rf"\bniet {_AGE}(?= (?:maar|zoals)\b| //)"),
    re.compile(rf"(?:(?<![^\n])|[.!?:] ){_AGE} of (?={_ONE_OF}[.,;)\n])"),
    re.compile(rf"(?:(?<![^\n])|[.!?:] ){_ONE_OF} of {_AGE}(?=[.,;)\n])"),
    re.compile(
        r"(?:(?<=: )|(?<=\n)|(?<=is )|(?<=al )|(?<=pas )|(?<=net ))(?P<age>anderhalf)(?=[.,;)\n]|$)"
    ),
    re.compile(rf"\bmin {_AGE}(?!\w)"),
    re.compile(
        rf"\b(?:is|was|wordt|werd|word|ben|bent) (?:hij|ze|zij|ie|ik|je|u|jij|mevrouw|meneer)"
        rf" (?:nu |al |pas |net |toch |bijna )?{_AGE}(?=[.,;)\n]|$| (?:en|maar|geworden)\b)"
        r"(?![.,]\d)"
    ),
    re.compile(
        rf"\b(?:ben|bent|is|was) een (?:[a-z-]+ ){{1,3}}van {_AGE}(?![\w%]|[.,:/]\d)"
        rf"{_NOTHING_COUNTED}(?! (?:duizend|de|het|jaar))"
    ),
    re.compile(
        rf"[a-z{BLANK}]\.?, (?P<age>[1-9]\d)(?= en [1-9]\d(?:[.,;)\n]|$| jaar\b))(?![.,]\d)"
    ),
    re.compile(rf"[a-z{BLANK}]\.?, [1-9]\d en (?P<age>[1-9]\d)(?=[.,;)\n]|$| jaar\b)(?![.,]\d)"),
    re.compile(rf"(?:(?<=\n)|(?<=: )|(?<=[.?!] )){_AGE}(?= en een half(?:[.,;)\n]|$))"),
    re.compile(rf"(?<=\? ){_AGE}(?= en {_ONE_OF}[.,;)\n])"),
    re.compile(rf"(?<=\? ){_ONE_OF} en {_AGE}(?=[.,;)\n])"),
    re.compile(rf"\b(?:vr|vrw|jng|mn|jo|mei) ?\.? {_AGE}(?= ?[(,;])"),
    re.compile(rf"\b(?:{_SEVERAL})(?: x)?:? [a-z'-]{{2,15}} {_AGE}(?=[,.;)\n]| en\b)(?![.,]\d)"),
    re.compile(
        rf"\b(?:{_SEVERAL})(?: x)?:? [a-z'-]{{2,15}} \d{{1,2}}(?:, | en )[a-z'-]{{2,15}} {_AGE}"
        rf"(?=[,.;)\n]| en\b| (?:{_SMALL_AGES})\b)(?![.,]\d)"
    ),
    re.compile(rf"(?<![\w,.]){_AGE} (?:weeks|months) old\b"),
    re.compile(rf"\({_AGE};\d{{1,2}}\)"),
    re.compile(
        rf"\b(?:kindjes?|kinderen|kids)\b[^.\n]{{0,20}} en {_AGE}(?= ?(?:mnd|maanden|wk|weken)\b)"
    ),
    re.compile(rf"\bzelf {_AGE}(?=[.;)\n]|$)"),
    re.compile(
        rf"\b(?:is|was|moet|zal|schat|loopt|ver|diep|al|nu) (?:al |nu |ook |ergens |ver |diep )?"
        rf"in de {_TENS}(?=[.,;)\n]|$| (?:en|met|maar|zonder|toen)\b)(?![.,]\d)"
    ),
    re.compile(rf"[a-z{BLANK}]\.? \({_AGE} ?\?\)"),
    re.compile(rf"[a-z{BLANK}] (?P<age>\d{{1,2}}) ?j(?=[,;.)\n/]|$| (?:en|is|met)\b)"),
    re.compile(
        rf"\b(?:zie|zien|lees|lezen|vind|staat er) {_AGE} (?:in|op|bij)"
        r" (?:het|de|suite|dossier|systeem)"
    ),
    re.compile(
        rf"\b(?:is|was) (?!(?:de|het) )[^.\n]{{3,60}} en {_AGE}(?=[.!?](?: |\n|$)|$)"
        rf"{_NOTHING_COUNTED}"
    ),
)
_LEADING = re.compile(r"(?<![a-z])(?:begin|eind|half|midden|(?:(?:voor|achter|diep|dik) )?in de) $")
"""What belongs to round tens that are an age: "begin twintig", "achter in de zeventig"."""
_ROW_BEFORE = re.compile(
    rf"\b(?:{_SEVERAL}|leeftijden)(?: zijn| van| \(|,|:|;)? ?(?:{_ONE_OF}(?:, | en | |,)){{0,8}}\Z"
)
_ROW_BEHIND = re.compile(
    rf"(?=(?:, | en | |,){_ONE_OF}|[.,;)\n]|\Z| (?:jaar|en|de|die|is|zijn|thuis|punt)\b)(?!,\d)"
)
"""What stands around one of the ages of more people: "kinderen van 3, 5 en 8"."""
_ROUND_ONLY = re.compile(r"\b(?:in de|begin|eind|half|midden|rond de) $")
_TAIL = re.compile(
    r"[ -]?jarige?n?(?![a-z])|[,.]5(?!\d)(?: ?(?:jaar|jr))?| ?(?:jaar|jr|j)(?: oude?)?(?![a-z])"
)
_ORDINAL_TAIL = re.compile(r"-?(?:ste|de|e)(?![a-z])")
_UNITS = re.compile(
    r" ?(?:maanden|maand|mndn|mnd|weken|wkn|wk|weeks|months|dagen)(?: oude?)?(?![a-z])"
)
"""What an age of less than a year is counted in."""
_SAID_OF_SOMEBODY = re.compile(r" (?:kunnen|mogen|moeten|willen|zijn|worden|is|was|wordt)\b")
_SAID_BEFORE = re.compile(
    r"\b(?:is|was|ben|bent|wordt|word|werd|zijn|waren) (?:al |nu |nog |pas |ook )?$"
)
_ALMOST = re.compile(r"(?<![a-z])(?:bijna|net|pas|ongeveer) $")
_NOUN_FOLLOWS = re.compile(r" (?P<word>[a-z]+)")
_LAW_BEFORE = re.compile(
    r"\b(?:tot|vanaf|onder(?: de)?|boven(?: de)?|minimaal|maximaal|minstens|hoogstens|jonger dan"
    r"|ouder dan|binnen|na|sinds|al|over|elke|per|voor|gedurende|tussen de|ongeveer|ruim|vijf keer"
    r"|wie|eerste|laatste|afgelopen|komende|vorige|jaarlijks|alternatief|optie|artikel|art\.|lid"
    r"|week|ronde"
    r"|stap|nummer|nr\.?|hoofdstuk|€|groep|klas|kamer|om|kwart|half)(?: (?:zijn|haar|hun|je))? ?$"
)
_TERM = re.compile(
    r"\b(?:termijn|duur|looptijd|contract|straf|wachttijd|wachtlijst|periode|traject|regeling"
    r"|garantie|lening"
    r"|bewaartermijn|plan|opleiding|maatregel|indicatie|beschikking|huur|ots|opname|cel|dat|dit"
    r"|het)"
    r"(?: (?:van|is|was|duurt|wordt|blijft|al|nog|kost|loopt)){1,3} $"
)
_WHO = re.compile(r"\bwie (?:al |net )?$")
_COMPARED = re.compile(
    r"\b(?:(?:ouder|jonger) (?:is|bent|ben|zijn|was|waren|wordt|worden) dan"
    r"|(?:langer|korter|meer|minder)(?: (?:is|duurt|was|duurde))? dan)(?: de)? $"
)
"""Before a limit: "als iemand ouder is dan 75", "langer dan twintig jaar"."""
_OF_AN_ANIMAL = re.compile(
    r"\b(?:de|het|een|die|dat|onze|haar|zijn|hun) (?:[a-z]+e )?"
    r"(?:hond|hondje|kat|katje|poes|kater|paard|pony|konijn|cavia|hamster|vogel|papegaai|auto|fiets"
    r"|scootmobiel|busje|huis|woning|gebouw|bank|wasmachine|lift|traplift|telefoon|computer)"
    r"(?:,? (?:is|was|wordt|werd|van|dus|nu|al|bijna|pas|net|inmiddels|ook))* ?$"
)
"""What has an age that tells nothing of anybody, and stands right before its number."""
_AMID_PEOPLE = re.compile(rf"\b(?:{_SOMEBODY}|{_PERSON}|hij|zij|ze|ik)\b")
_DURATION = re.compile(
    r" ?(?:geleden|lang\b|later|oude? (?:schuld|besluit|regel)|in dienst|getrouwd|samen|duurt|terug"
    r"|ervaring|durende|achterstand|gewacht|gewerkt|gevangen|celstraf|cel|bij elkaar|weg\b"
    r"|wachten|zonder"
    r"|huur|hulp|begeleiding|uitkering|bezig|schoon|clean|vooruit|extra|langer|minimaal|maximaal"
    r"|geldig)"
)
_OLDEST = 110
_YOUNGEST_SPELLED = 2
_YOUNGEST_ORDINAL = 6
_LOOK_BACK = 30
_LOOK_AHEAD = 40
_TIME = re.compile(r"(?<=\d):\d\d(?!\d)|.?\d\d?:\d\d(?!\d)", re.DOTALL)
_LISTED = re.compile(r"\(\d\)")
_SMALL = 9
_LONGEST_ROW = 60
_HEAD_OF_AGES = re.compile(r"\b(?:leeftijd|lft|oud|jaar|geb)\b")
"""What a table says somewhere when a small number in a cell is an age."""
_ENDS = re.compile(r"\)(?:[,.;\n]|$| en\b)")
"""What follows an age in brackets: "Ziad (9), Rania (6)"; in a list words follow."""
_JOINED = re.compile(rf"(?P<age>{NUMBER})(?:jarige?n?|jr|ste|de|ers?)?")


def ages(page: Page, words: Sequence[Token]) -> Iterator[Find]:
    """Yield ages with the age group as generalisation."""
    for token in words:
        number = _NUMBERS[token.core]
        if number is None or number > _OLDEST:
            continue
        if number < _YOUNGEST_SPELLED and not token.core.isdecimal():
            continue
        if _TIME.match(page.lower, max(0, token.start - 1)):
            continue
        told = next(_told(page, token, number), None)
        if told:
            yield told


def _told(page: Page, token: Token, number: int) -> Iterator[Find]:
    """The finds of this number as somebody's age, one for each way in which that is said."""
    begin, end = max(0, token.start - _LOOK_BACK), token.end + _LOOK_AHEAD
    for pattern in _EVERY_PATTERN:
        for match in pattern.finditer(page.lower, begin, end):
            if match.start("age") != token.start:
                continue
            sure = match.re is _ORDINAL and number >= _YOUNGEST_ORDINAL
            if sure or not _is_no_age(page, match, number):
                yield _find(page, *match.span("age"), number)
    if _ROW_BEHIND.match(page.lower, token.end) and _ROW_BEFORE.search(
        page.lower, max(0, token.start - _LONGEST_ROW), token.start
    ):
        yield _find(page, token.start, token.end, number)


def decided_ages(page: Page, words: Sequence[Token], known: Collection[int]) -> Iterator[Find]:
    """Yield every other place of an age that stands elsewhere: "Zestien kunnen zijn"."""
    if not known:
        return
    for token in words:
        number = _NUMBERS[token.core]
        if number is None or number not in known or _counts_something(page.lower, token):
            continue
        yield _find(page, token.start, token.end, number, again=True)


def _number_in(core: str) -> int | None:
    """The number in a word: "16", "zestien", "zestienjarige", "zestiende"."""
    if core == "anderhalf":
        return _YOUNGEST_SPELLED
    number = number_of(core)
    if number is None and len(core) > _SMALL - 3:
        joined = _JOINED.fullmatch(core)
        number = number_of(joined["age"]) if joined else None
    return number


_NUMBERS = Remembered(_number_in)


_COUNTS = re.compile(
    r" ?(?:euro|€|%|procent|uur|u\b|min|dagen|dag\b|weken|wk|week|maanden|mnd|keer|x\b|km|kilo"
    r"|kg|brieven|mensen"
    r"|personen|kinderen|leden|gesprekken|opties|punten|stuks|[-/:.]\d|januari|februari|maart"
    r"|april|mei\b|juni"
    r"|juli|augustus|september|oktober|november|december|jan\b|feb|mrt|apr|jun|jul|aug|sep|okt"
    r"|nov|dec)"
)
_COUNTS_BEFORE = re.compile(
    r"(?:€|\d[-/:.,]|\b(?:artikel|art\.|lid|week|wk|om|kamer|groep|klas|nr\.?|nummer|optie|punt"
    r"|stap|pagina|blz)) ?$"
)


def _counts_something(text: str, token: Token) -> bool:
    before = text[max(0, token.start - _LOOK_BACK) : token.start]
    return bool(_COUNTS.match(text, token.end) or _COUNTS_BEFORE.search(before))


def _find(page: Page, start: int, end: int, number: int, *, again: bool = False) -> Find:
    text, stated = page.lower, end
    tail = _TAIL.match(text, end)
    end = tail.end() if tail else end
    if not tail and (units := _UNITS.match(text, end)) and not again:
        end, number = units.end(), 0
    ordinal = _ORDINAL_TAIL.match(text, end) if not tail and end == stated else None
    end = ordinal.end() if ordinal else end
    for leading in (_ALMOST, _LEADING) if not again else (_ALMOST,):
        found = leading.search(text[max(0, start - _LOOK_BACK) : start])
        start -= len(found[0]) if found else 0
    form = _form(text, start, end)
    fits = not ordinal and (
        not again or form != AgeForm.STATED or _is_of_somebody(text, start, end)
    )
    return page.mark(
        FindKind.AGE,
        start,
        end,
        key=f"age:{number}:again" if again else f"age:{number}",
        identity=f"age:{number}",
        certainty=Certainty.POSSIBLE if again else Certainty.LIKELY,
        reason="een leeftijd die elders staat" if again else "leeftijd van iemand",
        suggestion=bracketed(AGE),
        generalised=_no_age(page, start, end) or (age_group(number, form) if fits else ""),
        asks=True,
    )


_LASTS = re.compile(
    r"\b(?:[^\W\d_]*straf|detentie|periode|termijn|[^\W\d_]*contract|wachttijd|proeftijd"
    r"|schorsing|opname|behandeling|relatie|huwelijk|ervaring|achterstand|pauze) van $"
)
_TAKES_TIME = re.compile(
    r"\b(?:sinds|(?!is\b|was\b|wordt\b|werd\b|zegt\b|denkt\b|schat\b|met\b|niet\b|net\b|het\b|dat\b"
    r"|wat\b|uit\b|tot\b)(?:doe|rook|drink|slik|gebruik|spaar|duur|woon|werk|zorg|zit|loop|wacht"
    r"|speel|help|betaal|huur|ken|slaap)t?|zit|woonde|werkte|deed)\b[^.,;:!?\n]{0,24}$"
)
"""Before how long something goes on: "dat doet ze nu vier jaar"."""
_IN_UNITS = re.compile(r" (?:weken|wk|wkn|maanden|maand|mnd|mndn)$")
_NAMED_BEFORE = re.compile(rf"(?:(?<![^\W\d_])[A-Z][\w'-]+|[{BLANK}])['.]?[,(]? ?$")
"""Who is so old: "Zef, 6 maanden"."""
_SOME_TIME = "enige tijd"
_OF_CHILDREN = re.compile(r"\b(?:moeder|vader|ouders?|oma|opa) van $")


def _no_age(page: Page, start: int, end: int) -> str:
    """What a number says in general that is most likely no age; empty for an age."""
    text, begin = page.lower, max(0, start - _LOOK_BACK)
    before, written = text[begin:start], text[start:end]
    counted = written.endswith("jaar") or bool(_UNITS.match(f" {written.rpartition(' ')[2]}"))
    if _LASTS.search(before) or (counted and _TAKES_TIME.search(before)):
        return _SOME_TIME
    named = _AMID_PEOPLE.search(before) or _NAMED_BEFORE.search(page.cased[begin:start])
    if _IN_UNITS.search(written) and not named:
        return _SOME_TIME
    return "meer kinderen" if _OF_CHILDREN.search(before) else ""


def _is_of_somebody(text: str, start: int, end: int) -> bool:
    """Whether a number stands where "een tiener" fits as well: "zestien kunnen zijn"."""
    before = text[max(0, start - _LOOK_BACK) : start]
    return bool(_SAID_OF_SOMEBODY.match(text, end) or _SAID_BEFORE.search(before))


def _form(text: str, start: int, end: int) -> AgeForm:
    written = text[start:end]
    if written.endswith("jarigen"):
        return AgeForm.PLURAL
    if written.endswith(("jarige", "jarig")):
        follows = _NOUN_FOLLOWS.match(text, end)
        if written.endswith("jarig"):
            return AgeForm.BEFORE_NEUTER
        nobody = not follows or follows["word"] in _NO_NOUNS
        return AgeForm.NOUN if nobody else AgeForm.BEFORE_NOUN
    if text[start - 1 : start] == "(":
        return AgeForm.BRACKETED
    behind_van = text[max(0, start - len(" van ")) : start].endswith(" van ")
    return AgeForm.BEHIND_VAN if behind_van else AgeForm.STATED


_NO_NOUNS = OF_PEOPLE | frozenset(
    {
        "is", "was", "heeft", "had", "kan", "kon", "mag", "mocht", "moet", "moest", "zal", "zou",
        "en", "of", "in", "uit", "met", "die", "dat", "van", "op", "bij", "niet", "werd", "wordt",
    }
)  # fmt: skip
"""Words behind "de 34-jarige" that show that it is a noun itself."""


def _is_of_an_animal(text: str, start: int) -> bool:
    """Whether this is how old a dog is, or a car, and nobody stands before it."""
    before = re.split(r"[.,;:!?\n]", text[max(0, start - _LOOK_BACK) : start])[-1]
    return bool(_OF_AN_ANIMAL.search(before) and not _AMID_PEOPLE.search(before))


def _counts_up(listed: Sequence[str]) -> bool:
    """Whether numbers in brackets are those of a list, "(1) … (2)", rather than ages."""
    return len(listed) > 1 and {"(1)", "(2)"} <= {*listed}


def _is_no_age(page: Page, match: re.Match[str], number: int) -> bool:
    text, (start, end) = page.lower, match.span("age")
    if "who" in match.re.groupindex and not page.cased[match.start("who")].isupper():
        return not page.is_quiet(start) or text[end : end + 1] not in (",", ")")
    if _WITH_CHILDREN.search(text, max(0, start - _LOOK_BACK), end + 1):
        return True
    before = text[max(0, start - _LOOK_BACK) : start]
    if match[0].startswith(("al ", "pas ", "net ", "bijna ", "is ", "was ", "werd ", "wordt ")):
        before = text[max(0, match.start() - _LOOK_BACK) : match.start()]
    right_before = text[max(0, start - _LOOK_BACK) : start]
    lasts = _TERM.search(right_before) or _COMPARED.search(right_before)
    if _WHO.search(before) or lasts or _is_of_an_animal(text, start):
        return True
    if _ROUND_ONLY.search(before) and (number % 10 or number < 2 * 10):
        return True
    after = text[end : end + _LOOK_AHEAD]
    listed = text[start - 1 : start] == "(" and number <= _SMALL and not _ENDS.match(after)
    celled = match[0][:1] in "|;\t" and number <= _SMALL and not _HEAD_OF_AGES.search(text)
    inside = _LISTED.findall(text) if text[start - 1 : start] == "(" and number <= _SMALL else []
    if celled or (_counts_up(inside) and (listed or "(3)" in inside)):
        return True
    rest = re.sub(r"^[ -]?(?:jaar|jr|j)\b\.?", "", after)
    return bool(_LAW_BEFORE.search(before) or (rest != after and _DURATION.match(rest)))
