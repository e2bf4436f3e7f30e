"""From a month on a chart counts anew what is usual, because of something that is named."""

from datetime import date
from typing import Any

from casetrack.actions.facts import check, fitting, no_rule
from casetrack.models import Authority
from casetrack.recording import recording
from oversight.actions.in_force import SettingRefused
from oversight.indicators.registry import INDICATORS
from oversight.models import FactsChanged, Rebase


class RebaseRefused(SettingRefused):
    """The chart cannot count anew from there."""


def why_not(indicator: str, from_on: date, reason: str, today: date) -> dict[str, str]:
    """By field, why the chart cannot count anew from there; empty where it can."""
    found = {}
    if indicator not in INDICATORS:
        return {"indicator": "There is no measure of that name."}
    if INDICATORS[indicator].goes_on:
        return {
            "indicator": "Its months share most of what they count, so there is no usual range to "
            "count anew: look at those who came and those who left."
        }
    if from_on.day != 1:
        found["from_on"] = "A chart counts anew from the first day of a month."
    elif from_on > today:
        found["from_on"] = "This month has not come yet."
    if not reason.strip():
        found["reason"] = "Say what changed then."
    return found


def rebase(
    *, authority: Authority, indicator: str, from_on: date, reason: str, by: Any, on: date
) -> Rebase:
    """Raises a refusal where it cannot be, or is so already."""
    if reasons := why_not(indicator, from_on, reason, on):
        raise RebaseRefused(fields=reasons)
    made = Rebase(
        authority=authority,
        indicator=indicator,
        from_on=from_on,
        reason=reason.strip(),
        decided_by=by,
    )
    with recording(
        "chart.rebased",
        by=by,
        why=made.reason,
        authority=authority.code,
        indicator=indicator,
        on=from_on.isoformat(),
    ):
        check(made, no_rule)
        with fitting():
            made.save()
        FactsChanged.objects.create(authority=authority)
    return made


def take_back(*, rebase: Rebase, why: str, by: Any) -> None:
    """The chart counts again as before. The history keeps that it was rebased, and why."""
    if not why.strip():
        raise RebaseRefused(fields={"why": "Say why it is taken back."})
    with recording(
        "chart.rebase-taken-back",
        by=by,
        why=why.strip(),
        authority=rebase.authority.code,
        indicator=rebase.indicator,
        on=rebase.from_on.isoformat(),
    ):
        FactsChanged.objects.create(authority=rebase.authority)
        rebase.delete()
