from adoption.models.decisions import AdoptionDecision, Match

__all__ = ["AdoptionDecision", "Match"]
