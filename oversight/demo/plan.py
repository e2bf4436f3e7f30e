"""A Permanence Action Plan for a demo authority: six themes, what is done for each, how it stands.

The themes are those that a council's published plan has (highlight report, January 2022); titles,
actions and words are made up, and say of no child and of no small number of children anything.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from casetrack.access.roles import ServiceManager
from casetrack.models import Authority, User
from casetrack.recording import recording
from oversight.actions import action_plan
from oversight.demo.group import holding
from oversight.models import PlanTheme, Standing


@dataclass(frozen=True)
class Action:
    """What is to be done, by whom; due and done so many days after today (before it: less)."""

    words: str
    lead: str
    due: int
    done: int | None = None


@dataclass(frozen=True)
class Theme:
    """`said` is how it stood so many days ago, the oldest first."""

    title: str
    lead: str
    aim: str
    indicators: tuple[str, ...]
    actions: tuple[Action, ...]
    said: tuple[tuple[int, Standing, str], ...]


THEMES = (
    Theme(
        "Permanence in everyday social work",
        "Head of service, children in care",
        "Every child has a plan for a home that lasts by the second review, and all who work with "
        "the child know it.",
        ("ratified-plan", "plan-by-second-review", "three-social-workers-in-a-year"),
        (
            Action("A day’s training on routes to permanence for every team", "Academy", -70, -78),
            Action(
                "Plans are read by a second manager before the review", "Team managers", -20, -9
            ),
            Action("A guide for workers who take over a child’s plan", "Practice lead", 35),
        ),
        (
            (112, Standing.AT_RISK, "Two teams had no permanent manager, and training began late."),
            (
                61,
                Standing.ON_TRACK,
                "Both teams have managers. All but one of the training days are held.",
            ),
            (
                13,
                Standing.ON_TRACK,
                "All teams are trained. Managers now read each plan before its review, and fewer "
                "come back for want of a contingency.",
            ),
        ),
    ),
    Theme(
        "Partners who plan for permanence with us",
        "Head of partnerships",
        "Health, schools, courts and the adoption agency meet early, so that no child waits for "
        "one of them.",
        ("health-assessed", "education-plan-in-six-months"),
        (
            Action(
                "An agreement with the adoption agency on early notice", "Agency lead", -95, -90
            ),
            Action("Health assessments booked on the day a child comes", "Named nurse", -34),
            Action("A quarterly meeting with the courts’ listing office", "Legal services", 18),
        ),
        (
            (105, Standing.ON_TRACK, "The agreement with the agency is signed."),
            (
                10,
                Standing.AT_RISK,
                "Booking on the first day waits for the clinic’s new diary. Until it is there, the "
                "nurse is told by mail.",
            ),
        ),
    ),
    Theme(
        "Less waiting on the way to a lasting home",
        "Service manager, permanence",
        "Children are matched within 121 days of a placement order, and nobody waits because a "
        "step was not begun.",
        ("order-to-match", "waiting-past-121-days", "entry-to-ratified-plan"),
        (
            Action("The monitoring group meets every fortnight", "Service manager", -150, -152),
            Action("Family finding begins at the decision, not at the order", "Agency lead", -41),
            Action("Profiles of all who wait are renewed each quarter", "Family finders", -12),
            Action("A search beyond the region after ninety days", "Family finders", 49),
        ),
        (
            (118, Standing.ON_TRACK, "The group meets every fortnight and sees all who wait."),
            (
                56,
                Standing.AT_RISK,
                "Searches still begin at the order. The agency has no family finder free before "
                "the spring.",
            ),
            (
                8,
                Standing.OFF_TRACK,
                "The wait for a match grows. The director has asked the agency’s board for a "
                "family finder of our own.",
            ),
        ),
    ),
    Theme(
        "Children’s own words in their plans",
        "Principal social worker",
        "What children say is in every plan in their own words, and they hear what became of it.",
        ("childs-words-in-six-months", "took-part-in-review", "seen-alone-in-six-weeks"),
        (
            Action(
                "The children’s council writes the letter we send", "Participation lead", -60, -58
            ),
            Action("A visit’s record opens with what was said", "Practice lead", -25, -20),
            Action("Tablets for reviews by those who would rather type", "Participation lead", 62),
        ),
        (
            (98, Standing.ON_TRACK, "The children’s council has begun on the letter."),
            (
                15,
                Standing.ON_TRACK,
                "Letters after reviews now go out in the words that the children’s council chose. "
                "Most records of visits begin with what was said.",
            ),
        ),
    ),
    Theme(
        "Figures that can be relied on",
        "Head of performance",
        "One set of figures for teams, managers and the board, with their sources.",
        ("agency-social-workers", "workers-with-15-to-20-children", "supervised-in-a-month"),
        (
            Action("Gaps in the return are closed each month", "Data officer", -80, -83),
            Action("The board’s paper is made from the tracker alone", "Performance", -15, -15),
            Action("Managers check their team’s list every Monday", "Team managers", 27),
        ),
        (
            (90, Standing.ON_TRACK, "The return went in with fewer gaps than a year before."),
            (
                15,
                Standing.ON_TRACK,
                "The board’s paper was made from the tracker for the first time. What differs from "
                "the old paper is listed with both sources.",
            ),
        ),
    ),
    Theme(
        "School, training and work",
        "Head of the virtual school",
        "Children stay at their school when they move, and leave care with a place to learn or "
        "work.",
        ("school-under-25-hours", "learning-or-working-at-16", "care-leavers-learning-or-working"),
        (
            Action("A move of home asks the virtual school first", "Virtual school", -55, -50),
            Action("Apprenticeships in the council for care-experienced people", "Personnel", 75),
            Action("Each plan for learning names an adult at the school", "Virtual school", 12),
        ),
        (
            (101, Standing.ON_TRACK, "The virtual school is asked before most moves."),
            (
                20,
                Standing.ON_TRACK,
                "It is asked before every planned move. The first places for apprentices are "
                "agreed with the works department.",
            ),
        ),
    ),
)


def is_made(authority: Authority) -> bool:
    return PlanTheme.objects.filter(authority=authority).exists()


def make(authority: Authority, today: date) -> None:
    by = holding(authority, ServiceManager.code)
    with recording("demo.plan", by=by, authority=authority.code):
        for number, theme in enumerate(THEMES, start=1):
            _theme(authority, number, theme, today, by)


def _theme(authority: Authority, number: int, theme: Theme, today: date, by: User | None) -> None:
    written = action_plan.write_theme(
        authority=authority,
        number=number,
        title=theme.title,
        lead=theme.lead,
        aim=theme.aim,
        indicators=theme.indicators,
        by=by,
    )
    for each in theme.actions:
        action = action_plan.write_action(
            theme=written,
            words=each.words,
            lead=each.lead,
            due_on=today + timedelta(days=each.due),
            by=by,
        )
        if each.done is not None:
            action_plan.mark_done(action=action, on=today + timedelta(days=each.done), by=by)
    for ago, standing, words in theme.said:
        on = today - timedelta(days=ago)
        action_plan.write_progress(theme=written, on=on, standing=standing, words=words, by=by)
