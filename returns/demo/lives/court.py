"""Before the court and in it: legal gateway, letter before, proceedings, hearings, more time."""

from collections.abc import Iterator
from datetime import date
from random import Random
from typing import Any

from casetrack.models import (
    CourtOrder,
    Hearing,
    LegalGateway,
    OrderKind,
    PreProceedings,
    PreProceedingsMeeting,
    Proceedings,
    ProceedingsExtension,
    ProceedingsKind,
)
from casetrack.models.proceedings import (
    GatewayDecision,
    HearingPurpose,
    MeetingPurpose,
    PreProceedingsOutcome,
    ProceedingsOutcome,
)
from returns.demo.lives.council import Council, Story, at_work
from returns.demo.lives.entries import Entry
from returns.demo.timelines import days

COURT = "Family Court at Larkmoor"
INTERIM, FINAL = ("L2", "C1"), ("C2", "E1")
FURTHER_DAYS = 181  # 26 weeks, the day of issue being their first
EMERGENCY_DAYS = 8
ASKED = (
    "The panel agreed that the threshold was met and an application should be issued this week.",
    "Go to court: the parents have had six months of help and the children are not safe yet.",
    "Issue, and ask for an early hearing on family time.",
)
TO_WRITE = (
    "Send a letter before proceedings, with a plan of help and what has to change by when.",
    "Work with the parents before going to court: a parenting assessment and help at home.",
)
AGREED = {
    MeetingPurpose.FIRST: (
        "Both parents agreed to the assessment and named relatives who may care.",
        "Mother came with her solicitor and agreed to the plan of help.",
        "The parents will go to the parenting group and keep appointments.",
    ),
    MeetingPurpose.REVIEW: (
        "Some things are better. Three more weeks were agreed, with visits twice a week.",
        "The assessment is half done. The father asked for an interpreter, who is booked.",
    ),
    MeetingPurpose.FINAL: (
        "Not enough has changed for the children. The parents were told that the council goes to "
        "court.",
        "The parents heard what the assessment says and what comes next.",
    ),
}
DECIDED = {
    HearingPurpose.FIRST: (
        "Interim care orders. A children’s guardian was appointed.",
        "Interim order made; family time three times a week.",
        "The court listed the next hearing and asked for a parenting assessment.",
    ),
    HearingPurpose.CASE_MANAGEMENT: (
        "Timetable set: parenting assessment, and assessments of two relatives.",
        "An expert on the child’s health was asked to report within eight weeks.",
        "Relatives are to be named within two weeks. Family time stays as it is.",
    ),
    HearingPurpose.ISSUES_RESOLUTION: (
        "Parents do not agree with the plan. A final hearing of two days was listed.",
        "Most of the plan was agreed; what is left is family time.",
        "The relatives’ assessment was accepted by everybody.",
    ),
    HearingPurpose.FINAL: (
        "Final order made. The judge wrote a letter to the children.",
        "The court agreed with the plan.",
        "Final order made, with a plan for family time.",
    ),
}
MORE_TIME = (
    "A relative came forward late, and the court wants the assessment finished.",
    "The expert’s report was late by six weeks.",
    "The mother was in hospital, and the assessment had to stop for a while.",
    "The judge was not free within the 26 weeks.",
    "The paternity test took longer than planned.",
)
CALLED_OFF = (
    "The court had no judge that day.",
    "Agreed in writing, so nobody had to come.",
    "The guardian was ill.",
)


def tell(council: Council) -> Iterator[Entry]:
    for number, family in council.families.items():
        for story in family:
            # The same chance for brothers and sisters: they are in the same proceedings.
            random = council.random("court", number)
            yield from _care_proceedings(story, random)
            yield from _emergency(story)
            yield from _placement_order(story, council.random("placement-order", number))
            yield from _asked_otherwise(story, council.random("gateway", number))


def reference(random: Random, on: date) -> str:
    """A court's case number, of a court that is none."""
    return f"ZZ{on:%y}C{random.randrange(100_000):05d}"


