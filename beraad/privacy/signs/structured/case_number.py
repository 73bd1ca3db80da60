"""Finds numbers of files and clients, and of documents people carry."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beraad.privacy.dutch.placeholders import BLANK, CASE_NUMBER, bracketed
from beraad.privacy.find import Certainty, Find, FindKind
from beraad.privacy.signs.structured.context import is_date
from beraad.privacy.text.page import Page
from beraad.privacy.text.sought import first_digits, sought

_NOUNS = (
    r"zaak|dossier|client|klant|polis|meldings?|referentie|kenmerk|document|paspoort|rijbewijs"
    r"|vreemdelingen|v|ordner|besluit|registratie|inschrijf|relatie|patient|id|kvk|contract"
    r"|factuur|aanvraag|lid|debiteuren|debiteur|beschikkings?|werkproces|personeels|leerling"
    r"|burger|parket|rol|rekest|huurders?|huur|bewoners|woning|aanslag|beschikking|betalings?"
    r"|betaal|zorg|verzekerden?|verzekerings?|incasso|boete|proces|proces-verbaal|pv|aangifte"
    r"|insolventie|toezicht|bewind|kadaster|perceel|meter|aansluit|ean|kenteken|chassis|studie"
    r"|student|stam|huishoud|onderwijs|sociaal|a|i|imei|order|ticket|cjib|uwv|svb|cak|duo|ind|coa|brp"
    r"|gba|belasting|toeslagen|bedrijfs|vestigings|rsin|btw|agb|big"
)
_NUMBER = (
    r"(?P<number>[a-z]{0,6}[./ -]?\d[\w./-]*[a-z0-9]"
    r"(?: ?[/\\-]? ?[a-z]{2} (?:[a-z]{2}|expl|verz) \d\d-\d+)?(?: / \d{2,6})?"
    r"(?: \d{2,6})*(?: \d(?=[\n.,;|)\t]|$))?)"
)
_NAMED = re.compile(
    rf"(?<![a-z])(?:(?!huis|telefoon|volg|rang|pagina|kamer)[a-z]{{3,20}}(?:nummer|nr\.?)"
    rf"|(?:{_NOUNS})s?[ -]?(?:nummer|nr\.?|no\.?|kenmerk|id|code)"
    r"|kenmerk|kenm\.?|referentie|ref\.?|zaak|dossier|dos\.?|polis|ordner|parket|cjib|uwv|svb"
    r"|cak|duo|coa|ind"
    r"|kvk|rsin|v-nr\.?|vnr\.?|clientnr\.?|paspoort|identiteitskaart|id-?kaart|id-?bewijs"
    r"|rijbewijs|bsn-?nr"
    rf"|betalingskenmerk|factuur|kadaster|perceel|huurcontract|verblijfsdocument|code|pincode|huishouden|gezin|aanmelding|melding)"
    rf"(?![a-z])(?: ?\(?(?:van|voor|nl|nederlands|pools|no|nr\.?|nummer|is|was|met|:)\b ?){{0,3}}"
    rf"[^\w\n{BLANK}]{{0,4}}(?:(?:is|nummer|nr\.?) )?{_NUMBER}"
)
_COURT = re.compile(
    r"(?<![\w./-])(?:c/\d\d/\d{4,7}(?: ?/ ?[a-z]{2} ?[a-z]{2} ?\d\d ?[-/] ?\d{1,5})?"
    r"|(?:je|fa|ha|kg|fj|hr|sa|aw|jz) (?:rk|za|za|ft|rv|verz)\.? ?\d\d ?[-/] ?\d{1,5}"
    r"|\d{1,2}\.?\d{3}\.?\d{3} ?[/\\]? ?[a-z]{2} (?:expl|verz|rk|za|kg) \d\d ?[-/] ?\d{1,5}"
    r"|(?:[a-z]{2} )?(?:verz|expl) \d\d ?[-/] ?\d{1,5}"
    r"|(?:ams|rot|zwo|lee|gro|arn|mid|utr|haa|sgr|shg|dha|mar|roe|brd|bre|zut|alm|ass|noh)"
    rf" \d\d/(?:\d{{1,5}}|(?={BLANK}))"
    r"(?: (?:pw|wmo\w*|wajong|ziekt|wia|jw|aow|anw|ww|zw|awb|besl\w*))?"
    r"|\d\d/\d{5,6}-\d\d|\d{3}\.\d{3}\.\d{3}(?:/\d\d)?"
    r"|ecli[: ]{1,2}[a-z]{2}:[a-z]+:\d{4}:[\w.]*\w)(?!\w)"
)
_PAPERS = sought(
    r"(?<![\w./-])(?=[A-Z0-9]*\d[A-Z0-9]*\d)(?:[A-Z]{2}[A-Z0-9]{6}\d|[A-Z]{3}\d{6,9}"
    r"|[A-Z]\d{8,9})(?![\w])",
    r"[A-Z](?<![\w./-].)[A-Z0-9]",
)
_ADDRESS_OF_A_COMPUTER = sought(
    r"(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?![\w.])|(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}",
    r"[0-9:-](?:(?<=[0-9])(?<![0-9].)|(?=[0-9a-f]{2}[:-]))",
    back=2,
)
_BARE = sought(
    r"(?<![\w./-])(?:[a-z]{1,5}[-./]?(?:19|20)?\d\d[-./]\d{3,8}|(?:19|20)\d\d[-./]\d{4,8}"
    r"|[a-z]{1,4}[-.]\d{4,10}|[a-z]{1,3}-?\d{3,6}/\d{2,4}|[a-z]{2,5}/(?:19|20)\d\d/\d{2,8}"
    r"|\d{4}\.\d{4}\.\d{4}(?:\.\d{4})?)(?![\w]|[-./]\d)",
    r"[0-9](?<![0-9].)",
    back=6,
)
_FEWEST_DIGITS = 3
_LAWS = re.compile(r"(?:stb|stcrt|artikel|art\.?)\S* ?$")


def case_numbers(page: Page) -> Iterator[Find]:
    """Yield numbers called a file number, and numbers with the form of one."""
    if not first_digits(page.lower):
        return
    for match in _NAMED.finditer(page.lower):
        if sum(sign.isdecimal() for sign in match["number"]) >= _FEWEST_DIGITS:
            yield _find(page, *match.span("number"), "staat bij een woord voor zaaknummer")
    for pattern, text in (
        (_COURT, page.lower),
        (_PAPERS, page.cased),
        (_ADDRESS_OF_A_COMPUTER, page.lower),
    ):
        for match in pattern.finditer(text):
            yield _find(page, *match.span(), "vorm van een zaaknummer")
    for match in _BARE.finditer(page.lower):
        before = page.lower[max(0, match.start() - 20) : match.start()]
        if not is_date(match[0]) and not _LAWS.search(before):
            yield _find(page, *match.span(), "vorm van een zaaknummer")


def _find(page: Page, start: int, end: int, reason: str) -> Find:
    number = page.lower[start:end]
    return page.mark(
        FindKind.CASE_NUMBER,
        start,
        end,
        key=f"case_number:{re.sub('[^a-z0-9]', '', number)}",
        certainty=Certainty.LIKELY,
        reason=reason,
        suggestion=bracketed(CASE_NUMBER),
    )
