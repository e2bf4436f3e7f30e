"""Charts on pages: title, drawing, notes, and the same in a table."""

from typing import Any

from django import template

from oversight.charts.chart import Chart
from oversight.charts.svg import shown

register = template.Library()


@register.inclusion_tag("charts/figure.html")
def chart(chart: Chart, mark: str = "") -> dict[str, Any]:
    """`{% chart c %}`; a second of the very same chart on one page needs a `mark` of its own."""
    return shown(chart, mark)
