"""Whether the dilemma was put into other words, or only written out further."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

from beraad.editing.operations import with_wording_kept
from beraad.records import Session

_WORD = re.compile(r"\w+")

Worded = tuple[str, str, str]
"""The moral question, A and B."""


def worded(session: Session) -> Worded:
    """How the dilemma is put now."""
    return session.dilemma.moral_question, session.option_a.text, session.option_b.text


def is_reworded(earlier: Worded, later: Worded) -> bool:
    """Whether what was said is said in other words.

    Capitals, signs and spaces are no words, and filling in what was still empty changes none.
    """
    pairs = zip(map(_words, earlier), map(_words, later), strict=True)
    return any(before not in ([], after) for before, after in pairs)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


class Rewording:
    """Follows the edits of a wording that the group has worked with.

    It is kept among the earlier ones as soon as one of its words changes. When the words come back
    before anybody wrote why they changed, there was no other wording.
    """

    def __init__(self) -> None:
        self._worked_with: Worded | None = None

    def begin_anew(self) -> None:
        """What is edited next is compared with the wording as it stands then."""
        self._worked_with = None

    def after(self, before: Session, after: Session, now: datetime) -> Session:
        """The session after an edit of its wording, with the earlier one kept or let go."""
        if before.dilemma.settled:
            worked_with = self._worked_with or worded(before)
            if not is_reworded(worked_with, worded(after)):
                self._worked_with = worked_with
                return after
            self._worked_with = None
            return with_wording_kept(after, worked_with, now)
        last = after.wordings[-1] if after.wordings else None
        if last is None or last.reason.strip():
            return after
        said_last = (last.moral_question, last.option_a, last.option_b)
        if is_reworded(said_last, worded(after)):
            return after
        self._worked_with = said_last
        dilemma = replace(after.dilemma, settled=True)
        return replace(after, wordings=after.wordings[:-1], dilemma=dilemma)
