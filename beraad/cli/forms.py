"""Paper to write on: `beraad formulieren`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import time
from pathlib import Path

from beraad.cli.exporting import made_folder
from beraad.cli.opening import session_in
from beraad.privacy.clean import clean, forbidden_words, words_in_places
from beraad.privacy.dutch.municipal_words import MunicipalWords
from beraad.publishing.proving import Checked
from beraad.report.forms.kinds import made
from beraad.report.forms.names import FormKind
from beraad.report.forms.plan import Plan, plan_of
from beraad.report.forms.writing import write_forms
from beraad.report.house.style import House


def make_forms(
    path: Path | None,
    kinds: Sequence[FormKind],
    target: Path,
    *,
    minutes: int | None,
    begins: time | None,
    house: House,
    words: MunicipalWords,
    say: Callable[[str], None],
) -> None:
    """Write these forms, filled with a beraad or blank; what already stands there is left alone.

    What nobody decided about yet is said more generally: a form is printed before the talk ends.
    Raises Solvable when the beraad cannot be opened, or a form cannot be written.
    """
    if path is None:
        session, cleaned, plan = None, None, Plan()
    else:
        session = session_in(path)
        cleaned, plan = clean(session, words.lexicon, cautious=True), plan_of(session)
    if minutes:
        plan = replace(plan, minutes=minutes)
    plan = replace(plan, begins=begins)
    forms = [replace(made(kind, cleaned, plan), house=house) for kind in kinds]
    forbidden = forbidden_words(session, words.lexicon) if session else ()
    written = write_forms(forms, made_folder(target), forbidden=forbidden)
    for each in written.paths:
        say(f"Geschreven: {each}")
    if written.unprintable:
        say(f"Deze tekens worden een hokje: {' '.join(written.unprintable)}")
    if session and cleaned:
        checked = Checked(
            words=len(forbidden),
            mentions=cleaned.removed_count,
            unsought=len(words_in_places(session, words.lexicon)),
        )
        say(checked.sentence)
