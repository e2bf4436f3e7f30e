"""Special guardianship and connected carers: stages, approvals week by week, who is unapproved."""

from typing import Any

import pytest

from adoption.models import ProspectiveGuardian
from casetrack.models import Child, CourtOrder, Relative
from oversight.pathways.progress import Standing
from oversight.tests.pathways import (
    Cast,
    a_child,
    add,
    days,
    every,
    home_of,
    marked,
    names,
    page,
    row,
    said,
    stands,
    without_a_day,
)
from placements.models import CarerApproval, HomeAssessment, UnregisteredSetting

pytestmark = pytest.mark.django_db
CODE = "guardianship"
PLANNED = f"plan special-guardianship {days(300)}; home U1 {days(290)} a"
STARTED = 100


def a_guardian(**more: Any) -> ProspectiveGuardian:
    return ProspectiveGuardian(
        name="Rose Bello",
        relationship="aunt",
        order_sought="special-guardianship",
        named_on=days(295),
        **more,
    )


def temporary(child: Child, ago: int = STARTED, weeks: int = 16, **more: Any) -> CarerApproval:
    return CarerApproval.objects.create(
        child=child,
        home=home_of(child),
        kind="temporary",
        starts_on=days(ago),
        expires_on=days(ago - weeks * 7),
        approved_by="A. Head",
        **more,
    )


def full(child: Child, ago: int) -> CarerApproval:
    return CarerApproval.objects.create(
        child=child, home=home_of(child), kind="foster", starts_on=days(ago), approved_by="Panel"
    )


def test_each_stage_is_shown_by_its_own_fact() -> None:
    child = a_child(PLANNED, a_guardian())
    guardian = ProspectiveGuardian.objects.get()
    assert stands(CODE, child) == "viability"
    guardian.viability_concluded_on, guardian.viability = days(280), "positive"
    guardian.save()
    assert stands(CODE, child) == "temporary"
    temporary(child)
    assert stands(CODE, child) == "panel"
    full(child, 60)
    assert stands(CODE, child) == "assessment"
    guardian.assessment_completed_on, guardian.assessed = days(50), "recommended"
    guardian.save()
    for day, then in (
        ("support_plan_agreed_on", "notice"),
        ("notice_given_on", "application"),
        ("applied_on", "order"),
    ):
        assert stands(CODE, child) == {"notice": "support", "application": "notice"}.get(
            then, "application"
        )
        setattr(guardian, day, days(20))
        guardian.save()
        assert stands(CODE, child) == then
    add(child, CourtOrder(kind="special-guardianship", made_on=days(2)))
    assert stands(CODE, child) == "ended"
    assert stands(CODE, child, days(3)) == "order"
    assert without_a_day(CODE, child) == []


def test_the_court_asking_for_a_report_stands_for_notice() -> None:
    child = a_child(PLANNED, a_guardian(report_asked_on=days(20)))
    assert stands(CODE, child) == "application"
    assert row(CODE, child).places[5].on == days(20)


def test_what_was_found_of_a_relative_counts_and_a_negative_finding_does_not() -> None:
    child = a_child(f"plan connected {days(300)}; home U1 {days(290)}")
    looked = {"put_forward_on": days(299), "viability_done_on": days(298)}
    add(child, Relative(name="A", kinship="friend", viability="negative", **looked))
    assert stands(CODE, child) == "viability"
    add(child, Relative(name="B", kinship="friend", viability="positive", **looked))
    assert stands(CODE, child) == "temporary"


def test_an_assessment_of_the_home_counts_where_it_was_suitable() -> None:
    child = a_child(f"plan connected {days(300)}; home U1 {days(290)}")
    one = {"kind": "viability", "people": "A", "started_on": days(299)}
    add(child, HomeAssessment(**one, completed_on=days(290), finding="not-suitable"))
    assert stands(CODE, child) == "viability"
    add(child, HomeAssessment(**one | {"people": "B"}, completed_on=days(9), finding="suitable"))
    assert stands(CODE, child) == "temporary"


