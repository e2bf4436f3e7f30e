"""The episode of a clock: one wait, known by facts, however often its row is computed again."""

from datetime import date
from hashlib import sha256
from typing import Any, NamedTuple


class Episode(NamedTuple):
    """What makes a wait the same wait; an answer, a cause and a computed row each name theirs."""

    child_id: int
    clock: str
    subject: str
    started_on: date

    @classmethod
    def of(cls, row: Any) -> "Episode":
        return cls(row.child_id, row.clock, row.subject, row.started_on)

    @property
    def mark(self) -> str:
        """Stands for the wait in an address, where neither its subject nor its dates may."""
        text = f"{self.clock} {self.subject} {self.started_on}"
        return sha256(text.encode()).hexdigest()[:16]

    @property
    def key(self) -> dict[str, Any]:
        """The fields by which its answers, causes and rows are found."""
        return self._asdict()
