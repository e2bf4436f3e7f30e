"""Pounds to the penny, and a kind of home in words."""

from typing import Any

from django import template

from oversight.homes import home_words
from oversight.savings.said import pounds

register = template.Library()
register.filter("pounds", pounds)


@register.filter
def home_of(of: Any) -> str:
    """Children’s home, agency: of whatever has a `type` and a `provider`."""
    return home_words(of.type, of.provider)
