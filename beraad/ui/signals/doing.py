"""What somebody does on the screen of one signal, and the way back along it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal, Slot

from beraad.errors import Solvable
from beraad.records import Id, RegisteredSignal, Step, StepKind, in_force, new_id
from beraad.signals.moves import WAY_BACK
from beraad.signals.told_back import standing_withdrawals
from beraad.ui.signals.answer_file import beside_what_was_typed
from beraad.ui.signals.deeds import NOTHING_AGAIN, Deed, Deeds, Did
from beraad.ui.signals.half_steps import HalfSteps, texts_of
from beraad.ui.signals.in_register import SignalInRegister
from beraad.ui.widgets.banner import Banner

_TAKEN_BACK = "Teruggenomen: de stap telt niet meer mee. Wat je schreef staat weer klaar."
_TAKEN_BACK_KEPT = (
    "Teruggenomen: de stap telt niet meer mee. Wat je schreef is bewaard, en staat klaar zodra "
    "deze stap weer past. Met Ctrl+Shift+Z of “Weer laten tellen” telt hij weer mee."
)
_TAKEN_BACK_TOO = (
    "Teruggenomen: de stap telt niet meer mee. Wat je al typte bleef staan; wat in de stap stond,"
    " staat eronder."
)
_CHOSEN = "Gekozen. Met Ctrl+Z staan ze weer naast elkaar."
_CHOICE_BACK = "Je keuze is teruggenomen. Kies opnieuw wat geldt."
_REWORDED_STAYS = (
    "Wat je anders schreef kan niet terug: de woorden van daarvoor zijn gewist. Met nog eens "
    "Ctrl+Z neem je terug wat je daarvoor deed."
)
_ERASED_STAYS = "Wissen kan niet terug: de woorden staan nergens meer."


class Doing(QObject):
    """Changes the signal, remembers what was done, and takes it back or does it again.

    `changed` comes after every change, with the kind of step to write now, or None. `stale` comes
    when something else stands there by now, with the kind of step that was tried, or None.
    """

    changed = Signal(object)
    stale = Signal(object)

    def __init__(
        self,
        register: SignalInRegister,
        half: HalfSteps,
        banner: Banner,
        parent: QObject,
        *,
        hand_over: Callable[[], Solvable | None],
        today: Callable[[], date],
    ) -> None:
        """`hand_over` keeps everything that was typed, and says what hinders that."""
        super().__init__(parent)
        self._register = register
        self._half = half
        self._banner = banner
        self._hand_over = hand_over
        self._today = today
        self._deeds = Deeds()

    def write(self, step: Step) -> None:
        """Take a step of which every word was read."""
        if self._take(step, is_read=True):
            self._deeds.add(Deed(Did.WROTE, (step.id,)))

    @Slot(object)
    def reword(self, step: Step) -> None:
        """Keep a step in other words."""
        try:
            self._register.reword(step)
        except Solvable as problem:
            self._banner.show_problem(problem)
            return
        self.for_good(_REWORDED_STAYS)
        self.changed.emit(None)

    @Slot(object)
    def take_back(self, step: Step) -> None:
        """Let a step count no more."""
        if self._makes_count((step.id,), counts=False):
            self._deeds.add(Deed(Did.TOOK_BACK, (step.id,)))
            self._lay_ready(step)

    @Slot(object)
    def count_again(self, step: Step) -> None:
        """A step that was taken back counts again, also one that was withdrawn by a choice."""
        if self._makes_count((step.id,), counts=True):
            deed = Deed(Did.WROTE, (step.id,))
            self._deeds.add(deed)
            self._tell_of(deed, is_back=False)

    @Slot(object)
    def pass_over(self, steps: tuple[Step, ...]) -> None:
        """Let these steps count no more, because another was chosen."""
        about = tuple(step.id for step in steps)
        if self._makes_count(about, counts=False):
            self._deeds.add(Deed(Did.CHOSE, about))
            self._banner.show_message(_CHOSEN)

    @Slot(object)
    def choose_text(self, signal: RegisteredSignal) -> None:
        """Let this text stand, of those that stand side by side."""
        texts = self._register.known.versions
        if self._lets_stand(signal, texts):
            self._deeds.add(Deed(Did.CHOSE_TEXT, texts=texts, chosen=signal))
            self.changed.emit(None)
            self._banner.show_message(_CHOSEN)

    @Slot()
    def lay_beside(self) -> None:
        """Take a choice between texts back, also one of before or of another laptop."""
        signal = self._register.signal
        if signal is None:
            return
        texts = (*self._register.known.passed_over, signal)
        if self._lays_beside(signal, texts):
            self._deeds.add(Deed(Did.LAID_BESIDE, texts=texts, chosen=signal))
            self.changed.emit(None)
            self._banner.show_message(_CHOICE_BACK)

    def for_good(self, why: str) -> None:
        """Remember that something was done that cannot be taken back here, and why not."""
        self._deeds.add(Deed(Did.FOR_GOOD, why=why))

    def erased(self) -> None:
        """The signal was erased: nothing of before can be taken back."""
        self._deeds.clear()
        self.for_good(_ERASED_STAYS)

    def undo(self) -> bool:
        """Take back the last that was done; whether anything was done here."""
        deed = self._deeds.last()
        if deed is None:
            return False
        if deed.did is Did.FOR_GOOD:
            self._deeds.went_back()
            self._banner.show_message(deed.why)
        elif self._is_done(deed, is_back=True):
            self._deeds.went_back()
            self._tell_of(deed, is_back=True)
        return True

    def redo(self) -> None:
        """Do again what was taken back last."""
        deed = self._deeds.next()
        if deed is None:
            self._banner.show_message(NOTHING_AGAIN)
        elif self._is_done(deed, is_back=False):
            self._deeds.went_on()
            self._tell_of(deed, is_back=False)

    def _is_done(self, deed: Deed, *, is_back: bool) -> bool:
        """Do again what was done, or take it back; whether that was kept."""
        if deed.chosen is None:
            return self._makes_count(deed.steps, counts=deed.makes_count != is_back)
        if (deed.did is Did.CHOSE_TEXT) != is_back:
            return self._lets_stand(deed.chosen, deed.texts)
        return self._lays_beside(deed.chosen, deed.texts)

    def _lets_stand(self, signal: RegisteredSignal, texts: tuple[RegisteredSignal, ...]) -> bool:
        try:
            self._register.choose(signal, texts)
        except Solvable as problem:
            self._look_again(problem, None)
            return False
        return True

    def _lays_beside(self, signal: RegisteredSignal, texts: tuple[RegisteredSignal, ...]) -> bool:
        try:
            self._register.lay_beside(signal, texts)
        except Solvable as problem:
            self._look_again(problem, None)
            return False
        return True

    def _look_again(self, problem: Solvable, kind: StepKind | None) -> None:
        """Let be seen what stands there by now, and tell why nothing was done."""
        self.stale.emit(kind)
        self._banner.show_problem(problem)

    def _makes_count(self, about: tuple[Id, ...], *, counts: bool) -> bool:
        """Withdraw these steps, or the withdrawals of them; whether all of that was kept."""
        standing = {step.id for step in in_force(self._register.steps)}
        if counts:
            withdrawals = standing_withdrawals(self._register.steps)
            wanted = [each for step in about for each in withdrawals.get(step, ())]
        else:
            wanted = [step for step in about if step in standing]
        return all(self._withdrawn(each) for each in wanted)

    def _withdrawn(self, about: Id) -> bool:
        today = self._today()
        step = Step(id=new_id(), kind=StepKind.UNDONE, on=today, recorded_on=today, about=about)
        return self._take(step, is_read=False)

    def _take(self, step: Step, *, is_read: bool) -> bool:
        """Keep a step; whether that worked."""
        if self._hand_over() is not None:
            return False
        try:
            self._register.take(step, is_read=is_read)
            self._half.finish(step.kind)
        except Solvable as problem:
            if step.kind in WAY_BACK:  # Perhaps another answer came meanwhile.
                self._look_again(problem, step.kind)
            else:
                self._banner.show_problem(problem)
            return False
        self._banner.hide()
        self.changed.emit(self._half.begun())
        return True

    def _tell_of(self, deed: Deed, *, is_back: bool) -> None:
        """Say what became of a deed; the words of a step that counts no more are laid ready."""
        steps = [each for each in self._register.steps if each.id in deed.steps]
        if deed.did in {Did.CHOSE, Did.CHOSE_TEXT, Did.LAID_BESIDE}:
            self.changed.emit(None)
            chosen_now = (deed.did is Did.LAID_BESIDE) == is_back
            self._banner.show_message("Weer gekozen." if chosen_now else _CHOICE_BACK)
        elif deed.makes_count == is_back:
            for step in steps:
                self._lay_ready(step)
        else:
            for step in steps:
                if self._half.of(step.kind) == texts_of(step):
                    self._half.type(step.kind, {})
            self._hand_over()
            self.changed.emit(None)
            self._banner.show_message("Weer gedaan: de stap telt weer mee.")

    def _lay_ready(self, step: Step) -> None:
        """Lay what a step said ready to write it down again, where it can be written now."""
        begun = self._half.of(step.kind)
        self._half.type(step.kind, beside_what_was_typed(texts_of(step), begun))
        self._hand_over()
        self.changed.emit(step.kind)
        if step.kind not in self._register.allowed:
            self._banner.show_message(_TAKEN_BACK_KEPT)
        else:
            self._banner.show_message(_TAKEN_BACK_TOO if begun.get("words") else _TAKEN_BACK)