def test_who_withdrew_takes_the_child_no_further() -> None:
    found = {"viability_concluded_on": days(280), "viability": "positive"}
    child = a_child(PLANNED, a_guardian(**found, withdrew_on=days(9)))
    assert stands(CODE, child, days(10)) == "temporary"
    assert stands(CODE, child) == "viability"


def test_an_approval_is_not_needed_where_the_child_does_not_live_with_them() -> None:
    child = a_child(f"plan special-guardianship {days(300)}; home U6 {days(290)}", a_guardian())
    add_viability = {"viability_concluded_on": days(280), "viability": "positive"}
    ProspectiveGuardian.objects.update(**add_viability)
    assert stands(CODE, child) == "assessment"
    found = [each.standing for each in row(CODE, child).places]
    assert found[1:3] == [Standing.NOT_NEEDED] * 2
    assert marked(CODE, child) == {"order-planned"}


def test_no_order_is_needed_where_none_is_sought() -> None:
    child = a_child(f"home U1 {days(290)}")
    temporary(child)
    full(child, 40)
    add(child, Relative(name="B", kinship="friend", put_forward_on=days(299)))
    one = {"people": "B", "started_on": days(299), "completed_on": days(50), "finding": "suitable"}
    add(child, HomeAssessment(kind="viability", **one), HomeAssessment(kind="full", **one))
    assert stands(CODE, child) == "ended"
    assert marked(CODE, child) == {"fostering-only"}


# Approvals


def test_a_child_with_relatives_and_no_approval_is_on_top_and_red(cast: Cast) -> None:
    bare = a_child(f"home U3 {days(20)}", reference="Z9")
    fine = a_child(f"home U3 {days(20)}; status C2 {days(890)}", reference="M1")
    full(fine, 10)
    assert [each.facts["id"] for each in every(CODE)] == [bare.pk, fine.pk]
    assert marked(CODE, bare) >= {"unapproved"} and "unapproved" not in marked(CODE, fine)
    Child.objects.filter(pk__in=[bare.pk, fine.pk]).update(authority=cast.authority)
    text = page(cast.chair, CODE)
    assert "1 without the approval that their home needs</h1>" in text
    assert '<strong class="late">No approval in force</strong>' in text
    assert names(page(cast.chair, CODE, "only=unapproved")) == ["Child Z9"]


@pytest.mark.parametrize("home", ["U1", "U2", "U3", "Q1"])
def test_every_kind_of_home_with_a_relative_or_friend_needs_one(home: str) -> None:
    assert "unapproved" in marked(CODE, a_child(f"home {home} {days(20)}"))


def test_foster_carers_who_are_no_relatives_need_none_here() -> None:
    child = a_child(f"plan connected {days(30)}; home U6 {days(20)}")
    assert "unapproved" not in marked(CODE, child)


def test_a_temporary_approval_counts_to_its_last_day() -> None:
    child = a_child(f"home U1 {days(STARTED)}")
    temporary(child)
    last = STARTED - 112
    assert "unapproved" not in marked(CODE, child, days(last))
    assert "unapproved" in marked(CODE, child, days(last - 1))


def test_an_extension_counts_from_the_day_on_which_it_was_agreed() -> None:
    child = a_child(f"home U1 {days(120)}")
    temporary(
        child,
        ago=120,
        extended_on=days(7),
        extended_until=days(120 - 168),
        extended_because="unfinished",
    )
    assert "unapproved" not in marked(CODE, child, days(8))
    assert marked(CODE, child) == {"fostering-only", "extended"}
    assert "extended" not in marked(CODE, child, days(8))
    assert "ends-soon" in marked(CODE, child, days(8))


