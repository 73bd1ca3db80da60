"""How it is said that somebody had a side, with `{who}` for where that somebody stands.

One word may be who was there, or the work itself: "inkomen was tegen", "inkomen is laag". What only
a person does, wants or feels tells them apart.
"""

from __future__ import annotations

from beraad.privacy.signs.telling.sides import VIEWS

_ENDS = r"(?=[.,;:!?)\n]|$)"
_WORDS = r"(?:[\w’'-]+ )"
_SMALL = (
    r"(?:(?:het|dit|dat|er|hier|daar|toen|nu|nog|toch|ook|wel|niet|even|eerst|juist|zelf|zich"
    r"|daarom|uiteindelijk|heel|erg|echt|zeer|meer|al|als enige) ){0,3}"
)
_NOBODY_ELSE = r"(?! (?:hij|zij|ze|mevrouw|meneer|we|wij|ik|je|men|er)\b)"
"""Who stands behind the verb is who does it: "werk wil hij graag"."""

_IS = r"(?:is|was|zijn|waren|bleef|bleven|blijft|blijven)"
_MINDED = (
    rf"(?:tegen(?:standers?|stem(?:mer)?)?(?:{_ENDS}| (?:[A-L]\b|het|dit|dat|uitstel|[a-z]+en\b))"
    rf"|(?:er|hier|daar)?(?:voor|mee|bij){_ENDS}|(?:er|hier|daar)bij dat\b"
    rf"|voor (?:[A-L]\b|[a-z]{{3,}}en(?=[.,;!?]|$))"
    r"|de enige (?:tegen(?:stem(?:mer)?|stander)?|voor(?:stander)?|die)"
    r"|(?:mee |ermee )?(?:on)?eens\b|te overtuigen|overtuigd|dapper"
    r"|moedig|boos|bang|blij\b|verdrietig|opgelucht|onzeker|onrustig|ongerust|stellig|fel\b"
    r"|uitgesproken|terughoudend|gelukkig|tevreden|teleurgesteld|geraakt|verrast|huiverig"
    rf"|overstag|kritisch|in de minderheid|van mening|alleen{_ENDS}"
    r"|bij (?:[A-L]\b|z[a-z]+ |(?:de eigen|het|haar|hun) (?:standpunt|mening|keuze))"
    r"|twijfelen|volhouden)"
)
_PLACED = (
    r"(?:hield(?:en)?|houdt|houden) (?:\w+ ){0,2}?(?:vast|vol|voet bij stuk)"
    r"|(?:hield(?:en)?|houdt|houden) het (?:\w+ )?bij (?!in |op |tot |voor |met |en )\w"
    r"|(?:hield(?:en)?|houdt|houden) (?:\w+ )?(?:het|dit|dat|ons|niets|niks|niemand) "
    r"(?:\w+ ){0,2}?tegen\b"
    r"|(?:trok(?:ken)?|trekt|trekken) (?:\w+ ){0,2}?(?:de handen|de stekker|aan de rem)"
    r"|(?:stemt|stemde|stemden|stemmen) (?:\w+ ){0,2}?in\b"
    r"|(?:keek|keken) (?:\w+ ){0,2}?(?:naar|anders)\b"
    r"|(?:maakt|maakte|maakten|maken) zich (?:\w+ ){0,2}?(?:zorgen|boos|druk|sterk)\b"
    r"|(?:zat|zaten) (?:er ?)?(?:klem )?tussen(?:in)?\b"
    r"|(?:stond(?:en)?|staat|staan) (?:\w+ ){0,2}?(?:alleen(?! op\b)|anders|tegenover|achter|pal"
    r"|als enige)"
    r"|(?:zag(?:en)?|ziet|zien) (?:\w+ ){0,2}?(?:niets in|niks in|niet zitten|weinig in|iets in"
    r"|anders|bezwaren|meer in|somber)"
    r"|(?:zat(?:en)?|zit(?:ten)?) (?:\w+ ){0,3}?(?:lijn|spoor)\b"
    r"|(?:lag|lagen|ligt) (?:\w+ ){0,2}?dwars|(?:haakten?|haakt) (?:\w+ ){0,2}?af"
)
_GAVE_IN = (
    r"(?:moest(?:en)?|moet|moeten) (?:\w+ ){0,3}?(?:slikken|wennen|overtuigd)"
    r"|(?:had|hadden|heeft|hebben|zou|zouden) (?:\w+ ){0,3}?(?:liever|moeite|bezwaar|bezwaren"
    r"|twijfels?|spijt|lastig|moeilijk|er vrede mee|geslapen|getwijfeld|geaarzeld)\b"
    r"|(?:ging(?:en)?|gaat|gaan) (?:\w+ ){0,3}?(?:akkoord|overstag|tegenin"
    rf"|(?:mee|om|dwars)(?:{_ENDS}|(?= maar\b))|(?:er|daar|hier)?in mee\b)"
    r"|(?:gaf|gaven|geeft|geven) (?:\w+ ){0,2}?(?:geen ruimte|groen licht|geen krimp)\b"
    r"|(?:gaf|gaven|geeft) (?:\w+ ){0,2}?toe\b|(?:legden?|legt) zich (?:\w+ ){0,3}?neer"
    r"|(?:sloot|sloten|sluit) zich (?:\w+ ){0,4}?aan|(?:verzetten?|verzet|schaarden?) zich"
    r"|(?:kon|konden|kan|kunnen) (?:zich )?(?:\w+ ){0,4}?(?:vinden in|leven met|ermee leven"
    r"|mee leven|instemmen)"
    r"|(?:aarzel|weiger|protesteer|slik|twijfel|vrees|wissel|stribbel)(?:t|de|den|te|ten)\b"
    r"|pleit(?:te|ten)?\b|zwe(?:eg|gen)\b|schrok(?:ken)?\b|voelden? zich\b"
)
WISHES = (
    r"(?:wil|wilde|wou|koos|kiest|stemde|stemt|twijfelt|twijfelde|vond|vindt|durft|durfde|bleef bij"
    r"|blijft bij|ging voor|gaat voor)"
)
"""What one person wants or chooses."""

