"""Everything that somebody may be allowed to do, once."""

from enum import StrEnum


class Permission(StrEnum):
    SEE_CHILDREN = "see-children"
    SEE_TRACKER = "see-tracker"
    SEE_TOTALS = "see-totals"
    SEE_CATALOGUE = "see-catalogue"
    EXPORT_LISTS = "export-lists"
    ASSIGN_ACTIONS = "assign-actions"
    NOTE_REASONS = "note-reasons"
    LOAD_RETURNS = "load-returns"
    SEE_JOBS = "see-jobs"