def test_carers_who_are_marked_as_not_approved_are_on_top_whatever_is_recorded_else() -> None:
    child = a_child(f"home U6 {days(STARTED)}")
    assert stands(CODE, child) == ""
    add(child, UnregisteredSetting(kind="carers", starts_on=days(9), reason="In the night"))
    assert marked(CODE, child) == {"unapproved"}
    UnregisteredSetting.objects.update(kind="childrens-home")
    assert stands(CODE, child) == ""


def test_an_end_because_the_carers_were_approved_speaks_for_itself(cast: Cast) -> None:
    child = a_child(f"home U1 {days(200)}")
    temporary(child, ago=120, ends_on=days(30), end_reason="approved")
    assert "unapproved" not in marked(CODE, child)
    Child.objects.filter(pk=child.pk).update(authority=cast.authority)
    assert "Approved by what is not recorded" in said(page(cast.chair, CODE))
    CarerApproval.objects.update(end_reason="withdrawn")
    assert "unapproved" in marked(CODE, child)


def test_an_approval_of_another_home_is_none_of_this_one() -> None:
    child = a_child(f"home U1 {days(STARTED)} .. {days(30)} a; home U1 {days(30)} b")
    temporary(child, ago=25)
    CarerApproval.objects.update(home=child.placement_facts.earliest("starts_on").home)
    assert "unapproved" in marked(CODE, child)
    assert stands(CODE, child) == "viability"


@pytest.mark.parametrize(
    ("ago", "words"),
    [
        (0, "Temporary, week 1 of 16"),
        (6, "Temporary, week 1 of 16"),
        (7, "Temporary, week 2 of 16"),
        (111, "Temporary, week 16 of 16"),
        (113, "No approval in force the temporary one ran out on"),
    ],
)
def test_the_week_of_a_temporary_approval_is_said(cast: Cast, ago: int, words: str) -> None:
    child = a_child(f"home U1 {days(200)}")
    temporary(child, ago=ago)
    Child.objects.filter(pk=child.pk).update(authority=cast.authority)
    assert words in said(page(cast.chair, CODE))


def test_the_week_of_an_extended_one_and_a_full_approval_are_said(cast: Cast) -> None:
    child = a_child(f"home U1 {days(200)}")
    temporary(
        child,
        ago=120,
        extended_on=days(9),
        extended_until=days(120 - 168),
        extended_because="unfinished",
    )
    Child.objects.filter(pk=child.pk).update(authority=cast.authority)
    assert "Temporary, week 18 of 24 until 19 Jul 2026" in said(page(cast.chair, CODE))
    CarerApproval.objects.update(ends_on=days(3), end_reason="approved")
    full(child, 3)
    assert "Approved as foster carers since 29 May 2026" in said(page(cast.chair, CODE))


@pytest.mark.parametrize(
    ("history", "on_it"),
    [
        (f"contingency special-guardianship {days(9)}", True),
        (f"plan child-arrangements {days(9)}", True),
        (f"plan connected {days(9)}", True),
        (f"plan long-term-fostering {days(9)}; home U6 {days(9)}", False),
        (f"home Q1 {days(9)}", True),
        (f"home U1 {days(50)} .. {days(3)} a; home T1 {days(3)} b", True),
        (f"home U1 {days(50)} .. {days(3)} a; home U6 {days(3)} b", False),
    ],
)
def test_who_is_on_it(history: str, on_it: bool) -> None:
    assert bool(stands(CODE, a_child(history))) is on_it


def test_whoever_wants_an_order_brings_the_child_here() -> None:
    child = a_child(f"home U6 {days(290)}", a_guardian(withdrew_on=days(5)))
    assert stands(CODE, child, days(6)) == "viability"
    assert stands(CODE, child) == ""


def test_the_button_records_the_change_of_the_carer_who_is_looked_at(cast: Cast) -> None:
    add(cast.amara, a_guardian())
    text = page(cast.manager, CODE)
    guardian = ProspectiveGuardian.objects.get()
    address = f"/children/{cast.amara.uuid}/record/prospective-guardian/{guardian.pk}/viability/"
    assert f'href="{address}">Record the first look' in text
