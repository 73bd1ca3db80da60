"""`beraad` on the command line, also as `python -m beraad` and `python main.py`.

Exit codes: 0 when it is done, 1 for a problem the user can solve or a text in which something was
found, 2 for a command that is wrong, 3 for a mistake of our own.
"""

from __future__ import annotations

import argparse
import errno
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from beraad.cli import streams
from beraad.cli.arguments import parser
from beraad.cli.streams import say
from beraad.defects import hush, write_down
from beraad.errors import Solvable
from beraad.store.keys import work_in

if TYPE_CHECKING:
    from beraad.report.house.style import House

_WHY = {
    errno.EACCES: "daar heb je geen rechten voor",
    errno.EPERM: "daar heb je geen rechten voor",
    errno.EROFS: "daar mag niet worden geschreven",
    errno.ENOENT: "het staat daar niet of niet meer",
    errno.ENOTDIR: "het staat daar niet of niet meer",
    errno.EISDIR: "het is een map",
    errno.ENOSPC: "de schijf is vol",
    errno.ENAMETOOLONG: "de naam is te lang",
    errno.ELOOP: "het wijst naar zichzelf",
}
"""What the system may have against reading or writing."""

_AT_HOME = frozenset({"openen", "overdragen", "wis"})
"""Commands that work in the folder, whatever file they are about."""

_ERASES = frozenset({"overdragen", "wis"})
"""Commands that look for all there is of a beraad, in the folder where it lies."""

_MISTAKE = Solvable(
    "Er ging iets mis in Beraad zelf.",
    kept="Wat al bewaard was, is niet veranderd.",
    way_out="Meld wat hieronder staat aan je beheerder; er staat niets in van een beraad.",
)


def main(arguments: Sequence[str] | None = None, *, checkout: Path | None = None) -> int:
    """Do what is asked and return the exit code.

    `checkout` is the folder of a checkout; its `sessions` hold the beraden unless told otherwise.
    """
    hush()
    streams.prepare()
    typed = list(sys.argv[1:] if arguments is None else arguments)
    clicked = _clicked(typed)
    asked = parser().parse_args(typed)
    asked.clicked = clicked
    try:
        return _do(asked, checkout)
    except Solvable as problem:
        _complain(asked, problem)
    except BrokenPipeError:
        streams.nobody_reads()
        streams.tell("Beraad is gestopt: de uitvoer wordt niet meer gelezen.\n")
    except KeyboardInterrupt:
        streams.tell("\nBeraad is gestopt.\n")
    except OSError as error:
        why = _WHY.get(error.errno or 0, "het systeem laat het niet toe")
        _complain(asked, Solvable(f"Dit is niet te lezen of te schrijven: {why}."))
    except Exception as error:  # noqa: BLE001 - told by kind and place; its message may hold case text
        _complain(asked, _MISTAKE)
        write_down(error)
        return 3
    return 1


def _clicked(typed: list[str]) -> Path | None:
    """Take out the file with which the file manager starts the program; None when it does not."""
    from beraad.ui.files_to_open import may_be_clicked

    at = _after_the_folder(typed)
    if len(typed) > at and not typed[at].startswith("-") and may_be_clicked(Path(typed[at])):
        return Path(typed.pop(at)).absolute()
    return None


def _after_the_folder(typed: list[str]) -> int:
    """Where what is asked for stands: first, or behind the folder of beraden."""
    match typed:
        case ["--sessions", _, *_]:
            return 2
        case [first, *_] if first.startswith("--sessions="):
            return 1
        case _:
            return 0


def _complain(asked: argparse.Namespace, problem: Solvable) -> None:
    """Tell what is wrong where it can be seen: in a window, for who started without a terminal."""
    if asked.command is None and not streams.is_there():
        from beraad.app import show_alone

        show_alone(problem)
    streams.complain(problem)


