"""Care by agreement: who agreed, how it is to end, and that it is looked at again."""

from collections.abc import Iterator
from datetime import date
from random import Random

from casetrack.models import (
    Section20Agreement,
    Section20Review,
)
from casetrack.models.agreements import AgreedBy, AgreementEnd, AgreementReview
from returns.demo.history import Care
from returns.demo.lives.council import RECENT, Council, Story, at_work
from returns.demo.lives.entries import Entry
from returns.demo.timelines import days, pick

WAYS_OUT = (
    "Home to mother once she is out of hospital and the health visitor is content.",
    "Back to the family after twelve weeks of help, with a look at it every month.",
    "An assessment of the grandparents, and then a decision whether the child lives there.",
    "To be replaced by an order if nothing has changed by the third review.",
    "Until 18, then a home of one’s own with a personal adviser.",
)
UNSIGNED = 0.06
"""New agreements of which nobody has recorded yet who gave them."""
OF_ALONE = ("The young person was asked with an interpreter and wants to stay.", "")
ALONE = "Until 18; claim for protection, college, and family tracing are under way."
WORDS = {
    AgreementReview.RIGHT: (
        "The parents were asked again without the worker they know, and still agree.",
        "It is clear who agreed to what. The way out stays as it is.",
        "The young person was asked alone and wants to stay.",
        "",
    ),
    AgreementReview.ADVICE: (
        "Longer than planned. Lawyers are to say whether an order is needed.",
        "The father’s agreement is missing. Lawyers are to look at it.",
    ),
}


def tell(council: Council) -> Iterator[Entry]:
    for number, family in council.families.items():
        for story in family:
            random = council.random("agreement", number)
            for care in story.cares:
                yield from _agreed(story, care, random)


def _agreed(story: Story, care: Care, random: Random) -> Iterator[Entry]:
    legal = [*care.legal, (care.ends_on, "")]
    for n, (on, code) in enumerate(care.legal):
        if code != "V2":
            continue
        if on > story.today - days(200) and random.random() < UNSIGNED:
            return
        ended = legal[n + 1][0]
        by_order = legal[n + 1][1] != ""
        agreement = story.entry(
            Section20Agreement,
            on,
            agreed_on=on,
            agreed_by=_by(story, on, random),
            way_out=ALONE if story.life.unaccompanied else random.choice(WAYS_OUT),
            ended_on=ended,
            outcome=_end(care, by_order),
        )
        yield agreement
        yield from _looked_at(story, agreement.fact, on, ended, random)


def _by(story: Story, on: date, random: Random) -> str:
    if story.age(on) >= 16:
        return AgreedBy.YOUNG_PERSON
    if story.life.unaccompanied:
        return AgreedBy.OTHER
    return pick(random, {AgreedBy.MOTHER: 62, AgreedBy.PARENTS: 25, AgreedBy.FATHER: 13})


def _end(care: Care, by_order: bool) -> str:
    if by_order:
        return AgreementEnd.ORDER
    return AgreementEnd.HOME if care.reason in ("E4A", "E4B", "E13") else AgreementEnd.OTHER


def _looked_at(
    story: Story, agreement: Section20Agreement, since: date, until: date | None, random: Random
) -> Iterator[Entry]:
    """Every three months or so; one that goes on is put to lawyers now and then."""
    on = since + days(random.randint(30, 85))
    last = min(until or story.today, story.today) - days(1)
    number = 0
    while on <= last:
        number += 1
        if on >= story.today - days(RECENT):
            on = at_work(on, since)
            doubtful = number > 2 and random.random() < 0.15 and not story.life.unaccompanied
            outcome = AgreementReview.ADVICE if doubtful else AgreementReview.RIGHT
            yield story.entry(
                Section20Review,
                on,
                agreement=agreement,
                reviewed_on=on,
                outcome=outcome,
                words=random.choice(OF_ALONE if story.life.unaccompanied else WORDS[outcome]),
            )
        on += days(random.randint(94, 130) if random.random() < 0.08 else random.randint(70, 88))
