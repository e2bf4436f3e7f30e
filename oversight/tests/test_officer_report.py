"""The annual report of the reviewing officers: figures, words by section, files, for publishing."""

from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from casetrack.actions import restrictions
from casetrack.audit import AuditEvent
from casetrack.models import Child, Restriction, User
from oversight.actions import report_words
from oversight.models import ReportSection, ReportWords
from oversight.officers.figures import Months, figures
from oversight.officers.measures import MEASURES
from oversight.officers.report import changed, made
from permanence.models import Challenge
from tests import papers
from tests.cast import Cast, a_user, signed_in

ADDRESS = "/officers/report/"
YEAR = 2025
ASKED = f"{ADDRESS}?year={YEAR}"
MONTHS = Months(date(2025, 4, 1), date(2026, 3, 31))
FORMS = ("", "pdf/", "word/")
NEXT = "We will come sooner.\n\nAnd listen."


@pytest.fixture
def leader(cast: Cast) -> User:
    return a_user("leader", cast.authority, "iro-manager")


@pytest.fixture
def settled(cast: Cast) -> list[Challenge]:
    """A challenge each for Amara and Tomas, closed in the year; the effects name both."""
    found = []
    for child, stages in ((cast.amara, ("informal",)), (cast.tomas, ("informal", "stage-2"))):
        challenge = Challenge.objects.create(
            child=child,
            raised_on="2026-01-12",
            theme="drift",
            concern="It stands still.",
            closed_on="2026-02-02",
            outcome="as-asked",
            effect=f"{child.first_name} Bello has a day for the panel",
        )
        for number, stage in enumerate(stages):
            challenge.stages.create(child=child, stage=stage, began_on=date(2026, 1, 12 + number))
        found.append(challenge)
    return found


def text(user: User, form: str = "", query: str = f"year={YEAR}") -> str:
    answer = signed_in(user).get(f"{ADDRESS}{form}?{query}")
    assert answer.status_code == 200
    return " ".join(papers.content_of(answer).decode().split())


def write(user: User, section: str, typed: str, seen: int = 0, query: str = f"year={YEAR}") -> Any:
    given = {"section": section, "text": typed, "seen": seen}
    return signed_in(user).post(f"{ADDRESS}?{query}", given)


def keep(cast: Cast, section: str, typed: str, seen: int = 0, **more: Any) -> ReportWords:
    given = {"authority": cast.authority, "year": YEAR, "by": cast.chair} | more
    return report_words.write(section=section, text=typed, seen=seen, **given)


# What it says


@pytest.mark.parametrize("form", FORMS)
def test_page_and_files_hold_the_same(
    leader: User, cast: Cast, settled: list[Challenge], form: str
) -> None:
    keep(cast, "next", NEXT)
    said = text(leader, form)
    for section in ReportSection:
        assert section.label in said
    for measure in MEASURES.values():
        assert measure.title in said, measure.code
    assert "We will come sooner." in said and "And listen." in said
    assert "1 of 2" in said and "50%" in said  # settled early
    assert "A. B. has a day for the panel." in said and "T. B. has a day for the panel." in said
    assert "not for publishing" in said


@pytest.mark.parametrize("query", [f"year={YEAR}", f"year={YEAR}&publish=yes", "year=last-twelve"])
@pytest.mark.parametrize("form", FORMS)
def test_it_names_no_child(
    leader: User, cast: Cast, settled: list[Challenge], form: str, query: str
) -> None:
    said = text(leader, form, query)
    for child in (cast.amara, cast.tomas):
        for known in (child.first_name, child.last_name, child.reference, str(child.uuid)):
            assert known not in said


@pytest.mark.parametrize("form", FORMS)
def test_for_publishing_small_numbers_and_effects_are_left_out(
    leader: User, cast: Cast, settled: list[Challenge], form: str
) -> None:
    keep(cast, "challenges", "Our words.")
    said = text(leader, form, f"year={YEAR}&publish=yes")
    assert "has a day for the panel" not in said
    assert "1 of 2" not in said and "hidden" in said
    assert "Numbers from 1 to 5 are hidden" in said
    assert "Our words." in said


