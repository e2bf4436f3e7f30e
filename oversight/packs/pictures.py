"""A chart as a pack keeps it."""

from oversight.charts.chart import NARROW, Chart
from oversight.charts.svg import drawn as svg
from oversight.packs.pack import Grid, Picture


def pictured(chart: Chart) -> Picture:
    """In both widths, with its own table."""
    return Picture(
        title=chart.title,
        description=chart.description,
        wide=str(svg(chart)),
        narrow=str(svg(chart, NARROW)),
        table=Grid("", chart.table.head, chart.table.rows),
        notes=chart.notes,
    )
