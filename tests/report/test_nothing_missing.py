"""Whatever was written and passed the gate is in every document, however odd the beraad."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from beraad.privacy.clean import clean, clean_signal
from beraad.report.compose import signal_report, work_report
from beraad.report.markdown import render
from beraad.report.pasted import pasted
from beraad.report.plain import plain_text
from beraad.report.visible import visible
from tests.report.reading import as_printed, read_markdown, squeezed, texts_in
from tests.strategies import sessions

odd_beraden = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def folded(text):
    """A sentence begins with a capital, and the capital of ı is I."""
    return text.casefold().replace("ı", "i")


def missing(cleaned, text):
    whole = folded(squeezed(text))
    return [
        part for one in texts_in(cleaned) for part in as_printed(one) if folded(part) not in whole
    ]


def missing_as_shown(cleaned, text):
    """Where what no format can show is a box."""
    whole = folded(text)
    return [
        part
        for one in texts_in(cleaned)
        for part in as_printed("\n".join(map(visible, one.splitlines())))
        if folded(part) not in whole
    ]


@odd_beraden
@given(sessions(most=2))
def test_nothing_of_a_beraad_is_missing(session):
    cleaned = clean(session)
    document = work_report(cleaned)

    assert missing(cleaned, plain_text(document)) == []
    assert missing_as_shown(cleaned, squeezed(pasted(document))) == []
    assert missing_as_shown(cleaned, read_markdown(render(document))[2]) == []


@odd_beraden
@given(sessions(most=1))
def test_nothing_of_a_signal_is_missing(session):
    cleaned = clean_signal(session)
    document = signal_report(cleaned)

    assert missing(cleaned, plain_text(document)) == []
    assert missing_as_shown(cleaned, squeezed(pasted(document))) == []
    assert missing_as_shown(cleaned, read_markdown(render(document))[2]) == []