def _do(asked: argparse.Namespace, checkout: Path | None) -> int:  # noqa: C901, PLR0912, PLR0915 - each command
    """Heavy imports wait until it is known what is asked."""
    if asked.command == "demo":
        from beraad.cli.demo import play_demo
        from beraad.report.formats import Format

        forms = [Format(form) for form in asked.vorm]
        play_demo(asked.uit, asked.casus, forms, say=say)
        return 0

    if asked.command == "oefenregister":
        from beraad.cli.practising import make_practice_register

        make_practice_register(asked.map, say)
        return 0

    folder, named = _folder(asked, checkout)
    if asked.command is not None:
        from beraad.cli.finding import home_around, look_at_home

        look_at_home(asked, folder)
        if not named and asked.command in _ERASES:
            folder = home_around(asked, folder)
    work_in(folder)
    if asked.command == "kluis":
        return _keep_vault(asked, folder)
    if asked.command not in {None, "herstel"}:
        from beraad.cli.vault import enter

        files = [getattr(asked, name, None) for name in ("file", "beraad")]
        at_home = not any(files) or asked.command in _AT_HOME
        enter(*files, home=folder if at_home else None)
        if at_home and asked.command != "wis":
            from beraad.cli.resuming import go_on_erasing

            go_on_erasing(folder)
    match asked.command:
        case "controleer":
            from beraad.cli.checking import check

            return check(asked.file, folder, say, as_json=asked.jsonl, source=asked.beraad)
        case "lijst":
            from beraad.cli.listing import list_sessions

            list_sessions(folder, say)
        case "verslag":
            from datetime import UTC, date, datetime

            from beraad.cli.exporting import note_made, wished, write_report
            from beraad.privacy.dutch.municipal_words import municipal_words

            house = _house(folder, asked.huisstijl)
            made = write_report(
                asked.file,
                asked.vorm,
                asked.uit,
                wished(asked.laag, asked.lengte, tied_agreed=asked.deelnemer_akkoord),
                house=house,
                say=say,
                today=date.today(),  # noqa: DTZ011 - as the user's clock
                words=municipal_words(folder),
                register=_register_beside(asked.file, folder),
            )
            note_made(made, asked.file, folder, now=datetime.now(UTC))
        case "reacties":
            from beraad.cli.reactions import list_reactions

            list_reactions(asked.file, say)
        case "antwoord":
            from datetime import date

            from beraad.cli.answering import tell_answer
            from beraad.store.places import register_path

            today = date.today()  # noqa: DTZ011 - as the user's clock
            register = register_path(folder, practice=False)
            tell_answer(asked.file, say, today=today, register=register)
        case "tijden":
            from beraad.cli.timing import list_times

            list_times(asked.file, say)
        case "overzicht":
            from beraad.cli.counting import write_overview
            from beraad.privacy.dutch.municipal_words import municipal_words

            write_overview(
                folder,
                asked.uit,
                first=asked.van,
                last=asked.tot,
                house=_house(folder, asked.huisstijl),
                words=municipal_words(folder),
                say=say,
            )
        case "agenda":
            from beraad.cli.agenda import make_agenda
            from beraad.privacy.dutch.municipal_words import municipal_words

            make_agenda(folder, asked.uit, words=municipal_words(folder), say=say)
        case "routes":
            from beraad.cli.routes import list_routes

            list_routes(folder, asked.uit, house=_house(folder, asked.huisstijl), say=say)
        case "lessen":
            from beraad.cli.lessons import list_lessons

            list_lessons(folder, asked.words, say)
        case "formulieren":
            from beraad.cli.forms import make_forms
            from beraad.privacy.dutch.municipal_words import municipal_words

            make_forms(
                asked.file,
                asked.welke,
                asked.naar,
                minutes=asked.minuten,
                begins=asked.begint,
                house=_house(folder, asked.huisstijl),
                words=municipal_words(folder),
                say=say,
            )
        case "register":
            _hand_on(asked, folder)
        case "reservekopie":
            from datetime import UTC, datetime

            from beraad.cli.keeping import forget_backups, make_backup

            if asked.vergeet is not None:
                forget_backups(folder, asked.vergeet, say)
            else:
                make_backup(folder, asked.naar, say, now=datetime.now(UTC))
        case "herstel":
            from datetime import UTC, datetime

            from beraad.cli.keeping import bring_back

            now = datetime.now(UTC)
            bring_back(
                asked.bron,
                folder,
                say,
                at=asked.moment,
                words=asked.wachtzin_bestand,
                show=asked.toon,
                now=now,
            )
        case "vraag":
            from beraad.cli.asking import ask

            ask(folder, asked, say)
        case "wis":
            from datetime import UTC, datetime

            from beraad.cli.erasing import erase, finish_erasing, list_due, tell_left_over

            now = datetime.now(UTC)
            if asked.file is None:
                finish_erasing(folder, now=now, sure=asked.verder)
                list_due(folder, say, today=now.astimezone().date())
                tell_left_over(folder, say, sure=asked.resten and asked.zeker)
            else:
                erase(asked.file, folder, say, role=asked.rol, sure=asked.zeker, now=now)
        case "zoek-betrokkene":
            from datetime import UTC, datetime

            from beraad.cli.seeking import seek_person

            now = datetime.now(UTC)
            seek_person(
                folder,
                asked.woord,
                say,
                out=asked.uit,
                remove=asked.weg,
                sure=asked.zeker,
                now=now,
            )
        case "overdragen":
            from datetime import UTC, datetime

            from beraad.cli.handing import give

            give(
                asked.files,
                folder,
                asked.naar,
                say,
                all_of_it=asked.alles,
                key=asked.sleutel,
                erase=asked.wis,
                now=datetime.now(UTC),
            )
        case "openen":
            from datetime import UTC, datetime

            from beraad.cli.handing import take

            now = datetime.now(UTC)
            take(
                asked.file,
                folder,
                say,
                key_file=asked.sleutelbestand,
                words_file=asked.woorden_bestand,
                now=now,
            )
        case "cursus":
            from datetime import UTC, datetime

            from beraad.cli import course

            house = _house(folder, asked.huisstijl)
            today = datetime.now(UTC).astimezone().date()
            match asked.wat:
                case "maak":
                    course.make_course(
                        asked.map,
                        _needed(asked.uit, "--uit BESTAND"),
                        house=house,
                        today=today,
                        is_made_up=asked.verzonnen,
                        say=say,
                    )
                case "controleer":
                    path = _needed(asked.file, "een BESTAND")
                    course.check_course(path, today=today, say=say)
                case _:
                    path = _needed(asked.file, "een BESTAND")
                    course.use_course(path, folder, house=house, today=today, say=say)
        case "signaal":
            _look_after_signal(asked, folder)
        case "signalen":
            from beraad.cli.exporting import write_signals

            write_signals(
                folder,
                asked.uit,
                forms=asked.vorm or (asked.uit.suffix.lower().removeprefix("."),),
                statuses=asked.status,
                say=say,
            )
        case _:
            from beraad.app import run

            return run(folder, house_file=asked.huisstijl, named=named, opens=asked.clicked)
    return 0


