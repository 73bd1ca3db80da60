from __future__ import annotations

import pytest

from beraad.privacy.find import Certainty, FindKind
from beraad.privacy.signs.known.known_names import KnownNames
from tests.privacy.sure import find

NOBODY = KnownNames.named(year=2026)


def found(text: str) -> list[tuple[str, FindKind]]:
    return [(one.text, one.kind) for one in find(text, NOBODY)]


BSN = [
    "111222333", "111 222 333", "111.222.333", "1112.22.333", "111-222-333", "123456789",
    "11122233\u00ad3", "１１１２２２３３３",
]  # fmt: skip
IBAN = [
    "NL91 ABNA 0417 1643 00", "NL91ABNA0417164300", "nl91 abna 0417 1643 00",
    "NL91.ABNA.0417.1643.00", "NL92ABNA0417164300", "NL91 ABNA 0417 1643 0",
    "BE68 5390 0754 7034", "DE89370400440532013000", "DE88370400440532013000",
    "TR33 0006 1005 1978 6457 8413 26", "pl61109010140000071219812874",
    "GB29 NWBK 6016 1331 9268 19",
]  # fmt: skip
PHONE = [
    "06-12345678", "0612345678", "06 12 34 56 78", "06 - 1234 5678", "06.12.34.56.78", "06-1234567",
    "+31612345678", "+31 6 12345678", "+31 (0)6 12345678", "0031612345678", "038-4567890",
    "(020) 123 4567", "0123 456789", "+32 470 12 34 56", "+90 532 123 45 67", "0049 30 1234567",
]  # fmt: skip
EMAIL = [
    "iemand@voorbeeld.nl", "I.De-Mand+werk@post.voorbeeld.nl", "iemand@gemeente",
    "iemand (at) voorbeeld.nl", "iemand[at]voorbeeld.nl", "iemand at voorbeeld.nl",
    "iemand apenstaartje voorbeeld.nl", "iemand @ voorbeeld.nl",
]  # fmt: skip
URL = [
    "https://voorbeeld.nl/a?b=c#d", "http://10.0.0.1:8080/x", "www.voorbeeld.nl", "voorbeeld.nl",
    "mijn-site.voorbeeld.com/over", "WWW.VOORBEELD.NL",
]  # fmt: skip
HANDLE = ["@iemand", "@iemand_uit.zwolle", "@Iemand1"]
POSTCODE = [
    "1234 AB", "1234AB", "1234ab", "2526 cg", "1234 AB 12", "1234 AB 12-3hs", "1234AB12a",
    "1234 AB, 12", "1234 AB 12 bis", "1234 AB 12-II", "2015 IS", "1234 AB nr. 5",
]  # fmt: skip
PLATE = [
    "12-ABC-3", "AB-12-34", "12-34-AB", "12-AB-34", "AB-12-CD", "AB-CD-12", "12-AB-CD", "1-ABC-23",
    "AB-123-C", "A-123-BC", "ABC-12-D", "A-12-BCD", "1-AB-234", "123-AB-4", "gh-123-j", "12ABC3",
    "GHJ12K", "12 - ABC - 3",
]  # fmt: skip
BORN = [
    "3-4-1987", "03-04-1987", "3/4/1987", "3.4.1987", "3 april 1987", "3 apr. 1987", "1987-04-03",
    "3-4-87", "3 april '87", "1 januari 1980",
]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        (kind, written)
        for kind, examples in (
            (FindKind.IBAN, IBAN),
            (FindKind.PHONE, PHONE),
            (FindKind.EMAIL, EMAIL),
            (FindKind.URL, URL),
            (FindKind.HANDLE, HANDLE),
            (FindKind.POSTCODE, POSTCODE),
            (FindKind.LICENCE_PLATE, PLATE),
            (FindKind.BIRTH_DATE, BORN),
            (FindKind.BSN, BSN),
        )
        for written in examples
    ],
)
@pytest.mark.parametrize("text", ["toen: {}.", "({})", "{}", "x {}, y\nz"])
def test_it_is_found_as_a_whole(kind, written, text):
    assert found(text.format(written)) == [(written, kind)]


