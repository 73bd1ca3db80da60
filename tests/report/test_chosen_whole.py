"""What was chosen beside no value stands whole in the werkverslag: there is room for it."""

from __future__ import annotations

from dataclasses import replace

from beraad.privacy.clean import clean
from beraad.records import Consideration, Id, Option, Participant
from beraad.report.compose import work_report
from beraad.report.compose.weighing import CHOSEN
from beraad.report.plain import plain_text
from tests.builders import filled_session

LONG = (
    "Samen de aanvraag klaarzetten, de ontbrekende stukken zelf opvragen, en binnen twee weken een "
    "besluit nemen waar het gezin op kan rekenen, ook als er nog iets mist"
)


def test_what_was_chosen_is_not_cut():
    session = filled_session()
    options = (
        *(replace(one, short="") for one in session.options[:2]),
        Option(id=Id("lang"), text=LONG),
    )
    said = (("lang", "mus"), (options[0].id, "ree"))
    whole = replace(
        session,
        options=options,
        participants=tuple(Participant(id=Id(f"p{n}"), role="rol") for n in range(2)),
        considerations=tuple(
            Consideration(id=Id(f"c{n}"), participant_id=Id(f"p{n}"), choice_id=c, value=v)
            for n, (c, v) in enumerate(said)
        ),
    )

    told = plain_text(work_report(clean(whole)))

    [chosen] = [line for line in told.splitlines() if line.startswith(CHOSEN)]
    assert LONG in chosen
