"""The reviewing officer's challenges, and what managers answer at each stage."""

from collections.abc import Iterator
from typing import Any

from casetrack.access.permissions import Permission
from casetrack.forms import question, text
from casetrack.record.kind import Ask, Change, Group, Kind, Told
from casetrack.record.step import step
from casetrack.words import sentence
from permanence.actions import challenges
from permanence.answering import needed
from permanence.kinds import officers, the_officer
from permanence.models import Challenge, ChallengeStage, Settled, Stage

PUT_TO = {
    Stage.INFORMAL: "raised informally with the child’s worker and manager",
    Stage.ONE: "put to the team manager (stage 1)",
    Stage.TWO: "put to the service manager (stage 2)",
    Stage.THREE: "put to the head of service (stage 3)",
    Stage.FOUR: "put to the director of children’s services (stage 4)",
}
CAFCASS = "the Children and Family Court Advisory and Support Service (Cafcass)"


def _challenge(fact: Any) -> Iterator[Told]:
    who, about = the_officer(fact.raised_by), fact.get_theme_display()
    yield Told(fact.raised_on, f"{who} raised a concern about {about}. {sentence(fact.concern)}")
    if fact.cafcass_on is not None:
        yield Told(fact.cafcass_on, f"The concern about {about} was passed to {CAFCASS}.")
    if fact.closed_on is not None:
        ended = f"The concern about {about} was closed: {fact.get_outcome_display()}."
        yield Told(fact.closed_on, f"{ended} {sentence(fact.effect)}")


def _stage(fact: Any) -> Iterator[Told]:
    about = f"The concern about {fact.challenge.get_theme_display()}"
    asked = " " + sentence(f"asked for: {fact.asked}") if fact.asked else ""
    yield Told(fact.began_on, f"{about} was {PUT_TO[fact.stage]}.{asked}")
    if fact.answered_on is not None:
        yield Told(
            fact.answered_on, f"{about} was answered by {fact.answered_by}: {sentence(fact.answer)}"
        )


def _which(field: str, label: str) -> Ask:
    return Ask(field, lambda child: question(ChallengeStage._meta.get_field(field), label=label))


def _raise(child: Any, by: Any, values: Any) -> Any:
    given = dict(values)
    stage = given.pop("stage")
    return challenges.raise_at(challenge=Challenge(child=child, **given), stage=stage, by=by)


CHALLENGE = Kind(
    code="challenge",
    title="Challenge by the reviewing officer",
    group=Group.PLAN,
    model=Challenge,
    permission=Permission.RECORD_REVIEWS,
    hint="You may begin at any stage, and pass it to Cafcass at any time. Managers can answer it "
    "and change nothing else.",
    asks=(
        "raised_on",
        "raised_by",
        "theme",
        "concern",
        _which("stage", "At which stage do you raise it?"),
    ),
    choices={
        "raised_by": officers,
        "outcome": lambda child: [("", "it is not closed"), *Settled.choices],
    },
    act=_raise,
    rule=challenges.why_not_so,
    holds=challenges.why_not_withdraw,
    tell=_challenge,
    related=("raised_by",),
    mends=(
        "raised_on",
        "raised_by",
        "theme",
        "concern",
        "cafcass_on",
        "closed_on",
        "outcome",
        "effect",
    ),
    changes=(
        Change(
            code="taken-further",
            title="Take it to another stage",
            asks=(
                _which("stage", "To which stage?"),
                _which("began_on", "From when?"),
                _which("asked", "What is asked for?"),
            ),
            act=lambda fact, by, values: challenges.take_further(
                challenge=fact,
                stage=values["stage"],
                on=values["began_on"],
                asked=values["asked"],
                by=by,
            ),
            offered=lambda fact: fact.closed_on is None,
        ),
        step(
            "challenge",
            "cafcass",
            "It was passed to Cafcass",
            Challenge,
            ("cafcass_on",),
            rule=challenges.why_not_so,
            offered=lambda fact: fact.cafcass_on is None and fact.closed_on is None,
        ),
        step(
            "challenge",
            "closed",
            "Close it",
            Challenge,
            ("closed_on", "outcome", "effect"),
            rule=challenges.why_not_so,
            offered=lambda fact: fact.closed_on is None,
        ),
    ),
)

STAGE = Kind(
    code="challenge-stage",
    title="Stage of a challenge",
    group=Group.PLAN,
    model=ChallengeStage,
    permission=Permission.RECORD_REVIEWS,
    rule=challenges.why_not_stage,
    holds=challenges.why_not_withdraw_stage,
    tell=_stage,
    related=("challenge",),
    # The answer is the manager's own, as the rest is the officer's: neither mends the other's.
    mends=("stage", "began_on", "asked"),
    for_family=False,
    changes=(
        step(
            "challenge-stage",
            "answered",
            "Answer the challenge",
            ChallengeStage,
            ("answered_on", "answered_by", "answer"),
            rule=challenges.why_not_stage,
            offered=lambda fact: fact.answered_on is None,
            permission=Permission.ANSWER_CHALLENGES,
            owned=lambda fact: needed(fact.stage),
        ),
        Change(
            code="answer-withdrawn",
            title="The answer was a mistake",
            asks=(Ask("because", lambda child: text(max_length=300, label="What was wrong?")),),
            act=lambda fact, by, values: challenges.withdraw_answer(
                stage=fact, why=values["because"], by=by
            ),
            offered=lambda fact: fact.answered_on is not None,
            permission=Permission.ANSWER_CHALLENGES,
            owned=lambda fact: needed(fact.stage),
        ),
    ),
)

KINDS = (CHALLENGE, STAGE)