@pytest.mark.parametrize(
    ("text", "written", "kind"),
    [
        ("BSN 12345678", "12345678", FindKind.BSN),
        ("bsn: 1234 5678", "1234 5678", FindKind.BSN),
        ("bsn1234567890", "1234567890", FindKind.BSN),
        ("burgerservicenummer van hem is 12.345.678", "12.345.678", FindKind.BSN),
        ("sofinummer 1234567", "1234567", FindKind.BSN),
        ("rekeningnummer 1234567", "1234567", FindKind.IBAN),
        ("iban: 0417 1643 00", "0417 1643 00", FindKind.IBAN),
        ("tel. 4567890", "4567890", FindKind.PHONE),
        ("telefoonnummer: 456 78 90", "456 78 90", FindKind.PHONE),
        ("postcode 2015 en", "2015 en", FindKind.POSTCODE),
        ("kerkstraat 12, 1234 de amsterdam", "1234 de", FindKind.POSTCODE),
        ("kenteken ab 12 cd", "ab 12 cd", FindKind.LICENCE_PLATE),
        ("kenteken: ab1234", "ab1234", FindKind.LICENCE_PLATE),
        ("geboren op 3-4-2020", "3-4-2020", FindKind.BIRTH_DATE),
        ("geb. 3 april 2020", "3 april 2020", FindKind.BIRTH_DATE),
        ("Geb. dat. 1 dec '99", "1 dec '99", FindKind.BIRTH_DATE),
        ("geboortedatum: 03042020", "03042020", FindKind.BIRTH_DATE),
        ("geboren te Utrecht op 3-4-2020", "3-4-2020", FindKind.BIRTH_DATE),
        ("geboren in 1939", "1939", FindKind.BIRTH_DATE),
        ("jarig op 3 april", "3 april", FindKind.BIRTH_DATE),
        ("op 3 april 2020 geboren", "3 april 2020", FindKind.BIRTH_DATE),
        ("(*3-4-2020)", "3-4-2020", FindKind.BIRTH_DATE),
    ],
)
def test_the_word_beside_it_tells_what_it_is(text, written, kind):
    assert found(text) == [(written, kind)]


@pytest.mark.parametrize(
    "text",
    [
        "In 2015 is er veel veranderd, in 2016 en in 2017 de rest.",
        "Artikel 18 van de wet, art. 18b, lid 3, en artikel 2:3 Awb.",
        "Kamerstuk 36785, nr. 3, en 36 785.",
        "Stb. 2014, 270; Stcrt. 2020, 12345; ECLI:NL:CRVB:2019:123456789.",
        "Verordening (EU) 2016/679, CELEX 32016R0679, BWBR0015703.",
        "€ 1.250,00 en € 123456789 en 1.250.000,- en 123.456.789 euro.",
        "4500000 euro voor 123.456.789 inwoners, dat is 12,50 per maand.",
        "1500 kg, 2000 km, 1200 ml en 1000 pk.",
        "Om 14:30 uur, van 14:30-15:00, om 09.30 uur, week 47, 2026-W47.",
        "In 2019 2020 2021 en 2010-2015; 40 uur per week, 3 van de 12.",
        "Op 18-11-2026, 18 november 2026 en 2026-11-18; sinds 1 januari 2015.",
        "De wet van 3 juni 1998 en per 1-7-2009; met ingang van 1 januari 2004.",
        "Bel 0800-0432 of 0900 1234567, of 112, of 14 030.",
        "1-op-100, 12-mei-9, de 3-mei-87, A4, B2, F35, COVID-19, NEN 7510.",
        "Het gemeentehuis, gebeld op 3 mei, gebeurd in 1999, gebaat bij 12.",
        "Het is klaar.dan weer verder, en bijv.niet meer.",
        "Zij zijn 44, tot 18 jaar, vanaf 27; 100% van de norm.",
        "[BSN 1], [adres], deelnemer 12 en de inbrenger.",
    ],
)
def test_what_identifies_nobody_stays(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "certainty", "reason"),
    [
        ("BSN 111222333", Certainty.CERTAIN, "11-proef klopt"),
        ("nummer 111222333", Certainty.LIKELY, "11-proef klopt"),
        ("BSN 111222334", Certainty.LIKELY, "staat bij het woord BSN; 11-proef klopt niet"),
        ("nummer 111222334", Certainty.POSSIBLE, "negen cijfers; 11-proef klopt niet"),
        ("NL91ABNA0417164300", Certainty.CERTAIN, "controlegetal klopt"),
        (
            "NL92ABNA0417164300",
            Certainty.LIKELY,
            "vorm van een IBAN; controlegetal klopt niet",
        ),
    ],
)
def test_a_check_digit_raises_certainty_and_drops_nothing(text, certainty, reason):
    (one,) = find(text, NOBODY)
    assert (one.certainty, one.reason) == (certainty, reason)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("111222333", "111.222.333"),
        ("NL91ABNA0417164300", "nl91 abna 0417 1643 00"),
        ("06-12345678", "+31 6 12 34 56 78"),
        ("+31 (0)20 1234567", "020-1234567"),
        ("Iemand@Voorbeeld.nl", "iemand at voorbeeld.nl"),
        ("1234AB12", "1234 ab, 12"),
        ("12-ABC-3", "12ABC3"),
        ("geb. 3 april 1987", "03-04-1987"),
    ],
)
def test_the_same_number_written_otherwise_has_the_same_key(one, other):
    (first,), (second,) = find(one, NOBODY), find(other, NOBODY)
    assert first.key == second.key


@pytest.mark.parametrize(
    "text",
    [
        "111222333 111.222.333",
        "3-4-1987-111222333",
        "1234 AB 12 06-12345678",
        "NL91ABNA0417164300 BE68539007547034",
        "iemand@voorbeeld.nl/www.voorbeeld.nl",
    ],
)
def test_two_against_each_other_are_both_found(text):
    assert len(found(text)) == 2


def test_a_service_number_does_not_hide_a_number_behind_it():
    assert found("0800-0432 06-12345678") == [("06-12345678", FindKind.PHONE)]
