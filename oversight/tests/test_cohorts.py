"""Cohorts: who is in them, what became of each, and the weeks saved, worked out by hand."""

import re
from datetime import date
from typing import Any

import pytest
from django.utils import timezone

from casetrack.actions.refusal import Refused
from casetrack.audit import AuditEvent
from casetrack.models import Child, CourtOrder, DischargeApplication
from oversight.actions import cohorts
from oversight.cohorts.became import Became, Totals, became, weeks
from oversight.models import Cohort, CohortMember
from tests import timeline
from tests.boxes import boxes
from tests.cast import Cast, signed_in

BEGAN = date(2025, 1, 6)
DAY = date(2026, 6, 1)


def started(cast: Cast, aim: str = "family", name: str = "Home") -> Cohort:
    return cohorts.start(
        authority=cast.authority, name=name, aim=aim, on=BEGAN, by=cast.service_manager
    )


def joined(cohort: Cohort, child: Child, cast: Cast, **more: Any) -> CohortMember:
    given = {"starts_on": date(2025, 2, 3)} | more
    (made,) = cohorts.add(cohort=cohort, children=[child], by=cast.service_manager, **given)
    return made


def of(member: CohortMember, day: date = DAY) -> Became:
    (found,) = became(CohortMember.objects.filter(pk=member.pk).select_related("cohort"), day)
    return found


def text(page: Any) -> str:
    body = page.content.decode()
    said = re.sub(r"<[^>]*>", " ", body[body.index("<main") : body.index("</main")])
    return re.sub(r"\s+", " ", said)


# From a children's home into a family


@pytest.mark.parametrize(
    ("homes", "state", "said"),
    [
        ("home K2 2024-01-01", "going", ""),
        (
            "home K2 2024-01-01 .. 2025-09-01; home U6 2025-09-01",
            "reached",
            "1 Sep 2025: lives in a foster home",
        ),
        (
            "home K2 2024-01-01 .. 2025-09-01; home P1 2025-09-01 .. 2026-01-05;"
            " home K2 2026-01-05",
            "going",
            "",
        ),
        (
            "home K2 2024-01-01 .. 2025-09-01; home U6 2025-09-01 .. 2025-10-01;"
            " home K2 2025-10-01 .. 2026-02-02; home U4 2026-02-02",
            "reached",
            "2 Feb 2026: lives in a foster home",
        ),
        (
            "home K2 2024-01-01 .. 2025-09-01; home U6 2025-09-01 .. 2025-12-01;"
            " home T4 2025-12-01 .. 2025-12-20; home U6 2025-12-20",
            "reached",
            "1 Sep 2025: lives in a foster home",
        ),
        ("home K2 2024-01-01 .. 2025-09-01; home K3 2025-09-01", "going", ""),
        ("home U6 2024-01-01", "going", ""),
        ("home K2 2024-01-01 .. 2026-06-02; home U6 2026-06-02", "going", ""),
    ],
)
def test_a_family_is_reached_when_the_child_lives_in_one(
    cast: Cast, homes: str, state: str, said: str
) -> None:
    child = timeline.child(f"care 2024-01-01; {homes}", authority=cast.authority)
    found = of(joined(started(cast), child, cast))
    assert (found.state, found.words) == (state, said)


@pytest.mark.parametrize(
    ("reason", "state"), [("E4A", "reached"), ("E45", "reached"), ("E17", "going"), ("", "going")]
)
def test_a_family_is_reached_when_care_ends_for_one(cast: Cast, reason: str, state: str) -> None:
    child = timeline.child(
        "care 2024-01-01 .. 2025-11-03; home K2 2024-01-01 .. 2025-11-03", authority=cast.authority
    )
    child.careperiod_facts.update(end_reason=reason)
    assert of(joined(started(cast), child, cast)).state == state


# The care order at home


def test_an_order_ended_by_the_court_is_the_aim(cast: Cast) -> None:
    order = CourtOrder.objects.create(child=cast.amara, kind="care", made_on="2023-01-01")
    member = joined(started(cast, "discharge"), cast.amara, cast)
    applied = DischargeApplication.objects.create(
        child=cast.amara, order=order, applied_on="2025-05-05", applied_by="authority"
    )
    assert of(member).state == "going"
    applied.decided_on, applied.outcome = date(2025, 10, 1), "discharged"
    applied.save()
    assert of(member).words == "1 Oct 2025: the order was ended"
    assert of(member, date(2025, 9, 30)).state == "going", "as at a day before"