def test_each_definition_says_of_what_kind_it_is(leader: User, cast: Cast) -> None:
    page = text(leader)
    for kind in ("Statutory", "Statutory guidance", "Local practice", "Our own definition"):
        assert f">{kind}<" in page
    assert "Proposed by this product" in page and "IRO Handbook, chapter 7" in page


def test_what_changed_for_a_restricted_child_stays_with_those_named(
    leader: User, cast: Cast, settled: list[Challenge]
) -> None:
    restrictions.restrict(
        child=cast.tomas,
        kind=Restriction.Kind.RESTRICTED,
        reason="A relative works here.",
        people=[cast.manager, cast.iro, cast.chair],
        on=timezone.localdate(),
        by=cast.guardian,
    )
    page = text(leader)
    assert "A. B. has a day" in page and "T. B. has a day" not in page
    assert "1 of 2" in page  # counted, as in every total


def test_the_audit_says_whose_effects_were_read_and_taken_out(
    leader: User, cast: Cast, settled: list[Challenge]
) -> None:
    text(leader)
    text(leader, "pdf/")
    text(leader, "word/", f"year={YEAR}&publish=yes")
    read = AuditEvent.objects.get(what="officers.report")
    assert set(read.children) == {cast.amara.pk, cast.tomas.pk}
    took = {
        (event.details["format"], event.details["publish"]): set(event.children)
        for event in AuditEvent.objects.filter(what="officers.report.file")
    }
    assert took == {("pdf", False): {cast.amara.pk, cast.tomas.pk}, ("docx", True): set()}


def test_files_are_called_after_the_last_day(leader: User, cast: Cast) -> None:
    for form, end in (("pdf", "pdf"), ("word", "docx")):
        answer = signed_in(leader).get(f"{ADDRESS}{form}/?year={YEAR}")
        assert answer["Content-Disposition"].endswith(f'"reviewing-officers-2026-03-31.{end}"')


# Which months


def test_the_last_whole_year_is_shown_first(leader: User, cast: Cast) -> None:
    today = timezone.localdate()
    year = today.year - 1 if today > date(today.year, 4, 30) else today.year - 2
    page = text(leader, query="")
    assert f'<option value="{year}" selected>' in page
    assert f"1 April {year} to 31 March {year + 1}" in page


def test_words_are_of_a_year_and_not_of_the_last_twelve_months(leader: User, cast: Cast) -> None:
    keep(cast, "next", NEXT)
    page = text(leader, query="year=last-twelve")
    assert "We will come sooner" not in page and "Save the words" not in page
    assert write(leader, "next", "Lost?", query="year=last-twelve").status_code == 200
    assert ReportWords.objects.count() == 1
    assert "We will come sooner" not in text(leader, query=f"year={YEAR - 1}")


def test_what_nobody_can_read_is_the_last_whole_year(leader: User, cast: Cast) -> None:
    assert text(leader, query="year=1066") == text(leader, query="")


# Words


def test_words_are_kept_by_section_and_every_wording_in_the_history(
    leader: User, cast: Cast
) -> None:
    answer = write(leader, "officers", "  We are nine.\r\n\r\n \r\nTwo joined in June.  ")
    assert answer["Location"] == f"{ADDRESS}?authority=CAST&year={YEAR}#officers-title"
    kept = ReportWords.objects.get()
    assert (kept.text, kept.written_by) == ("We are nine.\n\nTwo joined in June.", leader)
    assert write(leader, "officers", "We are ten.", seen=1).status_code == 302
    kept.refresh_from_db()
    assert kept.text == "We are ten."
    texts = ReportWords.pgh_event_model.objects.values_list("text", flat=True)  # type: ignore[attr-defined]
    assert list(texts.order_by("pgh_id")) == ["We are nine.\n\nTwo joined in June.", "We are ten."]
    events = AuditEvent.objects.filter(what="report.written")
    assert [event.details for event in events] == [
        {"authority": "CAST", "year": YEAR, "section": "officers"}
    ] * 2


