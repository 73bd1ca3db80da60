"""Markdown: the goldens, and text of people that never becomes markup.

To renew the goldens after a wanted change: `make test ARGS="tests/report --update-golden"`, and
read the difference.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beraad.privacy.clean import clean, clean_signal
from beraad.privacy.leaving.lesson import admitted_lesson
from beraad.records import Setting
from beraad.report.compose import lesson_report, signal_report, work_report
from beraad.report.escaping import escape
from beraad.report.markdown import render
from beraad.report.plain import plain_text
from tests.builders import a_registered_lesson, empty_session, filled_session
from tests.report.everywhere import everywhere
from tests.report.hostile import HOSTILE_TEXTS
from tests.report.reading import read_markdown, squeezed

GOLDEN = Path(__file__).parent / "golden"
OWN_TAGS = {"h1", "h2", "h3", "p", "ul", "li", "blockquote", "strong", "em", "hr"}
OWN_TAGS |= {"table", "thead", "tbody", "tr", "th", "td", "br"}


def practice_session():
    session = filled_session()
    return replace(session, opening=replace(session.opening, setting=Setting.PRACTICE))


@pytest.mark.parametrize(
    ("name", "document"),
    [
        ("werkverslag", work_report(clean(filled_session()))),
        ("leeg", work_report(clean(empty_session()))),
        ("oefening", work_report(clean(practice_session()))),
        ("leerverslag", lesson_report(admitted_lesson(a_registered_lesson()))),
        ("signaal", signal_report(clean_signal(filled_session()))),
    ],
)
def test_golden(name, document, request):
    golden = GOLDEN / f"{name}.md"
    text = render(document)
    if request.config.getoption("--update-golden", default=False):
        golden.write_text(text, encoding="utf-8")

    assert text == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("text", HOSTILE_TEXTS.values(), ids=HOSTILE_TEXTS.keys())
def test_hostile_text_is_shown_letter_by_letter(text):
    tags, attributes, shown = read_markdown(render(everywhere(text)))

    assert tags <= OWN_TAGS
    assert attributes == []
    assert shown.count(squeezed(escape_free(text))) >= 20


def escape_free(text):
    """What a reader should see of a text: `visible`, told apart from it by hand."""
    for unseen in "\x00\x0b\x1b\ud800\u202e":
        text = text.replace(unseen, " " if unseen == "\x0b" else "□")
    return text


@settings(max_examples=150)
@given(st.text(st.sampled_from("\\`*_{}[]()#+-.!|<>~$@&;:/ =1aw\n\té"), max_size=24))
def test_no_combination_of_signs_becomes_markup(text):
    tags, attributes, shown = read_markdown(render(everywhere(text)))

    assert tags <= OWN_TAGS
    assert attributes == []
    assert squeezed(text) in shown


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("gewone tekst, met 1. en - erin", "gewone tekst, met 1. en - erin"),
        ("1. eerst", "1\\. eerst"),
        ("2026) dan", "2026\\) dan"),
        ("- streep", "\\- streep"),
        ("+ plus", "\\+ plus"),
        ("# kop", "\\# kop"),
        ("> citaat", "\\> citaat"),
        ("=====", "&#61;===="),
        ("a | b", "a \\| b"),
        ("<b>", "&lt;b>"),
        ("a & b", "a & b"),
        ("&lt;", "&amp;lt;"),
        ("https://x.nl", "https&#58;//x.nl"),
        ("www.x.nl", "www&#46;x.nl"),
        ("twee\nregels", "twee regels"),
    ],
)
def test_only_what_would_be_markup_is_escaped(text, escaped):
    assert escape(text) == escaped


def test_the_whole_text_of_the_document_is_there():
    document = work_report(clean(filled_session()))
    shown = read_markdown(render(document))[2]

    for paragraph in plain_text(document).splitlines():
        assert squeezed(paragraph) in shown
