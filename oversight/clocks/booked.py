"""What may be booked that would stop a clock: a planned step of a route, a listed hearing, or a
review or mid-point whose day the reviewing officer has set.

A clock in none of these tables is stopped by what nobody books ahead (a visit, a record made).
"""

STEPS: dict[str, tuple[str, ...]] = {
    "adoption-decision-missing": ("adoption-decision",),
    "adoption-support-plan": ("support-plan",),
    "agency-told": ("agency-told",),
    "care-order-to-permanence": (
        "match",
        "placed-for-adoption",
        "adoption-order",
        "special-guardianship-order",
        "child-arrangements-order",
        "long-term-match",
        "care-order-ended",
    ),
    "child-arrangements-route": ("child-arrangements-order",),
    "child-permanence-report": ("child-permanence-report",),
    "connected-to-guardianship": ("special-guardianship-order", "child-arrangements-order"),
    "decision-after-panel": ("adoption-decision",),
    "discharge-application": ("discharge-applied",),
    "discharge-legal-panel": ("discharge-panel",),
    "early-permanence-considered": ("early-permanence",),
    "entry-to-adoption-decision": ("adoption-decision",),
    "entry-to-placed-for-adoption": ("placed-for-adoption",),
    "foster-carer-guardian": ("special-guardianship-order",),
    "guardian-report": ("guardian-report",),
    "guardian-support-plan": ("guardian-support",),
    "guardian-support-review": ("guardian-support-review",),
    "guardianship-route": ("special-guardianship-order",),
    "later-life-letter": ("later-life-letter",),
    "life-story-book": ("life-story-book",),
    "long-term-match": ("long-term-match",),
    "long-term-unmatched": ("long-term-match",),
    "match-decision": ("match",),
    "match-to-placed": ("placed-for-adoption",),
    "no-family-identified": ("link", "match"),
    "parents-approval": ("home-approved",),
    "parents-assessment": ("parents-assessed",),
    "pathway-assessment": ("needs-assessed",),
    "pathway-plan": ("pathway-plan",),
    "pathway-review": ("pathway-review",),
    "personal-adviser": ("personal-adviser",),
    "placed-no-application": ("adoption-order-applied",),
    "placed-with-parents": ("care-order-ended",),
    "placement-order-application": ("placement-order-applied",),
    "placement-order-not-placed": ("placed-for-adoption",),
    "placement-order-to-match": ("match", "placed-for-adoption"),
    "plan-by-second-review": ("plan-ratified",),
    "plan-to-decision": ("adoption-decision",),
    "planning-meeting": ("planning-meeting",),
    "residential-look": ("three-month-look",),
    "review-due": ("first-review", "second-review", "review-after-placed"),
    "sibling-decision": ("siblings-decided",),
    "staying-put": ("staying-put-asked",),
    "temporary-approval": ("full-approval",),
}
"""By clock: the codes of steps (`permanence/routes`) that would stop it."""

HEARINGS: dict[str, tuple[str, ...]] = {
    "care-order-to-permanence": ("final",),
    "care-proceedings": ("final",),
    "case-management-hearing": ("case-management",),
    "child-arrangements-route": ("final",),
    "connected-to-guardianship": ("final",),
    "foster-carer-guardian": ("final",),
    "guardianship-route": ("final",),
    "interim-care-order": ("final",),
    "issues-resolution-hearing": ("issues-resolution", "final"),
    "placed-with-parents": ("final",),
    "placed-with-parents-interim": ("final",),
}
"""By clock: the purposes of hearings that would stop it."""

OFFICERS: dict[str, tuple[str, ...]] = {
    "mid-point": ("mid-point",),
    "review-due": ("review",),
    "review-under-fives": ("review",),
}
"""By clock: what reviewing officers book that would stop it."""
