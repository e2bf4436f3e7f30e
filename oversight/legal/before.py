"""Pre-proceedings: 16 weeks from the letter before proceedings, looked at formally half-way.

The times are those of the Public Law Working Group's best practice guidance of 2021, not of a
statute. Day 0 is the day of the letter.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.db.models import F, Min, Q, QuerySet

from casetrack import words
from casetrack.models import PreProceedings
from casetrack.models.proceedings import MeetingPurpose
from oversight.export import Cell
from oversight.legal.part import Column, Part, Row, Tag, by_then, left, limit_of, not_over, those

WEEKS = 16
HALF_WAY = 8


class Letter(Row):
    """A letter before proceedings that nothing has come of yet, with the meetings since."""

    @property
    def sent_on(self) -> date:
        sent_on: date = self.fact.letter_sent_on
        return sent_on

    @property
    def last_day(self) -> date:
        """As the authority's clock has it; without one, of 16 weeks."""
        return self.fact.limit_on or self.sent_on + timedelta(weeks=WEEKS)

    @property
    def review_by(self) -> date:
        return self.sent_on + timedelta(weeks=HALF_WAY)

    @property
    def weeks(self) -> int:
        return (self.day - self.sent_on).days // 7

    @property
    def meetings(self) -> list[Any]:
        """Those held by the day, oldest first."""
        held = [each for each in self.fact.meetings.all() if each.held_on <= self.day]
        return sorted(held, key=lambda each: each.held_on)

    @property
    def reviewed_on(self) -> date | None:
        return by_then(self.fact.reviewed_on, self.day)

    @property
    def order(self) -> tuple[Any, ...]:
        return (self.sent_on,)

    @property
    def shows(self) -> set[str]:
        late = self.reviewed_on is None and self.review_by < self.day
        return those(over=self.last_day < self.day, review=late)

    @property
    def tag(self) -> Tag:
        return left(self.last_day, self.day)

    @property
    def review_words(self) -> str:
        if self.reviewed_on is not None:
            return f"Held {words.short_day(self.reviewed_on)}"
        if self.review_by < self.day:
            return f"Not held, {words.over(self.review_by, self.day)}"
        return f"By {words.short_day(self.review_by)}"

    @property
    def columns(self) -> list[Column]:
        held = [
            f"{words.short_day(each.held_on)}, {each.get_purpose_display()}"
            for each in self.meetings
        ]
        return [
            Column(
                "Since the letter",
                f"{words.count(self.weeks, 'week')} of {(self.last_day - self.sent_on).days // 7}",
                [f"letter of {words.short_day(self.sent_on)}"],
            ),
            Column("Meetings", words.count(len(held), "meeting") if held else "None yet", held),
            Column("Review at half-way", self.review_words),
        ]

    @property
    def cells(self) -> list[tuple[str, Cell]]:
        last = self.meetings[-1].held_on if self.meetings else None
        return [
            ("Letter sent", self.sent_on),
            ("Weeks since", self.weeks),
            ("Meetings held", len(self.meetings)),
            ("Last meeting", last),
            ("Review due", self.review_by),
            ("Review held", self.reviewed_on),
            ("Last day", self.last_day),
        ]


def _facts(letters: QuerySet) -> QuerySet:
    """The letters sent of which nothing had come, each with the day of its first formal review."""
    review = Q(meetings__purpose=MeetingPurpose.REVIEW)
    going = letters.filter(not_over("ended_on"), letter_sent_on__lte=F("on_day"))
    return going.annotate(
        reviewed_on=Min("meetings__held_on", filter=review),
        limit_on=limit_of("pre-proceedings", "letter"),
    )


def _heading(children: int, counts: Mapping[str, int]) -> str:
    late = f"{counts['over']} past the limit" if counts["over"] else "none past the limit"
    return f"{words.children(children)} in pre-proceedings, {late}"


PART = Part(
    code="before",
    title="Pre-proceedings",
    about=f"From the letter before proceedings, for {WEEKS} weeks at most, with a formal review "
    f"by week {HALF_WAY}: guidance, not law.",
    model=PreProceedings,
    row=Letter,
    facts=_facts,
    shows={"over": "Past the limit", "review": "Review is late"},
    heading=_heading,
    beside=("meetings",),
)