DOES = rf"(?:{VIEWS}|{_IS} {_SMALL}{_MINDED}|{_PLACED}|{_GAVE_IN})"
"""What comes behind somebody who has a side."""

DOES_ALONE = rf"(?:{WISHES}|{_IS} {_SMALL}{_MINDED}|{_PLACED}|{_GAVE_IN})(?![\w’'-]){_NOBODY_ELSE}"
"""The same behind a word that may be a thing: not "werk vinden is lastig", "inkomen wil hij"."""

WITHOUT_VERB = (
    rf" \(?(?:tegen|voor|onder protest|met tegenzin|met moeite)\)?{_ENDS}"
    rf"|: (?:ja|nee|niet|wel|tegen|voor|liever|eens|oneens|blij|opgelucht|onrustig|twijfel|[A-L])"
    rf"{_ENDS}"
)
"""What says a side in a word: "handhaving tegen, de rest voor"."""

_TURNED = (
    r"(?:^|[.;:,!?] |\n|\b(?:al|waarom|waardoor|wat|hoe|toen|daarom|dus|ook|wel|eerst|daar"
    r"|liefst) )"
)
_TURNED_ROUND = (
    rf"{_TURNED}(?:was|is|bleef|stond) {{who}}(?= {_SMALL}{_MINDED})",
    (
        rf"{_TURNED}(?:had|heeft|zou) {{who}}"
        rf"(?= {_SMALL}(?:liever|moeite|bezwaar|bezwaren|twijfels?|anders|gewild|gedaan"
        r"|gekozen)\b)"
    ),
    rf"\b(?:waarom|waardoor|wat|hoe|toen|daarom|dus) {WISHES} {{who}}(?![\w’'-]){_NOBODY_ELSE}",
    (
        r"(?:omdat|dat|waarom|toen|terwijl|hoewel|nu|zoals) {who}"
        r"(?= (?:(?!(?:hij|zij|ze|we|wij|hem|haar)\b)[\w’'-]+ ){0,5}?(?:wilde|wou|vond|koos|stemde"
        r"|twijfelde|aarzelde|weigerde|zag|dacht|bleef|slikte"
        rf"|(?:tegen|oneens|alleen|boos|ongerust) (?:was|stond|bleef)){_ENDS})"
    ),
)
_ONE_OF_ALL = (
    (
        rf"(?:{VIEWS}|\b(?:iedereen|allemaal|wij|we|de meesten|de rest|de anderen|niemand)\b)"
        r"[^.!?\n]{0,80}[.,;:–-] ?(?:en |maar |behalve )?{who}(?= (?:niet|wel|ook niet|nog niet"
        r"|juist niet|juist wel|liever niet|met (?:veel )?moeite|met tegenzin|onder protest"
        r"|schoorvoetend|anders)(?:[.,;!?)\n]|$))"
    ),
    (
        r"(?:niemand|iedereen|allen|allemaal|we|wij)\b[^.!?\n]{0,40}\b(?:behalve|anders dan|zonder)"
        r" {who}(?![\w’'-])"
    ),
    r"behalve wat {who}(?= betreft\b)",
    r"wat (?=(?:de|onze) ){who}(?= betreft\b)",
    (
        r"(?:niet|alles?|allen|iedereen|de rest|de anderen|eens)\b,? (?:en )?"
        r"(?:behalve|alleen) {who}(?=[.,;:!?)\n]|$)"
    ),
    (
        r"\b(?:keek|keken|dachten?|dacht|koos|kozen|ging(?:en)?|wilden?|wou|zag(?:en)?|letten?"
        r"|lette|vroeg(?:en)?|kijkt|kijken|let|telde|telden) [^.!?\n]{1,60}?(?:,|,? en|,? maar) "
        r"{who}(?= (?:naar|voor|aan|op|om|over|tegen|anders|juist|meer|zat)\b)"
    ),
    (
        rf"op {{who}} na(?=,? (?:{VIEWS}|niemand|allemaal|iedereen"
        r"|[a-z]+ (?:niemand|iedereen|wij|we)\b))"
    ),
    r"(?:niemand|iedereen|allen|allemaal|we|wij)\b[^.!?\n]{0,40}\bop {who} na\b",
)
_SAID_OF = (
    (
        r"(?:met|onder|zonder|ondanks|na) (?:\w+ ){0,2}?(?:tegenzin|protest|aarzelingen?|twijfels?"
        r"|gemor|gemopper|weerstand|morren) (?:bij|van) {who}(?![\w’'-])"
    ),
    (
        r"{who}(?=,? (?:die|want (?:die|hij|zij|ze)|en (?:die|hij|zij|ze)) (?:had|heeft|kreeg|zag"
        r"|zei|wilde|koos|vond|dacht|durfde|twijfelde|wist|voelde|waarschuwde) (?:\w+ ){0,2}?"
        r"(?:gelijk|gewild|moeite|anders|bezwaren|niet|wel|liever|dat|het|dit|er)\b)"
    ),
    (
        r"{who}(?=,? die (?:[\w’'-]+ ){0,4}?(?:zag|vond|wilde|koos|durfde|twijfelde|dacht|stemde"
        r"|zweeg)(?:[,.;!?)\n]|$))"
    ),
    r"(?:dat|dit|het) (?:was|betekende|voelde|bleef) voor {who}(?= (?!nodig|niet nodig)[\w’'-])",
    r"van {who}(?= (?:kwam|kwamen|klonk|klonken|hoorden (?:we|wij))\b)",
    (
        r"bij {who}(?= (?:leefden?|speelden?|overheerste|zat de (?:pijn|zorg|angst|twijfel)"
        r"|lag (?:dat|dit|het) (?:\w+ )?(?:gevoelig|moeilijk|anders|lastig|zwaar))\b)"
    ),
    r"(?:gelijk|steun|lof|begrip) (?:voor|van|aan|bij) {who}(?=[.,;:!?)\n]|$)",
    r"(?:tegen|buiten) (?:de|het) (?:zin|wil|advies|wens) van {who}(?![\w’'-])",
    (
        r"t(?:ot|e)n? (?:grote )?(?:spijt|verdriet|ergernis|ongenoegen|opluchting|teleurstelling)"
        r" van {who}(?![\w’'-])"
    ),
    (
        r"(?:dank|hulde|complimenten?|waardering|met (?:steun|instemming)) (?:aan|van|voor) {who}"
        r"(?![\w’'-])"
    ),
    (
        r"(?:verzet|twijfels?|bezwaar|bezwaren|tegenstem|tegengeluid|weerstand|moeite|standpunt|mening"
        r"|keuze|weerwoord|ongenoegen|kritiek|argument(?:en)?) van {who}(?![\w’'-])"
    ),
    (
        r"(?:dapper|moedig|knap|sterk|goed|fijn|jammer|mooi|eerlijk|lastig|netjes|aardig|spannend)"
        r" van {who}(?= (?:om|dat)\b|[.,;!?]|$)"
    ),
    r"(?:met|bij|aan|van) {who}(?= [^.!?\n]{0,40}\bwaarom (?:zij|ze|die|hij|men|dat)\b)",
    r"waarom (?:zij|ze|die|hij) [^.!?\n]{0,40}\b(?:met|bij|aan|van) {who}(?![\w’'-])",
    (
        r"voor {who}(?= (?:telde|woog|telt|weegt|gaf|stond) (?:[\w’'-]+ ){1,4}?(?:het )?"
        r"(?:zwaar(?:der|st)?|zwaarst|meest|meer|voorop|bovenaan|de doorslag)\b)"
    ),
    (
        rf"voor {{who}}(?= (?:was|is|bleef|voelde) (?:dit|dat|het) {_SMALL}"
        r"(?:lastig|moeilijk|zwaar|slikken|onverteerbaar|te veel|een stap)\b)"
    ),
    r"volgens {who}(?= (?:had|moest|mocht|zou|kon|hoorde|deed)\b)",
    r"(?:kost(?:te)?|viel|valt|deed|doet) {who}(?= (?:\w+ ){0,2}?(?:moeite|zwaar|rauw|pijn)\b)",
    (
        r"(?:kregen|krijgen|hebben|hadden|lieten|konden) (?:we |wij )?{who}"
        r"(?= (?:\w+ ){0,3}?(?:mee|overtuigd|overtuigen|alleen staan|in de kou)\b)"
    ),
    (
        r"{who}(?= (?:kregen|krijgen|hebben|hadden|konden) (?:we|wij) "
        r"(?:\w+ ){0,3}?(?:mee|overtuigd|overtuigen|om)\b)"
    ),
    (
        r"met {who}(?= (?:kwamen|komen|werden|waren|zijn) (?:we|wij) (?:\w+ ){0,3}?(?:uit|eens"
        r"|oneens)\b)"
    ),
)
ABOUT = (*_TURNED_ROUND, *_ONE_OF_ALL, *_SAID_OF)
"""Where somebody stands elsewhere: behind the verb, beside all others, behind "van" or "voor"."""

PEOPLE_OF = (
    r"(?:die|(?:de|onze) (?:man|vrouw|mensen|mannen|vrouwen|collega['’]?s?|lui|jongens|dames|heren"
    r"|persoon|kant)) van(?: de| het)?"
)
"""Who works somewhere: "de man van handhaving"."""
