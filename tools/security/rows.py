"""The rows: what an officer asks, and the tests or trials that show how it stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tools.security import trials

_STORE, _VAULT, _UI = "tests/store", "tests/store/vault", "tests/ui"
_REPORT, _COPIES = "tests/report", "tests/store/copies"


@dataclass(frozen=True, slots=True)
class Row:
    """One question.

    Attributes:
        tests: what has to pass, as pytest names it.
        trial: something to try with the program itself; raises AssertionError when it fails.
        missing: what is not there, in a sentence; such a row is never called shown.
        limits: what the proof does not say.
    """

    number: str
    asked: str
    tests: tuple[str, ...] = ()
    trial: Callable[[], None] | None = None
    missing: str = ""
    limits: str = ""


ROWS = (
    Row("S1", "bestanden zijn versleuteld", (f"{_VAULT}/test_lifting.py",), trials.files),
    Row(
        "S2",
        "nergens leesbare tekst na sluiten, stoppen, uitvoer en zoeken",
        (),
        trials.nothing_readable_afterwards,
    ),
    Row("S3", "ook niet terwijl het loopt", (), trials.nothing_readable_meanwhile),
    Row(
        "S4",
        "een verkeerde wachtzin verandert niets, en raden gaat steeds langzamer",
        (f"{_VAULT}/test_opening.py", f"{_VAULT}/test_patience.py"),
    ),
    Row("S5", "hoe een sleutel uit een wachtzin komt", (f"{_VAULT}/test_form.py",)),
    Row(
        "S6",
        "geen sleutel op schijf, in de opdracht of de omgeving",
        (f"{_VAULT}/test_opening.py::test_nothing_of_a_key_or_password_is_in_any_file",),
        trials.no_key_in_sight,
    ),
    Row("S7", "geen sleutelbos van het systeem nodig", (), trials.no_keyring),
    Row(
        "S8",
        "wachtzin vergeten",
        (
            f"{_UI}/vault/test_locking.py::test_the_paper_opens_and_asks_for_a_new_password",
            f"{_VAULT}/test_missing_keys.py",
        ),
    ),
    Row(
        "S9",
        "een andere wachtzin overleeft elke onderbreking",
        (f"{_VAULT}/test_opening.py",),
        limits="op willekeurige momenten: make kills",
    ),
    Row(
        "S10",
        "vanzelf op slot",
        tuple(f"{_UI}/vault/test_{name}.py" for name in ("locking", "system", "screen_lock")),
        limits="op Windows en macOS wordt gevraagd of het scherm op slot is, dat is nagespeeld",
    ),
    Row(
        "S11",
        "op slot tijdens het typen verliest niets",
        (
            f"{_UI}/vault/test_locking.py",
            f"{_UI}/vault/test_lock_anywhere.py",
        ),
    ),
    Row(
        "S12",
        "bestanden alleen voor deze gebruiker",
        (
            f"{_STORE}/test_secrecy.py::test_every_file_is_for_the_user_alone",
            "tests/test_private.py",
        ),
        limits="op Windows gelden de rechten van de map",
    ),
    Row(
        "S13",
        "wat weggehaald is, wordt overschreven",
        (f"{_STORE}/test_secrecy.py::test_what_was_removed_is_nowhere_after_closing",),
        limits="niet de reserveblokken van een SSD",
    ),
    Row(
        "S14",
        "wissen neemt kopieën en reservekopieën mee",
        (f"{_STORE}/test_wiping.py",),
        limits="een schijf die er niet is, bij de eerstvolgende reservekopie",
    ),
    Row(
        "S15",
        "bewaartermijn: aangeboden, nooit vanzelf, nooit na een rare klok",
        (f"{_STORE}/test_wiping.py",),
    ),
    Row("S16", "schrijft alleen in eigen mappen", (), trials.writes_at_home),
    Row(
        "S17",
        "klembord",
        (
            f"{_UI}/clipboard/test_copying.py",
            f"{_UI}/vault/test_locking.py::test_what_was_copied_here_is_on_no_clipboard",
        ),
        limits="wat een ander programma al las, is daar",
    ),
    Row(
        "S18",
        "geen geheugen op schijf na een fout",
        (f"{_VAULT}/test_no_core.py",),
        limits="op Windows niet afgemeld bij Foutrapportage",
    ),
    Row(
        "S19",
        "geen tekst in meldingen van fouten",
        (f"{_STORE}/test_secrecy.py", "tests/test_defects.py"),
    ),
    Row(
        "S20",
        "logboek met zes velden en geen woord",
        (f"{_STORE}/test_wiping.py",),
        trials.a_log_without_words,
    ),
    Row(
        "S21",
        "instellingen en mappen waar je was",
        ("tests/test_private.py::test_qt_remembers_no_folder_that_was_chosen",),
    ),
    Row(
        "S22",
        "geen titel van een casus op slot",
        (f"{_UI}/vault/test_locking.py",),
    ),
    Row(
        "S23",
        "eigenschappen van een PDF",
        (f"{_REPORT}/test_proof.py", f"{_REPORT}/test_filing.py"),
    ),
    Row(
        "S24",
        "eigenschappen van Word en ODT",
        (f"{_REPORT}/test_office.py::test_nothing_comes_along",),
    ),
    Row(
        "S25",
        "wat weg moest, is weg",
        ("tests/test_nothing_private_leaves.py", f"{_REPORT}/test_proof.py"),
    ),
    Row("S26", "geen eerdere versie in een PDF", (f"{_REPORT}/test_inspecting.py",)),
    Row(
        "S27",
        "tekst van mensen is nooit opmaak",
        (f"{_UI}/test_text_field.py::test_markup_is_text",),
    ),
    Row(
        "S28",
        "geen bestand van de laptop wordt meegelezen",
        (f"{_REPORT}/test_html.py::test_what_people_wrote_is_shown_and_never_obeyed",),
    ),
    Row(
        "S29",
        "niets wordt van een netwerk gehaald",
        (f"{_REPORT}/test_html.py::test_nothing_is_pulled_in",),
        trials.no_connection,
    ),
    Row(
        "S30",
        "opmaak in een verslag als tekst",
        (f"{_REPORT}/test_markdown.py::test_no_combination_of_signs_becomes_markup",),
    ),
    Row(
        "S31",
        "geen teken verdwijnt in een verslag",
        (f"{_REPORT}/test_words_as_typed.py", f"{_REPORT}/test_office.py"),
    ),
    Row("S32", "geen formules in een rekenblad", (f"{_REPORT}/test_csv.py",)),
    Row("S33", "geen koppelingen naar buiten", (f"{_REPORT}/test_inspecting.py",)),
    Row(
        "S34",
        "grenzen aan bestanden van anderen",
        ("tests/test_untrusted.py", f"{_STORE}/test_odd_files.py"),
    ),
    Row("S35", "opdrachten aan de database met losse waarden", (), trials.bound_statements),
    Row(
        "S36",
        "bekende fouten in wat we gebruiken",
        missing="daarvoor is een netwerk nodig",
    ),
    Row("S37", "vaste versies met controlegetal", ("tests/setup/test_pins.py",)),
    Row(
        "S38",
        "lijst van onderdelen (SBOM)",
        (
            "tests/windows/test_made_package.py",
            "tests/windows/test_inside.py",
            "tests/linux/test_debian_package.py",
        ),
        limits="van de pakketten voor Windows en Debian",
    ),
    Row(
        "S39",
        "ondertekende uitgave",
        missing="wie uitgeeft, ondertekent met minisign; een sleutel is er nog niet",
    ),
    Row("S40", "geen verbinding, telling of bijwerken", (), trials.no_connection),
    Row("S41", "reservekopieën even goed beschermd", (f"{_COPIES}/test_in_a_vault.py",)),
    Row(
        "S42",
        "inzage en wissen voor een betrokkene",
        (f"{_STORE}/test_seeking.py",),
        limits="op hele woorden",
    ),
)
