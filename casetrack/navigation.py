"""The pages in the frame's menu: address name (of any floor, as text), words, permission."""

from casetrack.access.permissions import Permission

PAGES = (
    ("officers", "Officers", Permission.ALLOCATE_IRO),
    ("my-children", "My children", Permission.RECORD_REVIEWS),
    ("tracker", "Tracker", Permission.SEE_TRACKER),
    ("pathways", "Pathways", Permission.SEE_TRACKER),
    ("legal", "Legal", Permission.SEE_TRACKER),
    ("meetings", "Meetings", Permission.PREPARE_MEETINGS),
    ("cohorts", "Cohorts", Permission.MANAGE_COHORTS),
    ("measures", "Measures", Permission.SEE_MEASURES),
    ("totals", "Totals", Permission.SEE_TOTALS),
    ("packs", "Packs", Permission.SEE_TOTALS),
    ("regional", "Regional", Permission.SEE_REGION),
    ("causes", "Why children wait", Permission.SEE_TOTALS),
    ("adopted", "Adopted", Permission.SEAL_RECORDS),
    ("break-glass-reviews", "Emergency access", Permission.REVIEW_ACCESS),
    ("restrictions", "Restrictions", Permission.REVIEW_ACCESS),
    ("sealed", "Sealed records", Permission.UNSEAL_RECORDS),
    ("sealed-openings", "Opened sealed records", Permission.REVIEW_ACCESS),
    ("oddities", "Unusual looks", Permission.REVIEW_ACCESS),
    ("people", "People", Permission.MANAGE_PEOPLE),
    ("catalogue", "Clocks", Permission.SEE_CATALOGUE),
    ("returns", "Returns", Permission.LOAD_RETURNS),
    ("jobs", "Jobs", Permission.SEE_JOBS),
    ("break-glass", "Emergency", Permission.BREAK_GLASS),
)
