"""Homes at risk, the meetings about a home, and homes that are not registered or approved."""

from collections.abc import Iterator
from typing import Any

from casetrack.access.permissions import Permission
from casetrack.record.kind import Group, Kind, Told, period
from casetrack.record.step import step
from placements.actions.homes import why_not_home
from placements.actions.placements import why_not_in_care
from placements.forms import which_home
from placements.kinds import after
from placements.models import HomeMeeting, HomeWorry, MeetingAbout, UnregisteredSetting

KNOWN = "That day is known, not only that it was on or before it"


def _worry(fact: Any) -> Iterator[Told]:
    yield from period(
        fact,
        f"There were worries about whether this home would last.{after(fact.worry)}",
        f"The worries ended: {fact.get_outcome_display()}.",
    )
    if fact.support_offered_on is not None:
        yield Told(fact.support_offered_on, f"Support was offered.{after(fact.support)}")


def _meeting(fact: Any) -> Iterator[Told]:
    about = {
        MeetingAbout.PLANNING: "A meeting planned the move into this home.",
        MeetingAbout.STABILITY: "A meeting talked about how this home can last.",
        MeetingAbout.DISRUPTION: "A meeting looked at why this home ended.",
    }[fact.kind]
    yield Told(fact.held_on, f"{about}{after(fact.outcome)}")


def _setting(fact: Any) -> Iterator[Told]:
    yield from period(
        fact,
        f"The home was not as it must be: {fact.get_kind_display()}.{after(fact.reason)}",
        f"That ended: {fact.get_end_reason_display()}.",
    )
    if fact.told:
        yield Told(fact.starts_on, f"Told of it:{after(fact.told)}")
    if fact.ofsted_notified_on is not None:
        yield Told(fact.ofsted_notified_on, "Ofsted was told of the home.")


KINDS = (
    Kind(
        code="home-worry",
        title="A worry about the home",
        group=Group.HOME,
        model=HomeWorry,
        permission=Permission.RECORD_HOMES,
        asks=("starts_on", "worry"),
        labels={
            "starts_on": "When was the worry raised?",
            "start_known": KNOWN,
            "ends_on": "When did it end?",
        },
        tell=_worry,
        mends=(
            "starts_on",
            "start_known",
            "worry",
            "support_offered_on",
            "support",
            "ends_on",
            "outcome",
        ),
        changes=(
            step(
                "home-worry",
                "support",
                "Support was offered",
                HomeWorry,
                ("support_offered_on", "support"),
                offered=lambda fact: fact.support_offered_on is None,
            ),
            step(
                "home-worry",
                "ended",
                "The worry ended",
                HomeWorry,
                ("ends_on", "outcome"),
                labels={"ends_on": "When did it end?"},
                offered=lambda fact: fact.ends_on is None,
            ),
        ),
    ),
    Kind(
        code="home-meeting",
        title="Meeting about a home",
        group=Group.HOME,
        model=HomeMeeting,
        permission=Permission.RECORD_HOMES,
        hint="Planning, stability and disruption meetings.",
        asks=(which_home(), "kind", "held_on", "outcome"),
        rule=why_not_home,
        tell=_meeting,
    ),
    Kind(
        code="unregistered",
        title="A home that is not registered or approved",
        group=Group.HOME,
        model=UnregisteredSetting,
        permission=Permission.RECORD_HOMES,
        hint="From the first day on which the law does not allow the child to live there.",
        asks=("kind", "starts_on", "reason", "told", "ofsted_notified_on"),
        labels={
            "starts_on": "From when?",
            "start_known": KNOWN,
            "ends_on": "Until when?",
        },
        rule=why_not_in_care,
        tell=_setting,
        mends=(
            "kind",
            "starts_on",
            "start_known",
            "reason",
            "told",
            "ofsted_notified_on",
            "ends_on",
            "end_reason",
        ),
        changes=(
            step(
                "unregistered",
                "ofsted",
                "Ofsted was told",
                UnregisteredSetting,
                ("ofsted_notified_on",),
                offered=lambda fact: fact.ofsted_notified_on is None,
            ),
            step(
                "unregistered",
                "ended",
                "It ended",
                UnregisteredSetting,
                ("ends_on", "end_reason"),
                labels={"ends_on": "When did it end?"},
                offered=lambda fact: fact.ends_on is None,
            ),
        ),
    ),
)
