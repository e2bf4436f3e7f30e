"""Say of some late waits of a demo authority what its people would have said.

Reasons are noted, with what holds a wait up; some delays are justified, refused, disputed or still
asked. The demo authority is made below this floor, which does not know waits; it calls this by its
name.
"""

from argparse import ArgumentParser
from datetime import date, timedelta
from random import Random
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from casetrack.models import Allocation, Authority, RoleAssignment, User
from oversight.actions import justify
from oversight.actions.answers import note_reason
from oversight.clocks.clock import Group
from oversight.clocks.registry import CLOCKS
from oversight.models import Answer, Cause, ClockRow, State

SHARE = 5  # one late wait in so many has its reason noted
MOST = 60
# Of so many reasons one leaves unsaid what holds the wait up.
UNSAID = 3
REASONS = {
    "placement-order-to-match": (
        "Two families were approached and decided not to go ahead; a national search began.",
        "We look for a family that can take all brothers and sisters together.",
    ),
    "placed-with-parents": (
        "The parents' new assessment is due next month; the application follows it.",
        "The court has listed the application to discharge the order.",
    ),
    "care-order-to-permanence": (
        "The carers want more time before the matching panel.",
        "The family wishes to see what support would follow a special guardianship order.",
    ),
    "review-due": ("The review was put off because the young person asked for another day.",),
    "section-20-without-plan": ("The family group conference is booked.",),
}
OTHERWISE = ("Talked about in supervision; the plan is being brought up to date.",)
CAUSES = {
    Group.COURT: (Cause.COURT,),
    Group.ADOPTION: (Cause.MATCHING, Cause.TOGETHER),
    Group.GUARDIANSHIP: (Cause.ASSESSMENT, Cause.FAMILY),
    Group.PARENTS: (Cause.FAMILY, Cause.COURT),
    Group.APPROVALS: (Cause.ASSESSMENT,),
    Group.HOMES: (Cause.MATCHING,),
    Group.WELLBEING: (Cause.HEALTH,),
    Group.REVIEWS: (Cause.TIME,),
}
BECAUSE = (
    "The family has been found and is being assessed; a hurried match would not last.",
    "The court has listed the final hearing for next month, and everything is filed.",
    "The child has asked to finish the school year before moving.",
)
# What becomes of the delays that are asked to be justified: when they were decided and until when,
# in days from today, and what followed.
FATES = (
    ("agreed", -20, 50),
    ("disputed", -16, 60),
    ("agreed", -70, 9),
    ("asked", -3, 40),
    ("ended", -40, 30),
    ("refused", -12, 45),
    ("asked", -8, 30),
)


class Command(BaseCommand):
    help = "Say of some late waits of a demo authority what its people would have said, once."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--authority", required=True, metavar="CODE")
        parser.add_argument("--today", required=True, type=date.fromisoformat)

    def handle(self, *args: Any, **options: Any) -> None:
        authority = Authority.objects.filter(code=options["authority"]).first()
        if authority is None:
            raise CommandError(f"There is no authority {options['authority']}.")
        if Answer.objects.filter(child__authority=authority).exists():
            return
        self._note(authority, options["today"])
        self._justify(authority, options["today"])

    def _note(self, authority: Authority, today: date) -> None:
        """The manager notes the reasons."""
        for number, wait in enumerate(_late(authority, today)):
            reasons = REASONS.get(wait.clock, OTHERWISE)
            cause = "" if number % UNSAID == 0 else _cause(wait, number)
            note_reason(
                waits=[wait],
                reason=reasons[number % len(reasons)],
                on=today,
                by=_who(authority, "manager"),
                cause=cause,
                since=today - timedelta(days=15 + 9 * number % 80) if cause else None,
            )

    def _justify(self, authority: Authority, today: date) -> None:
        """The manager asks, the chair decides; where nobody chairs, nothing is asked."""
        chair = _who(authority, "chair")
        if chair is None:
            return
        waits = _late_long(authority, today)
        for number, (wait, (fate, decided, until)) in enumerate(zip(waits, FATES, strict=False)):
            on = today + timedelta(days=decided)
            answer = justify.ask(
                wait=wait,
                cause=_cause(wait, number),
                reason=BECAUSE[number % len(BECAUSE)],
                until=today + timedelta(days=until),
                on=on,
                by=_who(authority, "manager"),
            )
            _decide(answer, fate, on, chair)


def _decide(answer: Answer, fate: str, on: date, chair: User) -> None:
    if fate == "refused":
        because = "Nobody has been approached for three months."
        justify.refuse(answer=answer, because=because, on=on, by=chair)
    if fate in ("agreed", "disputed", "ended"):
        justify.agree(answer=answer, on=on, by=chair)
    if fate == "ended":
        later, because = on + timedelta(days=20), "The family withdrew."
        justify.end_early(answer=answer, on=later, because=because, by=chair)
    officer = _officer(answer)
    if fate == "disputed" and officer is not None:
        reason = "No family has been found, and no panel is booked."
        justify.dissent(answer=answer, reason=reason, on=on + timedelta(days=4), by=officer)


def _late(authority: Authority, today: date) -> list[ClockRow]:
    waits = ClockRow.objects.as_at(today).filter(child__authority=authority, state=State.RED)
    found = list(waits.order_by("child__reference", "clock", "subject"))
    return Random(0).sample(found, min(len(found) // SHARE, MOST))


def _late_long(authority: Authority, today: date) -> list[ClockRow]:
    """Waits that have been past their limits since before anybody asked, of different children."""
    since = today + timedelta(days=min(decided for _, decided, _ in FATES))
    open_to_it = [code for code, clock in CLOCKS.items() if not clock.statutory]
    waits = ClockRow.objects.as_at(today).filter(
        child__authority=authority, clock__in=open_to_it, due_on__lt=since, runs_from__lte=since
    )
    first = waits.order_by("child__reference", "clock").distinct("child__reference")
    return Random(1).sample(list(first), min(len(first), len(FATES)))


def _cause(wait: ClockRow, number: int) -> str:
    causes = CAUSES.get(CLOCKS[wait.clock].group, (Cause.AGENCY,))
    return str(causes[number % len(causes)])


def _who(authority: Authority, role: str) -> Any:
    held = RoleAssignment.objects.filter(authority=authority, role=role).order_by("pk").first()
    return held.user if held else None


def _officer(answer: Answer) -> Any:
    """The child's reviewing officer where they sign in, else who leads the officers."""
    working = Allocation.objects.filter(child=answer.child, role="iro", ends_on=None)
    allocated = working.exclude(worker__user=None).first()
    return allocated.worker.user if allocated else _who(answer.child.authority, "iro-manager")
