"""All that the page of one review shows, and what is to be done next with it."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from casetrack import words
from casetrack.models import CalendarDay
from oversight.reviews import due
from oversight.reviews.due import Due
from permanence.actions import review_decisions, reviews
from permanence.models import (
    AgreedAction,
    ChildsWords,
    PermanencePlan,
    PlannedReview,
    Review,
    ReviewInvitation,
    ReviewMeeting,
    ReviewWriting,
    SharedWith,
    WritingForm,
)


@dataclass(frozen=True)
class Step:
    """One thing that follows a review: done `on` a day, or waited for until one."""

    code: str
    title: str
    done: str
    due: Due | None
    today: date
    on: date | None = None

    @property
    def late(self) -> bool:
        """Done after its day, or past it and not done; what silence has done is never late."""
        if self.due is None or (self.done and self.on is None):
            return False
        return self.due.on < (self.on or self.today)


@dataclass
class ReviewPage:
    """A review as at `today`."""

    review: Review
    today: date

    @cached_property
    def dues(self) -> dict[str, Due]:
        return due.of_review(self.review)

    @cached_property
    def meetings(self) -> list[ReviewMeeting]:
        return list(self.review.meetings.order_by("held_on", "pk"))

    @cached_property
    def decisions(self) -> list[AgreedAction]:
        found = self.review.actions.select_related(
            "owner", "disagreement__disagreed_by", "disagreement__replied_by"
        )
        return list(found.order_by("due_on", "pk"))

    @property
    def disagreements(self) -> int:
        return sum(hasattr(action, "disagreement") for action in self.decisions)

    @property
    def unreplied(self) -> int:
        found = (getattr(action, "disagreement", None) for action in self.decisions)
        return sum(each is not None and each.replied_on is None for each in found)

    @cached_property
    def finished(self) -> bool:
        return reviews.is_finished(self.review)

    @cached_property
    def plans(self) -> list[PermanencePlan]:
        """Those of the day on which it decides, the primary first."""
        of_child = PermanencePlan.objects.filter(child=self.review.child_id)
        return list(of_child.on(reviews.decided_on(self.review)).order_by("-rank"))

    @property
    def to_judge(self) -> list[PermanencePlan]:
        return [each for each in self.plans if each.ratified_on is None] if self.finished else []

    def agreed(self, plan: PermanencePlan) -> bool:
        """Whether this review, or one before it, ratified the plan."""
        by = reviews.decided_on(self.review)
        return plan.ratified_on is not None and plan.ratified_on <= by

    @property
    def judged(self) -> bool:
        """The officer has said whether the plan is ratified, or there is none to say it of."""
        return bool(self.review.not_ratified_because) or not self.to_judge

    @cached_property
    def invited(self) -> list[ReviewInvitation]:
        planned = PlannedReview.objects.filter(child=self.review.child_id, review=self.review)
        return [each for one in planned for each in one.invitations.all()]

    @cached_property
    def next_planned(self) -> PlannedReview | None:
        return PlannedReview.objects.to_come().filter(child=self.review.child_id).first()

    @cached_property
    def later(self) -> Review | None:
        """The review after it, if one was held."""
        later = Review.objects.filter(child=self.review.child_id, held_on__gt=self.review.held_on)
        return later.order_by("held_on").first()

    @cached_property
    def said(self) -> list[ChildsWords]:
        """What the child said or showed on its days, whoever may read it."""
        days = {self.review.held_on, *(each.held_on for each in self.meetings)}
        days |= {self.review.completed_on or self.review.held_on}
        found = ChildsWords.objects.filter(child=self.review.child_id, said_on__in=days)
        return list(found.order_by("said_on", "pk"))

    @property
    def quoted(self) -> list[ChildsWords]:
        """What of it everybody may read who reads the record."""
        return [each for each in self.said if each.shared_with == SharedWith.READERS]

    @property
    def kept_back(self) -> int:
        return len(self.said) - len(self.quoted)

    @cached_property
    def writings(self) -> dict[str, list[ReviewWriting]]:
        found: dict[str, list[ReviewWriting]] = {form: [] for form in WritingForm.values}
        for each in self.review.writings.select_related("written_by"):
            found[each.form].append(each)
        return found

    def sent_on(self, form: str) -> date | None:
        days = [each.sent_on for each in self.writings[form] if each.sent_on]
        return max(days, default=None)

    @cached_property
    def answer_by(self) -> date | None:
        return review_decisions.answer_by(self.review, CalendarDay.objects.holidays())

    @property
    def silent(self) -> bool:
        """Nobody answered in time, so the decisions count as agreed."""
        by = self.answer_by
        return self.review.answered_on is None and by is not None and by < self.today

    @property
    def answerable(self) -> bool:
        by = self.answer_by
        return self.review.answered_on is None and by is not None and by >= self.today

    @property
    def answered(self) -> str:
        on = self.review.answered_on
        if on is not None:
            against = words.count(self.disagreements, "decision")
            what = f", and could not agree to {against}" if self.disagreements else ""
            return f"{words.long_day(on)}{what}"
        if self.silent and self.answer_by is not None:
            return f"no answer by {words.long_day(self.answer_by)}, so they count as agreed"
        return ""

    @property
    def steps(self) -> list[Step]:
        """What follows a review, in its order."""
        review, sent = self.review, self.review.decisions_sent_on
        found = []
        if review.adjourned_on is not None or review.in_parts:
            found.append(self._step("finished", "Finished", review.completed_on, "adjourned"))
        found += [
            self._step("decisions-sent", "Decisions sent out", sent),
            self._answer(),
            self._step("mid-point", "Closed, with a mid-point", review.mid_point_planned_on),
            self._step("record-made", "Record written", review.record_made_on),
            self._step("record-sent", "Record sent", review.record_sent_on),
            self._step("letter", "Letter to the child sent", self.sent_on(WritingForm.LETTER)),
        ]
        return found

    def _step(self, code: str, title: str, on: date | None, clock: str = "") -> Step:
        said = words.long_day(on) if on else ""
        if code == "mid-point" and on:
            said = f"booked for {said}"
        return Step(code, title, said, self.dues.get(f"review-{clock or code}"), self.today, on)

    def _answer(self) -> Step:
        until = self.answer_by
        last = until and Due(until, "statutory guidance; silence agrees", "IRO Handbook, chapter 3")
        on = self.review.answered_on
        return Step("answered", "Manager’s answer", self.answered, last or None, self.today, on)

    @property
    def next_step(self) -> tuple[str, str]:
        """The part of the page where something is to be done, and what."""
        review = self.review
        if not self.finished:
            adjourned = review.adjourned_on is not None
            return "finish", "finish it" if adjourned else "hold its other meetings, and finish it"
        for part, waits, what in (
            ("plan", not self.judged, "say whether the plan is ratified"),
            ("after", review.decisions_sent_on is None, "send its decisions out"),
            ("close", review.mid_point_planned_on is None, "close it"),
            ("after", self.answerable, "the manager answers"),
            ("decided", bool(self.unreplied), "reply to the manager"),
            ("after", review.record_made_on is None, "write the record"),
            ("after", review.record_sent_on is None, "send the record"),
            ("letters", not self.sent_on(WritingForm.LETTER), "send the child the letter"),
        ):
            if waits:
                return part, what
        return "", ""

    @property
    def where(self) -> str:
        """Where it stands, in one sentence or two."""
        review, held = self.review, words.long_day(self.review.held_on)
        if review.without_meeting:
            first = f"Held on {held}, without a meeting."
        elif review.in_parts:
            first = f"Held as several meetings, the first on {held}."
        else:
            first = f"Held on {held}."
        if self.later is not None:
            after = words.long_day(self.later.held_on)
            return f"{first} The review after it was held on {after}."
        _, what = self.next_step
        return f"{first} Next: {what}{self._by()}." if what else f"{first} All is done."

    def _by(self) -> str:
        clocks = {
            "finish it": "review-adjourned",
            "send its decisions out": "review-decisions-sent",
            "write the record": "review-record-made",
            "send the record": "review-record-sent",
        }
        what = self.next_step[1]
        if what == "the manager answers" and self.answer_by:
            return f", by {words.long_day(self.answer_by)}"
        found = self.dues.get(clocks.get(what, ""))
        return f", by {words.long_day(found.on)}" if found else ""
