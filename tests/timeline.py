"""A child's history in one line, for worked examples and tests.

Facts are separated by semicolons, dates are ISO, `..` closes a period (open without it), and `~`
before the first word after the kind marks a start known only as "on or before":

    born 2010-05-04; unaccompanied; known 2022-03-31
    care 2024-01-01 .. 2024-09-01           care ~2024-04-01
    status E1 2024-03-01 .. 2024-06-01      status ~C2 2024-04-01
    home U4 2024-01-01 .. 2024-03-01 CREQB a    (type, period, reason it ended, carer's letter)
    decision 2024-02-01 reversed 2024-05-10     match 2024-05-01 withdrawn 2024-06-15
    review 2024-01-30                       worker A 2024-01-01 .. 2024-03-01
    plan adoption 2024-04-01                contingency adoption 2024-04-01

Homes without a letter have a carer of their own each. A child without `born` has an expected date
alone, so that no birthday stops a clock.
"""

import itertools
from collections.abc import Callable
from datetime import date

from adoption.models import AdoptionDecision, Match
from casetrack.models import (
    Allocation,
    Authority,
    CarePeriod,
    Child,
    LegalStatus,
    Worker,
)
from permanence.models import PermanencePlan, Review
from placements.models import Home, Placement

DAY = date.fromisoformat
_references = itertools.count(1)


def child(history: str = "", *, authority: Authority | None = None, reference: str = "") -> Child:
    """A new child with this history, written straight to the tables (no clock is refreshed)."""
    authority = authority or an_authority()
    made = Child.objects.create(
        authority=authority,
        reference=reference or f"T{next(_references)}",
        expected_on=DAY("2012-01-01"),
    )
    record(made, history)
    return made


def an_authority() -> Authority:
    return Authority.objects.get_or_create(code="TEST", defaults={"name": "Testshire"})[0]


def record(child: Child, history: str) -> None:
    """Add the facts of `history` to the record of `child`; see the module for its language."""
    homes: dict[str, Home] = {}
    for fact in filter(None, (part.split() for part in history.split(";"))):
        _WRITERS[fact[0]](child, fact[1:], homes)


def _period(words: list[str]) -> tuple[dict[str, object], list[str]]:
    """`2024-01-01 .. 2024-03-01 rest` → the period's fields and the words after it."""
    known = not words[0].startswith("~")
    starts_on = DAY(words[0].lstrip("~"))
    if len(words) > 2 and words[1] == "..":
        return {"starts_on": starts_on, "ends_on": DAY(words[2]), "start_known": known}, words[3:]
    return {"starts_on": starts_on, "ends_on": None, "start_known": known}, words[1:]


def _coded(words: list[str]) -> tuple[str, dict[str, object], list[str]]:
    """`~E1 2024-03-01 ..`: a code that may carry the mark of an unknown start, then a period."""
    period, rest = _period(words[1:])
    if words[0].startswith("~"):
        period["start_known"] = False
    return words[0].lstrip("~"), period, rest


def _born(child: Child, words: list[str], homes: dict[str, Home]) -> None:
    child.born_on = DAY(words[0])
    child.save()


def _unaccompanied(child: Child, words: list[str], homes: dict[str, Home]) -> None:
    child.unaccompanied = True
    child.save()


def _known(child: Child, words: list[str], homes: dict[str, Home]) -> None:
    Authority.objects.filter(pk=child.authority_id).update(known_to=DAY(words[0]))


def _care(child: Child, words: list[str], homes: dict[str, Home]) -> None:
    CarePeriod.objects.create(child=child, **_period(words)[0])


def _status(child: Child, words: list[str], homes: dict[str, Home]) -> None:
    code, period, _ = _coded(words)
    LegalStatus.objects.create(child=child, code=code, **period)


def _home(child: Child, words: list[str], homes: dict[str, Home]) -> None:
    kind, period, rest = _coded(words)
    letter = next((word for word in rest if word.islower()), "")
    home = homes.get(letter) or Home.objects.create(authority_id=child.authority_id)
    if letter:
        homes[letter] = home
    reason = next((word for word in rest if word.isupper()), "")
    Placement.objects.create(child=child, type=kind, home=home, end_reason=reason, **period)


def _decision(child: Child, words: list[str], homes: dict[str, Home]) -> None:
    reversed_on = DAY(words[2]) if words[1:2] == ["reversed"] else None
    AdoptionDecision.objects.create(child=child, decided_on=DAY(words[0]), reversed_on=reversed_on)


def _match(child: Child, words: list[str], homes: dict[str, Home]) -> None:
    withdrawn_on = DAY(words[2]) if words[1:2] == ["withdrawn"] else None
    Match.objects.create(child=child, decided_on=DAY(words[0]), withdrawn_on=withdrawn_on)


def _review(child: Child, words: list[str], homes: dict[str, Home]) -> None:
    Review.objects.create(child=child, held_on=DAY(words[0]))


def _plan(child: Child, words: list[str], homes: dict[str, Home]) -> None:
    PermanencePlan.objects.create(child=child, route=words[0], **_period(words[1:])[0])


def _contingency(child: Child, words: list[str], homes: dict[str, Home]) -> None:
    PermanencePlan.objects.create(
        child=child, route=words[0], rank="contingency", **_period(words[1:])[0]
    )


def _worker(child: Child, words: list[str], homes: dict[str, Home]) -> None:
    worker, _ = Worker.objects.get_or_create(
        authority_id=child.authority_id, reference=words[0], defaults={"name": words[0]}
    )
    Allocation.objects.create(
        child=child, worker=worker, role="social-worker", **_period(words[1:])[0]
    )


_WRITERS: dict[str, Callable[[Child, list[str], dict[str, Home]], None]] = {
    "born": _born,
    "unaccompanied": _unaccompanied,
    "known": _known,
    "care": _care,
    "status": _status,
    "home": _home,
    "decision": _decision,
    "match": _match,
    "review": _review,
    "plan": _plan,
    "contingency": _contingency,
    "worker": _worker,
}
