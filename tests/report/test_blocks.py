from __future__ import annotations

from types import SimpleNamespace

import pytest

from beraad.privacy.clean import clean, clean_signal
from beraad.report.blocks import Document
from tests.builders import filled_session


@pytest.mark.parametrize(
    "raw",
    [filled_session(), filled_session().signal, "tekst", None, SimpleNamespace(title="namaak")],
    ids=["session", "signal", "text", "nothing", "look-alike"],
)
def test_what_did_not_pass_the_gate_cannot_become_a_document(raw):
    with pytest.raises(TypeError):
        Document(source=raw, title="Titel")


@pytest.mark.parametrize("gate", [clean, clean_signal])
def test_cleaned_content_can(gate):
    assert Document(source=gate(filled_session()), title="Titel").language == "nl-NL"


def test_a_document_does_not_show_its_text_when_it_is_printed_for_a_developer():
    document = Document(source=clean(filled_session()), title="Voorschot")

    assert "Voorschot" not in repr(document)
