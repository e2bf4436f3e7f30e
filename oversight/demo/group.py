"""Who sits on the group of a demo authority, and on which days it meets."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta

from casetrack import dates
from casetrack.models import Authority, CalendarDay, RoleAssignment, User
from permanence.actions import meetings
from permanence.models import MeetingSeries, Seat

NAME = "Permanence Monitoring Group"
PLACE = "Committee Room 2, Town Hall"
WEDNESDAY = 2
SOONEST = timedelta(days=14)
"""The next meeting is two to three weeks away, so that its papers can still be asked for."""
EVERY = timedelta(weeks=4)
HELD, LATER = 6, 3
"""How many meetings were held, and how many more are dated after the next."""

WITH_ACCOUNTS = {
    "service-manager": Seat.CARE,
    "fostering": Seat.FOSTERING,
    "adoption-agency-worker": Seat.ADOPTION,
    "iro-manager": Seat.REVIEWING,
    "court-progression-officer": Seat.COURT,
    "legal": Seat.LEGAL,
    "virtual-school": Seat.SCHOOL,
}
BY_NAME = {
    "Graham Lister": Seat.RESIDENTIAL,
    "Shanthi Perera": Seat.COMMISSIONING,
    "Elin Roberts": Seat.HEALTH,
    "Marcus Bell": Seat.LEAVING,
}


@dataclass(frozen=True)
class People:
    """Who leads the group, and who asks in the room that a delay be justified."""

    chair: User
    deputy: User
    secretary: User
    manager: User


def people_of(authority: Authority) -> People | None:
    """None where somebody is missing without whom there is no group."""
    leading = ("chair", "service-manager", "secretary", "manager")
    found = [holding(authority, role) for role in leading]
    held = [user for user in found if user is not None]
    return People(*held) if len(held) == len(leading) else None


def holding(authority: Authority, role: str) -> User | None:
    held = RoleAssignment.objects.filter(authority=authority, role=role).order_by("pk").first()
    return held.user if held else None


def start(authority: Authority, people: People, today: date) -> MeetingSeries:
    """The group with its members, and every meeting dated."""
    days = list(_days(today))
    series = MeetingSeries(
        authority=authority,
        name=NAME,
        place=PLACE,
        starts_at=time(9, 30),
        chair=people.chair,
        deputy=people.deputy,
        secretary=people.secretary,
        starts_on=days[0] - EVERY,
    )
    meetings.save_series(series=series, by=people.secretary)
    for role, seat in WITH_ACCOUNTS.items():
        if (user := holding(authority, role)) is not None:
            _join(series, seat, user=user)
    for name, seat in BY_NAME.items():
        _join(series, seat, name=name)
    meetings.schedule(series=series, days=days, by=people.secretary)
    return series


def _join(series: MeetingSeries, seat: str, user: User | None = None, name: str = "") -> None:
    on, by = series.starts_on, series.secretary
    meetings.join(series=series, seat=seat, on=on, user=user, name=name, by=by)


def _days(today: date) -> Iterator[date]:
    """Every fourth Wednesday, or the next working day; from the first that was held."""
    soonest = today + SOONEST
    next_one = soonest + timedelta(days=(WEDNESDAY - soonest.weekday()) % 7)
    holidays = CalendarDay.objects.holidays()
    for number in range(-HELD, LATER + 1):
        day = next_one + number * EVERY
        working = dates.is_working_day(day, holidays)
        yield day if working else dates.add_working_days(day, 1, holidays)
