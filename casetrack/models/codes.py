"""The code lists of the SSDA903 return, with the collection years in which each code was in use.

A collection year is named by its end: 2026 is 1 April 2025 to 31 March 2026. A code is never
deleted, so a row of 2018 still reads right; `in_use(year)` says whether a return may hold it.
Labels are our own words for the screen; the codes are the Department for Education's.
"""

from dataclasses import dataclass

LASTING = 9999


@dataclass(frozen=True)
class Code:
    """One code: its value in the return, its words on screen, and its first and last year."""

    value: str
    label: str
    first: int = 0
    last: int = LASTING

    def in_use(self, year: int) -> bool:
        return self.first <= year <= self.last


class CodeList(dict[str, Code]):
    """Codes by value, in the order in which they should be offered."""

    def __init__(self, *codes: Code) -> None:
        super().__init__((code.value, code) for code in codes)

    @property
    def choices(self) -> list[tuple[str, str]]:
        return [(code.value, code.label) for code in self.values()]

    @property
    def current(self) -> list[tuple[str, str]]:
        """The choices that have not gone out of use."""
        return [(code.value, code.label) for code in self.values() if code.last == LASTING]

    def label(self, value: str) -> str:
        """The words for a code; the code itself where the list does not have it."""
        return self[value].label if value in self else value


SEX = CodeList(
    Code("M", "male", first=2025),
    Code("F", "female", first=2025),
    Code("U", "not recorded as male or female", first=2025),
    Code("1", "male", last=2024),
    Code("2", "female", last=2024),
)

ETHNICITY = CodeList(
    Code("WBRI", "White British"),
    Code("WIRI", "White Irish"),
    Code("WOTH", "White, other background"),
    Code("WIRT", "Traveller of Irish heritage"),
    Code("WROM", "Gypsy or Roma"),
    Code("MWBC", "White and Black Caribbean"),
    Code("MWBA", "White and Black African"),
    Code("MWAS", "White and Asian"),
    Code("MOTH", "Mixed, other background"),
    Code("AIND", "Indian"),
    Code("APKN", "Pakistani"),
    Code("ABAN", "Bangladeshi"),
    Code("AOTH", "Asian, other background"),
    Code("BCRB", "Black Caribbean"),
    Code("BAFR", "Black African"),
    Code("BOTH", "Black, other background"),
    Code("CHNE", "Chinese"),
    Code("OOTH", "other ethnic group"),
    Code("REFU", "preferred not to say"),
    Code("NOBT", "not yet known"),
)

REASON_FOR_NEW_EPISODE = CodeList(
    Code("S", "came into care"),
    Code("L", "legal status changed"),
    Code("P", "moved to another home and carer"),
    Code("T", "home changed, same carer"),
    Code("B", "legal status, home and carer changed"),
    Code("U", "legal status and home changed, same carer"),
)

LEGAL_STATUS = CodeList(
    Code("C1", "Interim care order"),
    Code("C2", "Care order"),
    Code("D1", "Freeing order"),
    Code("E1", "Placement order"),
    Code("V2", "Section 20"),
    Code("V3", "Short breaks, each recorded"),
    Code("V4", "Short breaks, agreement recorded"),
    Code("L1", "Police protection"),
    Code("L2", "Emergency protection order"),
    Code("L3", "Child assessment order"),
    Code("J1", "Remand"),
    Code("J2", "Detained under PACE"),
    Code("J3", "Youth rehabilitation order"),
)

CATEGORY_OF_NEED = CodeList(
    Code("N1", "abuse or neglect"),
    Code("N2", "child's disability"),
    Code("N3", "parent's illness or disability"),
    Code("N4", "family in acute stress"),
    Code("N5", "family dysfunction"),
    Code("N6", "socially unacceptable behaviour"),
    Code("N7", "low income"),
    Code("N8", "absent parenting"),
)

