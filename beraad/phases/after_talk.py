"""After the talk: those present react to the concept, and the inbrenger agrees."""

from __future__ import annotations

from beraad.phases.date_entry import Reach
from beraad.phases.model import Field, FieldKind, Rows

REACTIONS = Rows(
    section="reactions",
    title="Reacties van aanwezigen",
    columns=(
        Field(
            section="reactions",
            name="role",
            label="Rol",
            hint="welke rol?",
            kind=FieldKind.LINE,
        ),
        Field(
            section="reactions",
            name="text",
            label="Reactie",
            hint="wat klopt niet of mist?",
        ),
        Field(
            section="reactions",
            name="response",
            label="Wat ermee gedaan is",
            hint="wat deden jullie ermee?",
        ),
        Field(
            section="reactions",
            name="settled",
            label="verwerkt",
            kind=FieldKind.CHECK,
        ),
    ),
    add_label="reactie",
    empty="Nog geen reacties. Laat de aanwezigen het concept lezen en zeggen wat niet klopt.",
)
CASE_OWNER_AGREED_ON = Field(
    section="conclusion",
    name="case_owner_agreed_on",
    label="Akkoord op",
    kind=FieldKind.DATE,
    reach=Reach.PAST,
)
