"""Every rule about children in care that Casetrack knows of, and what became of it.

A rule is counted by a clock (which names it in its `rules`), is a step of a route (`step`), or says
here why it is neither (`why_not`). The ids are those of the list of timescales that the product was
built from; what the rule says, and how far its wording was checked, stands with the clock.
"""

from dataclasses import dataclass
from functools import cached_property

from oversight.clocks.clock import Clock
from oversight.clocks.registry import CLOCKS
from permanence.routes import ROUTES, whole
from permanence.routes.step import Step

MEASURE = "An average or a share of many children: it belongs to the measures."
ADOPTERS = "About a family that may adopt, not about a child in care."
NO_FACT = "It would start or stop with something that is not recorded."
FRONT = "About the front door or child protection, not about a child in care."


PARTS = {
    "REV": "Reviews and the reviewing officer",
    "ESC": "Challenges of the reviewing officer",
    "VIS": "Visits",
    "PWP": "Home with parents",
    "CON": "Relatives and friends as carers",
    "UNR": "Homes that are not registered",
    "APP": "Approvals",
    "LAW": "Court and orders",
    "SGO": "Special guardianship",
    "CAO": "Child arrangements",
    "ADO": "Adoption",
    "LTF": "Long-term homes and stability",
    "HEA": "Health",
    "EDU": "Education",
    "MIS": "Going missing",
    "CPL": "Care plan, supervision and worker",
    "PTH": "Moving on from care",
    "FRT": "The front door",
    "PPM": "Permanence planning meeting",
    "SEC": "Secure homes",
    "DOL": "Deprivation of liberty",
}


@dataclass(frozen=True)
class Rule:
    """One rule: its name in a few words; `step` is the code of a step of a route."""

    code: str
    name: str
    step: str = ""
    why_not: str = ""

    @property
    def part(self) -> str:
        """The part of the list that it stands in."""
        return PARTS[self.code.partition("-")[0]]

    @cached_property
    def clocks(self) -> list[Clock]:
        return [clock for clock in CLOCKS.values() if self.code in clock.rules]

    @cached_property
    def steps(self) -> list[Step]:
        """The step that the rule is, once, whatever the number of routes that have it."""
        every = {step.code: step for route in ROUTES for step in whole(route)}
        return [every[self.step]] if self.step else []


