"""What work towards moves cost over a period: entered, put right from the same day, taken back."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction

from casetrack.actions.facts import check, fitting, no_rule
from casetrack.models import Authority
from casetrack.recording import recording
from oversight.actions import in_force
from oversight.actions.in_force import SettingRefused
from oversight.models import FactsChanged, SavingsWork

WHAT = "savings-work"
MOST = Decimal("100000000")
LONGEST_NAME = 80


@dataclass(frozen=True)
class Wanted:
    """Pounds for the whole of a piece of work, from `starts_on` until before `ends_on`."""

    name: str
    pounds: Decimal
    source: str
    starts_on: date
    ends_on: date


def why_not(wanted: Wanted, today: date) -> dict[str, str]:
    """By field, why it cannot be entered; empty where it can."""
    found = in_force.why_not(wanted.source, wanted.starts_on, wanted.ends_on, today)
    if not wanted.name.strip():
        found["name"] = "Say what the work is called."
    elif len(wanted.name) > LONGEST_NAME:
        found["name"] = f"Say it in {LONGEST_NAME} characters."
    if not 0 <= wanted.pounds < MOST:
        found["pounds"] = "Enter pounds, from 0 to under a hundred million."
    elif wanted.pounds != round(wanted.pounds, 2):
        found["pounds"] = "Enter pounds and pence, such as 1,234.50."
    return found


def enter(*, authority: Authority, wanted: Wanted, by: Any, on: date) -> bool:
    """False where it is entered so already. From the same day it puts right what was entered: work
    that ended early is entered again with its end and what it came to. Raises a refusal.
    """
    if reasons := why_not(wanted, on):
        raise SettingRefused(fields=reasons)
    name = " ".join(wanted.name.split())
    values = {"pounds": wanted.pounds, "source": wanted.source.strip(), "ends_on": wanted.ends_on}
    with transaction.atomic():
        # Two people who enter the same wait here for each other.
        Authority.objects.select_for_update(no_key=True).get(pk=authority.pk)
        same = {"authority": authority, "name": name, "starts_on": wanted.starts_on}
        row = SavingsWork.objects.filter(**same).first() or SavingsWork(**same)
        if row.pk and all(getattr(row, field) == value for field, value in values.items()):
            return False
        with recording(f"{WHAT}.set", by=by, authority=authority.code, on=str(wanted.starts_on)):
            for field, value in {**values, "set_by": by}.items():
                setattr(row, field, value)
            check(row, no_rule)
            with fitting():
                row.save()
            FactsChanged.objects.create(authority=authority)
    return True


def take_back(*, work: SavingsWork, why: str, by: Any) -> None:
    """It was never paid. The history keeps that it was entered, and why it was taken back."""
    if not why.strip():
        raise SettingRefused(fields={"why": "Say why it is taken back."})
    with recording(
        f"{WHAT}.taken-back",
        by=by,
        why=why.strip(),
        authority=work.authority.code,
        on=str(work.starts_on),
    ):
        FactsChanged.objects.create(authority=work.authority)
        work.delete()
