"""Weekly rates as a list: CSV or cells of a spreadsheet, a line a rate. Nothing of it is lost."""

from datetime import date
from decimal import Decimal

from casetrack import typed
from casetrack.lists import NOTHING, Found, Row, found_in, table_of
from casetrack.models.codes import HOME_TYPE, PROVIDER
from oversight.actions.rates import Wanted, why_not

COLUMNS = ("type", "provider", "pounds", "starts_on", "ends_on", "source")
NEEDED = ("type", "pounds", "starts_on", "source")
LATEST = date(typed.LATEST, 12, 31)


def read(data: bytes | str, today: date) -> Found[Wanted]:
    """Raises ListRefused where it is no such list."""
    return found_in(
        table_of(data, COLUMNS, NEEDED),
        is_empty=lambda row: row.is_empty("pounds"),
        read=lambda row: _rate(row, today),
        why_not=lambda rate: why_not(rate, today),
        same=lambda line: ("type", f"Line {line} has this rate already."),
    )


def _rate(row: Row, today: date) -> Wanted:
    return Wanted(
        type=code_of(row["type"], HOME_TYPE.choices),
        provider=code_of(row["provider"], PROVIDER.choices),
        pounds=row.number("pounds") or Decimal(0),
        source=row["source"],
        starts_on=row.day("starts_on", LATEST) or today,
        ends_on=None if row.is_empty("ends_on") else row.day("ends_on", LATEST),
    )


def code_of(said: str, choices: list[tuple[str, str]]) -> str:
    """The code that is given, or whose words are; what is neither as it stands."""
    for code, words in choices:
        if said.lower() in (code.lower(), words.lower()):
            return code
    return "" if said.lower() in NOTHING else said
