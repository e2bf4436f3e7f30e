"""Reading an agency's list: comma, semicolon or tab, as spreadsheets and people write it.

Nothing is lost: what cannot be read is named with its line, its value and the reason, and the rest
of its row still counts.
"""

from dataclasses import dataclass, field
from datetime import date

from casetrack.lists import MOST_ROWS, NOTHING, Fault, ListRefused, day_of, lines_of, shown
from returns.agency.fields import COUNCIL, FIELDS, REFERENCE, TITLES, UPN, column_of


@dataclass
class Row:
    """A child of the list, by what she is known, and the days that are given of her."""

    line: int
    reference: str = ""
    upn: str = ""
    council: str = ""
    days: dict[str, date] = field(default_factory=dict)

    @property
    def who(self) -> str:
        return self.reference or self.upn


@dataclass
class AgencyList:
    """The rows, what could not be read, and the columns by their headings, ours and others."""

    rows: list[Row]
    faults: list[Fault]
    columns: list[str]
    not_read: list[str]


def read(data: bytes | str, today: date) -> AgencyList:
    """The list, from the bytes of a file or from text that was pasted."""
    lines = lines_of(data, column_of)
    heading = next(lines, None)
    if heading is None:
        raise ListRefused("The list is empty.")
    headings = heading[1]
    columns = [column_of(each) for each in headings]
    _check(columns)
    found = AgencyList(
        rows=[],
        faults=[],
        columns=[code for code in columns if code in FIELDS],
        not_read=[
            each for each, code in zip(headings, columns, strict=True) if each.strip() and not code
        ],
    )
    for line, values in lines:
        if len(found.rows) >= MOST_ROWS:
            raise ListRefused(
                f"The list has more than {MOST_ROWS:,} children. Hand it over in parts."
            )
        _add(found, columns, line, values, today)
    return found


def _check(columns: list[str]) -> None:
    if not {REFERENCE, UPN} & set(columns):
        raise ListRefused(
            "No column says which child it is. Its heading should be Reference or UPN, in the"
            " first line of the list."
        )
    if not set(FIELDS) & set(columns):
        wanted = ", ".join(title.lower() for title in TITLES.values())
        raise ListRefused(f"No column holds a day that is compared: {wanted}.")
    twice = {code for code in columns if code and columns.count(code) > 1}
    if twice:
        names = ", ".join(sorted(TITLES.get(code, code).lower() for code in twice))
        raise ListRefused(f"Two columns have the same heading: {names}.")


def _add(found: AgencyList, columns: list[str], line: int, values: list[str], today: date) -> None:
    """A row, and the faults of its values."""
    row = Row(line)
    for code, value in zip(columns, values, strict=False):
        value = " ".join(value.split())
        if code in (REFERENCE, UPN, COUNCIL):
            setattr(row, code, "" if value.lower() in NOTHING else value.upper())
        elif code and value.lower() not in NOTHING:
            _add_day(found, row, code, value, today)
    if any(value.strip() for value in values[len(columns) :]):
        reason = "The line has more values than there are headings; those were not read."
        found.faults.append(Fault(line, "", shown(values[-1]), reason))
    if row.who:
        found.rows.append(row)
    else:
        reason = "The line says of no child which one it is."
        found.faults.append(Fault(line, "", shown(", ".join(filter(None, values))), reason))


def _add_day(found: AgencyList, row: Row, code: str, value: str, today: date) -> None:
    day, reason = day_of(value, today)
    if day is None:
        found.faults.append(Fault(row.line, TITLES[code], shown(value), reason))
    else:
        row.days[code] = day
