"""What the gate finds: a place in a text that may identify somebody, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum


class FindKind(StrEnum):
    """What kind of identifier stands there."""

    PARTICIPANT = "participant"
    KNOWN_WORD = "known_word"
    BSN = "bsn"
    IBAN = "iban"
    PHONE = "phone"
    EMAIL = "email"
    URL = "url"
    HANDLE = "handle"
    POSTCODE = "postcode"
    LICENCE_PLATE = "licence_plate"
    BIRTH_DATE = "birth_date"
    PERSON = "person"
    ADDRESS = "address"
    PLACE = "place"
    NEIGHBOURHOOD = "neighbourhood"
    DATE = "date"
    CASE_NUMBER = "case_number"
    NUMBER = "number"
    ORGANISATION = "organisation"
    SCHOOL = "school"
    AGE = "age"
    DETAIL = "detail"


KIND_LABELS: Mapping[FindKind, str] = {
    FindKind.PARTICIPANT: "naam van een deelnemer",
    FindKind.KNOWN_WORD: "toegevoegd woord",
    FindKind.BSN: "BSN",
    FindKind.IBAN: "rekeningnummer",
    FindKind.PHONE: "telefoonnummer",
    FindKind.EMAIL: "e-mailadres",
    FindKind.URL: "webadres",
    FindKind.HANDLE: "gebruikersnaam",
    FindKind.POSTCODE: "postcode",
    FindKind.LICENCE_PLATE: "kenteken",
    FindKind.BIRTH_DATE: "geboortedatum",
    FindKind.PERSON: "naam",
    FindKind.ADDRESS: "adres",
    FindKind.PLACE: "plaats",
    FindKind.NEIGHBOURHOOD: "buurt of wijk",
    FindKind.DATE: "datum",
    FindKind.CASE_NUMBER: "zaaknummer",
    FindKind.NUMBER: "nummer",
    FindKind.ORGANISATION: "organisatie",
    FindKind.SCHOOL: "school",
    FindKind.AGE: "leeftijd",
    FindKind.DETAIL: "bijzonderheid",
}
"""What a person sees as the kind of a find."""


class Certainty(IntEnum):
    """How sure the gate is that this identifies somebody."""

    POSSIBLE = 1
    LIKELY = 2
    CERTAIN = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Find:
    """One mention of something that may identify a person.

    Attributes:
        start: index of the first character in the text.
        end: index after the last character; no grapheme is cut in two.
        text: exactly what stands there.
        key: the same for every mention that a person decides about at once.
        identity: the same for every mention of the same person or number, also where the key is
            another because the mention is doubtful ("roos" for somebody called Roos).
        reason: why this was found, in Dutch.
        suggestion: what could stand there instead.
        generalised: what says it more generally without taking it out; empty when nothing does.
        tail: what grammar wants behind the replacement: "'s" for "Jans fiets".
        asks: only pointed out; it stays until a person decides that it goes.
        everyday: most likely an ordinary word, such as "ik"; it stays for a cautious reader too.
        bound: its general words are of the grammar of its place: nothing else can stand there.
        whole: asked in one, names and all; where it stays, what stands in it still goes.
        rather_stays: it reads as a verb or another plain word; to leave it is what is proposed.
    """

    kind: FindKind
    start: int
    end: int
    text: str
    key: str
    identity: str
    certainty: Certainty
    reason: str
    suggestion: str
    generalised: str = ""
    tail: str = ""
    asks: bool = False
    everyday: bool = False
    bound: bool = False
    whole: bool = False
    rather_stays: bool = False