@pytest.mark.parametrize(("outcome", "state"), [("refused", "going"), ("replaced", "reached")])
def test_what_the_court_decided_matters(cast: Cast, outcome: str, state: str) -> None:
    order = CourtOrder.objects.create(child=cast.amara, kind="care", made_on="2023-01-01")
    DischargeApplication.objects.create(
        child=cast.amara,
        order=order,
        applied_on="2025-05-05",
        applied_by="mother",
        decided_on="2025-08-08",
        outcome=outcome,
    )
    assert of(joined(started(cast, "discharge"), cast.amara, cast)).state == state


@pytest.mark.parametrize(
    ("kind", "ended", "born", "state"),
    [
        ("care", "2025-08-08", "2015-01-01", "reached"),
        ("interim-care", "2025-08-08", "2015-01-01", "going"),
        ("care", "2025-02-03", "2015-01-01", "going"),
        ("care", "2025-08-08", "2007-08-08", "going"),
        ("care", "2025-08-07", "2007-08-08", "reached"),
    ],
)
def test_an_order_that_ended_otherwise(
    cast: Cast, kind: str, ended: str, born: str, state: str
) -> None:
    """An interim order gives way to another; one that ends at 18 ends by itself."""
    child = timeline.child(f"born {born}; care 2023-01-01", authority=cast.authority)
    CourtOrder.objects.create(child=child, kind=kind, made_on="2023-01-01", ended_on=ended)
    assert of(joined(started(cast, "discharge"), child, cast)).state == state


# Guardianship


def test_a_special_guardianship_order_is_the_aim(cast: Cast) -> None:
    member = joined(started(cast, "guardianship"), cast.amara, cast)
    CourtOrder.objects.create(child=cast.amara, kind="special-guardianship", made_on="2025-07-14")
    assert of(member).words == "14 Jul 2025: special guardianship order made"
    assert of(member).source == "from the record"


# A home that lasts


@pytest.mark.parametrize(
    ("homes", "state", "tag", "said"),
    [
        ("home U6 2024-01-01", "going", "Home lasts", "Lives there still on 1 Jun 2026"),
        (
            "home U6 2024-01-01 .. 2025-09-01; home U4 2025-09-01",
            "not-reached",
            "Not reached",
            "1 Sep 2025: lives in a foster home",
        ),
        (
            "home U6 2024-01-01 .. 2025-09-01 a; home U4 2025-09-01 a",
            "going",
            "Home lasts",
            "Lives there still on 1 Jun 2026",
        ),
        (
            "home U6 2024-01-01 .. 2025-09-01 a; home T4 2025-09-01 .. 2025-09-20;"
            " home U6 2025-09-20 a",
            "going",
            "Home lasts",
            "Lives there still on 1 Jun 2026",
        ),
    ],
)
def test_a_home_lasts_until_the_child_moves(
    cast: Cast, homes: str, state: str, tag: str, said: str
) -> None:
    child = timeline.child(f"care 2024-01-01; {homes}", authority=cast.authority)
    found = of(joined(started(cast, "lasting"), child, cast))
    assert (found.state, found.tag, found.words) == (state, tag, said)


def test_who_leaves_care_from_a_home_has_not_lost_it(cast: Cast) -> None:
    child = timeline.child(
        "care 2024-01-01 .. 2026-02-02; home U6 2024-01-01 .. 2026-02-02", authority=cast.authority
    )
    member = joined(started(cast, "lasting"), child, cast, expected_on=date(2025, 12, 1))
    found = of(member)
    assert (found.state, found.saved) == ("reached", 63)


@pytest.mark.parametrize(
    ("expected", "days", "said"),
    [
        (date(2025, 8, 4), 28, "4 Aug 2025 to 1 Sep 2025: 28 days, 4 weeks saved"),
        (date(2025, 9, 29), -28, "1 Sep 2025 to 29 Sep 2025: 28 days, 4 weeks lost"),
    ],
)
def test_a_home_that_ended_is_counted_whichever_way(
    cast: Cast, expected: date, days: int, said: str
) -> None:
    homes = "home U6 2024-01-01 .. 2025-09-01; home U4 2025-09-01"
    child = timeline.child(f"care 2024-01-01; {homes}", authority=cast.authority)
    found = of(joined(started(cast, "lasting"), child, cast, expected_on=expected))
    assert (found.saved, found.arithmetic) == (days, said)


