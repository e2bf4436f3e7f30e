"""How each figure about the reviewing officers is counted, in words, and where it comes from."""

from dataclasses import dataclass

from oversight.clocks.clock import Kind
from oversight.clocks.registry import CLOCKS

OWN = "our own definition"
HANDBOOK = "IRO Handbook, chapter 7: 50 to 70 children for an officer who works full time."


@dataclass(frozen=True)
class Measure:
    """One figure: what it is called, how it is counted, of what kind it is and its source."""

    code: str
    title: str
    counted: str
    kind: str
    source: str


def _of_clock(code: str, title: str, clock: str, counted: str) -> Measure:
    """A figure that a clock counts: its kind and source are those of the clock's limit."""
    return Measure(code, title, counted, CLOCKS[clock].kind, CLOCKS[clock].source)


DUE = "Of those whose limit fell in these months; who left care before it is not counted."
BEGAN_EARLIER = (
    "Where the wait began before anybody recorded here and was not past its limit even so, nobody "
    "can tell: those are counted apart and in no share."
)
CANNOT_TELL = "not known whether in time"

_ALL = (
    Measure(
        "children",
        "Children in care on the last day",
        "Every child in care on the last of these days, short breaks included.",
        OWN,
        "The periods of care in the record.",
    ),
    Measure(
        "officers",
        "Reviewing officers with children on the last day",
        "Officers to whom a child in care is allocated. Whether somebody works full time is not "
        "recorded, so that the number of children an officer has says nothing of part-time work. "
        "Counted are officers, not children, so this is never hidden.",
        Kind.GUIDANCE,
        HANDBOOK,
    ),
    _of_clock(
        "named-in-time",
        "An officer named within 5 working days",
        "reviewing-officer-named",
        f"{DUE} {BEGAN_EARLIER}",
    ),
    _of_clock(
        "named-unknown",
        f"An officer named, {CANNOT_TELL}",
        "reviewing-officer-named",
        BEGAN_EARLIER,
    ),
    _of_clock(
        "without-officer",
        "Without an officer for more than 5 working days, on the last day",
        "reviewing-officer-named",
        "Children who were past that limit on the last of these days and had no officer.",
    ),
    _of_clock(
        "reviews-in-time",
        "Reviews held in time",
        "review-due",
        "Of the reviews held in these months that a limit ran for: those held on the last day "
        "allowed or before it. Reviews from before people recorded here count as the return has "
        "them. Where the start of care is not known, only what was late even so is counted.",
    ),
    _of_clock(
        "reviews-unknown",
        f"Reviews held, {CANNOT_TELL}",
        "review-due",
        "Reviews held when the day the child came into care, or was placed for adoption, is not "
        "known and the longest limit had not passed.",
    ),
    _of_clock(
        "reviews-overdue",
        "Reviews overdue on the last day",
        "review-due",
        "Children whose next review was past its limit and had not been held on the last of these "
        "days, whatever reason was given.",
    ),
    _of_clock(
        "decisions-in-time",
        "Review decisions sent out within 5 working days",
        "review-decisions-sent",
        f"{DUE} Counted from the day the review was held, or finished where it took longer.",
    ),
    _of_clock(
        "record-in-time",
        "Full record made within 15 working days",
        "review-record-made",
        f"{DUE} Counted from the day the review was held, or finished where it took longer.",
    ),
    _of_clock(
        "sent-in-time",
        "Record sent within 20 working days",
        "review-record-sent",
        f"{DUE} Counted from the day the review was held, or finished where it took longer.",
    ),
    _of_clock(
        "ratified-in-time",
        "Plan for good ratified by the second review",
        "plan-by-second-review",
        f"{DUE} {BEGAN_EARLIER}",
    ),
    _of_clock(
        "ratified-unknown",
        f"Plan ratified, {CANNOT_TELL}",
        "plan-by-second-review",
        BEGAN_EARLIER,
    ),
    Measure(
        "took-part",
        "Reviews in which the child took part",
        "Of the reviews of children aged four or over for which it is recorded: the child was "
        "there and made their views known, alone, with an advocate or by symbols (PN1, PN2, PN3), "
        "or was not there and had them passed on (PN5, PN6). To be there without giving a view "
        "(PN4) does not count, nor to be absent without one (PN7).",
        OWN,
        "Codes of the statutory return on children looked after (SSDA903). Which of them count as "
        "taking part is our reading of the former national indicator C63.",
    ),
    Measure(
        "participation",
        "How children took part in reviews",
        "Every review held in these months, by the code of the return.",
        "statutory return",
        "Codes PN0 to PN7 of the statutory return on children looked after (SSDA903).",
    ),
    _of_clock(
        "mid-points-in-time",
        "Mid-points held in time",
        "mid-point",
        f"Of the first mid-points after a review that were held in these months. {BEGAN_EARLIER}",
    ),
    _of_clock("mid-points-unknown", f"Mid-points held, {CANNOT_TELL}", "mid-point", BEGAN_EARLIER),
    _of_clock(
        "mid-points-none",
        "Next review reached without a mid-point",
        "mid-point",
        "Reviews held in these months after the time for a mid-point had passed without one.",
    ),
    Measure(
        "judgements",
        "How officers judged it at mid-points",
        "Every mid-point held in these months, by the officer’s own judgement.",
        Kind.LOCAL,
        "The officer’s record of the mid-point.",
    ),
    Measure(
        "raised",
        "Challenges raised, by theme",
        "Challenges raised in these months, informal alerts among them.",
        Kind.LOCAL,
        "Themes as councils list them in their dispute procedures.",
    ),
    Measure(
        "stages",
        "Challenges closed, by the highest stage they reached",
        "Challenges that the officer closed in these months.",
        Kind.LOCAL,
        "The local dispute process that the IRO Handbook, chapter 6, asks for.",
    ),
    Measure(
        "outcomes",
        "Challenges closed, by how they ended",
        "Challenges that the officer closed in these months, as the officer judged it.",
        Kind.LOCAL,
        "The officer’s record of the challenge.",
    ),
    Measure(
        "early",
        "Settled early: closed at the informal alert or stage 1 (CP21)",
        "Of the challenges closed in these months: those that went no higher than the team "
        "manager. The council’s scorecard calls the informal alert stage 1 and the first formal "
        "stage, which is stage 1 here, stage 2.",
        Kind.LOCAL,
        "Measure CP21 of the corporate parenting scorecard.",
    ),
    _of_clock(
        "closed-in-time",
        "Formal challenges closed within 20 working days",
        "challenge-in-all",
        "Of the challenges closed in these months that had a formal stage: 20 working days from "
        "the day the first formal stage began, all stages together.",
    ),
    Measure(
        "days-to-close",
        "Days from raising a challenge to closing it",
        "Calendar days, of the challenges closed in these months: the average, and the middle one "
        "when they are put in order.",
        OWN,
        "The officer’s record of the challenge.",
    ),
    Measure(
        "cafcass",
        "Challenges passed to Cafcass",
        "Challenges that an officer passed in these months to Cafcass, which advises the family "
        "court and can take a case there.",
        Kind.STATUTORY,
        "Care Planning, Placement and Case Review Regulations 2010, regulation 45.",
    ),
    Measure(
        "answers-in-time",
        "Alerts and stages answered in time",
        "Of those whose limit of five working days fell in these months. What was put to the next "
        "stage or closed within it needed no answer and is not counted.",
        Kind.PROPOSED,
        f"Formal stages: {CLOCKS['challenge-stage'].source} Informal alerts: "
        f"{CLOCKS['informal-alert'].source}",
    ),
    Measure(
        "late-answers",
        "Late or missing answers, by stage",
        "Alerts and stages with no answer by the last day of their five working days.",
        Kind.PROPOSED,
        "As the figure before.",
    ),
)
MEASURES = {measure.code: measure for measure in _ALL}
