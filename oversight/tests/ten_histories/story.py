"""How a history and the waits expected of it are written down.

A row of a table is `clock started warned due stopped state`, with its arithmetic below where it
is new:

    care-proceedings:proceedings-1   2023-01-09 2023-05-29 2023-07-09 2023-06-30 green
        # 140 and 181 days

`:proceedings-1` is the subject where that is not the child: the first of its kind that was told.
`started>from` is a wait that only matters `from` a later day, `~` before it a start that is not
known, `-` none, and `18th` the 18th birthday, which ends whatever still waits. `CHILD:` before rows
says whose they are where a history has several children.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import models

from adoption.models import ProspectiveGuardian
from casetrack import models as casetrack
from permanence import models as permanence
from placements import models as placements

KINDS: dict[str, type[models.Model]] = {
    "action": permanence.AgreedAction,
    "agreement": casetrack.Section20Agreement,
    "approval": placements.CarerApproval,
    "challenge": permanence.Challenge,
    "episode": placements.MissingEpisode,
    "guardian": ProspectiveGuardian,
    "order": casetrack.CourtOrder,
    "proceedings": casetrack.Proceedings,
    "relative": casetrack.Relative,
    "request": placements.ApprovalRequest,
    "review": permanence.Review,
    "stage": permanence.ChallengeStage,
    "step": permanence.Milestone,
    "worry": placements.HomeWorry,
}


@dataclass(frozen=True)
class Story:
    """Children by reference with their histories and 18th birthdays, and a table a day.

    `limits` are the authority's own, `justified` the waits whose delay somebody answered for: the
    child, the clock, and the days from which and until which it holds.
    """

    children: dict[str, str]
    eighteen: dict[str, str]
    tables: dict[str, str]
    limits: tuple[dict[str, Any], ...] = ()
    justified: tuple[tuple[str, str, str, str], ...] = ()

    def rows(self, day: str) -> list[dict[str, Any]]:
        """What `manage.py flags --json` must say of `day`."""
        (child, *_), found = self.children, []
        for line in self.tables[day].splitlines():
            words = line.partition("#")[0].split()
            if len(words) == 1:
                child = words[0].rstrip(":")
            elif words:
                found.append({"child": child} | self._row(child, day, *words))
        return found

    def _row(
        self,
        child: str,
        day: str,
        what: str,
        began: str,
        warn: str,
        due: str,
        stopped: str,
        state: str,
    ) -> dict[str, Any]:
        clock, _, subject = what.partition(":")
        started, _, runs_from = began.lstrip("~").partition(">")
        words = {"-": None, "18th": self.eighteen[child]}
        return {
            "clock": clock,
            "subject": _subject(subject, child) if subject else "child",
            "started_on": started,
            "runs_from": runs_from or started,
            "stopped_on": words.get(stopped, stopped),
            "warn_on": words.get(warn, warn),
            "due_on": words.get(due, due),
            "days": (date.fromisoformat(day) - date.fromisoformat(started)).days,
            "state": state,
            "start_known": not began.startswith("~"),
        }


def _subject(told: str, child: str) -> str:
    """`review-2` as the clocks name it: by the number that the second review of the child has.

    What has no number is told as it is: `home_left_2024-06-10`.
    """
    kind, _, nth = told.partition("-")
    if kind not in KINDS:
        return told.replace("_", " ")
    of_kind = KINDS[kind]._default_manager.filter(child__reference=child).order_by("pk")
    return f"{kind} {of_kind[int(nth) - 1].pk}"
