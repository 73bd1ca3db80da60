"""Where everything in a picture stands: worked out once, drawn by the window, a PDF and a page."""

from __future__ import annotations

from typing import assert_never

from beraad.report.charts import Bars, Chart, RouteMap, Timeline
from beraad.report.drawing.bars import bars_drawn
from beraad.report.drawing.routes import routes_drawn
from beraad.report.drawing.ruler import Ruler
from beraad.report.drawing.shapes import Picture
from beraad.report.drawing.timeline import timeline_drawn

__all__ = ["Picture", "Ruler", "drawn"]


def drawn(chart: Chart, width: float, ruler: Ruler) -> Picture | None:
    """The picture in a column of this width; None where it does not fit and a table says more."""
    match chart:
        case Bars():
            return bars_drawn(chart, width, ruler)
        case Timeline():
            return timeline_drawn(chart, width, ruler)
        case RouteMap():
            return routes_drawn(chart, width, ruler)
        case _:
            assert_never(chart)
