from returns.models.agency import AgencyDecision, AgencyDifference
from returns.models.differences import Difference
from returns.models.returns import Return
from returns.models.rows import Fate, ReturnRow
from returns.models.runs import ImportRun, State
from returns.models.uploads import Step, Upload

__all__ = [
    "AgencyDecision",
    "AgencyDifference",
    "Difference",
    "Fate",
    "ImportRun",
    "Return",
    "ReturnRow",
    "State",
    "Step",
    "Upload",
]
