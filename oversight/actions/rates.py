"""What a week in a kind of home costs: set from a day on, ended, taken back, and handed over."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction

from casetrack.models import Authority
from casetrack.models.codes import HOME_TYPE, PROVIDER
from oversight.actions import in_force
from oversight.actions.in_force import SettingRefused
from oversight.models import WeeklyRate

WHAT = "weekly-rate"
MOST = Decimal("1000000")


@dataclass(frozen=True)
class Wanted:
    """Pounds a week of a kind of home, of a provider or ('') of any, from `starts_on` on."""

    type: str
    provider: str
    pounds: Decimal
    source: str
    starts_on: date
    ends_on: date | None = None

    @property
    def key(self) -> tuple[str, str, date]:
        return self.type, self.provider, self.starts_on


def why_not(wanted: Wanted, today: date) -> dict[str, str]:
    """By field, why it cannot be set; empty where it can."""
    found = in_force.why_not(wanted.source, wanted.starts_on, wanted.ends_on, today)
    if wanted.type not in dict(HOME_TYPE.choices):
        found["type"] = "There is no kind of home with that code."
    if wanted.provider and wanted.provider not in dict(PROVIDER.choices):
        found["provider"] = "There is no provider with that code."
    if not 0 <= wanted.pounds < MOST:
        found["pounds"] = "Enter pounds a week, from 0 to under a million."
    elif wanted.pounds != round(wanted.pounds, 2):
        found["pounds"] = "Enter pounds and pence, such as 1,234.50."
    return found


@dataclass(frozen=True)
class Done:
    """What became of a rate that was wanted: set, in force so already, or refused and why."""

    wanted: Wanted
    changed: bool = False
    refused: str = ""


def set_rate(*, authority: Authority, wanted: Wanted, by: Any, on: date) -> bool:
    """False where it is in force so already. Raises SettingRefused."""
    if reasons := why_not(wanted, on):
        raise SettingRefused(fields=reasons)
    return in_force.put(
        WeeklyRate,
        WHAT,
        authority=authority,
        of={"type": wanted.type, "provider": wanted.provider},
        starts_on=wanted.starts_on,
        ends_on=wanted.ends_on,
        values={"pounds": wanted.pounds, "source": wanted.source},
        by=by,
    )


def set_rates(*, authority: Authority, wanted: Sequence[Wanted], by: Any, on: date) -> list[Done]:
    """Those of a list that can be, the oldest first; what became of each."""
    done = []
    with transaction.atomic():
        for each in sorted(wanted, key=lambda each: each.starts_on):
            try:
                changed = set_rate(authority=authority, wanted=each, by=by, on=on)
                done.append(Done(each, changed))
            except SettingRefused as refused:
                done.append(Done(each, refused=str(refused)))
    return done


def foretell(*, authority: Authority, wanted: Sequence[Wanted], by: Any, on: date) -> list[Done]:
    """What would become of each: tried, and undone."""
    with transaction.atomic():
        done = set_rates(authority=authority, wanted=wanted, by=by, on=on)
        transaction.set_rollback(True)
    return done


def end(*, rate: WeeklyRate, ends_on: date, by: Any) -> None:
    in_force.end(rate, WHAT, ends_on=ends_on, by=by)


def take_back(*, rate: WeeklyRate, why: str, by: Any) -> None:
    in_force.take_back(rate, WHAT, why=why, by=by)
