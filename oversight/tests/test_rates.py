"""What a week in a kind of home costs: set, ended, taken back, and handed over as a list."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.utils import timezone

from casetrack.audit import AuditEvent
from casetrack.lists import ListRefused
from oversight.actions import rates
from oversight.actions.in_force import SettingRefused
from oversight.actions.rates import Wanted
from oversight.models import FactsChanged, WeeklyRate
from oversight.rate_list import read
from tests.boxes import boxes
from tests.cast import Cast, signed_in

ADDRESS = "/measures/rates/"
ON = date(2026, 6, 20)
HOME = Wanted("K2", "PR4", Decimal("5600.00"), "Contract 12", date(2026, 4, 1))
LIST = (
    "type;provider;pounds;starts_on;ends_on;source\n"
    "K2;PR4;£5,600;1/4/2026;;Contract 12\n"
    "Children's home;in-house;3300.50;01/04/2026;01/04/2027;Budget\n"
    "K2;PR4;5200;1 April 2025;;Contract 11\n"
    "U6;;;1/4/2026;;Budget\n"
    "Caravan;;10;1/4/2026;;Budget\n"
    "U6;PR9;10;1/4/2026;;Budget\n"
    "U6;;ten;1/4/2026;;Budget\n"
    "U6;;10;some day;;Budget\n"
    "U6;;10.005;1/4/2026;;Budget\n"
    "U6;;10;1/4/2026;;\n"
    "U6;;10;1/4/2026;1/3/2026;Budget\n"
    "K2;PR4;9;1/4/2026;;Contract 13\n"
    "U6;;10;1/4/2025;;Budget;more\n"
)


def put(cast: Cast, **changes: Any) -> bool:
    return rates.set_rate(
        authority=cast.authority, wanted=replace(HOME, **changes), by=cast.data_officer, on=ON
    )


def held() -> list[tuple[str, str, str, str, float]]:
    return [
        (each.type, each.provider, str(each.starts_on), str(each.ends_on), float(each.pounds))
        for each in WeeklyRate.objects.order_by("type", "provider", "starts_on")
    ]


def typed(**changes: Any) -> dict[str, Any]:
    return {
        "type": "K2",
        "provider": "PR4",
        "pounds": "5,600",
        "source": "Contract 12",
        "number": str(uuid4()),
        **boxes("starts_on", date(2026, 4, 1)),
        **boxes("ends_on", None),
    } | changes


def test_each_kind_of_home_of_each_provider_has_one_rate_at_a_time(cast: Cast) -> None:
    put(cast, pounds=Decimal(5200), starts_on=date(2025, 4, 1))
    put(cast)
    put(cast, provider="", pounds=Decimal(4000))
    put(cast, provider="PR1", pounds=Decimal(3300), ends_on=date(2027, 4, 1))
    assert held() == [
        ("K2", "", "2026-04-01", "None", 4000.0),
        ("K2", "PR1", "2026-04-01", "2027-04-01", 3300.0),
        ("K2", "PR4", "2025-04-01", "2026-04-01", 5200.0),
        ("K2", "PR4", "2026-04-01", "None", 5600.0),
    ]
    assert WeeklyRate.objects.filter(set_by=cast.data_officer).count() == 4
    assert FactsChanged.objects.filter(authority=cast.authority).count() == 4
    event = AuditEvent.objects.filter(what="weekly-rate.set").order_by("at").first()
    assert event is not None
    assert event.details == {
        "authority": "CAST",
        "on": "2025-04-01",
        "type": "K2",
        "provider": "PR4",
    }


@pytest.mark.parametrize(
    ("changes", "field", "said"),
    [
        ({"type": "X9"}, "type", "no kind of home"),
        ({"provider": "PR9"}, "provider", "no provider"),
        ({"pounds": Decimal(-1)}, "pounds", "from 0 to under a million"),
        ({"pounds": Decimal(1000000)}, "pounds", "from 0 to under a million"),
        ({"pounds": Decimal("1.005")}, "pounds", "pounds and pence"),
        ({"source": " "}, "source", "where it is from"),
        ({"ends_on": date(2026, 3, 31)}, "ends_on", "end after the day it starts"),
    ],
)
def test_what_cannot_be_set_is_said_by_its_field(
    changes: dict[str, Any], field: str, said: str
) -> None:
    reasons = rates.why_not(replace(HOME, **changes), ON)
    assert list(reasons) == [field]
    assert said in reasons[field]


def test_what_cannot_be_set_is_not(cast: Cast) -> None:
    with pytest.raises(SettingRefused, match="from 0 to under"):
        put(cast, pounds=Decimal(-1))
    assert not WeeklyRate.objects.exists()


def test_every_line_of_a_list_is_a_rate_or_told_with_the_reason() -> None:
    found = read(LIST, ON)
    assert [(line, rate.type, rate.provider, rate.pounds) for line, rate in found.by_line] == [
        (2, "K2", "PR4", Decimal(5600)),
        (3, "K2", "PR1", Decimal("3300.50")),
        (4, "K2", "PR4", Decimal(5200)),
    ]
    assert found.empty == 1
    assert [(each.line, each.column, each.value) for each in found.faults] == [
        (6, "type", "Caravan"),
        (7, "provider", "PR9"),
        (8, "pounds", "ten"),
        (9, "starts_on", "some day"),
        (10, "pounds", "10.005"),
        (11, "source", ""),
        (12, "ends_on", "1/3/2026"),
        (13, "type", "K2"),
        (14, "", "more"),
    ]
    assert all(each.reason.endswith(".") for each in found.faults)
    assert len(found.by_line) + len(found.faults) + found.empty == LIST.count("\n") - 1


def test_a_list_without_its_columns_is_refused() -> None:
    with pytest.raises(ListRefused, match="No column has the heading pounds"):
        read("type,starts_on,source\nK2,1/4/2026,x\n", ON)


def test_a_look_keeps_nothing_and_says_what_taking_does(cast: Cast) -> None:
    put(cast, pounds=Decimal(1), starts_on=date(2026, 12, 1))
    wanted = [HOME, replace(HOME, starts_on=date(2026, 5, 1), ends_on=date(2027, 1, 1))]
    asked: dict[str, Any] = {"authority": cast.authority, "wanted": wanted}
    asked |= {"by": cast.data_officer, "on": ON}
    events = AuditEvent.objects.count()
    foretold = rates.foretell(**asked)
    assert len(held()) == 1 and AuditEvent.objects.count() == events
    assert [(each.changed, bool(each.refused)) for each in foretold] == [
        (True, False),
        (False, True),
    ]
    assert rates.set_rates(**asked) == foretold
    assert [each.changed for each in rates.foretell(**asked)] == [False, False]
    assert len(held()) == 2


def test_a_list_is_looked_at_first_and_taken_once(cast: Cast) -> None:
    browser = signed_in(cast.data_officer)
    look = {"do": "look", "text": LIST, "number": str(uuid4())}
    looked = browser.post(ADDRESS, look).content.decode()
    assert "3 to set, 9 that cannot be taken" in looked
    assert "There is no kind of home with that code." in looked
    assert held() == []
    take = look | {"do": "take", "number": str(uuid4())}
    assert "3 set, 9 not taken" in browser.post(ADDRESS, take).content.decode()
    expected = [
        ("K2", "PR1", "2026-04-01", "2027-04-01", 3300.5),
        ("K2", "PR4", "2025-04-01", "2026-04-01", 5200.0),
        ("K2", "PR4", "2026-04-01", "None", 5600.0),
    ]
    assert held() == expected
    browser.post(ADDRESS, take)
    again = browser.post(ADDRESS, look | {"number": str(uuid4())}).content.decode()
    assert "0 to set, 9 that cannot be taken" in again and "3 are in force so already." in again
    assert held() == expected


def test_a_list_that_cannot_be_read_is_asked_for_again(cast: Cast) -> None:
    page = signed_in(cast.data_officer).post(ADDRESS, {"do": "look", "text": "a;b\n"})
    assert "The list cannot be read" in page.content.decode()


def test_all_rates_as_a_list_say_nothing_new_when_they_come_back(cast: Cast) -> None:
    put(cast, source="=Contract")
    put(cast, provider="", starts_on=date(2025, 4, 1), ends_on=date(2026, 1, 1))
    text = signed_in(cast.data_officer).get(f"{ADDRESS}list/").content.decode("utf-8-sig")
    found = read(text, ON)
    assert len(found.by_line) == 2 and not found.faults
    done = rates.foretell(authority=cast.authority, wanted=found.said, by=cast.data_officer, on=ON)
    assert not any(each.changed or each.refused for each in done)


def test_a_rate_is_set_and_shown_by_when_it_is_in_force(cast: Cast) -> None:
    put(cast, pounds=Decimal(5200), starts_on=date(2020, 4, 1))
    ahead = timezone.localdate().replace(day=1, year=timezone.localdate().year + 1)
    put(cast, pounds=Decimal(9999), starts_on=ahead)
    browser = signed_in(cast.data_officer)
    page = browser.post(ADDRESS, typed(), follow=True).content.decode()
    assert "The rate is set." in page and "1 weekly rate is in force" in page
    for title, pounds in (
        ("In force", "£5,600.00"),
        ("Set for later", "£9,999.00"),
        ("No longer in force", "£5,200.00"),
    ):
        table = page.split(f">{title}</caption>")[1].split("</table>")[0]
        assert pounds in table and "Children&#x27;s home, agency" in table


def test_any_provider_is_a_provider_of_its_own(cast: Cast) -> None:
    signed_in(cast.data_officer).post(ADDRESS, typed(provider="any"))
    assert held() == [("K2", "", "2026-04-01", "None", 5600.0)]


def test_what_was_wrong_is_said_by_the_field_and_what_was_typed_is_kept(cast: Cast) -> None:
    form = typed(pounds="1.234", source="")
    page = signed_in(cast.data_officer).post(ADDRESS, form).content.decode()
    assert 'value="1.234"' in page and "Say where it is from" in page
    page = signed_in(cast.data_officer).post(ADDRESS, typed(pounds="1.234")).content.decode()
    assert "Enter pounds and pence" in page
    assert not WeeklyRate.objects.exists()


def test_a_rate_is_ended_and_taken_back_on_its_page(cast: Cast) -> None:
    put(cast)
    address = f"{ADDRESS}{WeeklyRate.objects.get().pk}/"
    browser = signed_in(cast.data_officer)
    assert "£5,600.00 a week from 1 April 2026" in browser.get(address).content.decode()
    browser.post(address, {"do": "end", **boxes("ends_on", date(2026, 9, 1))})
    assert held() == [("K2", "PR4", "2026-04-01", "2026-09-01", 5600.0)]
    browser.post(address, {"do": "take-back", "why": ""})
    assert len(held()) == 1
    browser.post(address, {"do": "take-back", "why": "Another home’s"})
    assert held() == []
    event = AuditEvent.objects.get(what="weekly-rate.taken-back")
    assert event.details["type"] == "K2"


@pytest.mark.parametrize("who", ["manager", "chair", "board_member", "social_worker", "iro"])
def test_others_are_refused(cast: Cast, who: str) -> None:
    put(cast)
    browser = signed_in(getattr(cast, who))
    for address in (ADDRESS, f"{ADDRESS}list/", f"{ADDRESS}{WeeklyRate.objects.get().pk}/"):
        assert browser.get(address).status_code == 403
    assert browser.post(ADDRESS, typed(pounds="1")).status_code == 403
    assert held()[0][-1] == 5600.0


def test_what_is_another_councils_is_not_there(cast: Cast) -> None:
    theirs = WeeklyRate.objects.create(
        authority=cast.elsewhere, type="K2", pounds=1, source="x", starts_on=date(2026, 1, 1)
    )
    browser = signed_in(cast.data_officer)
    assert browser.get(f"{ADDRESS}{theirs.pk}/").status_code == 404
    assert browser.get(ADDRESS, {"council": "ELSE"}).status_code == 404
    assert "No weekly rate is in force" in browser.get(ADDRESS).content.decode()
