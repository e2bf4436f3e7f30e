"""The desk of a demo authority's reviewing officer: a colleague who is away, a mid-point that was
begun on a telephone, and the letters and records of the last reviews.
"""

from datetime import date, timedelta

from casetrack.access.roles import IRO, IROManager
from casetrack.actions import cover
from casetrack.models import Authority, Child, RoleAssignment, User, Worker
from casetrack.recording import recording
from oversight.demo.group import holding
from oversight.my_children import MyChildren, my_children
from oversight.reviews import letter
from oversight.reviews.page import ReviewPage
from permanence.actions import challenges, mid_points, review_writings
from permanence.models import Challenge, Review, ReviewWriting, Stage, WritingForm
from permanence.models.challenges import Theme

AWAY_SINCE, AWAY_UNTIL = timedelta(days=6), timedelta(days=12)
WRITTEN = 14
"""So many reviews have their letter; the newest few are not sent yet."""
UNSENT = 3
RAISED = (
    (
        Theme.CARRYING_OUT,
        Stage.INFORMAL,
        4,
        "Two decisions of the review are past their day. Who does them, and by when?",
    ),
    (
        Theme.DRIFT,
        Stage.ONE,
        13,
        "The search has not begun though the plan was agreed in the summer. A day for each step is"
        " asked for.",
    ),
)
"""About what, at which stage, so many days ago, and the concern."""
BEGUN = {
    "looked": "call",
    "seen": "called",
    "plan_right": "yes",
    "actions_done": "partly",
    "actions_done_words": "The passport has not been",
}


def is_made(authority: Authority) -> bool:
    return ReviewWriting.objects.filter(child__authority=authority).exists()


def make(authority: Authority, today: date) -> None:
    """Nothing where nobody signs in as an officer."""
    officer, manager = holding(authority, IRO.code), holding(authority, IROManager.code)
    worker = Worker.objects.select_related("authority").filter(user=officer).first()
    if officer is None or worker is None:
        return
    with recording("demo.desk", by=None, authority=authority.code):
        _away(authority, worker, manager, today)
        children = Child.objects.filter(authority=authority)
        desk = my_children(worker, children, today, reader=officer)
        _begun(desk, officer)
        _challenged(desk, officer, today)
        _written(desk, officer, today)


def _away(authority: Authority, worker: Worker, manager: User | None, today: date) -> None:
    """Another officer who signs in is away, and this one stands in."""
    others = RoleAssignment.objects.filter(authority=authority, role=IRO.code).values("user")
    other = Worker.objects.filter(user__in=others).exclude(pk=worker.pk).order_by("pk").first()
    if other is not None:
        cover.arrange(
            absent=other,
            stands_in=worker,
            starts_on=today - AWAY_SINCE,
            ends_on=today + AWAY_UNTIL,
            by=manager,
        )


def _begun(desk: MyChildren, officer: User) -> None:
    for row in desk.mid_points[:1]:
        mid_points.keep_draft(child=row.child, typed=BEGUN, by=officer)


def _challenged(desk: MyChildren, officer: User, today: date) -> None:
    """Of children with a plan: an alert that waits for its answer, and a stage that waits long."""
    planned = [row.child for row in desk.rows if row.plan and row.cover is None]
    for child, (theme, stage, ago, concern) in zip(planned[::3], RAISED, strict=False):
        challenge = Challenge(
            child=child, raised_on=today - timedelta(days=ago), theme=theme, concern=concern
        )
        challenges.raise_at(challenge=challenge, stage=stage, by=officer)


def _written(desk: MyChildren, officer: User, today: date) -> None:
    """The letters of the officer's own last reviews, whose records are sent where they were."""
    own = [row.review for row in desk.rows if row.review and row.cover is None]
    mine = [each for each in own if each.held_by_id == officer.pk and each.decisions_sent_on]
    newest = sorted(mine, key=lambda review: (review.held_on, review.pk), reverse=True)
    for number, review in enumerate(newest[:WRITTEN]):
        page = ReviewPage(review, today)
        _write(review, WritingForm.LETTER, letter.letter(page), officer, number >= UNSENT)
        if review.record_sent_on:
            _write(review, WritingForm.RECORD, letter.record(page), officer, True)


def _write(review: Review, form: str, text: str, officer: User, sent: bool) -> None:
    writing = review_writings.draft(review=review, form=form, text=text, by=officer)
    if sent:
        on = review.record_sent_on or review.decisions_sent_on
        assert on is not None
        review_writings.send(writing=writing, on=on, by=officer)
