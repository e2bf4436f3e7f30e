"""Why children wait, on the page: who sees which children's days, and who sees none."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from casetrack.audit import AuditEvent
from oversight.actions.answers import note_reason
from oversight.clocks.engine import refresh
from oversight.models import ClockRow
from tests import timeline
from tests.cast import WAITING, Cast, signed_in

MATCH = "placement-order-to-match"
ADDRESS = "/waits/causes/"
BEHIND = f"{ADDRESS}children/"


def text(user: object, address: str = ADDRESS) -> str:
    answer = signed_in(user).get(address)  # type: ignore[arg-type]
    assert answer.status_code == 200
    page = answer.content.decode()
    return page[page.index("<main") : page.index("</main>")]


def put_down(cast: Cast, cause: str = "health") -> None:
    today = timezone.localdate()
    note_reason(
        waits=[ClockRow.objects.get(child=cast.amara, clock=MATCH)],
        reason="An operation.",
        on=today,
        by=cast.manager,
        cause=cause,
        since=today - timedelta(days=9),
    )


@pytest.mark.parametrize("who", ["manager", "chair", "service_manager", "data_officer"])
def test_who_sees_which_children_are_behind_it(cast: Cast, who: str) -> None:
    put_down(cast)
    page = text(getattr(cast, who))
    assert "days past a limit are unexplained" in page
    # Ten days, today among them, of one child.
    row = page[page.index(">Health<") :]
    assert row[: row.index("</tr>")].count('<td class="number">10</td>') == 1
    assert "cause=health" in page


def test_a_manager_counts_the_team_and_the_chair_everybody(cast: Cast) -> None:
    assert "1 of the children in your tracker" in text(cast.manager)
    assert "2 of the children in your tracker" in text(cast.chair)
    assert "North" in text(cast.manager)
    assert "South" not in text(cast.manager)


@pytest.mark.parametrize("who", ["social_worker", "iro", "guardian", "nobody"])
def test_who_may_not(cast: Cast, who: str) -> None:
    assert signed_in(getattr(cast, who)).get(ADDRESS).status_code == 403


def test_a_board_member_sees_no_child_and_no_small_number(cast: Cast) -> None:
    put_down(cast)
    page = text(cast.board_member)
    assert "Castle Council: too few children to show" in page
    assert set(page.split('<td class="number">')[1:]) != set()
    assert all(cell.startswith("hidden") for cell in page.split('<td class="number">')[1:])
    for hidden in ("Amara", "Bello", "/children/", "<a ", "<select"):
        assert hidden not in page
    assert signed_in(cast.board_member).get(BEHIND).status_code == 403


def test_a_board_member_sees_whole_months_alone_whatever_is_asked_for(cast: Cast) -> None:
    for _ in range(8):
        timeline.child(WAITING, authority=cast.authority)
    refresh()
    page = text(cast.board_member)
    assert page == text(cast.board_member, f"{ADDRESS}?to=2025-12")
    last = timezone.localdate().replace(day=1) - timedelta(days=1)
    assert f"as known on {last:%A} {last.day} {last:%B}" in page
    assert "days past a limit are unexplained" in page


def test_twelve_months_are_chosen_and_never_those_to_come(cast: Cast) -> None:
    page = text(cast.chair, f"{ADDRESS}?to=2026-02")
    assert "Mar 2025 to Feb 2026" in page
    assert '<option value="2026-02" selected>' in page
    for wrong in ("2049-01", "nonsense", "2026-99", ""):
        assert text(cast.chair, f"{ADDRESS}?to={wrong}") == text(cast.chair)


def test_nothing_late_is_said_in_words(cast: Cast) -> None:
    assert "no day past a limit" in text(cast.chair, f"{ADDRESS}?to=2024-01")


# The children behind a figure


def test_a_figure_leads_to_its_children(cast: Cast) -> None:
    put_down(cast)
    today = timezone.localdate()
    page = text(cast.chair, f"{BEHIND}?to={today:%Y-%m}&cause=health")
    assert "10 days past a limit, 1 child" in page
    assert "Amara Bello" in page
    assert "Tomas" not in page
    event = AuditEvent.objects.get(kind="read", what="causes.children")
    assert event.children == [cast.amara.pk]


def test_every_part_of_every_table_leads_to_as_many_days(cast: Cast) -> None:
    put_down(cast)
    page = text(cast.chair)
    links = [part.split('"')[0] for part in page.split(f'href="{BEHIND}')[1:]]
    assert len(links) > 8
    for link in links:
        row = page[page.index(f'{BEHIND}{link}"') :]
        days = row.split('<td class="number">')[1].split("<")[0]
        behind = text(cast.chair, f"{BEHIND}{link}".replace("&amp;", "&"))
        assert f">{days} day" in behind, link


def test_it_lists_those_in_reach_alone(cast: Cast) -> None:
    page = text(cast.manager, f"{BEHIND}?cause=unexplained")
    assert "Amara Bello" in page
    assert "Tomas" not in page
    assert "No child whom you may see." in text(cast.stranger, f"{BEHIND}?clock=open-past-eighteen")


def test_who_may_not_count_may_list_their_own(cast: Cast) -> None:
    page = text(cast.social_worker, BEHIND)
    assert "Amara Bello" in page
    assert "Why children wait<" not in page


def test_what_cannot_be_understood_is_left_out(cast: Cast) -> None:
    plain = text(cast.chair, BEHIND)
    assert text(cast.chair, f"{BEHIND}?cause=x&team=x&clock=x&month=x&to=x") == plain


def test_what_it_is_narrowed_to_is_said(cast: Cast) -> None:
    team = cast.north_worker.team_id
    page = text(
        cast.chair, f"{BEHIND}?team={team}&clock={MATCH}&month=2026-05-01&cause=unexplained"
    )
    assert "Unexplained, North, Placement order to match, May 2026." in page
    assert date(2026, 5, 1) < timezone.localdate()
