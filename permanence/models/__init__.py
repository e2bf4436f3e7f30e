from permanence.models.actions import AgreedAction
from permanence.models.plans import PermanencePlan, Rank, Route
from permanence.models.reviews import Review

__all__ = ["AgreedAction", "PermanencePlan", "Rank", "Review", "Route"]
