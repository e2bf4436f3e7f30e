"""The tables of the return, one file a table."""

from returns.ssda903.tables.ad1 import AD1
from returns.ssda903.tables.dolo import DOLO
from returns.ssda903.tables.episodes import EPISODES
from returns.ssda903.tables.header import HEADER
from returns.ssda903.tables.missing import MISSING
from returns.ssda903.tables.oc2 import OC2
from returns.ssda903.tables.oc3 import OC3
from returns.ssda903.tables.placed_adoption import PLACED_ADOPTION
from returns.ssda903.tables.previous_permanence import PREV_PERM_TABLE
from returns.ssda903.tables.reviews import REVIEWS
from returns.ssda903.tables.social_workers import SW_EPISODES
from returns.ssda903.tables.uasc import UASC

TABLES = {
    table.name: table
    for table in (
        HEADER,
        EPISODES,
        REVIEWS,
        UASC,
        OC2,
        OC3,
        AD1,
        PLACED_ADOPTION,
        PREV_PERM_TABLE,
        MISSING,
        SW_EPISODES,
        DOLO,
    )
}

__all__ = [
    "AD1",
    "DOLO",
    "EPISODES",
    "HEADER",
    "MISSING",
    "OC2",
    "OC3",
    "PLACED_ADOPTION",
    "PREV_PERM_TABLE",
    "REVIEWS",
    "SW_EPISODES",
    "TABLES",
    "UASC",
]