def spell(story: Story, *codes: str) -> tuple[date, date | None] | None:
    """From when to when the child was under one of these legal statuses, the first time."""
    legal = [*story.care.legal, (story.care.ends_on, "")]
    found = [(on, legal[n + 1][0]) for n, (on, code) in enumerate(legal[:-1]) if code in codes]
    return (found[0][0], found[-1][1]) if found and found[0][0] else None


def _care_proceedings(story: Story, random: Random) -> Iterator[Entry]:
    under = spell(story, *INTERIM)
    if under is None:
        return
    began, ended = under
    issued = max(began - days(random.randint(0, 4)), story.born_on)
    court = story.entry(
        Proceedings,
        issued,
        kind=ProceedingsKind.CARE,
        issued_on=issued,
        reference=reference(random, issued),
        court=COURT,
        concluded_on=ended,
        outcome=ProceedingsOutcome.ORDER,
    )
    if story.care.starts_on > issued - days(400):
        yield from _before(story, issued, random)
    yield court
    yield from _hearings(story, court.fact, issued, ended, random)
    yield from _more_time(story, court.fact, issued, ended, random)


def _before(story: Story, issued: date, random: Random) -> Iterator[Entry]:
    """In an emergency nothing; else the panel, mostly with a letter before proceedings first."""
    emergency = story.care.legal[0][1] in ("L1", "L2")
    written_on = issued - days(random.randint(75, 170))
    wrote = at_work(written_on, written_on - days(2))
    ended = issued - days(random.randint(3, 12))
    asked = ended - days(random.randint(8, 20))
    written = random.random() < 0.55
    words = random.choice(TO_WRITE), random.choice(ASKED)
    agreed = {purpose: random.choice(texts) for purpose, texts in AGREED.items()}
    if emergency:
        return
    if written:
        yield gateway(story, wrote - days(20), wrote - days(9), "pre-proceedings", words[0])
        letter = story.entry(
            PreProceedings,
            wrote,
            letter_sent_on=wrote,
            ended_on=ended,
            outcome=PreProceedingsOutcome.ISSUED,
        )
        yield letter
        held = (wrote + days(12), wrote + days(12) + (ended - wrote) / 2, ended - days(1))
        for purpose, met in zip(agreed, held, strict=True):
            on = at_work(met, wrote)
            yield story.entry(
                PreProceedingsMeeting,
                on,
                pre_proceedings=letter.fact,
                purpose=purpose,
                held_on=on,
                agreed=agreed[purpose],
            )
    yield gateway(story, asked, ended, GatewayDecision.ISSUE, words[1])


def gateway(story: Story, asked: date, decided: date, decision: str, words: str) -> Entry:
    asked = at_work(asked, asked - days(2))
    decided = at_work(decided, asked)
    return story.entry(
        LegalGateway,
        asked,
        referred_on=asked,
        decided_on=decided,
        decision=decision,
        words=words,
    )


def _hearings(
    story: Story, court: Proceedings, issued: date, ended: date | None, random: Random
) -> Iterator[Entry]:
    """The usual four, those by now held, the next one listed; now and then one was called off."""
    plan = {
        HearingPurpose.FIRST: issued + days(random.randint(1, 12)),
        HearingPurpose.CASE_MANAGEMENT: issued + days(random.randint(12, 17)),
        HearingPurpose.ISSUES_RESOLUTION: issued + days(random.randint(126, 146)),
        HearingPurpose.FINAL: ended or issued + days(random.randint(165, 181)),
    }
    off = random.random() < 0.12
    why, decided = random.choice(CALLED_OFF), {p: random.choice(DECIDED[p]) for p in plan}
    ahead = [random.randint(9, 50), random.randint(30, 80)]
    known_since = issued
    for purpose, on in plan.items():
        listed = at_work(on, on) if purpose != HearingPurpose.FINAL or ended is None else on
        if purpose != HearingPurpose.FINAL and ended is not None and listed >= ended:
            continue
        if listed > story.yesterday or (ended is None and purpose == HearingPurpose.FINAL):
            # Proceedings go on: the next hearing is listed, the last one where 26 weeks have run.
            coming = max(listed, at_work(story.today + days(ahead[0]), story.today))
            yield _hearing(story, court, known_since, purpose, coming)
            return
        if off and purpose == HearingPurpose.CASE_MANAGEMENT and listed - days(6) > known_since:
            first = listed - days(6)
            yield _hearing(
                story,
                court,
                known_since,
                purpose,
                first,
                vacated_on=first - days(1),
                vacated_because=why,
            )
        yield _hearing(
            story, court, known_since, purpose, listed, held_on=listed, decided=decided[purpose]
        )
        known_since = listed


