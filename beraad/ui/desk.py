"""Opening and making beraden, without a window: what the main window asks the store for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from os.path import lexists
from pathlib import Path
from typing import TYPE_CHECKING

from beraad.assets import HOUSE, OWN_WORDS
from beraad.errors import GoodNews, Solvable
from beraad.store.keys import work_in

if TYPE_CHECKING:
    from beraad.editing.beginning import Defaults
    from beraad.editing.history import History
    from beraad.editing.text_steps import TextSteps
    from beraad.phases.suggestions import Suggestions
    from beraad.privacy.dutch.lexicon import Lexicon
    from beraad.records import RegisteredLesson, Session, SinceLastTime
    from beraad.report.house.style import House
    from beraad.store.audit import Action
    from beraad.store.footprint import Mark
    from beraad.store.rescued import Rescued
    from beraad.store.vault.paper import RecoveryKey
    from beraad.store.wiping import CameBack
    from beraad.training.exercise import Exercise
    from beraad.ui.workspace import Workspace

_MOST_NAMED = 5
"""Names of files in one question."""

_MOST_REMEMBERED = 3
"""Beraden that were left in this run and can still be undone when they are opened again."""

_NEW_PASSWORD = "De nieuwe wachtzin geldt vanaf nu; de oude past niet meer."  # noqa: S105
_FIRST_PAPER = "De herstelsleutel geldt vanaf nu."
_NEW_PAPER = "De nieuwe herstelsleutel geldt vanaf nu; het oude papier past niet meer."


class Desk:
    """Knows the folder and the time; hands out open beraden. What is heavy is loaded here.

    `missed` is the folder that was chosen and is not there now.
    """

    def __init__(
        self,
        folder: Path,
        *,
        now: Callable[[], datetime],
        house_file: Path | None = None,
        missed: Path | None = None,
    ) -> None:
        self.folder = folder
        self._missed = missed
        self.now = now
        self._house_file = house_file
        self._suggestions: Suggestions | None = None
        self._left: dict[str, tuple[Session, History]] = {}
        self._typed: dict[str, dict[str, TextSteps]] = {}
        self._told: Solvable | None = None
        self._broken_off: Solvable | None = None
        self._was_vault: bool | None = None
        self._damaged: dict[Path, Mark | None] = {}
        work_in(folder)

    def today(self) -> date:
        """The day it is here."""
        return self.now().astimezone().date()

    @property
    def register(self) -> Path:
        """Where the register of signals is kept."""
        from beraad.store.places import register_path

        return register_path(self.folder, practice=False)

    def for_practice(self) -> Desk:
        """A desk of the oefenregister: a folder of its own, in which everything is invented."""
        from beraad.store.places import practice_register_folder

        folder = practice_register_folder(self.folder)
        return Desk(folder, now=self.now, house_file=self._house_file)

    def go_to(self, folder: Path) -> None:
        """Work in another folder from now on; a vault that is left is locked."""
        if self.has_vault:
            self.lock()
        work_in(folder)
        self.folder = folder
        self._missed = None
        self._broken_off = None
        self._typed.clear()
        self._was_vault = None

    @property
    def has_vault(self) -> bool:
        """Whether the beraden of this folder are kept under a key."""
        from beraad.store.keys import is_vault

        return is_vault(self.folder) or self._keys_are_missing

    def outside(self, what: str, it: str) -> str:
        """That something lies outside the vault; nothing for who has none."""
        from beraad.ui.outside_vault import lies_open

        return lies_open(what, it) if self.has_vault else ""

    @property
    def is_locked(self) -> bool:
        """Whether they can only be read with a password that was not given yet."""
        from beraad.store.keys import is_locked, is_vault

        return is_locked(self.folder) or (not is_vault(self.folder) and self._keys_are_missing)

    @property
    def _keys_are_missing(self) -> bool:
        """Whether this is a vault without its ring, as it was when first looked at."""
        if self._was_vault is None:
            from beraad.store.vault.missing import are_missing

            self._was_vault = are_missing(self.folder)
        return self._was_vault

    @property
    def keys_trouble(self) -> Solvable | None:
        """What is wrong when the keys of this folder are gone or damaged, and where a copy is."""
        from beraad.store.vault.missing import KeysMissing, has_lost_keys

        try:
            return KeysMissing(self.folder) if has_lost_keys(self.folder) else None
        except Solvable as problem:
            return problem

    def bring_keys(self, place: Path, said: str, *, stays_locked: bool) -> None:
        """Take the keys from backups, or from a file with keys, that these words open.

        Raises Solvable when they do not, or it is too soon.
        """
        from beraad.store.copies.laptops import places_in
        from beraad.store.vault.opening import lock, open_kept_in, put_ring_back
        from beraad.store.vault.patience import tried

        places = (place,) if place.is_file() else places_in(place) or (place,)
        state = tried(
            self.folder,
            lambda: open_kept_in(places, said, self.folder),
            now=self.now(),
            typed=said,
        )
        put_ring_back(self.folder, state)
        if stays_locked:
            lock(self.folder)

    def unlock(self, password: str) -> None:
        """Open the vault. Raises Solvable when the password does not fit, or it is too soon."""
        from beraad.store.vault.opening import unlock
        from beraad.store.vault.patience import tried

        tried(self.folder, lambda: unlock(self.folder, password), now=self.now(), typed=password)

    def try_key(self, typed: str) -> None:
        """See whether a key, of paper or of the municipality, opens the vault; it stays locked.

        Raises Solvable when it does not, or it is too soon.
        """
        from beraad.store.vault.opening import called, lock, unlock_by_key
        from beraad.store.vault.patience import tried

        tried(
            self.folder,
            lambda: unlock_by_key(self.folder, typed),
            now=self.now(),
            by=called(typed),
        )
        lock(self.folder)

    def seconds_to_wait(self) -> int:
        """How long nobody can try to unlock, after being wrong so often; 0 when one can."""
        from beraad.store.vault.patience import seconds_to_wait

        return seconds_to_wait(self.folder, self.now())

    def renew_password(self, typed: str, password: str) -> None:
        """Open the vault by such a key, and let this be its password. Raises Solvable."""
        from beraad.store.audit import Action
        from beraad.store.vault.opening import change_password, lock, unlock_by_key

        ring = unlock_by_key(self.folder, typed)
        try:
            change_password(ring, password)
        except BaseException:
            lock(self.folder)
            raise
        self._see_to_new(Action.NEW_PASSWORD, _NEW_PASSWORD)

    @property
    def has_municipal_key(self) -> bool:
        """Whether a key of the municipality opens this vault too; not known while it is locked."""
        if not self.has_vault or self.is_locked:
            return False
        from beraad.store.vault.form import Way
        from beraad.store.vault.opening import ring_of

        return ring_of(self.folder).state.way(Way.MUNICIPALITY) is not None

    @property
    def is_empty(self) -> bool:
        """Whether the folder holds no beraad and no register yet."""
        from beraad.store.copies.folder import kept_files

        return not kept_files(self.folder)

    @property
    def lacks_paper(self) -> bool:
        """Whether the vault is open and nothing but its password opens it."""
        if not self.has_vault or self.is_locked:
            return False
        from beraad.store.vault.opening import ring_of

        return ring_of(self.folder).has_no_paper

    def set_up_vault(self, password: str, key: RecoveryKey | None) -> None:
        """Make a vault of this folder, opened by these; without a key by nothing else.

        Raises Solvable.
        """
        from beraad.store.vault.opening import keep_paper, set_up

        self.prepare()
        ring = set_up(self.folder, password)
        if key is not None:
            keep_paper(ring, key, tried=True)

    def lift(
        self, tell: Callable[[int], None], unwanted: Callable[[], bool]
    ) -> tuple[Solvable, ...]:
        """Put every file under a key; what could not be, says why. Raises Solvable when locked."""
        from beraad.store.vault.lifting import lift, to_lift

        total, problems = len(to_lift(self.folder)), list[Solvable]()
        tell(0)
        for number, each in enumerate(lift(self.folder), start=1):
            tell(100 * number // max(total, number))
            if each.problem is not None:
                problems.append(each.problem)
            if unwanted():
                break
        return tuple(problems)

    def change_password(self, password: str) -> None:
        """Let this password open the vault from now on. Raises Solvable."""
        from beraad.store.audit import Action
        from beraad.store.vault.opening import change_password, require_other_password, ring_of

        require_other_password(self.folder, password)
        change_password(ring_of(self.folder), password)
        self._see_to_new(Action.NEW_PASSWORD, _NEW_PASSWORD)

    def keep_paper(self, key: RecoveryKey) -> None:
        """Let this key on paper open the vault from now on. Raises Solvable."""
        from beraad.store.audit import Action
        from beraad.store.vault.opening import keep_paper, ring_of

        told = _FIRST_PAPER if self.lacks_paper else _NEW_PAPER
        keep_paper(ring_of(self.folder), key, tried=True)
        self._see_to_new(Action.NEW_PAPER, told)

    def check_password(self, said: str) -> None:
        """See whether this is the password now. Raises Solvable when not, or it is too soon."""
        from beraad.store.vault.opening import check_password, is_like_a_key

        if is_like_a_key(said):
            raise Solvable(
                "Dit is een sleutel, en hier wordt je wachtzin gevraagd.",
                way_out="Weet je hem niet meer? Vergrendel dan en kies “Herstelsleutel invullen”.",
            )
        from beraad.store.vault.patience import tried

        tried(self.folder, lambda: check_password(self.folder, said), now=self.now())

    def _see_to_new(self, action: Action, told: str) -> None:
        """Write down and tell that there is a new way in, and let no backup open by the old one."""
        from beraad.store.audit import note
        from beraad.store.beside_own import WAY_WITH_OTHER_KEYS, rings_beside, told_of_other_keys
        from beraad.store.copies.owing import not_reached, renew_rings

        note(self.folder, action, now=self.now())
        self._told = GoodNews(told)
        left = renew_rings(self.folder)
        if left:
            places = " ".join(map(not_reached, left))
            self._told = Solvable(
                told,
                kept=f"{places} De sleutels daar gaan nog open met wat hiervoor gold.",
                way_out="Zorg dat Beraad er kan schrijven. Bij de volgende reservekopie is dat "
                "voorbij.",
            )
        elif others := rings_beside(self.folder):
            places = " ".join(map(told_of_other_keys, others))
            self._told = Solvable(told, kept=places, way_out=WAY_WITH_OTHER_KEYS)

    def write_keys_back(self) -> bool:
        """Write the keys where somebody took them away while they are open; whether that was so.

        Raises Solvable when they cannot be written: locked, nobody could open the folder again.
        """
        from beraad.store.keys import open_keys

        if open_keys(self.folder) is None:
            return False
        from beraad.store.vault.opening import write_back

        return write_back(self.folder)

    def sealed(self, text: str) -> bytes:
        """A text as it may stay in memory while the folder is locked; the vault is open now."""
        from beraad.store.vault.opening import ring_of

        return ring_of(self.folder).sealed(text)

    def unsealed(self, sealed: bytes) -> str:
        """The text again; empty when another vault is open now, or none."""
        from beraad.store.keys import Locked
        from beraad.store.vault.opening import ring_of
        from beraad.store.vault.sealing import WrongSecret

        try:
            return ring_of(self.folder).unsealed(sealed) if sealed else ""
        except (WrongSecret, Locked):
            return ""

    def lock(self) -> None:
        """Forget the keys, and what could be undone in beraden that were left."""
        from beraad.store.vault.opening import lock

        lock(self.folder)
        self._left.clear()
        self._typed.clear()
        self._told = None

    @property
    def folder_problem(self) -> Solvable | None:
        """What is wrong when the folder that was chosen is not there, and this one is used."""
        if self._missed is None:
            return None
        return Solvable(
            f"De map {self._missed}, waarin je beraden stonden, is er nu niet.",
            kept=f"Beraad werkt zolang in {self.folder}. Er is niets weggehaald.",
            way_out="Sluit de schijf of stick aan en begin opnieuw, of kies een andere map.",
        )

    def putting_back_broken_off(self, way_out: str) -> Solvable | None:
        """What to say of a backup that was put back in part only, until somebody looked at it."""
        from beraad.store.copies.under_way import told_of_broken_off

        told = told_of_broken_off(self.folder, way_out=way_out)
        self._broken_off = told or self._broken_off
        return self._broken_off

    def look_at_broken_off(self) -> None:
        """Say no more of it: somebody sees now what differs."""
        self._broken_off = None

    def _clear_up_broken_off(self) -> None:
        if self._broken_off is not None:
            from beraad.store.copies.restoring import clear_up

            clear_up(self.folder)

    def prepare(self) -> None:
        """Make the folders, and tidy them. Raises Solvable when they cannot be written."""
        from beraad.store.copies.parting import part_from_living
        from beraad.store.places import practice_folder, prepare
        from beraad.store.tidying import tidy

        for folder in (self.folder, practice_folder(self.folder)):
            prepare(folder)
            if not self.is_locked:
                tidy(folder)
                part_from_living(folder)
        if not self.is_locked:
            self._clear_up_broken_off()

    @property
    def _was_erased(self) -> bool:
        """Whether any beraad of this folder was ever erased; else nothing of it can be left."""
        from beraad.store.erased import erased

        return bool(erased(self.folder))

    def finish_erasing(self) -> None:
        """Go on with erasing that this vault itself began and that was broken off; it is told.

        Where there is no vault anybody may have written that it was begun: `to_erase` asks first.
        """
        if self.has_vault:
            self._tell_foreign()
            self.erase_on()

    def to_erase(self) -> str:
        """What to ask before erasing goes on that nobody can prove; empty when there is nothing."""
        if self.has_vault or not self._was_erased:
            return ""
        from beraad.store.erased import NAME, unfinished
        from beraad.store.wiping import came_back, told_of_line, unfinished_files

        back = came_back(self.folder)
        files = unfinished_files(self.folder, back=back)
        if not files:
            self.erase_on(back)
            return ""
        names = ", ".join(each.name for each in files[:_MOST_NAMED])
        what = told_of_line(unfinished(self.folder))
        more = len(files) - _MOST_NAMED
        names = f"{names} en nog {more}" if more > 0 else names
        return (
            f"Volgens {NAME} {what}: {names}. "
            f"Er gebeurt niets tot je kiest. Wil je dit houden, haal dan {NAME} weg."
        )

    def _tell_foreign(self) -> None:
        from beraad.store.erased import told_foreign, told_unread

        told = told_foreign(self.folder) or told_unread(self.folder)
        self._told = told or self._told

    def erase_on(self, back: tuple[CameBack, ...] | None = None) -> None:
        """Go on with erasing that was broken off; it is told.

        Also what lies there `back` of what was erased, looked for when it is not given.
        """
        if not self._was_erased:
            return
        from beraad.store.audit import Action, note, note_came_back
        from beraad.store.erased import unfinished
        from beraad.store.wiping import beraden_of, came_back, finish, told_of_back

        begun = unfinished(self.folder)
        back = came_back(self.folder) if back is None else back
        finish(self.folder, back=back)
        note_came_back(self.folder, beraden_of(back), now=self.now())
        self._told = told_of_back(back, self.folder) or self._told
        if not begun:
            return
        left = unfinished(self.folder)
        for line in begun:
            if line not in left:
                note(self.folder, Action.ERASED, about=line.id, role=line.role, now=self.now())
        unfinished_then = "Het wissen van een beraad was niet afgemaakt."
        self._told = (
            Solvable(unfinished_then, way_out="Sluit wat er open staat en begin opnieuw.")
            if left
            else GoodNews(unfinished_then, kept="Dat is nu gedaan.")
        )

    def trouble_with_words(self) -> Solvable | None:
        """What is wrong with the word lists of the municipality; None when all are used."""
        if not (self.folder / OWN_WORDS).is_dir():
            return None
        from beraad.privacy.dutch.municipal_words import municipal_words

        return municipal_words(self.folder).problem

    def lexicon(self) -> Lexicon:
        """The words that what belongs to no beraad is read with, such as the register."""
        from beraad.privacy.dutch.municipal_words import municipal_words

        return municipal_words(self.folder).lexicon

    def open(self, path: Path, *, came_from: Path | None = None) -> Workspace:
        """Open a beraad that exists, to read it where it may not be written. Raises Solvable.

        `came_from` is the file in another folder of which this one was copied.
        """
        from beraad.store.footprint import Mark
        from beraad.store.rescued import left_copy_beside, left_copy_of, told_of_saved
        from beraad.store.session_file import SessionFile
        from beraad.store.session_reading import SessionReading
        from beraad.store.trouble import Damaged, MayNotWrite
        from beraad.ui.workspace import Workspace

        try:
            file = SessionFile.open(path)
        except MayNotWrite:
            file = SessionReading.open(path)
        except Damaged:
            self._damaged[path] = Mark.of(path)
            raise
        rescued = left_copy_of(file.session.id, self.folder)
        elsewhere = came_from and left_copy_beside(came_from, file.session.id)
        told = file.told or (elsewhere and elsewhere.told_from_elsewhere)
        told = told or (rescued and rescued.told_of_this)
        told = told or told_of_saved(path) or _fuller_copy(path, file.session)
        history = self._history_of(file.session)
        return Workspace(file, folder=self.folder, now=self.now, told=told, history=history)

    def is_damaged(self, path: Path) -> bool:
        """Whether a file could not be opened in this run, and lies there as it did then."""
        if path not in self._damaged:
            return False
        from beraad.store.footprint import Mark

        return self._damaged[path] == Mark.of(path)

    def since_last_time(self, session: Session, goes_on: Callable[[], bool]) -> SinceLastTime:
        """What stands open for the team of this beraad; may be asked beside the window."""
        from beraad.publishing.since_last_time import since_last_time

        return since_last_time(session, self.folder, self.register, self.lexicon(), goes_on=goes_on)

    def rescued(self) -> Rescued | None:
        """The latest rescue copy that was left behind; None when there is none."""
        from beraad.store.rescued import left_copies

        return next(iter(left_copies(self.folder)), None)

    def holds_more(self, rescued: Rescued) -> bool:
        """Whether words stand in a rescue copy that stand in no file of that beraad here."""
        from beraad.store.beside import Beside, beside, readable
        from beraad.store.catalog import same_beraad
        from beraad.store.places import practice_folder

        copy = None if rescued.is_text else readable(rescued.path)
        if copy is None:
            return False
        home = practice_folder(self.folder) if copy.is_practice else self.folder
        files = (readable(line.path) for line in same_beraad(home / rescued.path.name, copy.id))
        return all(beside(session, copy) is not Beside.NOTHING_MORE for session in files if session)

    def bring_back(self, copy: Path) -> Workspace:
        """Put a rescue copy among the beraden and open it there. Raises Solvable."""
        from beraad.store.rescue import bring_back

        return self.open(bring_back(copy, self.folder))

    def remember(self, workspace: Workspace) -> None:
        """Let what was done in a beraad that is left be undone when it is opened again.

        Only in this run of the program, and only for the last few: they hold what was taken out.
        """
        session = workspace.editor.session
        self._left.pop(session.id, None)
        self._left[session.id] = (session, workspace.editor.history)
        while len(self._left) > _MOST_REMEMBERED:
            del self._left[next(iter(self._left))]

    def typed_steps(self, draft: str) -> dict[str, TextSteps]:
        """What can be undone of what was typed at this draft in this run, by field."""
        return self._typed.setdefault(draft, {})

    def forget_typed(self, draft: str) -> None:
        """Keep nothing in memory of what was typed at a draft that stands in the register."""
        self._typed.pop(draft, None)

    def forget(self, identity: str) -> None:
        """Keep nothing in memory of a beraad that was erased."""
        self._left.pop(identity, None)
        for draft in [each for each in self._typed if identity and identity in each]:
            del self._typed[draft]

    def _history_of(self, session: Session) -> History | None:
        """What can be undone in a beraad, when it is still as it was left."""
        left, history = self._left.pop(session.id, (None, None))
        return history if left == session else None

    def new(self, *, practice: bool = False, defaults: Defaults | None = None) -> Workspace:
        """Make an empty beraad or oefening, with what one usually has. Raises Solvable."""
        from beraad.editing.beginning import begun_with
        from beraad.records import Setting, blank_session

        setting = Setting.PRACTICE if practice else Setting.CASEWORK
        session = blank_session(now=self.now(), held_on=self.today(), setting=setting)
        if defaults is not None:
            session = begun_with(session, defaults)
        return self._create(session, fresh=True)

    def again(self, path: Path, defaults: Defaults) -> Workspace:
        """Make a beraad with team, people and agreements of an earlier one. Raises Solvable."""
        from dataclasses import replace

        from beraad.editing.beginning import begun_with, with_last_time
        from beraad.records import blank_session
        from beraad.store.catalog import Summary, look_at
        from beraad.store.last_time import last_time

        line = look_at(path)
        if not isinstance(line, Summary):
            raise Solvable(line.why, kept="Er is niets gemaakt.")
        begun = blank_session(now=self.now(), held_on=self.today(), setting=line.setting)
        last = last_time(path)
        team = replace(begun_with(begun, defaults).opening, team=line.team)
        session = replace(begun_with(begun, defaults), opening=team)
        if last is not None:
            agreed = {name: "" for name, _ in last.agreements}
            cleared = replace(session, opening=replace(session.opening, **agreed))
            session = with_last_time(cleared, last)
        return self._create(session, fresh=True)

    def practice_copy(self, path: Path) -> Workspace:
        """Make an oefening of what may go out of a beraad, to make it another story. Raises
        Solvable.
        """
        return self._create(self.practice_session(path)[0], fresh=False)

    def practice_session(self, path: Path) -> tuple[Session, bool]:
        """What may go out of a beraad, as an oefening that is kept nowhere, and whether its cards
        were mixed. Raises Solvable.
        """
        from beraad.privacy.clean import clean
        from beraad.store.session_file import SessionFile
        from beraad.training.practice_copy import mixes_cards, practice_copy

        with SessionFile.open(path) as file:
            cleaned = clean(file.session, self.lexicon())
            minutes = file.session.opening.minutes
        copy = practice_copy(cleaned, now=self.now(), held_on=self.today(), minutes=minutes)
        return copy, mixes_cards(cleaned)

    def open_from_elsewhere(self, path: Path) -> Workspace:
        """Copy a beraad from another place into the folder and open it there. Raises Solvable."""
        return self.open(self.bring_in(path), came_from=path)

    def bring_in(self, path: Path) -> Path:
        """Copy a beraad from another place into the folder; returns where. Raises Solvable."""
        from beraad.store.rescue import copy_in

        return copy_in(path, self.folder)

    def practise(self, exercise: Exercise) -> Workspace:
        """Make a copy of an oefencasus, filled until the ronde it begins at. Raises Solvable."""
        from beraad.training.exercise import remember
        from beraad.training.practice import load
        from beraad.training.starting import begun_at, unspent

        session = load(exercise.case, now=self.now(), held_on=self.today())
        first = exercise.first
        session = unspent(session) if first is None else begun_at(session, first)
        remember(self.folder, session.id, exercise)
        return self._create(session, fresh=False)

    def exercise_of(self, session: Session) -> Exercise | None:
        """What this oefening was made of; None for a real beraad, and when it is not known."""
        if not session.is_practice:
            return None
        from beraad.training.exercise import recall

        return recall(self.folder, session.id)

    def suggestions(self) -> Suggestions:
        """All lists of suggestions, read once."""
        from beraad.phases.suggestions import load

        if self._suggestions is None:
            self._suggestions = load(self.folder)
        return self._suggestions

    def lessons(self) -> tuple[RegisteredLesson, ...]:
        """The approved leerverslagen; none when the register cannot be read now."""
        from beraad.publishing.registering import lessons_in

        try:
            return lessons_in(self.register, tell=self._keep_told)
        except Solvable:
            return ()

    def take_told(self) -> Solvable | None:
        """What was found beside the register while nobody could be told; told once."""
        told, self._told = self._told, None
        return told

    def _keep_told(self, told: Solvable) -> None:
        self._told = told

    def house(self) -> House:
        """How documents look now; ours when no other style is there, or it cannot be used."""
        return self._read_house()[0]

    def house_problem(self) -> Solvable | None:
        """What is wrong with the house style, if anything."""
        if self._house_file is None and not lexists(self.folder / HOUSE):
            return None
        return self._read_house()[1]

    def _read_house(self) -> tuple[House, Solvable | None]:
        from beraad.report.house.file import house_for

        return house_for(self.folder, self._house_file)

    def _create(self, session: Session, *, fresh: bool) -> Workspace:
        from beraad.store.places import session_path
        from beraad.store.session_file import SessionFile
        from beraad.ui.workspace import Workspace

        self.prepare()
        file = SessionFile.create(session_path(self.folder, session), session)
        return Workspace(file, folder=self.folder, now=self.now, fresh=fresh)


def _fuller_copy(path: Path, session: Session) -> Solvable | None:
    """What to say when another file in the folder holds words of this beraad that are not here."""
    from beraad.store.beside import Beside, others_of

    for other, holds in others_of(path, session):
        if holds is Beside.MORE:
            return Solvable(
                f"In een ander bestand van dit beraad staat meer: {other.name}.",
                kept="Daar staat alles in wat hier staat. Beide blijven bestaan.",
                way_out="Ga terug naar de lijst en open dat bestand om daarin verder te gaan.",
            )
        if holds is Beside.OTHER_WORDS:
            return Solvable(
                f"In een ander bestand van dit beraad staan andere woorden: {other.name}.",
                kept="In elk van de twee staat iets wat in het andere niet staat.",
                way_out="Bekijk ze allebei voordat je kiest waarin je verdergaat.",
            )
    return None
