"""Of whom, as at which day and over how many months measures are shown: what an address says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from urllib.parse import urlencode

from casetrack import dates
from casetrack.models import Authority
from casetrack.typed import as_at
from oversight.indicators import groups
from oversight.indicators.compute import Asked
from oversight.indicators.indicator import By

MONTHS = (13, 36)


@dataclass(frozen=True)
class Chosen:
    """The choice of a reader. `day` is the end of last month unless another is asked for."""

    authority: Authority
    day: date
    usual_day: date
    months: int = MONTHS[0]
    only: tuple[tuple[By, str], ...] = ()
    wrong_date: str = ""

    @classmethod
    def read(
        cls, query: Mapping[str, str], authorities: Sequence[Authority], today: date
    ) -> "Chosen":
        """What is wanted, as far as it can be understood; the rest is as usual."""
        authority = next(
            (each for each in authorities if each.code == query.get("council")), authorities[0]
        )
        usual = authority.known_day(today.replace(day=1) - timedelta(days=1))
        day, wrong_date = as_at(query, usual)
        only = tuple(
            (by, query[by])
            for by in By
            if query.get(by) and query[by] in groups.words(by, authority)
        )
        months = query.get("months", "")
        return cls(
            authority=authority,
            day=min(day, today),
            usual_day=usual,
            months=int(months) if months in map(str, MONTHS) else MONTHS[0],
            only=only,
            wrong_date=wrong_date,
        )

    @property
    def days(self) -> tuple[date, ...]:
        """The ends of the months up to the day, which is the last of them whatever day it is.

        As many as may be shown, so that all that are shown are counted at once.
        """
        this = self.day.replace(day=1)
        ends = [dates.add_months(this, -n) - timedelta(days=1) for n in range(max(MONTHS) - 1)]
        return (*reversed(ends), self.day)

    @property
    def asked(self) -> Asked:
        return Asked(self.authority, self.days, only=self.only)

    def on_day(self, by: By | None = None) -> Asked:
        return Asked(self.authority, (self.day,), by=by, only=self.only)

    def of(self, by: By, value: str) -> "Chosen":
        """The same of a group of children alone."""
        rest = tuple(each for each in self.only if each[0] != by)
        return replace(self, only=(*rest, (by, value)) if value else rest)

    def over(self, months: int) -> "Chosen":
        return replace(self, months=months)

    @property
    def plain(self) -> list[tuple[str, str]]:
        """What an address has to say but for the groups of children, the usual left out."""
        said = {"council": self.authority.code}
        if self.day != self.usual_day:
            said["as_at"] = self.day.isoformat()
        if self.months != MONTHS[0]:
            said["months"] = str(self.months)
        return list(said.items())

    @property
    def pairs(self) -> list[tuple[str, str]]:
        return [*self.plain, *((str(by), value) for by, value in self.only)]

    @property
    def query(self) -> str:
        return urlencode(self.pairs)

    @property
    def narrowed(self) -> list[tuple[str, str, str]]:
        """Of each group that is asked for its title, its words, and the address without it."""
        return [
            (
                groups.TITLES[by],
                groups.words(by, self.authority).get(value, value),
                self.of(by, "").query,
            )
            for by, value in self.only
        ]
