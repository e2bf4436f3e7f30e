"""A pack is looked at, published and read: with small numbers hidden, and as it was for good."""

import re
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from pypdf import PdfReader

from casetrack.audit import AuditEvent
from casetrack.models import Authority, CarePeriod, User
from oversight.actions import packs as actions
from oversight.actions.packs import PackRefused
from oversight.indicators.kept import changed
from oversight.models import PackKind, Publication, PublishedFigure
from oversight.packs.kinds import MAKERS
from oversight.packs.public import HIDDEN
from tests import timeline
from tests.cast import Cast, a_user, signed_in

AS_AT = date(2026, 5, 31)
AT_HOME = "care 2024-01-10; status C2 2024-01-10; home P1 2024-02-01"
FOSTERED = "care 2024-01-10; status C2 2024-01-10; home U4 2024-01-10"
LEFT = "care 2021-04-01 .. 2021-05-01; status C2 2021-04-01 .. 2021-05-01"


@pytest.fixture
def cast(cast: Cast) -> Cast:
    """30 children in care since 2024, of whom 3 with parents: a number that may not be told."""
    Authority.objects.update(records_live=True, recorded_from=date(2021, 4, 1))
    for history in (LEFT, *[AT_HOME] * 3, *[FOSTERED] * 27):
        timeline.child(history, authority=cast.authority)
    return cast


@pytest.fixture
def director(cast: Cast) -> User:
    return a_user("director", cast.authority, "director")


def published(cast: Cast, kind: str = PackKind.BOARD, as_at: date = AS_AT) -> Publication:
    today = timezone.localdate()
    made = MAKERS[kind](cast.authority, as_at, today)
    return actions.publish(
        authority=cast.authority,
        kind=kind,
        as_at=as_at,
        today=today,
        by=cast.service_manager,
        seen=made.pack.checksum,
    )


def _also(cast: Cast, histories: list[str]) -> None:
    """More children, recorded as anything is: what was counted before is counted anew."""
    changed([timeline.child(each, authority=cast.authority).pk for each in histories])


def page(user: Any, address: str) -> str:
    answer = signed_in(user).get(address)
    assert answer.status_code == 200
    text = answer.content.decode()
    return text[text.index("<main") : text.index("</main>")]


def test_a_share_of_few_children_is_hidden_in_every_month(cast: Cast) -> None:
    made = MAKERS[PackKind.BOARD](cast.authority, AS_AT, timezone.localdate())
    line = next(each for each in made.public.lines if "CP9" in each.indicator.called)
    assert line.now.number is None
    assert line.now.why == HIDDEN
    assert all(figure.value is None for figure in line.figures)
    whole = next(each for each in made.public.lines if "CP1" in each.indicator.called)
    assert whole.now.number == 32
    sheet = next(each for each in made.pack.sheets if each.title == line.indicator.titled)
    assert "hidden" in sheet.finding
    assert not re.search(r"\b3 of 32\b|9\.4%", repr(made.pack.body))


def test_it_tells_of_homes_and_of_the_way_of_those_who_came(cast: Cast) -> None:
    pack = MAKERS[PackKind.BOARD](cast.authority, AS_AT, timezone.localdate()).pack
    homes, way, waits = pack.sheets[-3:]
    assert homes.title == "How many homes"
    (grid,) = homes.grids
    assert ("1 home", "32", "32") in grid.rows
    assert way.pictures[0].wide.strip().startswith("<svg")
    assert waits.title == "Why children wait"


def test_it_is_looked_at_then_published_and_the_board_reads_it(cast: Cast, director: User) -> None:
    client = signed_in(director)
    chosen = {"kind": "board", "as_at-day": 31, "as_at-month": 5, "as_at-year": 2026}
    answer = client.get("/packs/make/", chosen)
    assert answer.status_code == 302
    look = client.get(answer["Location"]).content.decode()
    assert "Not published: nobody but you sees it" in look
    seen = re.search(r'name="seen" value="(\w+)"', look)
    assert seen is not None
    asked = {"council": cast.authority.code, "kind": "board", "as_at": "2026-05-31"}
    done = client.post("/packs/look/", asked | {"seen": seen[1]})
    assert done.status_code == 302
    assert "31 May 2026" in page(cast.board_member, "/packs/")
    read = page(cast.board_member, done["Location"])
    assert "Children in care (CP1" in read
    assert "How each figure is counted" in read
    assert "/children/" not in read
    event = AuditEvent.objects.get(what="pack.published")
    assert event.details["as_at"] == "2026-05-31"


def test_what_changed_since_it_was_looked_at_is_looked_at_again(cast: Cast, director: User) -> None:
    client = signed_in(director)
    asked = {"council": cast.authority.code, "kind": "board", "as_at": "2026-05-31"}
    look = client.get("/packs/look/", asked).content.decode()
    seen = re.search(r'name="seen" value="(\w+)"', look)
    assert seen is not None
    _also(cast, [FOSTERED] * 8)
    answer = client.post("/packs/look/", asked | {"seen": seen[1]})
    assert "Something was recorded since you looked at it" in answer.content.decode()
    assert not Publication.objects.exists()


def test_it_stays_as_it_was_published_whatever_is_recorded_later(cast: Cast) -> None:
    first = published(cast)
    before = page(cast.board_member, f"/packs/{first.uuid}/")
    CarePeriod.objects.filter(child__authority=cast.authority).update(ends_on=date(2026, 5, 1))
    assert page(cast.board_member, f"/packs/{first.uuid}/") == before


