"""Says whether a word is well written, without ever making anybody wait."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from beraad.ui.beside.one_at_a_time import OneAtATime
from beraad.ui.spelling.dictionary import Dictionary, dutch_dictionary
from beraad.ui.spelling.word_list import WordList


class Speller(QObject):
    """Opens the dictionary beside the window when it is first needed, and remembers its answers.

    `changed` tells that the same words may have another answer now; `suggested` brings the words
    that may be meant.
    """

    changed = Signal()
    suggested = Signal(str, object)

    def __init__(
        self,
        own: WordList,
        *,
        wanted: bool,
        load: Callable[[], Dictionary | None] = dutch_dictionary,
    ) -> None:
        super().__init__()
        self._own = own
        self._wanted = wanted
        self._load = load
        self._loading = OneAtATime(self)
        self._loading.done.connect(self._on_loaded)
        self._begun = False
        self._loaded = False
        self._dictionary: Dictionary | None = None
        self._asking = OneAtATime(self)
        self._asking.done.connect(self._on_suggested)
        self._asked = ""
        self._answers: dict[str, bool] = {}

    @property
    def wanted(self) -> bool:
        """Whether the user wants spelling to be looked at."""
        return self._wanted

    @property
    def is_missing(self) -> bool:
        """Whether it turned out that the system offers no dictionary."""
        return self._loaded and self._dictionary is None

    @property
    def is_on(self) -> bool:
        """Whether words are looked up now."""
        return self._wanted and self._dictionary is not None

    def want(self, *, wanted: bool) -> None:
        """Look at spelling from now on, or no longer."""
        self._wanted = wanted
        self.start()
        self.changed.emit()

    def start(self) -> None:
        """Open the dictionary, once, beside the window."""
        if self._wanted and not self._begun:
            self._begun = True
            load = self._load
            self._loading.start(lambda _: load())

    def is_wrong(self, word: str) -> bool:
        """Whether the dictionary and one's own list do not know the word."""
        if not self.is_on or word in self._own:
            return False
        if word not in self._answers:
            if self._dictionary is None or self._asking.runs:
                return False  # Enchant answers one question at a time; `changed` follows.
            self._answers[word] = not self._dictionary.check(word.replace("’", "'"))
        return self._answers[word]

    def learn(self, word: str) -> None:
        """Put a word in one's own list. Raises Solvable when it cannot be kept."""
        try:
            self._own.add(word)
        finally:
            self.changed.emit()

    def suggest(self, word: str) -> None:
        """Look for words that may be meant; `suggested` brings them."""
        dictionary = self._dictionary
        if dictionary is not None and self._asking.start(lambda _: tuple(dictionary.suggest(word))):
            self._asked = word

    @Slot(object)
    def _on_loaded(self, dictionary: Dictionary | None) -> None:
        self._dictionary = dictionary
        self._loaded = True
        self.changed.emit()

    @Slot(object)
    def _on_suggested(self, words: tuple[str, ...]) -> None:
        self.suggested.emit(self._asked, words)
        self.changed.emit()
