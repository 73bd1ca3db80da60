"""Every key of the program, in one place to read and to test."""

from __future__ import annotations

EVERYWHERE = (
    ("F1", "deze hulp"),
    ("Ctrl+plus, Ctrl+min", "tekst groter, kleiner"),
    ("Tab, Shift+Tab", "volgende, vorige"),
)
START = (
    ("Ctrl+N", "nieuw beraad"),
    ("Ctrl+F", "zoeken in je beraden"),
    ("Enter", "het gekozen beraad openen"),
)
SESSION = (
    ("Ctrl+1 … 8", "naar die ronde; Ctrl+0 naar de opening"),
    ("Ctrl+PageUp, PageDown", "vorige, volgende ronde"),
    ("Ctrl+Enter", "nieuwe regel"),
    ("Alt+↑, Alt+↓", "regel omhoog, omlaag"),
    ("Ctrl+Z, Ctrl+Shift+Z", "ongedaan maken, opnieuw; over alle rondes"),
    ("Ctrl+P", "iets parkeren"),
    ("Ctrl+L", "notitie alleen voor jou"),
    ("Ctrl+K", "klok starten of pauzeren"),
    ("Ctrl+H", "hulp naast de ronde tonen of inklappen"),
    ("Ctrl+E", "verslag nalezen"),
    ("pijl omlaag", "suggesties bij een veld"),
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
    ("L", "gekozen plek laten staan"),
    ("W", "gekozen plek weghalen"),
    ("A", "iets anders schrijven"),
    ("Ctrl+S", "verslag exporteren"),
    ("Esc", "terug naar het beraad"),
)
PAPER = (
    ("Ctrl+S", "gekozen formulieren maken"),
    ("Ctrl+PageUp, PageDown", "bij het invoeren: vorig, volgend formulier"),
    ("Esc", "terug; wat je typte, is bewaard"),
)
GROUPS = (
    ("Overal", EVERYWHERE),
    ("Beraden", START),
    ("In een beraad", SESSION),
    ("Het groepsscherm", GROUP),
    ("Verslag nalezen", REPORT),
    ("Formulieren en papier", PAPER),
)