def test_the_next_pack_says_of_earlier_months_what_the_last_one_said(cast: Cast) -> None:
    published(cast, as_at=date(2026, 4, 30))
    _also(cast, ["care 2024-03-01; status C2 2024-03-01"])
    made = MAKERS[PackKind.BOARD](cast.authority, AS_AT, timezone.localdate())
    line = next(each for each in made.public.lines if "CP1" in each.indicator.called)
    by_day = {figure.on_day: figure.number for figure in line.figures}
    assert by_day[date(2026, 4, 30)] == 32
    assert by_day[AS_AT] in (33, None)


def test_figures_are_kept_with_the_mark_of_their_definition(cast: Cast) -> None:
    pack = published(cast)
    figures = PublishedFigure.objects.filter(publication=pack)
    assert figures.filter(indicator="children-in-care", on_day=AS_AT, number=32).exists()
    hidden = figures.filter(indicator="placed-with-parents", on_day=AS_AT).get()
    assert (hidden.hidden, hidden.number, hidden.value) == (True, None, None)
    assert all(len(figure.digest) == 64 for figure in figures)


@pytest.mark.parametrize("kind", list(PackKind))
def test_one_pack_a_day_and_kind(cast: Cast, kind: str) -> None:
    published(cast, kind)
    with pytest.raises(PackRefused, match="is published already"):
        published(cast, kind)


def test_of_a_day_that_is_not_over_there_is_none(cast: Cast) -> None:
    with pytest.raises(PackRefused, match="day that is over"):
        published(cast, as_at=timezone.localdate())


def test_nothing_published_is_changed_or_removed(cast: Cast) -> None:
    pack = published(cast)
    for change in (
        lambda: Publication.objects.filter(pk=pack.pk).update(as_at=date(2026, 4, 30)),
        lambda: PublishedFigure.objects.filter(publication=pack).update(number=1),
        lambda: PublishedFigure.objects.filter(publication=pack).delete(),
    ):
        with pytest.raises(IntegrityError, match="stays as it was published"), transaction.atomic():
            change()


def test_it_is_taken_out_as_a_pdf_and_a_workbook(cast: Cast) -> None:
    pack = published(cast)
    client = signed_in(cast.board_member)
    found = client.get(f"/packs/{pack.uuid}/pdf/")
    assert found["Content-Type"] == "application/pdf"
    assert found["Content-Disposition"] == 'attachment; filename="board-pack-2026-05-31.pdf"'
    text = " ".join(page.extract_text() for page in PdfReader(BytesIO(found.content)).pages)
    assert "Placed with parents" in text
    assert client.get(f"/packs/{pack.uuid}/workbook/").status_code == 200
    assert AuditEvent.objects.filter(what="pack.taken-out").count() == 2


@pytest.mark.parametrize("who", ["social_worker", "iro", "guardian", "administrator", "nobody"])
def test_who_sees_no_totals_sees_no_pack(cast: Cast, who: str) -> None:
    pack = published(cast)
    client = signed_in(getattr(cast, who))
    for address in ("/packs/", f"/packs/{pack.uuid}/", f"/packs/{pack.uuid}/pdf/"):
        assert client.get(address).status_code == 403


@pytest.mark.parametrize("who", ["board_member", "manager", "chair"])
def test_who_publishes_none(cast: Cast, who: str) -> None:
    client = signed_in(getattr(cast, who))
    assert client.get("/packs/make/").status_code == 403
    assert client.post("/packs/look/", {}).status_code == 403


def test_another_authority_s_pack_does_not_exist(cast: Cast) -> None:
    pack = published(cast)
    outside = a_user("outside", cast.elsewhere, "board-member")
    assert signed_in(outside).get(f"/packs/{pack.uuid}/").status_code == 404


def test_what_cannot_be_made_is_asked_again(cast: Cast, director: User) -> None:
    client = signed_in(director)
    empty = client.get("/packs/make/", {"kind": "board", "as_at-day": ""}).content.decode()
    assert "Enter a date" in empty
    ahead = {"kind": "board", "as_at-day": 1, "as_at-month": 1, "as_at-year": 2049}
    assert "day that is over" in client.get("/packs/make/", ahead).content.decode()
    assert client.get("/packs/look/", {"kind": "board"}).status_code == 404


def test_what_one_pack_showed_of_a_month_another_takes_as_it_was(cast: Cast) -> None:
    """The scrutiny pack shows children in care; the board's share of that month is of as many."""
    _also(cast, [AT_HOME] * 9)
    published(cast, PackKind.SCRUTINY)
    _also(cast, [FOSTERED] * 6)
    made = MAKERS[PackKind.BOARD](cast.authority, AS_AT, timezone.localdate())
    line = next(each for each in made.public.lines if "CP9" in each.indicator.called)
    assert (line.now.number, line.now.of) == (12, 41)
    assert line.now.value == pytest.approx(100 * 12 / 41)
    assert not made.public.shown.exposed
    homes = next(sheet for sheet in made.pack.sheets if sheet.title == "How many homes")
    assert homes.finding.startswith("Not told: more was recorded")
    assert not homes.grids


def test_the_same_pack_made_twice_hides_the_same(cast: Cast) -> None:
    first, second = (
        MAKERS[PackKind.BOARD](cast.authority, AS_AT, timezone.localdate()) for _ in range(2)
    )
    assert first.pack.checksum == second.pack.checksum
