"""Every wait that runs in ten histories on some of their days, against rows worked out by hand."""

import json
from importlib import import_module
from io import StringIO
from pkgutil import iter_modules

import pytest
from django.core.management import call_command

from casetrack.models import User
from oversight.clocks.engine import refresh
from oversight.models import ClockRow, ClockSetting
from oversight.tests import ten_histories
from oversight.tests.ten_histories.story import Story
from tests import timeline
from tests.answered import justified
from tests.timeline import DAY

pytestmark = pytest.mark.django_db

STORIES: dict[str, Story] = {
    found.name: import_module(f"{ten_histories.__name__}.{found.name}").STORY
    for found in iter_modules(ten_histories.__path__)
    if found.name != "story"
}
DAYS = [(name, day) for name, story in STORIES.items() for day in story.tables]


def in_order(rows: list[dict]) -> list[dict]:
    return sorted(
        rows, key=lambda row: (row["child"], row["clock"], row["runs_from"], row["subject"])
    )


@pytest.mark.parametrize(("name", "day"), DAYS)
def test_just_these_waits_run_on_the_day(name, day):
    story = STORIES[name]
    for reference, history in story.children.items():
        timeline.child(history, reference=reference)
    for limit in story.limits:
        ClockSetting.objects.create(authority=timeline.an_authority(), **limit)
    refresh()
    for reference, clock, on, until in story.justified:
        wait = ClockRow.objects.get(child__reference=reference, clock=clock)
        justified(wait, on=DAY(on), until=DAY(until), by=User.objects.create_user("chair"))
    out = StringIO()
    call_command("flags", "--as-at", day, "--authority", "TEST", "--json", stdout=out)
    assert in_order(json.loads(out.getvalue())) == in_order(story.rows(day))


def test_there_are_ten_and_none_is_empty():
    assert len(STORIES) == 10
    assert all(table.strip() for story in STORIES.values() for table in story.tables.values())