def test_a_home_that_was_to_end_later_is_not_counted_yet(cast: Cast) -> None:
    child = timeline.child("care 2024-01-01; home U6 2024-01-01", authority=cast.authority)
    member = joined(started(cast, "lasting"), child, cast, expected_on=date(2026, 9, 1))
    assert (of(member).saved, of(member).arithmetic) == (None, "Not counted yet")


def test_a_home_that_lasted_as_long_as_the_work_did(cast: Cast) -> None:
    cohort = started(cast, "lasting")
    child = timeline.child("care 2024-01-01; home U6 2024-01-01", authority=cast.authority)
    member = joined(cohort, child, cast, expected_on=date(2025, 6, 1))
    cohorts.end(cohort=cohort, on=date(2025, 7, 13), by=cast.chair)
    found = of(member)
    assert (found.state, found.saved) == ("reached", 42)
    assert found.arithmetic == "1 Jun 2025 to 13 Jul 2025: 42 days, 6 weeks saved"
    assert of(member, date(2025, 5, 1)).saved is None


# What a person says


def test_what_the_record_does_not_tell_a_person_says(cast: Cast) -> None:
    member = joined(started(cast, "other"), cast.amara, cast)
    told = {"outcome": "not-reached", "outcome_because": "Her aunt withdrew."}
    CohortMember.objects.filter(pk=member.pk).update(ends_on=date(2026, 3, 3), **told)
    found = of(member)
    assert (found.state, found.source) == ("not-reached", "said by a person")
    assert found.words == "The aim was not reached: Her aunt withdrew."
    assert of(member, date(2026, 3, 2)).state == "going", "nobody had said it yet"


def test_the_record_goes_before_what_a_person_says(cast: Cast) -> None:
    child = timeline.child(
        "care 2024-01-01; home K2 2024-01-01 .. 2025-09-01; home U6 2025-09-01",
        authority=cast.authority,
    )
    member = joined(started(cast), child, cast)
    told = {"outcome": "not-reached", "outcome_because": "By mistake."}
    CohortMember.objects.filter(pk=member.pk).update(ends_on=date(2026, 3, 3), **told)
    assert of(member).state == "reached"


def test_what_happens_after_the_work_is_not_its_own(cast: Cast) -> None:
    child = timeline.child(
        "care 2024-01-01; home K2 2024-01-01 .. 2025-09-01; home U6 2025-09-01",
        authority=cast.authority,
    )
    member = joined(started(cast), child, cast)
    CohortMember.objects.filter(pk=member.pk).update(ends_on=date(2025, 8, 31))
    assert (of(member).state, of(member).tag) == ("left", "Left, nothing said")
    CohortMember.objects.filter(pk=member.pk).update(ends_on=date(2025, 9, 1))
    assert of(member).state == "reached"


# Weeks


@pytest.mark.parametrize(
    ("expected", "days", "said"),
    [
        (date(2026, 6, 1), 273, "1 Sep 2025 to 1 Jun 2026: 273 days, 39 weeks saved"),
        (date(2025, 9, 7), 6, "1 Sep 2025 to 7 Sep 2025: 6 days, 0 weeks saved"),
        (date(2025, 9, 1), 0, "1 Sep 2025 to 1 Sep 2025: 0 days, 0 weeks saved"),
        (
            date(2025, 8, 18),
            -14,
            "18 Aug 2025 to 1 Sep 2025: 14 days, 2 weeks lost",
        ),
        (None, None, "No day was expected"),
    ],
)
def test_weeks_are_counted_from_the_day_that_was_expected(
    cast: Cast, expected: date | None, days: int | None, said: str
) -> None:
    child = timeline.child(
        "care 2024-01-01; home K2 2024-01-01 .. 2025-09-01; home U6 2025-09-01",
        authority=cast.authority,
    )
    found = of(joined(started(cast), child, cast, expected_on=expected))
    assert (found.saved, found.arithmetic) == (days, said)


def test_nothing_is_counted_before_it_has_happened(cast: Cast) -> None:
    child = timeline.child("care 2024-01-01; home K2 2024-01-01", authority=cast.authority)
    found = of(joined(started(cast), child, cast, expected_on=date(2026, 1, 1)))
    assert (found.saved, found.arithmetic) == (None, "Not counted yet")


