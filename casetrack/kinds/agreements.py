"""What parents agreed to without an order: care under section 20, consent to adoption."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from casetrack.access.permissions import Permission
from casetrack.models import AdoptionConsent, Section20Agreement, Section20Review
from casetrack.models.agreements import ConsentBy
from casetrack.record.kind import Group, Kind, Told
from casetrack.record.step import step, within
from casetrack.words import sentence

MOTHER_WAITS = timedelta(weeks=6)
"""After the birth, before a mother can consent to an adoption order (2002 Act, section 52)."""


def _agreement(fact: Any) -> Iterator[Told]:
    yield Told(
        fact.agreed_on,
        sentence(f"{fact.get_agreed_by_display()} agreed to care by the council (section 20)"),
    )
    if fact.ended_on is not None:
        ended = f"Care by agreement (section 20) ended: {fact.get_outcome_display()}."
        yield Told(fact.ended_on, ended)


def why_not_agree(fact: Section20Agreement) -> str:
    """Why the days do not fit with when the agreement was looked at; empty where they do."""
    reviews = Section20Review.objects.filter(agreement=fact.pk)
    if reviews.filter(reviewed_on__lt=fact.agreed_on).exists():
        return "The agreement was looked at before that day."
    return ""


def _review(fact: Any) -> Iterator[Told]:
    looked = f"Care by agreement was looked at: {fact.get_outcome_display()}."
    yield Told(fact.reviewed_on, f"{looked} {sentence(fact.words)}".strip())


def why_not_review(fact: Section20Review) -> str:
    """Why the agreement cannot have been looked at so; empty where it can."""
    agreement = fact.agreement
    if agreement.child_id != fact.child_id:
        return "Choose an agreement about this child."
    if fact.reviewed_on < agreement.agreed_on:
        return "Nobody had agreed yet on that day."
    if agreement.ended_on is not None and fact.reviewed_on > agreement.ended_on:
        return "The agreement had ended by that day."
    return ""


def _consent(fact: Any) -> Iterator[Told]:
    to_order = ", and in advance to the adoption order" if fact.to_order else ""
    who = fact.get_given_by_display()
    yield Told(fact.given_on, sentence(f"{who} consented to placing for adoption{to_order}"))
    if fact.withdrawn_on is not None:
        yield Told(fact.withdrawn_on, sentence(f"{who} withdrew the consent to adoption"))


def why_not_consent(fact: AdoptionConsent) -> str:
    """Why the consent cannot have been given so; empty where it can."""
    born = fact.child.born_on
    if not fact.to_order or fact.given_by != ConsentBy.MOTHER or born is None:
        return ""
    if fact.given_on >= born + MOTHER_WAITS:
        return ""
    return (
        "A mother cannot consent to an adoption order before her child is six weeks old. Record "
        "her consent to placing alone."
    )


SECTION_20 = Kind(
    code="section-20-agreement",
    title="Agreement to care (section 20)",
    group=Group.CARE,
    model=Section20Agreement,
    permission=Permission.RECORD_LEGAL,
    hint="Who agreed that the council looks after the child. The legal status is recorded beside "
    "it.",
    asks=("agreed_on", "agreed_by", "way_out"),
    rule=why_not_agree,
    before_birth=True,
    tell=_agreement,
    mends=("agreed_on", "agreed_by", "way_out", "ended_on", "outcome"),
    changes=(
        step(
            "section-20-agreement",
            "ended",
            "The agreement ended or was withdrawn",
            Section20Agreement,
            ("ended_on", "outcome"),
            rule=why_not_agree,
            offered=lambda fact: fact.ended_on is None,
        ),
    ),
)

SECTION_20_REVIEW = Kind(
    code="section-20-review",
    title="Care by agreement looked at again",
    group=Group.CARE,
    model=Section20Review,
    permission=Permission.RECORD_LEGAL,
    asks=("agreement", "reviewed_on", "outcome", "words"),
    labels={"agreement": "Which agreement?"},
    choices={
        "agreement": lambda child: Section20Agreement.objects.filter(child=child).order_by(
            "-agreed_on"
        )
    },
    rule=why_not_review,
    act=within("section-20-review", Section20Review, "agreement", why_not_review),
    tell=_review,
)

CONSENT = Kind(
    code="adoption-consent",
    title="A parent’s consent to adoption",
    group=Group.ADOPTION,
    model=AdoptionConsent,
    permission=Permission.RECORD_LEGAL,
    hint="Given before a witness from the court, under section 19 of the Adoption and Children "
    "Act 2002.",
    asks=("given_on", "given_by", "to_order", "witnessed_by"),
    rule=why_not_consent,
    tell=_consent,
    mends=("given_on", "given_by", "to_order", "witnessed_by", "withdrawn_on"),
    changes=(
        step(
            "adoption-consent",
            "withdrawn",
            "The consent was withdrawn",
            AdoptionConsent,
            ("withdrawn_on",),
            rule=why_not_consent,
            offered=lambda fact: fact.withdrawn_on is None,
        ),
    ),
)

KINDS = (SECTION_20, SECTION_20_REVIEW, CONSENT)