_RULES = (
    Rule("REV-01", "First review"),
    Rule("REV-02", "Second review"),
    Rule("REV-03", "Later reviews"),
    Rule(
        "REV-04",
        "Review before a big change",
        why_not=(
            "A proposed change has no day of its own: a plan that no review has ratified "
            "is what is counted."
        ),
    ),
    Rule("REV-05", "Quarterly reviews under five"),
    Rule("REV-06", "Plan for permanence by the second review"),
    Rule("REV-07", "A second plan beside the first"),
    Rule("REV-08", "Adjourned review finished"),
    Rule("REV-09", "Yearly meeting for the settled"),
    Rule("REV-10", "Reviews of a series of short breaks"),
    Rule("REV-11", "Reviewing officer named"),
    Rule("REV-12", "Talk before the review"),
    Rule("REV-13", "Reports for the review"),
    Rule("REV-14", "Decisions sent out"),
    Rule("REV-15", "Manager answers the decisions"),
    Rule("REV-16", "Record of the review made"),
    Rule("REV-17", "Record of the review sent"),
    Rule("REV-18", "Decisions carried out"),
    Rule("REV-19", "Mid-point between reviews"),
    Rule("REV-20", "Children for each reviewing officer", why_not=MEASURE),
    Rule("ESC-01", "Challenge settled in all"),
    Rule("ESC-02", "Informal alert answered"),
    Rule("ESC-03", "Each stage of a challenge answered"),
    Rule(
        "ESC-04",
        "Passed to Cafcass",
        why_not="No time is set: a reviewing officer may do so on any day.",
    ),
    Rule("ESC-05", "Challenges settled early", why_not=MEASURE),
    Rule("VIS-01", "First visit"),
    Rule("VIS-02", "Visits in the first year"),
    Rule("VIS-03", "Visits in a home until 18"),
    Rule("VIS-04", "Visits after the first year"),
    Rule("VIS-05", "Visits where the child agreed to fewer"),
    Rule("VIS-06", "Visits to parents before they are assessed"),
    Rule("VIS-07", "Visits to parents under an interim order"),
    Rule("VIS-08", "Visits to carers approved for a time"),
    Rule("VIS-09", "Visits to parents under a care order"),
    Rule("VIS-10", "Visits where somebody else arranges the home"),
    Rule("VIS-11", "Visits in an adoptive home"),
    Rule(
        "VIS-12",
        "Visit when somebody asks for one",
        why_not=f"{NO_FACT} The day on which somebody asked.",
    ),
    Rule(
        "VIS-13",
        "Record of a visit",
        why_not=(
            f"{NO_FACT} The day on which a visit was written up is the day it was recorded "
            "here; the history shows it."
        ),
    ),
    Rule("VIS-14", "Seen in six weeks", why_not=MEASURE),
    Rule("VIS-15", "Plan for living in the home"),
    Rule("VIS-16", "Everybody told of the move"),
    Rule("PWP-01", "Parents assessed before the move"),
    Rule("PWP-02", "Nominated officer agrees to the move"),
    Rule("PWP-03", "Moved at once: parents assessed"),
    Rule("PWP-04", "Moved at once: decision confirmed"),
    Rule("PWP-05", "At home already when the order is made"),
    Rule("PWP-06", "How long at home under an order"),
    Rule("PWP-07", "Is the order still needed?"),
    Rule("PWP-08", "From the question to the court"),
    Rule(
        "PWP-09",
        "Reasons for a care order at home",
        why_not=f"{NO_FACT} No day on which the court was asked for a care order at home.",
    ),
    Rule(
        "PWP-10",
        "Notice before a child is taken from home",
        why_not=f"{NO_FACT} The day of the notice to parents.",
    ),
    Rule("PWP-11", "Overnight stays agreed beforehand"),
    Rule("PWP-12", "Share of children at home under an order", why_not=MEASURE),
    Rule("CON-01", "Approval for a time"),
    Rule("CON-02", "Approval for a time, extended"),
    Rule("CON-03", "Approval for a time, while a refusal is looked at"),
    Rule("CON-04", "Approval for a time, run out"),
    Rule("CON-05", "First look at a relative or friend"),
    Rule("CON-06", "Full assessment of a relative or friend"),
    Rule("CON-07", "From a relative’s home to special guardianship"),
    Rule(
        "CON-08",
        "Yearly review of carers",
        why_not="Kept by the fostering service on the carers, not on a child.",
    ),
    Rule(
        "CON-09",
        "Family looked at in parallel",
        why_not=(
            "No time is set. Each relative has a clock, so that those who wait one after "
            "another show."
        ),
    ),
    Rule("UNR-01", "Under 16 in a home not meant for them"),
    Rule("UNR-02", "Children’s home that is not registered"),
    Rule("UNR-03", "Supported accommodation that is not registered"),
    Rule("APP-01", "Approvals asked for"),
    Rule("APP-02", "Homes out of the area, approved beforehand"),
    Rule("APP-03", "End of care, approved beforehand"),
    Rule("LAW-01", "Pre-proceedings"),
    Rule("LAW-02", "Family meeting offered"),
    Rule("LAW-03", "Care proceedings"),
    Rule("LAW-04", "Care proceedings, extended"),
    Rule("LAW-05", "Hearings on the court’s timetable"),
    Rule("LAW-06", "Interim care order"),
    Rule("LAW-07", "Asking for a placement order"),
    Rule(
        "LAW-08",
        "Ending a care order",
        why_not=(
            "No time is set by law; what is proposed before it is counted under “From the "
            "question to the court”."
        ),
    ),
    Rule("LAW-09", "Supervision order runs"),
    Rule("LAW-10", "Supervision order, made longer"),
    Rule(
        "LAW-11",
        "Support plan before a supervision order",
        why_not=f"{NO_FACT} The day on which a support plan was approved.",
    ),
    Rule("LAW-12", "Care by agreement without a plan"),
    Rule("LAW-13", "Legal Gateway decides"),
    Rule("LAW-14", "Care order to permanence"),
    Rule("SGO-01", "Notice of a special guardianship application"),
    Rule("SGO-02", "Report for the court"),
    Rule("SGO-03", "Support plan agreed"),
    Rule("SGO-04", "Support looked at again"),
    Rule("SGO-05", "Plan to special guardianship order"),
    Rule("SGO-06", "Foster carer to special guardian"),
    Rule("CAO-01", "Plan to child arrangements order"),
    Rule("ADO-01", "Adoption agency told early"),
    Rule("ADO-02", "Early permanence considered"),
    Rule("ADO-03", "Child permanence report"),
    Rule("ADO-04", "Adoption named by the second review"),
    Rule("ADO-05", "Entry to adoption decision"),
    Rule("ADO-06", "Decision after the papers"),
    Rule("ADO-07", "Adoption plan to decision"),
    Rule("ADO-08", "Placement order in the proceedings", step="placement-order"),
    Rule("ADO-09", "Placement order to match"),
    Rule("ADO-10", "Entry to adoptive home"),
    Rule("ADO-11", "Entry to adoptive home, foster carers who adopt", why_not=MEASURE),
    Rule("ADO-12", "Share in an adoptive home in 14 months", why_not=MEASURE),
    Rule("ADO-13", "Match to adoptive home"),
    Rule("ADO-14", "Not placed: first adoption review"),
    Rule("ADO-15", "Not placed: later adoption reviews"),
    Rule("ADO-16", "Placement order with no adoptive home"),
    Rule("ADO-17", "Change of an adoption plan decided"),
    Rule("ADO-18", "Placement order revoked"),
    Rule("ADO-19", "Placed: first adoption review"),
    Rule("ADO-20", "Placed: second adoption review"),
    Rule("ADO-21", "Placed: later adoption reviews"),
    Rule(
        "ADO-22",
        "Earliest adoption application",
        why_not=(
            "A day before which nobody may apply, not a wait; the form for the application says so."
        ),
    ),
    Rule("ADO-23", "Placed and no application"),
    Rule("ADO-24", "Adoptive home to adoption order", step="adoption-order"),
    Rule("ADO-25", "Life story book"),
    Rule("ADO-26", "Later life letter"),
    Rule("ADO-27", "Brothers and sisters: together or apart"),
    Rule("ADO-28", "Adopters, stage one", why_not=ADOPTERS),
    Rule("ADO-29", "Adopters, between the stages", why_not=ADOPTERS),
    Rule("ADO-30", "Adopters, stage two", why_not=ADOPTERS),
    Rule("ADO-31", "Adopters, fast track", why_not=ADOPTERS),
    Rule("ADO-32", "Adopters without a match", why_not=ADOPTERS),
    Rule("ADO-33", "Adoption support plan"),
    Rule("LTF-01", "Long-term match"),
    Rule("LTF-02", "With the same carers, not matched"),
    Rule("LTF-03", "Share in one home for two years", why_not=MEASURE),
    Rule("LTF-04", "Three homes in a year"),
    Rule("LTF-05", "Meeting to keep a home"),
    Rule("LTF-06", "Meeting after a home ended"),
    Rule("LTF-07", "Meeting to plan a home"),
    Rule("LTF-08", "Back to a family from a children’s home"),
    Rule("LTF-09", "Staying put asked about"),
    Rule("LTF-10", "Share of homes that ended unplanned", why_not=MEASURE),
    Rule("HEA-01", "Initial health assessment"),
    Rule("HEA-02", "Health assessment under five"),
    Rule("HEA-03", "Health assessment from five"),
    Rule("HEA-04", "Dentist"),
    Rule("HEA-05", "Questionnaire on strengths and difficulties"),
    Rule("EDU-01", "Education plan started"),
    Rule("EDU-02", "Education plan finished"),
    Rule("EDU-03", "Education plan each term"),
    Rule("EDU-04", "School for less than 25 hours"),
    Rule("EDU-05", "School place after a move"),
    Rule("MIS-01", "Talk after coming back"),
    Rule("MIS-02", "Missing for the third time"),
    Rule(
        "CPL-01",
        "Care plan",
        why_not=(
            f"{NO_FACT} The care plan of regulation 4 is kept in the council’s own system; "
            "plans for permanence are counted here."
        ),
    ),
    Rule("CPL-02", "Supervision"),
    Rule("CPL-03", "A new social worker"),
    Rule("CPL-04", "No social worker"),
    Rule("CPL-05", "Children for each social worker", why_not=MEASURE),
    Rule("PTH-01", "What the young person needs, assessed"),
    Rule("PTH-02", "Pathway plan made"),
    Rule("PTH-03", "Pathway plan reviewed"),
    Rule("PTH-04", "Personal adviser named"),
    Rule("FRT-01", "Assessment by the front door", why_not=FRONT),
    Rule("FRT-02", "Seen by the front door", why_not=FRONT),
    Rule("FRT-03", "Reviews of a child protection plan", why_not=FRONT),
    Rule("PPM-01", "Permanence planning meeting"),
    Rule("SEC-01", "Secure home reviewed"),
    Rule("DOL-01", "Deprivation of liberty"),
)
RULES: dict[str, Rule] = {rule.code: rule for rule in _RULES}
