"""The legal tracker: each part's arithmetic by hand, on the day it is asked for."""

import csv
import io
import re
from datetime import date
from typing import Any

import pytest
from django.utils.html import escape

from casetrack.audit import AuditEvent
from casetrack.models import (
    Child,
    CourtOrder,
    DischargeApplication,
    Hearing,
    LegalGateway,
    OrderExtension,
    PreProceedings,
    PreProceedingsMeeting,
    Proceedings,
    ProceedingsExtension,
)
from oversight.clocks.engine import refresh
from oversight.models import ClockSetting
from tests import timeline
from tests.cast import Cast, signed_in

DAY = date(2026, 6, 1)


def text(user: Any, query: str) -> str:
    answer = signed_in(user).get(f"/legal/?as_at={DAY}&{query}")
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", answer.content.decode())


def rows(page: str) -> list[str]:
    """Each line of the table, without its marks."""
    body = page.partition("<tbody")[2].partition("</tbody>")[0]
    lines = body.split("<tr ")[1:]
    return [re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", f"<{line}")).strip() for line in lines]


def issued(child: Child, day: str, **more: Any) -> Proceedings:
    given = {"kind": "care", "court": "Teesside"} | more
    return Proceedings.objects.create(child=child, issued_on=day, **given)


def order(child: Child, day: str, **more: Any) -> CourtOrder:
    given = {"kind": "supervision"} | more
    return CourtOrder.objects.create(child=child, made_on=day, **given)


def unborn(cast: Cast) -> Child:
    return Child.objects.create(
        authority=cast.authority, reference="U1", expected_on="2026-08-03", last_name="Unborn"
    )


# Pre-proceedings


def letter(child: Child, day: str, **more: Any) -> PreProceedings:
    return PreProceedings.objects.create(child=child, letter_sent_on=day, **more)


def test_an_authority_s_own_limits_are_those_of_the_list(cast: Cast) -> None:
    for clock, fewer in (("pre-proceedings", 70), ("care-proceedings", 140)):
        ClockSetting.objects.create(
            authority=cast.authority, clock=clock, starts_on="2020-01-01", limit=fewer
        )
    letter(cast.amara, "2026-03-23")
    issued(cast.amara, "2026-01-12")
    refresh([cast.amara.pk])
    (line,) = rows(text(cast.chair, "part=before"))
    assert "10 weeks of 10" in line and "last day today" in line
    (line,) = rows(text(cast.chair, "part=court"))
    assert "Week 21 of 20" in line and "1 day over" in line


@pytest.mark.parametrize(
    ("sent", "weeks", "state"),
    [
        ("2026-06-01", "0 weeks of 16", "112 days left"),
        ("2026-05-25", "1 week of 16", "105 days left"),
        ("2026-02-09", "16 weeks of 16", "last day today"),
        ("2026-02-08", "16 weeks of 16", "1 day over"),
        ("2025-11-24", "27 weeks of 16", "77 days over"),
    ],
)
def test_weeks_are_counted_from_the_letter(cast: Cast, sent: str, weeks: str, state: str) -> None:
    letter(cast.amara, sent)
    (line,) = rows(text(cast.chair, "part=before"))
    assert weeks in line and state in line


@pytest.mark.parametrize(
    ("sent", "held", "said"),
    [
        ("2026-05-01", [], "By 26 Jun 2026"),
        ("2026-04-06", [], "By 1 Jun 2026"),
        ("2026-04-05", [], "Not held, 1 day over"),
        ("2026-04-05", [("first", "2026-04-20")], "Not held, 1 day over"),
        ("2026-04-05", [("review", "2026-05-20")], "Held 20 May 2026"),
        ("2026-04-05", [("review", "2026-06-02")], "Not held, 1 day over"),
    ],
)
def test_the_review_is_due_half_way(cast: Cast, sent: str, held: list[Any], said: str) -> None:
    found = letter(cast.amara, sent)
    for purpose, day in held:
        PreProceedingsMeeting.objects.create(
            child=cast.amara, pre_proceedings=found, purpose=purpose, held_on=day
        )
    page = text(cast.chair, "part=before")
    assert said in rows(page)[0]
    late = "Not held" in said
    assert f"Review is late <strong>{int(late)}</strong>" in page


def test_meetings_are_listed_in_their_order(cast: Cast) -> None:
    found = letter(cast.amara, "2026-02-02")
    for purpose, day in (
        ("review", "2026-03-30"),
        ("first", "2026-02-16"),
        ("final", "2026-06-02"),
    ):
        PreProceedingsMeeting.objects.create(
            child=cast.amara, pre_proceedings=found, purpose=purpose, held_on=day
        )
    (line,) = rows(text(cast.chair, "part=before"))
    assert "2 meetings 16 Feb 2026, first meeting 30 Mar 2026, review meeting" in line


def test_letters_that_came_to_something_are_gone_and_stand_on_days_before(cast: Cast) -> None:
    letter(cast.amara, "2026-03-01", ended_on="2026-06-01", outcome="issued")
    letter(cast.tomas, "2026-03-01", ended_on="2026-06-02", outcome="stepped-down")
    letter(unborn(cast), "2026-06-02")
    page = text(cast.chair, "part=before")
    assert "1 child in pre-proceedings, none past the limit" in page
    assert "Tomas Bello" in rows(page)[0]


def test_children_who_are_not_in_care_are_listed(cast: Cast) -> None:
    letter(unborn(cast), "2026-01-05")
    page = text(cast.chair, "part=before")
    (line,) = rows(page)
    assert "1 child in pre-proceedings, 1 past the limit" in page
    assert "Unborn not yet born, expected 3 Aug 2026 · not in care" in line
    assert "No worker recorded" in line


# Proceedings


@pytest.mark.parametrize(
    ("day", "week", "state"),
    [
        ("2026-06-01", "Week 1 of 26", "181 days left"),
        ("2026-05-26", "Week 1 of 26", "175 days left"),
        ("2026-05-25", "Week 2 of 26", "174 days left"),
        ("2025-12-02", "Week 26 of 26", "last day today"),
        ("2025-12-01", "Week 27 of 26", "1 day over"),
    ],
)
def test_the_day_of_issue_is_the_first_of_26_weeks(
    cast: Cast, day: str, week: str, state: str
) -> None:
    issued(cast.amara, day)
    (line,) = rows(text(cast.chair, "part=court"))
    assert week in line and state in line


def test_a_year_with_29_february_counts_it(cast: Cast) -> None:
    issued(cast.amara, "2023-12-01")
    page = signed_in(cast.chair).get("/legal/?as_at=2024-05-30").content.decode()
    assert "last day 30 May 2024" in page and "last day today" in page


def test_more_time_moves_the_last_day_and_says_why(cast: Cast) -> None:
    court = issued(cast.amara, "2025-11-03")  # 26 weeks to 2 May 2026
    for day, until, why in (
        ("2026-04-20", "2026-06-26", "The expert’s report is late"),
        ("2026-06-02", "2026-08-21", "The father came forward"),
    ):
        ProceedingsExtension.objects.create(
            child=cast.amara, proceedings=court, ordered_on=day, until_on=until, reason=why
        )
    (line,) = rows(text(cast.chair, "part=court"))
    assert "Week 31 of 34 last day 26 Jun 2026" in line
    assert "Once To 26 Jun 2026: The expert’s report is late" in line
    assert "25 days left" in line
    assert "father" not in line, "it was not given by that day"


def test_the_next_hearing_is_the_first_that_stands(cast: Cast) -> None:
    court = issued(cast.amara, "2026-03-02")
    listed = {"child": cast.amara, "proceedings": court}
    Hearing.objects.create(purpose="first", listed_on="2026-03-10", held_on="2026-03-10", **listed)
    Hearing.objects.create(
        purpose="case-management", listed_on="2026-06-08", vacated_on="2026-05-30", **listed
    )
    Hearing.objects.create(purpose="final", listed_on="2026-07-20", **listed)
    Hearing.objects.create(
        purpose="issues-resolution", listed_on="2026-06-22", vacated_on="2026-06-09", **listed
    )
    page = text(cast.chair, "part=court")
    assert "22 Jun 2026 issues resolution hearing" in rows(page)[0], "called off only later"
    assert "No hearing listed <strong>0</strong>" in page


def test_proceedings_without_a_hearing_say_so(cast: Cast) -> None:
    issued(cast.amara, "2026-03-02")
    page = text(cast.chair, "part=court&show=unlisted")
    assert "No hearing is listed" in rows(page)[0]


def test_only_care_proceedings_have_a_last_day(cast: Cast) -> None:
    issued(cast.amara, "2024-03-02", kind="discharge")
    issued(cast.tomas, "2026-03-02")
    page = text(cast.chair, "part=court")
    care, other = rows(page)
    assert "Tomas" in care and "days left" in care
    assert "Discharge of an order issued 2 Mar 2024 Week 118 " in other
    assert "left" not in other and "over" not in other
    assert "2 children before a court, none past the last day" in page


def test_two_proceedings_of_one_child_are_two_lines_and_one_child(cast: Cast) -> None:
    issued(cast.amara, "2025-10-02")
    issued(cast.amara, "2026-03-02", kind="placement")
    page = text(cast.chair, "part=court")
    assert len(rows(page)) == 2
    assert "1 child before a court, 1 past the last day" in page


def test_what_is_concluded_or_not_yet_issued_is_not_there(cast: Cast) -> None:
    issued(cast.amara, "2026-01-02", concluded_on="2026-06-01", outcome="order")
    issued(cast.tomas, "2026-06-02")
    assert "No child is listed here" in text(cast.chair, "part=court")
    assert "0 children before a court" in text(cast.chair, "part=court")


# The panel, ending an order, supervision orders


def test_whom_the_panel_is_asked_about_comes_first(cast: Cast) -> None:
    given = {"decided_on": "2026-05-20", "decision": "issue", "words": "apply this week"}
    LegalGateway.objects.create(child=cast.amara, referred_on="2026-05-10", **given)
    LegalGateway.objects.create(child=cast.tomas, referred_on="2026-04-01")
    LegalGateway.objects.create(child=unborn(cast), decided_on="2025-06-01", decision="support")
    page = text(cast.chair, "part=gateway")
    assert "1 child waits for the panel, 1 decided in the last year" in page
    waiting, decided = rows(page)
    assert "1 Apr 2026 waits for 61 days Not decided yet" in waiting
    assert "10 May 2026 20 May 2026 after 10 days Go to court now Apply this week." in decided


def test_a_decision_of_later_is_not_known_yet(cast: Cast) -> None:
    given = {"decided_on": "2026-06-02", "decision": "issue"}
    LegalGateway.objects.create(child=cast.amara, referred_on="2026-05-10", **given)
    (line,) = rows(text(cast.chair, "part=gateway"))
    assert "Not decided yet" in line and "court" not in line


def test_applications_to_end_an_order(cast: Cast) -> None:
    care = order(cast.amara, "2024-05-05", kind="care")
    DischargeApplication.objects.create(
        child=cast.amara, order=care, applied_on="2026-03-01", applied_by="parents"
    )
    DischargeApplication.objects.create(
        child=cast.amara,
        order=care,
        applied_on="2025-08-01",
        applied_by="authority",
        decided_on="2025-10-01",
        outcome="refused",
    )
    page = text(cast.chair, "part=discharge")
    assert "1 child waits for the end of an order, 1 decided in the last year" in page
    waiting, decided = rows(page)
    assert "Care order made 5 May 2024 1 Mar 2026 by both parents" in waiting
    assert "Not decided yet waits for 92 days" in waiting
    assert "1 Oct 2025 after 61 days The order stays" in decided


@pytest.mark.parametrize(
    ("made", "more", "runs_out", "state"),
    [
        ("2025-06-02", {"expires_on": "2026-06-01"}, "1 Jun 2026", "last day today"),
        ("2025-06-01", {"expires_on": "2026-05-31"}, "31 May 2026", "ran out 1 day ago"),
        ("2025-09-01", {"expires_on": "2026-02-28"}, "28 Feb 2026", "ran out 93 days ago"),
        ("2026-01-15", {}, "14 Jan 2027", "227 days left"),
        ("2024-02-29", {}, "27 Feb 2025", "ran out 15 months ago"),
    ],
)
def test_supervision_orders_end_on_the_eve_of_the_anniversary(
    cast: Cast, made: str, more: dict[str, str], runs_out: str, state: str
) -> None:
    order(cast.amara, made, **more)
    (line,) = rows(text(cast.chair, "part=supervision"))
    assert runs_out in line and state in line


def test_supervision_orders_outlast_care_and_are_sorted_by_their_last_day(cast: Cast) -> None:
    gone = timeline.child("care 2024-01-01 .. 2025-09-01", authority=cast.authority)
    extended = order(gone, "2025-09-01", expires_on="2026-08-20")
    OrderExtension.objects.create(
        child=gone, order=extended, ordered_on="2026-05-05", until_on="2027-08-20"
    )
    order(cast.amara, "2025-10-01", expires_on="2026-08-01")
    order(cast.tomas, "2025-10-01", expires_on="2026-09-30", ended_on="2026-05-01")
    page = text(cast.chair, "part=supervision")
    assert "2 children with a supervision order, 1 running out in 90 days" in page
    first, second = rows(page)
    assert "Amara" in first and "61 days left" in first
    assert "not in care" in second
    assert "Until 20 Aug 2027 to 31 Aug 2028 at most" in second


# Who, how narrowed, on paper and as a file


def test_only_children_whom_the_reader_reaches_are_listed(cast: Cast) -> None:
    for child in (cast.amara, cast.tomas, cast.noor):
        issued(child, "2026-03-02")
    assert "2 children before" in text(cast.chair, "part=court")
    assert "1 child before" in text(cast.manager, "part=court")
    assert "Noor Bello" in text(cast.stranger, "part=court")


@pytest.mark.parametrize("who", ["board_member", "guardian", "nobody"])
def test_who_may_not_see_it(cast: Cast, who: str) -> None:
    assert signed_in(getattr(cast, who)).get("/legal/").status_code == 403


def test_the_list_is_narrowed_to_a_team(cast: Cast) -> None:
    for child in (cast.amara, cast.tomas):
        issued(child, "2026-03-02")
    page = text(cast.chair, f"part=court&team={cast.south_worker.team_id}")
    assert "1 child before a court" in page and "Tomas Bello" in rows(page)[0]
    assert "Proceedings, South, 1 child, as at 1 June 2026" in page


def test_each_choice_shows_as_many_children_as_it_says(cast: Cast) -> None:
    issued(cast.amara, "2025-10-02")
    issued(cast.tomas, "2025-12-20")
    page = text(cast.chair, "part=court")
    assert "Past the last day <strong>1</strong>" in page
    assert "Last day in 28 days <strong>1</strong>" in page
    assert [line[:11] for line in rows(text(cast.chair, "show=over"))] == ["Amara Bello"]
    assert [line[:11] for line in rows(text(cast.chair, "show=near"))] == ["Tomas Bello"]


def test_an_authority_that_only_loads_returns_is_shown_as_at_its_last_day(cast: Cast) -> None:
    cast.authority.records_live, cast.authority.known_to = False, date(2026, 3, 31)
    cast.authority.save()
    issued(cast.amara, "2026-03-02")
    issued(cast.tomas, "2026-04-02")
    page = text(cast.chair, "part=court")
    assert "Nothing known since 31 March 2026" in page
    (line,) = rows(page)
    assert "Week 5 of 26" in line


def test_a_long_list_has_pages_and_is_printed_whole(cast: Cast) -> None:
    for _ in range(51):
        issued(timeline.child("", authority=cast.authority), "2026-03-02")
    page = text(cast.chair, "part=court")
    assert len(rows(page)) == 50 and "Page 1 of 2" in page
    assert len(rows(text(cast.chair, "part=court&page=2"))) == 1
    assert len(rows(text(cast.chair, "part=court&page=99"))) == 1
    assert len(rows(text(cast.chair, "part=court&whole=yes"))) == 51


def test_what_cannot_be_understood_is_left_out(cast: Cast) -> None:
    issued(cast.amara, "2026-03-02")
    for query in ("part=x", "show=x", "team=x", "page=x", "page=0"):
        assert len(rows(text(cast.chair, query))) == 1, query
    page = signed_in(cast.chair).get("/legal/?as_at=2026-02-30").content.decode()
    assert "Enter a real date" in page


def test_looking_is_written_down(cast: Cast) -> None:
    issued(cast.amara, "2026-03-02")
    text(cast.chair, "part=court")
    event = AuditEvent.objects.get(kind="read")
    assert (event.what, event.children) == ("legal", [cast.amara.pk])
    assert event.details == {"part": "court", "as_at": "2026-06-01"}


def take(user: Any, query: str) -> Any:
    return signed_in(user).post("/legal/export/", {"back": f"as_at={DAY}&{query}"})


@pytest.mark.parametrize("part", ["before", "court", "gateway", "discharge", "supervision"])
def test_every_part_can_be_taken_out(cast: Cast, part: str) -> None:
    letter(cast.amara, "2026-03-02")
    issued(cast.amara, "2026-03-02")
    LegalGateway.objects.create(child=cast.amara, referred_on="2026-05-10")
    care = order(cast.amara, "2025-10-02")
    DischargeApplication.objects.create(
        child=cast.amara, order=care, applied_on="2026-03-01", applied_by="mother"
    )
    answer = take(cast.chair, f"part={part}")
    header, line = csv.reader(io.StringIO(answer.content.decode("utf-8-sig")))
    assert header[:2] == ["Reference", "Name"] and line[:2] == ["A1", "Amara Bello"]
    assert any(re.fullmatch(r"\d{4}-\d\d-\d\d", cell) for cell in line)
    event = AuditEvent.objects.get(kind="export")
    assert (event.what, event.children) == ("legal.export", [cast.amara.pk])
    assert re.fullmatch(
        rf'attachment; filename="legal-{part}-[\d-]{{15}}\.csv"', answer["Content-Disposition"]
    )


def test_a_reason_in_the_file_is_never_a_formula(cast: Cast) -> None:
    LegalGateway.objects.create(
        child=cast.amara, decided_on="2026-05-10", decision="other", words="=1+1"
    )
    Child.objects.filter(pk=cast.amara.pk).update(first_name="=cmd", last_name="")
    cells = take(cast.chair, "part=gateway").content.decode()
    assert "'=cmd" in cells and ",=" not in cells


def test_the_count_is_shown_before(cast: Cast) -> None:
    issued(cast.amara, "2026-03-02")
    page = signed_in(cast.chair).get(f"/legal/export/?as_at={DAY}").content.decode()
    assert "Export 1 row" in page and "Days left" in page
    assert "Proceedings, 1 child, as at 1 June 2026" in page
    assert not AuditEvent.objects.filter(kind="export").exists()


@pytest.mark.parametrize("who", ["social_worker", "board_member"])
def test_who_may_not_take_it_out(cast: Cast, who: str) -> None:
    assert take(getattr(cast, who), "").status_code == 403


def test_words_of_a_person_are_words_and_no_marks(cast: Cast) -> None:
    said = "<b>x</b>"
    LegalGateway.objects.create(
        child=cast.amara, decided_on="2026-05-10", decision="other", words=said
    )
    page = text(cast.chair, "part=gateway")
    assert said not in page and escape(said) in page