def test_who_wrote_meanwhile_is_not_overwritten_and_nothing_typed_is_lost(
    leader: User, cast: Cast
) -> None:
    keep(cast, "next", "Theirs.")
    page = write(leader, "next", "Mine, which took an hour.").content.decode()
    assert "Somebody wrote in this section while you had it open" in page
    assert "Mine, which took an hour." in page and "<p>Theirs.</p>" in page
    assert ReportWords.objects.get().text == "Theirs."
    with pytest.raises(report_words.WordsRefused):
        keep(cast, "next", "Again.")
    assert keep(cast, "next", "Again.", seen=1).text == "Again."


def test_too_much_is_refused_with_what_was_typed(leader: User, cast: Cast) -> None:
    page = write(leader, "next", "x" * (report_words.MOST + 1)).content.decode()
    assert "There is a problem" in page and "x" * 100 in page
    with pytest.raises(report_words.WordsRefused, match="up to 8,000 characters"):
        keep(cast, "next", "x" * (report_words.MOST + 1))
    assert not ReportWords.objects.exists()


@pytest.mark.parametrize("section", ["", "nonsense"])
def test_words_of_no_section_are_not_kept(leader: User, cast: Cast, section: str) -> None:
    assert write(leader, section, "Where?").status_code == 200
    assert not ReportWords.objects.exists()


def test_a_section_is_there_once(cast: Cast) -> None:
    kept = keep(cast, "next", "Once.")
    again = ReportWords(
        authority=cast.authority, year=YEAR, section="next", text="", written_by=cast.chair
    )
    with pytest.raises(IntegrityError), transaction.atomic():
        again.save()
    assert list(ReportWords.objects.all()) == [kept]


# Who may


@pytest.mark.parametrize("form", FORMS)
def test_only_who_leads_the_officers_may(cast: Cast, form: str) -> None:
    for user in (cast.iro, cast.manager, cast.chair, cast.service_manager, cast.board_member):
        assert signed_in(user).get(f"{ADDRESS}{form}").status_code == 403
    assert write(cast.iro, "next", "Mine.").status_code == 403
    assert not ReportWords.objects.exists()


@pytest.mark.parametrize("form", FORMS)
def test_another_authority_is_not_there(leader: User, cast: Cast, form: str) -> None:
    assert signed_in(leader).get(f"{ADDRESS}{form}?authority=ELSE").status_code == 404
    assert write(leader, "next", "Theirs.", query="authority=ELSE").status_code == 404


def test_it_asks_as_much_for_few_as_for_many(
    leader: User, cast: Cast, settled: list[Challenge]
) -> None:
    def asked() -> int:
        client = signed_in(leader)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(ASKED).status_code == 200
        return len(queries)

    before = asked()
    for day in range(1, 7):
        for child in (cast.amara, cast.tomas):
            Challenge.objects.create(
                child=child,
                raised_on=date(2026, 1, day),
                theme="practice",
                concern="Nobody came.",
                closed_on=date(2026, 2, day),
                outcome="in-part",
                effect="Somebody comes.",
            ).stages.create(child=child, stage="stage-1", began_on=date(2026, 1, day))
    assert asked() == before


# How it is made


def test_what_nobody_can_tell_is_said_only_where_there_is_some(cast: Cast) -> None:
    found = figures(cast.authority, MONTHS)
    assert found.one["ratified-unknown"].number == 0
    *sections, _definitions = made(found, {}).sheets
    said = {row[0] for sheet in sections for table in sheet.tables for row in table.rows}
    assert MEASURES["ratified-in-time"].title in said
    assert MEASURES["ratified-unknown"].title not in said


def test_effects_are_of_the_children_reached_alone(cast: Cast, settled: list[Challenge]) -> None:
    found = figures(cast.authority, MONTHS)
    reached = Child.objects.filter(authority=cast.authority)
    table, children = changed(found, reached)
    assert len(table.rows) == 2 and children == {cast.amara.pk, cast.tomas.pk}
    nobody, none = changed(found, Child.objects.none())
    assert nobody.rows == [] and none == set()
    assert made(found, {}, nobody, children=none).children == set()
