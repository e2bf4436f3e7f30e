"""That a child was in a cohort; several are chosen at once from the tracker."""

from collections.abc import Iterator
from typing import Any

from casetrack.access.permissions import Permission
from casetrack.record.kind import Group, Kind, Told
from casetrack.record.step import step
from oversight.actions import cohorts
from oversight.models import Cohort, CohortMember

CODE = "cohort-member"


def _member(fact: Any) -> Iterator[Told]:
    aim = fact.cohort.get_aim_display()
    towards = "" if fact.cohort.aim == "other" else f": {aim}"
    yield Told(fact.starts_on, f"A team began to help towards an aim{towards}.")
    if fact.ends_on is not None:
        became = f": {fact.get_outcome_display()}" if fact.outcome else ""
        yield Told(fact.ends_on, f"That team’s help ended{became}.")


KINDS = (
    Kind(
        code=CODE,
        title="Cohort of a team",
        group=Group.PLAN,
        model=CohortMember,
        permission=Permission.MANAGE_COHORTS,
        hint="A list of children with whom a team works towards one aim.",
        asks=("cohort", "starts_on", "expected_on", "expected_because"),
        labels={"starts_on": "Since when?", "ends_on": "When did the work with the child end?"},
        choices={
            "cohort": lambda child: Cohort.objects.filter(
                authority=child.authority_id, ends_on=None
            )
        },
        ahead=("expected_on",),
        before_birth=True,
        related=("cohort",),
        rule=cohorts.why_not_member,
        act=lambda child, by, values: cohorts.add(children=[child], by=by, **values),
        tell=_member,
        mends=(
            "starts_on",
            "expected_on",
            "expected_because",
            "ends_on",
            "outcome",
            "outcome_because",
        ),
        for_family=False,
        changes=(
            step(
                CODE,
                "expected",
                "What was expected without this work",
                CohortMember,
                ("expected_on", "expected_because"),
                offered=lambda fact: fact.expected_on is None,
                rule=cohorts.why_not_member,
            ),
            step(
                CODE,
                "ended",
                "The work with the child ended",
                CohortMember,
                ("ends_on",),
                also=("outcome", "outcome_because"),
                labels={"ends_on": "When did the work with the child end?"},
                offered=lambda fact: fact.ends_on is None,
                rule=cohorts.why_not_member,
            ),
        ),
    ),
)
