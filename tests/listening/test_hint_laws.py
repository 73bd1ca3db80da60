from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, given, settings

from beraad.listening import hints, hints_in, signs
from beraad.records import PhaseKey
from beraad.records.anatomy import list_sections, map_texts, read, single_sections
from tests.builders import filled_session
from tests.strategies import sessions

MARKER = "zonnebloem"


def marked(session):
    """The beraad with a marker in every text, behind words that the rules listen for."""
    for section in (*single_sections(), *list_sections()):
        kept = getattr(session, section)

        def mark(record):
            return map_texts(record, lambda _, text: f"hoe heb je al {MARKER}, {text} {MARKER} 12")

        changed = mark(kept) if section in single_sections() else tuple(map(mark, kept))
        session = replace(session, **{section: changed})
    return session


@given(session=sessions())
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_hint_is_about_something_that_is_there(session):
    found = hints(session)

    assert len({hint.key for hint in found}) == len(found)
    for hint in found:
        if hint.address is not None:
            read(session, hint.address)
    assert found == tuple(hint for phase in PhaseKey for hint in hints_in(session, phase))


def test_no_hint_and_no_sign_repeats_what_was_written():
    session = marked(filled_session())
    said = [hint.text for hint in hints(session)]
    counted = [f"{sign.what} {sign.which}" for sign in signs(session)]

    assert len(said) > len(session.values)
    assert MARKER not in " ".join(said + counted)
