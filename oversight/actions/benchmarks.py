"""Targets, and what others reached: set from a day on, ended, taken back."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from casetrack.models import Authority
from oversight.actions import in_force
from oversight.actions.in_force import SettingRefused
from oversight.indicators.indicator import Shape
from oversight.indicators.registry import INDICATORS
from oversight.models import Benchmark, Whose

WHAT = "benchmark"
AIMS = (Whose.TARGET, Whose.NATIONAL)
"""What is aimed at, which may be set ahead; the others are what somebody reached."""


@dataclass(frozen=True)
class Wanted:
    """A figure to hold an indicator against from `starts_on` on, up to before `ends_on`."""

    indicator: str
    whose: str
    value: Decimal
    source: str
    starts_on: date
    ends_on: date | None = None


def why_not(wanted: Wanted, today: date) -> dict[str, str]:
    """By field, why it cannot be set; empty where it can."""
    found = in_force.why_not(wanted.source, wanted.starts_on, wanted.ends_on, today)
    indicator = INDICATORS.get(wanted.indicator)
    if indicator is None:
        return {**found, "indicator": "There is no measure of that name."}
    if wanted.whose not in Whose.values:
        found["whose"] = "Say whose figure it is."
    elif wanted.whose not in AIMS and wanted.starts_on > today:
        found["starts_on"] = "Nobody has reached a figure of a day that has not come yet."
    if indicator.shape == Shape.PERCENT and wanted.value > 100:
        found["value"] = "A share cannot be more than 100%."
    elif wanted.value < 0 and indicator.less is None:
        found["value"] = "This cannot be less than nothing."
    return found


def set_benchmark(*, authority: Authority, wanted: Wanted, by: Any, on: date) -> bool:
    """False where it is in force so already. Raises SettingRefused."""
    if reasons := why_not(wanted, on):
        raise SettingRefused(fields=reasons)
    return in_force.put(
        Benchmark,
        WHAT,
        authority=authority,
        of={"indicator": wanted.indicator, "whose": wanted.whose},
        starts_on=wanted.starts_on,
        ends_on=wanted.ends_on,
        values={"value": wanted.value, "source": wanted.source},
        by=by,
    )


def end(*, benchmark: Benchmark, ends_on: date, by: Any) -> None:
    in_force.end(benchmark, WHAT, ends_on=ends_on, by=by)


def take_back(*, benchmark: Benchmark, why: str, by: Any) -> None:
    in_force.take_back(benchmark, WHAT, why=why, by=by)
