"""A chart as a pack keeps it."""

from oversight.charts.chart import NARROW, Chart
from oversight.charts.svg import drawn as svg
from oversight.packs.pack import Grid, Picture

LEAST, MOST = 8, 48
"""Letters: no column of a table is narrower or wider beside the others."""


def pictured(chart: Chart) -> Picture:
    """In both widths, with its own table, whose columns are as wide as what stands in them."""
    table = chart.table
    columns = zip(table.head, *table.rows, strict=True)
    longest = (max(len(cell) for cell in column) for column in columns)
    widths = tuple(float(min(max(each, LEAST), MOST)) for each in longest)
    return Picture(
        title=chart.title,
        description=chart.description,
        wide=str(svg(chart)),
        narrow=str(svg(chart, NARROW)),
        table=Grid("", table.head, table.rows, widths),
        notes=chart.notes,
    )
