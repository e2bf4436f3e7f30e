"""The way to court and through it: legal advice, the letter before, hearings, the last day."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from casetrack.access.permissions import Permission
from casetrack.models import (
    Hearing,
    LegalGateway,
    PreProceedings,
    PreProceedingsMeeting,
    Proceedings,
    ProceedingsExtension,
    ProceedingsKind,
)
from casetrack.models.proceedings import FURTHER_DAYS
from casetrack.record.kind import Group, Kind, Told
from casetrack.record.step import step, within
from casetrack.words import long_day, sentence


def _gateway(fact: Any) -> Iterator[Told]:
    if fact.referred_on is not None:
        yield Told(
            fact.referred_on, "A panel with lawyers (legal gateway) was asked what to do next."
        )
    if fact.decided_on is not None:
        decided = f"The panel with lawyers decided: {fact.get_decision_display()}."
        yield Told(fact.decided_on, f"{decided} {sentence(fact.words)}".strip())


def _before(fact: Any) -> Iterator[Told]:
    yield Told(
        fact.letter_sent_on,
        "The parents were sent a letter about what had to change (letter before proceedings).",
    )
    if fact.ended_on is not None:
        yield Told(fact.ended_on, f"Pre-proceedings ended: {fact.get_outcome_display()}.")


def why_not_before(fact: PreProceedings) -> str:
    """Why the days do not fit with the meetings that were held; empty where they do."""
    meetings = PreProceedingsMeeting.objects.filter(pre_proceedings=fact.pk)
    if meetings.filter(held_on__lt=fact.letter_sent_on).exists():
        return "A meeting is recorded that was held before the letter was sent."
    return ""


def _meeting(fact: Any) -> Iterator[Told]:
    held = {
        "first": "The parents and the council met for the first time before going to court.",
        "review": "The parents and the council met to see what had changed.",
        "final": "The parents and the council met for the last time before the decision.",
    }[fact.purpose]
    yield Told(fact.held_on, f"{held} {sentence(fact.agreed)}".strip())


def why_not_meet(fact: PreProceedingsMeeting) -> str:
    """Why the meeting cannot have been held so; empty where it can."""
    letter = fact.pre_proceedings
    if letter.child_id != fact.child_id:
        return "Choose pre-proceedings of this child."
    if fact.held_on < letter.letter_sent_on:
        return "The letter before proceedings had not been sent on that day."
    if letter.ended_on is not None and fact.held_on > letter.ended_on:
        return "Pre-proceedings had ended by that day."
    return ""


def _proceedings(fact: Any) -> Iterator[Told]:
    yield Told(fact.issued_on, f"Court proceedings began: {fact.get_kind_display()}.")
    if fact.concluded_on is not None:
        yield Told(fact.concluded_on, f"The court proceedings ended: {fact.get_outcome_display()}.")


def why_not_proceed(fact: Proceedings) -> str:
    """Why the days do not fit with the hearings of these proceedings; empty where they do."""
    hearings = Hearing.objects.filter(proceedings=fact.pk)
    if hearings.filter(listed_on__lt=fact.issued_on).exists():
        return "A hearing is recorded for a day before these proceedings were issued."
    if fact.concluded_on and hearings.filter(held_on__gt=fact.concluded_on).exists():
        return "A hearing is recorded that was held after the proceedings were concluded."
    return ""


def _hearing(fact: Any) -> Iterator[Told]:
    what = f"{'court' if fact.purpose == 'other' else fact.get_purpose_display()}"
    what = what if what.endswith("hearing") else f"{what} hearing"
    yield Told(fact.listed_on, f"The {what} was planned for this day.")
    if fact.held_on is not None:
        yield Told(fact.held_on, f"The {what} was held. {sentence(fact.decided)}".strip())
    if fact.vacated_on is not None:
        off = f"The {what} planned for {long_day(fact.listed_on)} was called off."
        yield Told(fact.vacated_on, f"{off} {sentence(fact.vacated_because)}".strip())


def why_not_hear(fact: Hearing) -> str:
    """Why the hearing cannot be so; empty where it can."""
    court = fact.proceedings
    if court.child_id != fact.child_id:
        return "Choose proceedings about this child."
    if fact.listed_on < court.issued_on:
        return "A hearing cannot be before the proceedings were issued."
    if court.concluded_on and fact.held_on and fact.held_on > court.concluded_on:
        return "The proceedings were concluded by that day."
    return ""


def _more_time(fact: Any) -> Iterator[Told]:
    yield Told(
        fact.ordered_on,
        f"The court gave itself more time, until {long_day(fact.until_on)}. "
        f"{sentence(fact.reason)}",
    )


def why_not_more_time(fact: ProceedingsExtension) -> str:
    """Why the court cannot have given more time so; empty where it can."""
    court = fact.proceedings
    if court.child_id != fact.child_id:
        return "Choose proceedings about this child."
    if court.kind != ProceedingsKind.CARE:
        return "Only proceedings for a care or supervision order have 26 weeks to extend."
    if fact.ordered_on < court.issued_on:
        return "The court cannot give more time before the proceedings were issued."
    if court.concluded_on is not None and fact.ordered_on > court.concluded_on:
        return "The proceedings were concluded by that day."
    last = court.issued_on + timedelta(days=FURTHER_DAYS)
    if fact.until_on <= last:
        return f"The 26 weeks last until {long_day(last)} anyway."
    earlier = ProceedingsExtension.objects.filter(
        proceedings=court, ordered_on__lt=fact.ordered_on, until_on__gte=fact.until_on
    )
    return "The court had given as much time already." if earlier.exists() else ""


def _of_child(model: Any, newest: str) -> Any:
    return lambda child: model.objects.filter(child=child).order_by(newest)


GATEWAY = Kind(
    code="legal-gateway",
    title="Legal gateway panel",
    group=Group.COURT,
    model=LegalGateway,
    permission=Permission.RECORD_LEGAL,
    hint="Managers and lawyers decide together whether and how to go to court. Record the day "
    "they were asked, and the decision with it or later.",
    asks=("referred_on", "decided_on", "decision", "words"),
    before_birth=True,
    tell=_gateway,
    changes=(
        step(
            "legal-gateway",
            "decided",
            "The panel decided",
            LegalGateway,
            ("decided_on", "decision"),
            also=("words",),
            offered=lambda fact: fact.decided_on is None,
        ),
    ),
)

BEFORE = Kind(
    code="pre-proceedings",
    title="Letter before proceedings",
    group=Group.COURT,
    model=PreProceedings,
    permission=Permission.RECORD_LEGAL,
    asks=("letter_sent_on",),
    before_birth=True,
    rule=why_not_before,
    tell=_before,
    mends=("letter_sent_on", "ended_on", "outcome"),
    changes=(
        step(
            "pre-proceedings",
            "ended",
            "Pre-proceedings ended",
            PreProceedings,
            ("ended_on", "outcome"),
            rule=why_not_before,
            offered=lambda fact: fact.ended_on is None,
        ),
    ),
)

MEETING = Kind(
    code="pre-proceedings-meeting",
    title="Meeting before proceedings",
    group=Group.COURT,
    model=PreProceedingsMeeting,
    permission=Permission.RECORD_LEGAL,
    asks=("pre_proceedings", "purpose", "held_on", "agreed"),
    labels={"pre_proceedings": "After which letter before proceedings?"},
    choices={"pre_proceedings": _of_child(PreProceedings, "-letter_sent_on")},
    before_birth=True,
    rule=why_not_meet,
    act=within("pre-proceedings-meeting", PreProceedingsMeeting, "pre_proceedings", why_not_meet),
    tell=_meeting,
)

PROCEEDINGS = Kind(
    code="proceedings",
    title="Court proceedings",
    group=Group.COURT,
    model=Proceedings,
    permission=Permission.RECORD_LEGAL,
    hint="From the day the court issued the application. What the court orders is recorded as a "
    "court order.",
    asks=("kind", "issued_on", "reference", "court"),
    rule=why_not_proceed,
    tell=_proceedings,
    mends=("kind", "issued_on", "reference", "court", "concluded_on", "outcome"),
    changes=(
        step(
            "proceedings",
            "concluded",
            "The proceedings were concluded",
            Proceedings,
            ("concluded_on", "outcome"),
            rule=why_not_proceed,
            offered=lambda fact: fact.concluded_on is None,
        ),
    ),
)

HEARING = Kind(
    code="hearing",
    title="Court hearing",
    group=Group.COURT,
    model=Hearing,
    permission=Permission.RECORD_LEGAL,
    hint="A hearing to come has the day it is listed for alone.",
    asks=("proceedings", "purpose", "listed_on", "held_on", "decided"),
    labels={"proceedings": "In which proceedings?"},
    choices={"proceedings": _of_child(Proceedings, "-issued_on")},
    ahead=("listed_on",),
    rule=why_not_hear,
    act=within("hearing", Hearing, "proceedings", why_not_hear),
    tell=_hearing,
    mends=(
        "proceedings",
        "purpose",
        "listed_on",
        "held_on",
        "decided",
        "vacated_on",
        "vacated_because",
    ),
    changes=(
        step(
            "hearing",
            "held",
            "The hearing was held",
            Hearing,
            ("held_on",),
            also=("decided",),
            rule=why_not_hear,
            offered=lambda fact: fact.held_on is None and fact.vacated_on is None,
        ),
        step(
            "hearing",
            "vacated",
            "The hearing was called off",
            Hearing,
            ("vacated_on",),
            also=("vacated_because",),
            rule=why_not_hear,
            offered=lambda fact: fact.held_on is None and fact.vacated_on is None,
        ),
    ),
)

MORE_TIME = Kind(
    code="proceedings-extension",
    title="More time than 26 weeks",
    group=Group.COURT,
    model=ProceedingsExtension,
    permission=Permission.RECORD_LEGAL,
    hint="Each time the court gave care proceedings more time, with its reason.",
    asks=("proceedings", "ordered_on", "until_on", "reason"),
    labels={"proceedings": "Which proceedings?"},
    choices={
        "proceedings": lambda child: Proceedings.objects.filter(
            child=child, kind=ProceedingsKind.CARE
        ).order_by("-issued_on")
    },
    ahead=("until_on",),
    rule=why_not_more_time,
    act=within("proceedings-extension", ProceedingsExtension, "proceedings", why_not_more_time),
    tell=_more_time,
)

KINDS = (GATEWAY, BEFORE, MEETING, PROCEEDINGS, HEARING, MORE_TIME)