def _register_beside(file: Path, folder: Path) -> Path | None:
    """The register that knows the signal of a beraad; of one that lies elsewhere none is known."""
    from beraad.store.places import register_path

    is_here = file.absolute().parent == folder.absolute()
    return register_path(folder, practice=False) if is_here else None


def _keep_vault(asked: argparse.Namespace, folder: Path) -> int:
    """`beraad kluis`: what may be done while the vault is locked."""
    from beraad.cli import vault

    match asked.wat:
        case "aan":
            return vault.switch_on(folder, say, makes=asked.sessions is None)
        case "stand":
            vault.tell_standing(folder, say)
        case "wachtwoord":
            vault.change_password(folder, asked.nieuw, say)
        case "gemeente":
            vault.let_municipality_in(folder, asked.sleutel, say)
        case _:
            vault.new_recovery_key(folder, say)
    return 0


def _look_after_signal(asked: argparse.Namespace, folder: Path) -> None:
    """`beraad signaal`: the signals, or erasing one."""
    from datetime import UTC, datetime

    from beraad.cli import signals
    from beraad.store.places import register_path

    register = register_path(folder, practice=False)
    if asked.wat == "lijst":
        signals.list_signals(register, say)
        return
    if not asked.kenmerk:
        raise Solvable(
            "Bij deze opdracht hoort een kenmerk.",
            way_out="Geef beraad signaal lijst om de kenmerken te zien.",
        )
    signals.erase(
        register,
        asked.kenmerk,
        say,
        reason=asked.reden,
        role=asked.rol,
        sure=asked.zeker,
        now=datetime.now(UTC),
    )


def _hand_on(asked: argparse.Namespace, folder: Path) -> None:
    """The register, by a folder or by a server."""
    if asked.kant in {"uit", "in"}:
        from beraad.cli.exchanging import receive_register, send_register

        do = send_register if asked.kant == "uit" else receive_register
        do(folder, Path(asked.waar), say)
        return
    from beraad.cli.municipality import make_register, meet_register

    how = {"certificate": asked.certificaat, "password_file": asked.wachtwoordbestand}
    if asked.kant == "init":
        make_register(asked.waar, say, beside_others=asked.toch, **how)
    else:
        meet_register(folder, asked.waar, say, **how)


def _needed(path: Path | None, what: str) -> Path:
    """The file that was named; Solvable when it was not."""
    if path is None:
        raise Solvable(f"Bij deze opdracht hoort {what}.", way_out="Kijk bij beraad cursus --help.")
    return path


def _folder(asked: argparse.Namespace, checkout: Path | None) -> tuple[Path, bool]:
    """The folder with the beraden, and whether somebody named it; the window looks by itself."""
    from beraad.store.places import sessions_folder

    folder = sessions_folder(asked.sessions, environment=os.environ, checkout=checkout)
    named = asked.sessions is not None or bool(os.environ.get("BERAAD_SESSIONS"))
    return (folder if named or asked.command is None else _in_use(folder)), named


def _in_use(folder: Path) -> Path:
    """The folder that the window uses; when the one that was chosen is away, that is told."""
    from beraad.ui.settings import Settings, folder_in_use, place_of_settings

    used, missed = folder_in_use(Settings(place_of_settings(folder), puts_aside=False), folder)
    if missed is not None:
        told = f"De map {missed} is er nu niet. Dit gaat over {used}."
        streams.complain(Solvable(told))
    return used


def _house(folder: Path, chosen: Path | None) -> House:
    """The house style to use; when it cannot be used that is told, and ours is used."""
    from beraad.report.house.file import house_for

    house, problem = house_for(folder, chosen)
    if problem:
        streams.complain(problem)
    return house