def test_totals_add_days_and_then_make_weeks_of_them(cast: Cast) -> None:
    cohort = started(cast)
    history = "care 2024-01-01; home K2 2024-01-01 .. 2025-09-01; home U6 2025-09-01"
    for expected in (date(2025, 9, 11), date(2025, 9, 12), None):
        joined(
            cohort, timeline.child(history, authority=cast.authority), cast, expected_on=expected
        )
    members = CohortMember.objects.select_related("cohort")
    totals = Totals.of(became(members, DAY))
    assert (totals.children, totals.days, totals.counted) == (3, 21, 2)
    assert totals.saved == "3 weeks saved, counted for 2 children"
    assert totals.states["reached"] == 3
    assert Totals.of([]).saved == "No weeks can be counted yet"
    assert weeks(7) == "1 week saved"


# What is refused


def test_a_name_is_used_once(cast: Cast) -> None:
    started(cast, name="Going home")
    with pytest.raises(Refused, match="of that name already"):
        started(cast, name=" going  HOME ")
    with pytest.raises(Refused, match="Give the cohort a name"):
        started(cast, name="  ")


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"starts_on": date(2025, 1, 5)}, "The cohort began on 6 January 2025"),
        ({"starts_on": date(2025, 1, 6), "expected_because": "A guess"}, "Enter the day"),
    ],
)
def test_who_cannot_join(cast: Cast, more: dict[str, Any], said: str) -> None:
    with pytest.raises(Refused, match=said):
        joined(started(cast), cast.amara, cast, **more)


def test_a_child_is_in_a_cohort_once_at_a_time(cast: Cast) -> None:
    cohort = started(cast)
    member = joined(cohort, cast.amara, cast)
    with pytest.raises(Refused, match="1 child of these are in the cohort already"):
        joined(cohort, cast.amara, cast, starts_on=date(2025, 1, 6))
    CohortMember.objects.filter(pk=member.pk).update(ends_on=date(2025, 3, 3))
    assert joined(cohort, cast.amara, cast, starts_on=date(2025, 3, 3)).pk != member.pk


def test_another_authoritys_child_cannot_join(cast: Cast) -> None:
    with pytest.raises(Refused, match="another authority’s"):
        joined(started(cast), cast.noor, cast)


def test_a_cohort_that_ended_takes_nobody_in(cast: Cast) -> None:
    cohort = started(cast)
    cohorts.end(cohort=cohort, on=date(2026, 1, 1), by=cast.chair)
    with pytest.raises(Refused, match="The cohort ended on 1 January 2026"):
        joined(cohort, cast.amara, cast)


def test_the_end_of_a_cohort_ends_the_work_with_all_who_are_in_it(cast: Cast) -> None:
    cohort = started(cast)
    member, other = joined(cohort, cast.amara, cast), joined(cohort, cast.tomas, cast)
    CohortMember.objects.filter(pk=other.pk).update(ends_on=date(2025, 5, 5))
    with pytest.raises(Refused, match="A child joined it on that day or later"):
        cohorts.end(cohort=cohort, on=date(2025, 2, 3), by=cast.chair)
    with pytest.raises(Refused, match="after the day it began"):
        cohorts.end(cohort=cohort, on=BEGAN, by=cast.chair)
    cohorts.end(cohort=cohort, on=date(2026, 1, 1), by=cast.chair)
    member.refresh_from_db()
    other.refresh_from_db()
    assert (member.ends_on, other.ends_on) == (date(2026, 1, 1), date(2025, 5, 5))
    with pytest.raises(Refused, match="has ended already"):
        cohorts.end(cohort=cohort, on=date(2026, 2, 1), by=cast.chair)
    event = AuditEvent.objects.get(what="cohort.ended")
    assert (event.children, event.details) == ([cast.amara.pk], {"cohort": str(cohort.uuid)})


# The pages


@pytest.mark.parametrize("who", ["service_manager", "manager", "chair"])
def test_who_may_manage_cohorts(cast: Cast, who: str) -> None:
    assert signed_in(getattr(cast, who)).get("/cohorts/").status_code == 200


@pytest.mark.parametrize("who", ["social_worker", "iro", "board_member", "data_officer", "nobody"])
def test_who_may_not(cast: Cast, who: str) -> None:
    client, cohort = signed_in(getattr(cast, who)), started(cast)
    for page in ("", "start/", f"{cohort.uuid}/", f"{cohort.uuid}/end/"):
        assert client.get(f"/cohorts/{page}").status_code == 403
    assert client.get(f"/tracker/cohort/?child={cast.amara.uuid}").status_code == 403


