from placements.models.homes import Carer, Home
from placements.models.missing import MissingEpisode
from placements.models.placements import Placement

__all__ = ["Carer", "Home", "MissingEpisode", "Placement"]