def _hearing(
    story: Story, court: Proceedings, known: date, purpose: str, on: date, **became: Any
) -> Entry:
    return story.entry(Hearing, known, proceedings=court, purpose=purpose, listed_on=on, **became)


def _more_time(
    story: Story, court: Proceedings, issued: date, ended: date | None, random: Random
) -> Iterator[Entry]:
    """What went on longer than 26 weeks was mostly given more time, eight weeks at a time."""
    until = issued + days(FURTHER_DAYS)
    last = ended or story.today
    reasons = random.sample(MORE_TIME, 3)
    told = random.random() < 0.9
    for reason in reasons:
        on = until - days(random.randint(6, 25))
        if not told or until >= last or on > story.yesterday:
            return
        until += days(56)
        yield story.entry(
            ProceedingsExtension,
            on,
            proceedings=court,
            ordered_on=on,
            until_on=until,
            reason=reason,
        )


def _emergency(story: Story) -> Iterator[Entry]:
    """The order behind an emergency protection status."""
    for n, (on, code) in enumerate(story.care.legal):
        if code == "L2":
            after = story.care.legal[n + 1][0] if n + 1 < len(story.care.legal) else None
            yield story.entry(
                CourtOrder,
                on,
                kind=OrderKind.EMERGENCY_PROTECTION,
                made_on=on,
                made_known=True,
                expires_on=on + days(EMERGENCY_DAYS - 1),
                ended_on=after or story.care.ends_on,
            )


def _placement_order(story: Story, random: Random) -> Iterator[Entry]:
    """The council asks for a placement order days after the decision, in the same court."""
    ordered = story.care.since("E1")
    if not story.life.decisions or not (ordered or story.present):
        return
    decided = story.life.decisions[0][0]
    on = decided + days(random.randint(2, 6))
    if (ordered is not None and on >= ordered) or on > story.yesterday:
        return
    court = story.entry(
        Proceedings,
        on,
        kind=ProceedingsKind.PLACEMENT,
        issued_on=on,
        reference=reference(random, on),
        court=COURT,
        concluded_on=ordered,
        outcome=ProceedingsOutcome.ORDER,
    )
    story.applied_on = on
    yield court
    listed = ordered or at_work(story.today + days(random.randint(8, 40)), story.today)
    became = {"held_on": listed, "decided": "Placement order made."} if ordered else {}
    yield _hearing(story, court.fact, on, HearingPurpose.FINAL, listed, **became)


def _asked_otherwise(story: Story, random: Random) -> Iterator[Entry]:
    """The panel also looks at care by agreement that lasts."""
    long = (story.last - story.care.starts_on).days
    if story.life.unaccompanied or not story.present:
        return
    if story.legal == "V2" and long > 150 and random.random() < 0.5:
        asked = story.today - days(random.randint(2, 100))
        decision, words = random.choice(
            (
                (
                    GatewayDecision.SECTION_20,
                    "Care by agreement is still right. Look again in May.",
                ),
                (GatewayDecision.MORE, "An assessment of the mother is needed before deciding."),
                (GatewayDecision.SUPPORT, "A plan to go home with help, over three months."),
            )
        )
        decided = asked + days(random.randint(7, 14))
        yield gateway(story, asked, decided, decision, words)
