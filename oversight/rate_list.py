"""Weekly rates as a list: CSV or cells of a spreadsheet, a line a rate. Nothing of it is lost."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from casetrack import typed
from casetrack.lists import NOTHING, Fault, Row, day_of, shown, table_of
from casetrack.models.codes import HOME_TYPE, PROVIDER
from oversight.actions.rates import Wanted, why_not

COLUMNS = ("type", "provider", "pounds", "starts_on", "ends_on", "source")
NEEDED = ("type", "pounds", "starts_on", "source")
LATEST = date(typed.LATEST, 12, 31)


@dataclass
class RateList:
    """The rates by their lines, what is wrong with others, and how many lines were left empty."""

    rates: list[tuple[int, Wanted]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    empty: int = 0
    not_read: list[str] = field(default_factory=list)

    @property
    def wanted(self) -> list[Wanted]:
        return [rate for _, rate in self.rates]


def read(data: bytes | str, today: date) -> RateList:
    """Raises ListRefused where it is no such list."""
    table = table_of(data, COLUMNS, NEEDED)
    found = RateList(not_read=table.not_read)
    seen: dict[tuple[str, str, date], int] = {}
    for row in table.rows:
        if row.cells.get("pounds", "").lower() in NOTHING:
            found.empty += 1
            continue
        rate, faults = _rate(row, today)
        if rate is not None and (line := seen.setdefault(rate.key, row.line)) != row.line:
            faults = [Fault(row.line, "type", rate.type, f"Line {line} has this rate already.")]
        if rate is not None and not faults:
            found.rates.append((row.line, rate))
        found.faults += faults
    return found


def _rate(row: Row, today: date) -> tuple[Wanted | None, list[Fault]]:
    cells = {name: row.cells.get(name, "") for name in COLUMNS}
    wrong: dict[str, str] = {}

    def day(name: str) -> date | None:
        found, reason = day_of(cells[name], LATEST)
        if found is None:
            wrong[name] = reason
        return found

    try:
        pounds = typed.decimal(cells["pounds"])
    except typed.WrongNumber as reason:
        pounds, wrong["pounds"] = None, f"{reason}."
    rate = Wanted(
        type=code_of(cells["type"], HOME_TYPE.choices),
        provider=code_of(cells["provider"], PROVIDER.choices),
        pounds=pounds or Decimal(0),
        source=cells["source"],
        starts_on=day("starts_on") or today,
        ends_on=day("ends_on") if cells["ends_on"].lower() not in NOTHING else None,
    )
    if row.more:
        wrong[""] = "The line has more values than there are headings."
    if not wrong:
        wrong = why_not(rate, today)
    faults = [
        Fault(row.line, name, shown(row.cells.get(name, row.more)), reason)
        for name, reason in wrong.items()
    ]
    return (rate if not wrong else None), faults


def code_of(said: str, choices: list[tuple[str, str]]) -> str:
    """The code that is given, or whose words are; what is neither as it stands."""
    for code, words in choices:
        if said.lower() in (code.lower(), words.lower()):
            return code
    return "" if said.lower() in NOTHING else said