def test_the_four_presets_are_offered(cast: Cast) -> None:
    page = signed_in(cast.chair).get("/cohorts/")
    assert "No cohort yet" in text(page)
    for aim in ("family", "discharge", "guardianship", "lasting"):
        assert f"/cohorts/start/?aim={aim}" in page.content.decode()
    begun = signed_in(cast.chair).get("/cohorts/start/?aim=guardianship").content.decode()
    assert 'value="Connected carers to guardianship"' in begun
    assert re.search(r'value="guardianship" checked', begun)


def test_a_cohort_is_started(cast: Cast) -> None:
    given = {"aim": "family", "name": "Home for good", "about": "", **boxes("on", BEGAN)}
    answer = signed_in(cast.chair).post("/cohorts/start/", given)
    made = Cohort.objects.get()
    assert answer["Location"] == f"/cohorts/{made.uuid}/"
    assert (made.name, made.aim, made.starts_on) == ("Home for good", "family", BEGAN)
    again = signed_in(cast.chair).post("/cohorts/start/", given)
    assert "There is a cohort of that name already" in text(again)
    ahead = given | {"name": "Next", **boxes("on", date(2049, 1, 1))}
    assert "not in the future" in text(signed_in(cast.chair).post("/cohorts/start/", ahead))
    assert "Answer “What is its aim?”" in text(
        signed_in(cast.chair).post("/cohorts/start/", given | {"aim": ""})
    )


def test_another_authoritys_cohort_does_not_exist(cast: Cast) -> None:
    cohort = started(cast)
    client = signed_in(cast.stranger)
    assert client.get(f"/cohorts/{cohort.uuid}/").status_code == 404
    assert client.get(f"/cohorts/{cohort.uuid}/end/").status_code == 404
    assert "Home" not in text(client.get("/cohorts/"))


def test_children_are_chosen_in_the_tracker(cast: Cast) -> None:
    cohort = started(cast)
    joined(cohort, cast.tomas, cast)
    client = signed_in(cast.chair)
    queue = client.get("/tracker/").content.decode()
    assert 'formaction="/tracker/cohort/">Add to a cohort' in queue
    ticked = {"child": [str(cast.amara.uuid), str(cast.tomas.uuid)]}
    form = text(client.get("/tracker/cohort/", ticked))
    assert "Add 2 children to a cohort" in form and "Amara Bello" in form
    given = ticked | {"cohort": str(cohort.uuid), **boxes("starts_on", DAY)}
    given |= boxes("expected_on", date(2027, 3, 1)) | {"expected_because": "The panel of March"}
    page = client.post("/tracker/cohort/", given, follow=True)
    assert "1 child added to the cohort." in text(page)
    assert "Not added: Tomas Bello. In the cohort already." in text(page)
    made = cast.amara.cohortmember_facts.get()
    assert (made.starts_on, made.expected_on) == (DAY, date(2027, 3, 1))
    assert made.added_by == cast.chair
    event = AuditEvent.objects.filter(what="cohort-member.recorded").latest("at")
    assert event.children == [cast.amara.pk]


def test_a_form_sent_twice_adds_once(cast: Cast) -> None:
    cohort = started(cast)
    given = {"child": str(cast.amara.uuid), "cohort": str(cohort.uuid), **boxes("starts_on", DAY)}
    given["number"] = "0b9c0a06-3f3c-4a4b-9b51-0d7c31a3c7c1"
    client = signed_in(cast.chair)
    for _ in range(2):
        client.post("/tracker/cohort/", given)
    assert cast.amara.cohortmember_facts.count() == 1


def test_only_reached_children_are_added(cast: Cast) -> None:
    cohort = started(cast)
    given = {"child": [str(cast.tomas.uuid), str(cast.noor.uuid)], "cohort": str(cohort.uuid)}
    answer = signed_in(cast.manager).post("/tracker/cohort/", given | boxes("starts_on", DAY))
    assert answer["Location"] == "/tracker/"
    assert not CohortMember.objects.exists()


