"""A child of whom everything is recorded that can be, with a mark in every text.

Every table that has a child gets a row, found by looking at the models: a new table is marked
without anybody thinking of it. What a table's constraints want beyond that is said in SAID.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

from django.db import models

from adoption.archive import tables, texts, tracked
from adoption.models import AdopterFamily
from casetrack.models import Child, User, Worker
from casetrack.recording import recording
from oversight.meetings.kept import Head, as_kept, as_text
from oversight.meetings.pack import Sheet, Table
from oversight.models import Cohort
from permanence.models import GroupMember, Meeting, MeetingSeries, MidPointDraft, Minutes
from placements.models import Carer, Home
from returns.models import ImportRun

ON = date(2025, 6, 2)
LATER = ON + timedelta(days=30)
MOMENT = datetime(2025, 6, 2, 9, tzinfo=UTC)
MARK = "Zzyxquill"
POSTCODE = "ZQ1 7QZ"
HEAD = Head("Minutes", "2 June 2025", [], Table("Who was there", (), (), [], "Nobody."))
# What a row needs beside its texts: answers that belong together, and rows that exclude each other.
SAID: dict[str, dict[str, Any]] = {
    "casetrack.CarePeriod": {"end_reason": "E11"},
    "casetrack.CourtOrder": {"kind": "adoption", "ended_on": None},
    "casetrack.FamilyMeeting": {"declined_on": None},
    "casetrack.Hearing": {"held_on": None, "decided": ""},
    "casetrack.BreakGlass": {
        "reason": "harm",
        "opened_at": MOMENT,
        "until": MOMENT + timedelta(hours=1),
        "closed_at": MOMENT,
        "reviewed_at": MOMENT,
        "outcome": "justified",
    },
    "casetrack.PreviousPermanence": {"ordered_on": "27/03/2018"},
    "placements.CarerApproval": {
        "kind": "temporary",
        "expires_on": LATER,
        "extended_until": LATER + timedelta(days=30),
    },
    "placements.ReturnInterview": {"declined_on": None},
    "permanence.LifeStory": {"kind": "book"},
    "permanence.Visit": {"seen": "not-seen"},
    "adoption.AdoptionPanel": {"question": "match"},
    "oversight.Answer": {"kind": "justified", "until": LATER},
    "oversight.FearedHome": {"low": 1, "central": 2, "high": 3, "most_weeks": 4},
    "permanence.Decision": {
        **dict.fromkeys(
            ("owner", "due_on", "plan", "started_on", "until", "asked_by", "undone_at")
        ),
        "kind": "noted",
        "undone_by": None,
        "clock": "",
        "subject": "",
    },
    "permanence.Escalation": {"item": None, "decision": None, "level": 1},
    "permanence.Finding": {"recheck_on": LATER},
    "permanence.AgendaItem": {"place": 1, "minutes": 5},
    "permanence.MinutePage": {"page": as_text(Sheet(MARK, f"“{MARK}”", "", [], [], [], 5))},
    "permanence.Review": {"mid_point_planned_on": LATER},
    "permanence.PlannedReview": {"reports_on": None, "review": None},
    "permanence.ReviewWriting": {"version": 1},
    "permanence.AgreedAction": {"review": None, "mid_point": None},
    "permanence.AgendaUpdate": {"asked_at": MOMENT, "sent_at": MOMENT},
}


def everything(child: Child, user: User, other: User, worker: Worker) -> list[Any]:
    """One row in each table of children, each text with a mark of its own; all rows made."""
    numbers = count(1)
    made: dict[Any, Any] = {Child: child, User: user, Worker: worker}
    made |= {"reviewed_by": other, "asked_by": other}
    made[ImportRun] = ImportRun.objects.create(authority=child.authority, on=ON)
    made[Home] = Home.objects.create(authority=child.authority, **_marks(Home, numbers))
    made[Carer] = Carer.objects.create(home=made[Home], **_marks(Carer, numbers))
    made[AdopterFamily] = AdopterFamily.objects.create(
        authority=child.authority, **_marks(AdopterFamily, numbers)
    )
    made[Cohort] = Cohort.objects.create(
        authority=child.authority, name="Wave 2", aim="other", starts_on=ON
    )
    made[MeetingSeries] = MeetingSeries.objects.create(
        authority=child.authority,
        name="Group",
        place="Room 2",
        starts_at="9:30",
        chair=user,
        starts_on=ON,
    )
    made[Meeting] = made[MeetingSeries].meetings.create(held_on=ON)
    head = as_kept(HEAD) | {"locked_on": ON.isoformat()}
    made[Minutes] = Minutes.objects.create(meeting=made[Meeting], head=head, digest="0" * 64)
    made[GroupMember] = made[MeetingSeries].members.create(
        name="N. Ray", seat="other", starts_on=ON
    )
    with recording("marked", by=user, why=f"{MARK} why", children=[child.pk]):
        for model in _in_order():
            if model not in made:
                made[model] = _make(model, made, numbers)
    typed = {"moving_words": f"{MARK}{next(numbers)}"}
    MidPointDraft.objects.create(child=child, written_by=user, typed=typed)
    return list(made.values())


def _in_order() -> list[Any]:
    """The tables of children, those that others point to first."""
    wanted = [model for model in tables() if tracked(model)]
    placed: list[Any] = []
    while wanted:
        for model in wanted:
            needs = {
                field.related_model for field in model._meta.concrete_fields if field.is_relation
            }
            if not needs & (set(wanted) - {model}):
                placed.append(model)
                wanted.remove(model)
                break
    return placed


def _make(model: Any, made: dict[Any, Any], numbers: Iterator[int]) -> Any:
    values: dict[str, Any] = {}
    for field in model._meta.concrete_fields:
        if field.primary_key or field.generated:
            continue
        if field.is_relation:
            values[field.name] = made.get(field.name, made.get(field.related_model))
        elif isinstance(field, models.DateField) and not isinstance(field, models.DateTimeField):
            values[field.name] = LATER if field.name in ("ends_on", "ended_on") else ON
        elif field.choices:
            values[field.name] = field.flatchoices[0][0]
    values |= _marks(model, numbers)
    values |= SAID.get(model._meta.label, {})
    row = model(**values)
    row.save()
    return row


def _marks(model: Any, numbers: Iterator[int], **given: str) -> dict[str, str]:
    found = {}
    for field in texts(model):
        mark = f"{MARK}{next(numbers)}"
        if field.max_length is None or field.max_length >= len(mark):
            found[field.name] = mark
        elif field.name.endswith("postcode"):
            found[field.name] = POSTCODE
    return found | given