HOME_TYPE = CodeList(
    Code("A3", "Adoptive home, with former foster carer, by consent"),
    Code("A4", "Adoptive home, by consent"),
    Code("A5", "Adoptive home, with former foster carer"),
    Code("A6", "Adoptive home"),
    Code("K1", "Secure children's home"),
    Code("K2", "Children's home"),
    Code("K3", "Supported accommodation", first=2025),
    Code("P1", "With parents"),
    Code("P3", "Residential employment"),
    Code("R1", "Residential care home"),
    Code("R2", "Health or care setting"),
    Code("R3", "Family centre or mother-and-baby unit"),
    Code("R5", "Young offender institution"),
    Code("S1", "Residential school"),
    Code("T0", "Temporary stay"),
    Code("T1", "Temporary stay in hospital"),
    Code("T2", "Temporary stay, child's holiday"),
    Code("T3", "Temporary stay, carer's holiday"),
    Code("T4", "Temporary stay of up to 7 days"),
    Code("U1", "Relative or friend, long-term"),
    Code("U2", "Relative or friend who may adopt"),
    Code("U3", "Relative or friend"),
    Code("U4", "Foster home, long-term"),
    Code("U5", "Foster home with carers who may adopt"),
    Code("U6", "Foster home"),
    Code("Z11", "Other setting (Z11)", first=2026),
    Code("Z12", "Other setting (Z12)", first=2026),
    Code("Z13", "Other setting (Z13)", first=2026),
    Code("Z14", "Other setting (Z14)", first=2026),
    Code("H5", "Semi-independent living", last=2024),
    Code("P2", "Independent living", last=2024),
    Code("Z1", "Other setting", last=2025),
    Code("A1", "Adoptive home (older code A1)", last=2008),
    Code("A2", "Adoptive home (older code A2)", last=2008),
    Code("Q1", "Relative or friend (older code Q1)", last=2015),
    Code("Q2", "Foster home (older code Q2)", last=2015),
    Code("F6", "Foster home (older code F6)", last=2008),
)

SHORT_BREAKS = ("V3", "V4")
"""Legal statuses of children who only come for short breaks."""

PROVIDER = CodeList(
    Code("PR0", "parent"),
    Code("PR1", "in-house"),
    Code("PR2", "another council"),
    Code("PR3", "other public body"),
    Code("PR4", "agency"),
    Code("PR5", "voluntary"),
)

END_OF_CARE = CodeList(
    Code("E11", "adopted"),
    Code("E12", "adopted, consent dispensed with"),
    Code("E41", "child arrangements order"),
    Code("E43", "special guardianship (older code E43)", last=2018),
    Code("E44", "special guardianship (older code E44)", last=2018),
    Code("E45", "special guardianship, relative or friend who fostered", first=2019),
    Code("E46", "special guardianship, former foster carer", first=2019),
    Code("E47", "special guardianship, relative or friend", first=2019),
    Code("E48", "special guardianship, other carer", first=2019),
    Code("E4A", "returned home as planned"),
    Code("E4B", "returned home, unplanned"),
    Code("E4", "returned home (older code E4)", last=2014),
    Code("E13", "lives with someone without parental responsibility"),
    Code("E5", "moved on to independent living, with support"),
    Code("E6", "moved on to independent living, without support"),
    Code("E2", "died"),
    Code("E3", "another council took over"),
    Code("E7", "adult residential care"),
    Code("E8", "other reason"),
    Code("E9", "sentenced to custody"),
    Code("E14", "remand ended"),
    Code("E15", "assessed as an adult"),
    Code("E16", "moved abroad"),
    Code("E17", "turned 18 and stayed with carers"),
)
CARRIES_ON = "X1"

REASON_HOME_ENDED = CodeList(
    Code("CARPL", "planned move"),
    Code("CLOSE", "carer resigned or home closed"),
    Code("ALLEG", "allegation"),
    Code("STAND", "standards of care"),
    Code("APPRR", "approval removed"),
    Code("CREQB", "carer asked, because of behaviour"),
    Code("CREQO", "carer asked, other reason"),
    Code("CHILD", "child asked"),
    Code("LAREQ", "council asked"),
    Code("PLACE", "same carer, kind of home changed"),
    Code("CUSTOD", "custody", first=2019),
    Code("OTHER", "other reason"),
)

PARTICIPATION = CodeList(
    Code("PN0", "under 4"),
    Code("PN1", "attended and spoke"),
    Code("PN2", "attended, an advocate spoke"),
    Code("PN3", "attended, used symbols"),
    Code("PN4", "attended, gave no view"),
    Code("PN5", "absent, an advocate spoke"),
    Code("PN6", "absent, views sent"),
    Code("PN7", "absent, no views"),
)

REASON_DECISION_REVERSED = CodeList(
    Code("RD1", "the child's needs changed"),
    Code("RD2", "the court made no placement order"),
    Code("RD3", "no adopters were found"),
    Code("RD4", "other reason"),
)

PREVIOUS_PERMANENCE = CodeList(
    Code("P1", "adoption"),
    Code("P2", "special guardianship"),
    Code("P3", "residence or child arrangements order"),
    Code("P4", "not known which"),
    Code("Z1", "none"),
)

MISSING = CodeList(
    Code("M", "missing"),
    Code("A", "away without authorisation"),
)
