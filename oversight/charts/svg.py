"""A chart as the bare SVG: for pages (by the tag `chart`) and for files that are set by typst."""

from hashlib import sha256
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from oversight.charts.chart import COLOURS, NARROW, WIDE, Chart, Frame


def drawn(chart: Chart, frame: Frame = WIDE, mark: str = "") -> SafeString:
    """The SVG, whole: with its name and description, and its looks in attributes.

    `mark` begins the names of its parts, which on a page must be its own.
    """
    told: dict[str, Any] = {
        "chart": chart,
        "drawing": chart.drawing(frame),
        "frame": frame,
        "id": f"{mark or marked(chart)}-{frame.name}",
        **COLOURS,
    }
    return render_to_string(f"charts/{chart.kind}.html", told)


def marked(chart: Chart) -> str:
    """A mark of this chart that is the same whenever it is drawn, and another's for any other."""
    return f"chart-{sha256(f'{chart.kind}{chart!r}'.encode()).hexdigest()[:8]}"


def shown(chart: Chart, mark: str = "") -> dict[str, Any]:
    """What charts/figure.html needs."""
    drawings = [drawn(chart, frame, mark) for frame in (WIDE, NARROW)]
    return {"chart": chart, "drawings": drawings}
