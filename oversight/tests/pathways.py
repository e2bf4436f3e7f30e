"""What the tests of pathways share: a child with facts, the list as at a day, a page in words."""

import re
from datetime import date, timedelta
from typing import Any

from django.http import QueryDict
from django.utils import timezone

from casetrack.models import Child
from oversight.clocks.engine import refresh
from oversight.models import Answer, State
from oversight.models.answers import EPISODE
from oversight.pathways.filters import Filters
from oversight.pathways.listing import Listed, listed
from oversight.pathways.pathway import Pathway
from oversight.pathways.progress import Standing
from oversight.pathways.registry import PATHWAYS
from oversight.waits import running
from permanence import routes
from permanence.models import Milestone, PermanencePlan
from placements.models import Home, Placement
from tests import timeline
from tests.cast import DAY, Cast, signed_in

__all__ = ["DAY", "Cast", "signed_in", "timeline"]


def days(count: int) -> date:
    """So many days before the day of the tests."""
    return DAY - timedelta(days=count)


def a_child(history: str, *facts: Any, care: int = 900, **own: Any) -> Child:
    """A child so many days in care, with a history in one line and facts saved as hers."""
    child = timeline.child(f"care {days(care)}; {history}")
    for name, value in own.items():
        setattr(child, name, value)
    child.save()
    add(child, *facts)
    refresh([child.pk])
    return child


def add(child: Child, *facts: Any) -> None:
    for fact in facts:
        fact.child = child
        fact.save()


def home_of(child: Child) -> Home:
    return Placement.objects.get(child=child, ends_on=None).home


def justified(child: Child, by: Any, asked_by: Any, on: date | None = None) -> None:
    """Every wait of the child that is past its limit today is justified."""
    on = on or timezone.localdate()
    for wait in running(on).filter(child=child, state=State.RED):
        episode = {name: getattr(wait, name) for name in EPISODE}
        Answer.objects.create(
            **episode,
            kind="justified",
            cause="health",
            reason="An operation.",
            asked_on=on,
            asked_by=asked_by,
            answered_on=on,
            answered_by=by,
            until=on + timedelta(days=30),
        )


def planned(child: Child, code: str, due: date, **more: Any) -> Milestone:
    """A step of the first of the child's plans that has it."""
    plans = PermanencePlan.objects.filter(child=child).order_by("pk")
    plan = next(each for each in plans if routes.step(each.route, code))
    return Milestone.objects.create(child=child, plan=plan, code=code, planned_on=due, **more)


def every(code: str, query: str = "", day: date = DAY) -> list[Listed]:
    """The list of a pathway over all children there are."""
    filters = Filters.read(PATHWAYS[code], QueryDict(query), day)
    return listed(Child.objects.all(), filters)


def row(code: str, child: Child, day: date = DAY) -> Listed | None:
    return next((each for each in every(code, day=day) if each.facts["id"] == child.pk), None)


def stands(code: str, child: Child, day: date = DAY) -> str:
    """The code of the stage that is next, `ended`, or nothing where she is not on the pathway."""
    found = row(code, child, day)
    if found is None:
        return ""
    return found.now.code if found.now else "ended"


def without_a_day(code: str, child: Child) -> list[str]:
    """The stages that have gone by without a day."""
    found = row(code, child)
    assert found is not None
    return [each.stage.code for each in found.places if each.standing is Standing.GONE_BY]


def marked(code: str, child: Child, day: date = DAY) -> set[str]:
    """The marks that hold of the child."""
    found = row(code, child, day)
    assert found is not None
    pathway: Pathway = PATHWAYS[code]
    return {m.code for m in (pathway.top, *pathway.marks) if m.holds(found.facts)}


def page(user: Any, code: str, query: str = "") -> str:
    answer = signed_in(user).get(f"/pathways/{code}/?as_at={DAY}&{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def names(text: str) -> list[str]:
    return re.findall(r'class="child-name"[^>]*>([^<]+)</a>', text)


def said(text: str) -> str:
    """The words of a page without its tags."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text))
