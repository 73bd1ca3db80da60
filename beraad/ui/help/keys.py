"""Every key of the program, in one place to read and to test."""

from __future__ import annotations

EVERYWHERE = (
    ("F1", "deze hulp, bij de ronde waar je bent; Esc of Ctrl+W sluit hem"),
    ("Ctrl+F", "zoeken: in de hulp, in je beraden of in een beraad"),
    ("Ctrl+I", "instellingen; Esc brengt je terug"),
    ("Ctrl+O", "naar de beraden, van waar dan ook; het open beraad wordt eerst bewaard"),
    ("Ctrl+R", "naar Signalen, van waar dan ook; het open beraad wordt eerst bewaard"),
    ("Ctrl+Shift+L", "vergrendelen, als de kluis aan is; alles wordt eerst bewaard"),
    ("Ctrl+plus, Ctrl+min", "tekst groter, kleiner"),
    ("Tab, Shift+Tab", "volgende, vorige"),
)
START = (
    ("Ctrl+N", "nieuw beraad"),
    ("Enter", "het gekozen beraad openen"),
    ("F2", "het gekozen beraad een andere titel geven"),
    ("Del", "het gekozen beraad verwijderen; Ctrl+Z zet het terug"),
)
SESSION = (
    ("Ctrl+1 … 8", "naar die ronde; Ctrl+0 naar de opening"),
    ("Ctrl+PageUp, PageDown", "vorige, volgende ronde"),
    ("Ctrl+J", "opening: de mensen van vorige keer overnemen"),
    ("Enter", "in een regel: naar de volgende tekst; Shift+Enter begint een nieuwe alinea"),
    ("Ctrl+Enter", "nieuwe regel, ook vanuit een veld erboven; in ronde 6: briefjes overtypen"),
    ("letters", "op “+ …”: de nieuwe regel begint met wat je typt of plakt"),
    ("Ctrl+Shift+Enter", "ronde 4: nog een waarde bij dit perspectief"),
    ("Ctrl+M", "wat kan met deze regel: verplaatsen, verwijderen"),
    ("A, B", "ronde 4: bij “Pleit voor” kiezen; nog eens B is beide"),
    ("Alt+↑, Alt+↓", "regel omhoog, omlaag"),
    ("Alt+1 … 4", "ronde 4: deze norm is moreel, juridisch, strategisch of feitelijk"),
    ("A, B, C …", "ronde 6: bij “Ik kies” die mogelijkheid kiezen"),
    ("1, 2, 3 …", "briefjes overtypen: van wie dit briefje is; Ctrl+Enter het volgende"),
    ("Ctrl+Z, Ctrl+Shift+Z", "ongedaan maken, opnieuw; over alle rondes"),
    ("F2, Shift+F2", "voorlezen: waar we zijn en de morele vraag; de hulp bij deze ronde"),
    ("F9", "de tip bij de cursor wegleggen"),
    ("F6", "naar de knop van een melding"),
    ("Ctrl+S", "nu bewaren, en horen of het lukte"),
    ("Ctrl+P", "iets parkeren"),
    ("Ctrl+L", "notitie alleen voor jou"),
    ("Ctrl+K", "klok starten of pauzeren"),
    ("Alt+plus, Alt+min", "een minuut erbij of eraf voor deze ronde"),
    ("Ctrl+T", "wat kan als het uitloopt"),
    ("Ctrl+H", "hulp naast de ronde tonen of inklappen"),
    ("Ctrl+E", "verslag nalezen en doorgeven, van elk scherm van een beraad"),
    ("Ctrl+F", "zoeken in dit beraad; pijltjes lopen langs de plekken, Enter gaat erheen"),
    ("F3, Shift+F3", "naar de volgende, vorige plek die gevonden is"),
    ("Ctrl+V", "plakken; van meer regels tegelijk maakt Beraad rijen als je dat wilt"),
    ("Esc", "sluiten wat erboven ligt; na zoeken ben je terug waar je was"),
    ("Ctrl+G", "onderstreepte woorden bij de cursor vervangen"),
    ("F8, Shift+F8", "naar de volgende, vorige onderstreepte woorden"),
    ("pijl omlaag", "suggesties bij een veld"),
    ("F7", "volgend woord dat het woordenboek niet kent, met voorstellen"),
)
GROUP = (
    ("Ctrl+B", "groepsscherm aan of uit"),
    ("Ctrl+Shift+B", "groepsscherm en laptop van scherm laten wisselen"),
    ("Ctrl+punt", "groepsscherm zwart, of weer terug"),
    ("Ctrl+komma", "groepsscherm bevriezen, of weer laten volgen"),
    ("Ctrl+Shift+PageUp, PageDown", "groepsscherm omhoog, omlaag"),
    ("Ctrl+Shift+plus, Ctrl+Shift+min", "tekst groter, kleiner, in het groepsscherm zelf"),
)
REPORT = (
    ("Enter", "doen wat wordt voorgesteld: algemener, weghalen, of een gewoon woord laten staan"),
    ("W", "gekozen plek weghalen"),
    ("G", "algemener maken, als dat kan"),
    ("A", "iets anders schrijven"),
    ("L", "laten staan; kies met 1 … 4 waarom, of schrijf het zelf"),
    ("Shift+W, Shift+G, Shift+L", "hetzelfde voor alle open plekken van deze soort"),
    ("T", "een besluit terugnemen"),
    ("N, P of F8, Shift+F8", "volgende, vorige open plek"),
    ("Ctrl+S", "verder naar het document; daar: maken"),
    ("Esc", "terug naar het beraad"),
)
PAPER = (
    ("Ctrl+S", "gekozen formulieren maken"),
    ("Ctrl+PageUp, PageDown", "bij het invoeren: vorig, volgend formulier"),
    ("Esc", "terug; wat je typte, is bewaard"),
)
OBSERVING = (
    ("1 … 5", "goed, voldoende, matig, onvoldoende of n.v.t.; nog eens haalt het weg"),
    ("O, G, S, A", "een open, gesloten of sturende vraag, of een advies, erbij tellen"),
    ("Backspace", "de laatste vraag weer weg"),
    ("M", "een moment opschrijven"),
    ("Ctrl+Enter", "de tekst is klaar: een moment is bewaard, en de toetsen tellen weer"),
    ("Ctrl+0 … 8", "naar de opening of die ronde; Ctrl+PageUp, PageDown: vorige, volgende"),
    ("Ctrl+K", "klok starten of pauzeren"),
    ("Ctrl+Z, Ctrl+Shift+Z", "ongedaan maken, opnieuw, in de tekst waar je bent"),
    ("P, N, H", "samen leren kijken: afspelen, volgende zin, hier gebeurt iets"),
    ("Esc", "terug; wat je noteerde, is bewaard"),
)
GROUPS = (
    ("Overal", EVERYWHERE),
    ("Beraden", START),
    ("In een beraad", SESSION),
    ("Het groepsscherm", GROUP),
    ("Verslag nalezen", REPORT),
    ("Formulieren en papier", PAPER),
    ("Meekijken en terugkijken", OBSERVING),
)