def test_a_child_is_added_by_her_reference(cast: Cast) -> None:
    cohort = started(cast)
    client = signed_in(cast.manager)
    answer = client.post(f"/cohorts/{cohort.uuid}/", {"reference": " a1 "})
    assert answer["Location"] == f"/tracker/cohort/?child={cast.amara.uuid}&cohort={cohort.uuid}"
    form = client.get(answer["Location"]).content.decode()
    assert f'value="{cohort.uuid}" selected' in form
    for hidden in ("A2", "B1", "none"):
        again = client.post(f"/cohorts/{cohort.uuid}/", {"reference": hidden})
        assert "You reach no child with this reference" in text(again)


def test_the_page_tells_what_became_of_each(cast: Cast) -> None:
    cohort = started(cast)
    child = timeline.child(
        "care 2024-01-01; home K2 2024-01-01 .. 2025-09-01; home U6 2025-09-01",
        authority=cast.authority,
        reference="Z9",
    )
    joined(cohort, child, cast, expected_on=date(2026, 6, 1), expected_because="As in other years")
    joined(cohort, cast.amara, cast, starts_on=date(2025, 4, 7))
    page = signed_in(cast.chair).get(f"/cohorts/{cohort.uuid}/?as_at={DAY}")
    said = text(page)
    assert "Home: 2 children" in said
    assert "39 weeks saved, counted for 1 child" in said
    assert "Aim reached 1 Sep 2025: lives in a foster home from the record" in said
    assert "1 Jun 2026 As in other years" in said
    assert "1 Sep 2025 to 1 Jun 2026: 273 days, 39 weeks saved" in said
    assert "Amara Bello 7 Apr 2025 to now Still at work Not said No day was expected" in said
    event = AuditEvent.objects.filter(kind="read").latest("at")
    assert event.what == "cohort" and set(event.children) == {child.pk, cast.amara.pk}
    before = signed_in(cast.chair).get(f"/cohorts/{cohort.uuid}/?as_at=2025-02-02")
    assert "Home: 0 children" in text(before)


def test_a_reader_sees_and_counts_the_children_they_reach(cast: Cast) -> None:
    cohort = started(cast)
    joined(cohort, cast.amara, cast)
    joined(cohort, cast.tomas, cast)
    page = text(signed_in(cast.manager).get(f"/cohorts/{cohort.uuid}/"))
    assert "Home: 1 child" in page and "Tomas" not in page
    (event,) = AuditEvent.objects.filter(kind="read", what="cohort")
    assert event.children == [cast.amara.pk]


def test_the_list_counts_what_was_reached(cast: Cast) -> None:
    joined(started(cast, "lasting", "Fragile"), cast.amara, cast)
    joined(started(cast, "family", "Families"), cast.tomas, cast)
    page = text(signed_in(cast.chair).get("/cohorts/"))
    assert "2 cohorts" in page
    assert "Fragile A fragile foster home that lasts 6 Jan 2025 to now 1 0" in page


def test_a_cohort_is_ended_on_its_page(cast: Cast) -> None:
    cohort = started(cast)
    joined(cohort, cast.amara, cast)
    client = signed_in(cast.chair)
    address = f"/cohorts/{cohort.uuid}/end/"
    ahead = client.post(address, boxes("on", date(2049, 1, 1)))
    assert "not in the future" in text(ahead)
    page = client.post(address, boxes("on", DAY), follow=True)
    assert "The cohort has ended." in text(page) and "Add this child" not in text(page)
    assert "has ended already" in text(client.post(address, boxes("on", DAY)))


def test_the_work_with_one_child_is_ended_from_the_page(cast: Cast) -> None:
    member = joined(started(cast, "other"), cast.amara, cast)
    client = signed_in(cast.manager)
    step = f"/children/{cast.amara.uuid}/record/cohort-member/{member.pk}/ended/"
    assert step in client.get(f"/cohorts/{member.cohort.uuid}/").content.decode()
    given = boxes("ends_on", DAY) | {"outcome": "reached"}
    refused = text(client.post(step, given))
    assert "Enter both what became of it and why, or neither" in refused
    client.post(step, given | {"outcome_because": "She moved to her aunt."})
    member.refresh_from_db()
    assert (member.ends_on, member.outcome) == (DAY, "reached")
    assert of(member, timezone.localdate()).words.endswith("reached: She moved to her aunt.")


def test_the_history_tells_it_in_words(cast: Cast) -> None:
    member = joined(started(cast, "guardianship", "Wave 2"), cast.amara, cast)
    page = text(signed_in(cast.manager).get(f"/children/{cast.amara.uuid}/history/"))
    assert "to help towards an aim: from connected carers to special guardianship" in page
    assert member.cohort.name not in page
