"""Orders that go on at home or after care: asked to be ended, supervision, limits on freedom."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from casetrack.dates import add_months
from casetrack.models import (
    CourtOrder,
    DeprivationOfLiberty,
    DeprivationOfLibertyReview,
    DischargeApplication,
    DischargeOutcome,
    OrderExtension,
    OrderKind,
    Proceedings,
    ProceedingsKind,
)
from casetrack.models.court import Applicant, LibertyReviewOutcome
from casetrack.models.proceedings import GatewayDecision, ProceedingsOutcome
from returns.demo.lives.council import Council, Story, together
from returns.demo.lives.court import COURT, gateway, reference
from returns.demo.lives.entries import Entry
from returns.demo.timelines import days

HIGH_COURT = "High Court, Family Division"
RUNS_OUT = "The order may run out: school and home are well, and help goes on without it."
LIBERTY_DAYS = 90
ALLOWS = (
    "Doors are locked at night, and two grown-ups are always near.",
    "A grown-up goes along whenever the young person leaves the house.",
    "The telephone is given back at nine in the evening, and windows are locked.",
)


def tell(council: Council) -> Iterator[Entry]:
    for number, family in together(council.stories).items():
        for story in family:
            yield from _discharge(story, council.random("discharge", number))
    yield from _liberty(council)


def _discharge(story: Story, random: Random) -> Iterator[Entry]:
    """Asked for by the council for some at home under a care order, and granted to those who left.

    A supervision order in its place goes on after care.
    """
    order = story.order(OrderKind.CARE)
    chance, by, ago = random.random(), random.random(), random.randint(10, 150)
    before, supervised = random.randint(50, 110), random.random() < 0.5
    if order is None:
        return
    if story.present and story.legal == "C2" and story.home.type == "P1":
        since = max(order.made_on, story.home.starts_on) + days(200)
        on = story.to_end_on + days(7 + ago // 4) if story.to_end_on else story.today
        if on <= story.yesterday:
            who = Applicant.PARENTS if by < 0.2 else Applicant.AUTHORITY
            yield from _applied(story, order, on, who, random)
        elif chance > 0.92 and story.today - days(ago + 200) > since:
            on = story.today - days(ago)
            refused = on - days(120)
            yield from _applied(
                story, order, refused, Applicant.MOTHER, random, on, DischargeOutcome.REFUSED
            )
        return
    ended = story.care.ends_on
    if ended is None or story.home.type != "P1" or order.ended_on != ended:
        return
    asked = max(ended - days(before), order.made_on + days(1))
    outcome = DischargeOutcome.REPLACED if supervised else DischargeOutcome.DISCHARGED
    yield from _applied(story, order, asked, Applicant.AUTHORITY, random, ended, outcome)
    if supervised:
        yield from _supervised(story, ended, random)


def _applied(
    story: Story,
    order: CourtOrder,
    on: date,
    who: str,
    random: Random,
    decided: date | None = None,
    outcome: str = "",
) -> Iterator[Entry]:
    yield story.entry(
        DischargeApplication,
        on,
        order=order,
        applied_on=on,
        applied_by=who,
        decided_on=decided,
        outcome=outcome,
    )
    refused = outcome == DischargeOutcome.REFUSED
    yield story.entry(
        Proceedings,
        on,
        kind=ProceedingsKind.DISCHARGE,
        issued_on=on,
        reference=reference(random, on),
        court=COURT,
        concluded_on=decided,
        outcome=(ProceedingsOutcome.REFUSED if refused else ProceedingsOutcome.ORDER)
        if decided
        else "",
    )


def _supervised(story: Story, on: date, random: Random) -> Iterator[Entry]:
    """A supervision order for a year, and for some six months more."""
    expires = add_months(on, 12) - timedelta(days=1)
    asked = expires - days(random.randint(32, 70))
    longer = asked <= story.yesterday and random.random() < 0.5
    until = add_months(expires, 6) if longer else expires
    order = story.entry(
        CourtOrder,
        on,
        kind=OrderKind.SUPERVISION,
        made_on=on,
        made_known=True,
        expires_on=expires,
        ended_on=until,
    )
    yield order
    looked = expires - days(random.randint(30, 75))
    if not longer and looked - days(9) <= story.yesterday and random.random() < 0.9:
        yield gateway(story, looked - days(9), looked, GatewayDecision.SUPPORT, RUNS_OUT)
    if longer:
        yield story.entry(OrderExtension, asked, order=order.fact, ordered_on=asked, until_on=until)


def _liberty(council: Council) -> Iterator[Entry]:
    """Very few older children, under orders of three months at a time."""
    for story, random in council.each("liberty"):
        for since, _ in story.life.deprived:
            allows = random.choice(ALLOWS)
            for on in _orders_since(since, story.yesterday):
                yield from _allowed(council, story, on, allows, random)


def _orders_since(since: date, last: date) -> Iterator[date]:
    while since <= last:
        yield since
        since += days(LIBERTY_DAYS)


def _allowed(
    council: Council, story: Story, on: date, allows: str, random: Random
) -> Iterator[Entry]:
    issued = max(on - days(4), story.care.starts_on)
    yield story.entry(
        Proceedings,
        issued,
        kind=ProceedingsKind.DEPRIVATION_OF_LIBERTY,
        issued_on=issued,
        reference=reference(random, on).replace("C", "P"),
        court=HIGH_COURT,
        concluded_on=on,
        outcome=ProceedingsOutcome.ORDER,
    )
    until = on + days(LIBERTY_DAYS)
    order = story.entry(
        DeprivationOfLiberty,
        on,
        starts_on=on,
        expires_on=until,
        ends_on=until,
        court=HIGH_COURT,
        allows=allows,
    )
    yield order
    looked = on + days(random.randint(12, 24))
    while looked <= min(story.yesterday, until):
        yield story.entry(
            DeprivationOfLibertyReview,
            looked,
            deprivation=order.fact,
            reviewed_on=looked,
            reviewed_by=council.officer(story, looked),
            outcome=random.choice((LibertyReviewOutcome.SAME, LibertyReviewOutcome.LESS)),
        )
        looked += days(random.randint(20, 32))
