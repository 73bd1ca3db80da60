"""After rating: where something was meant to slip, and what others saw; as questions."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QWidget

from beraad.phases.behaviours import Label, behaviours_in
from beraad.phases.course import Course
from beraad.phases.parts import part_name
from beraad.records import PhaseKey
from beraad.training.observing.rating import RatedItem, Rating
from beraad.training.observing.scripted import Spoken
from beraad.ui.theme.look import Look
from beraad.ui.widgets.folding import Folding, stand_beside
from beraad.ui.widgets.parts import chip, column, in_card, label, line, row, title_above

_WIDE = 280
_TWO = 2
_OF_TWO = "Precies gelijk is 100 % als jullie hetzelfde kozen, en anders 0 %."
_OF_MORE = (
    "Leg telkens twee van jullie naast elkaar. Precies gelijk zegt hoe vaak die hetzelfde kozen."
)
_AC1 = (
    "AC1 haalt eraf wat toeval kan zijn: 1 is altijd gelijk, 0 is zo vaak als bij toeval, en onder "
    "0 is minder vaak dan dat. Een laag getal zegt niet wie er goed keek. Het zegt waarover jullie "
    "kunnen praten."
)


class SlipsCard(QFrame):
    """Each place where something was put in, with what there was to see."""

    def __init__(self, rating: Rating) -> None:
        super().__init__()
        self.setProperty("panel", "card")
        inside = in_card(self, spacing=8)
        inside.addWidget(title_above("Wat erin zat"))
        inside.addWidget(
            label(
                "Zo bedoelden de schrijvers het. Zie je het anders? Dan is dat iets om over te "
                "praten.",
                role="muted",
            )
        )
        noticed = rating.noticed
        for number in rating.piece.slips:
            said = rating.piece.lines[number]
            inside.addWidget(line())
            inside.addWidget(label(part_name(Course(), said.phase), role="small"))
            inside.addWidget(label(f"“{said.says}”"))
            inside.addWidget(label(said.why, role="muted"))
            seen = number in noticed
            sign = chip(
                "✓ bij deze zin merkte jij iets" if seen else "deze zin tikte je niet aan", "other"
            )
            beside = row()
            beside.addWidget(sign)
            beside.addStretch(1)
            inside.addLayout(beside)
            inside.addWidget(label(_rated(rating, said)))
        others = sorted(noticed - set(rating.piece.slips))
        if others:
            inside.addWidget(line())
            inside.addWidget(title_above("Waar jij ook iets merkte"))
            for number in others:
                inside.addWidget(label(f"“{rating.piece.lines[number].says}” Wat zag je daar?"))


class OwnLabelsCard(QFrame):
    """Every behaviour with what one chose oneself, also when nobody else rated."""

    def __init__(self, rating: Rating) -> None:
        super().__init__()
        self.setProperty("panel", "card")
        inside = in_card(self, spacing=6)
        inside.addWidget(title_above("Wat jij invulde"))
        labels = rating.labels
        before = ""
        for one in rating.piece.items:
            if one.place != before:
                before = one.place
                inside.addWidget(line())
                inside.addWidget(label(part_name(Course(), before), role="small-strong"))
            chosen = labels.get((PhaseKey(one.place), one.key))
            inside.addWidget(label(one.text))
            inside.addWidget(label(chosen or "open", role="strong" if chosen else "muted"))


def _rated(rating: Rating, said: Spoken) -> str:
    """The behaviour that slips here, and what one chose there."""
    behaviour = next(one.text for one in behaviours_in(said.phase) if one.key == said.slip)
    return f"{behaviour}: jij koos {rating.labels.get((said.phase, said.slip)) or 'niets'}"


class AgreementCard(QFrame):
    """What each chose, behaviour by behaviour; nothing is added up over them."""

    def __init__(self, items: Sequence[RatedItem], look: Look) -> None:
        super().__init__()
        self.setProperty("panel", "card")
        inside = in_card(self, spacing=8)
        inside.addWidget(title_above("Wat ieder zag"))
        raters = max((len(each.chosen) for each in items), default=0)
        about = _OF_MORE if raters > _TWO else _OF_TWO
        inside.addWidget(label(f"{about} {_AC1}", role="muted"))
        before = ""
        for each in items:
            if each.item.place != before:
                before = each.item.place
                inside.addWidget(label(part_name(Course(), before), role="small-strong"))
            inside.addWidget(line())
            inside.addWidget(_row(each, look))


def _row(each: RatedItem, look: Look) -> QWidget:
    box = Folding()
    beside = row(box, spacing=18)
    what = QWidget()
    told = column(what, spacing=2)
    told.addWidget(label(each.item.text))
    told.addWidget(label(_chosen(each), role="strong"))
    told.addStretch(1)
    stand_beside(what, least=look.scale.px(_WIDE))
    beside.addWidget(what, 1)
    asked = QWidget()
    around = column(asked, spacing=2)
    if each.agreed is not None:
        share = f"{round(each.agreed.exact * 100)} %"
        ac1 = f"{each.agreed.ac1:.2f}".replace(".", ",").replace("-", "−")
        around.addWidget(label(f"Precies gelijk: {share} · AC1: {ac1}", role="small"))
    if each.agreed is not None and each.agreed.exact < 1:
        around.addWidget(label(_asked(each)))
    elif each.agreed is not None:
        around.addWidget(label("Jullie zagen hetzelfde. Waaraan zagen jullie dat?"))
    around.addStretch(1)
    stand_beside(asked, least=look.scale.px(_WIDE))
    beside.addWidget(asked, 1)
    return box


def _asked(each: RatedItem) -> str:
    """What raters ask each other: they watched, so nobody can say what they did themselves."""
    if Label.NOT_APPLICABLE in each.chosen:
        return "Had dit hier gekund? Op welk moment, of waarom juist niet?"
    return "Bij welke zin zag je dit, of waar miste je het?"


def _chosen(each: RatedItem) -> str:
    """What each chose: oneself, and the others by number and no name."""
    own, *others = each.chosen
    said = [f"jij: {own or 'open'}"]
    said += [f"{number}: {label or 'open'}" for number, label in enumerate(others, start=2)]
    return " · ".join(said)
