"""The Permanence Action Plan: how it reads on a day, who writes it, what is refused."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from casetrack.actions.facts import FactRefused
from casetrack.audit import AuditEvent
from casetrack.models import Authority
from oversight.action_plan import Doing, Plan, plan_on, themes_of
from oversight.actions import action_plan as actions
from oversight.actions.action_plan import PlanRefused
from oversight.models import PlanTheme, Standing, ThemeAction, ThemeProgress
from tests.boxes import boxes
from tests.cast import Cast, signed_in

DAY = date(2026, 6, 1)
PLAN = "/action-plan/"


def write(
    authority: Authority,
    number: int = 1,
    said: Sequence[tuple[date, str, str]] = (),
    indicators: Sequence[str] = (),
) -> PlanTheme:
    theme = actions.write_theme(
        authority=authority,
        number=number,
        title=f"Title {number}",
        lead="Head of service",
        indicators=indicators,
        by=None,
    )
    for on, standing, words in said:
        actions.write_progress(theme=theme, on=on, standing=standing, words=words, by=None)
    return theme


def act(
    theme: PlanTheme, due_on: date, words: str = "Train", on: date | None = None
) -> ThemeAction:
    action = actions.write_action(theme=theme, words=words, lead="Academy", due_on=due_on, by=None)
    if on is not None:
        actions.mark_done(action=action, on=on, by=None)
    return action


def plan(authority: Authority, day: date = DAY) -> Plan:
    return plan_on(authority, themes_of(authority), {}, day)


def post(client: Client, address: str, **typed: Any) -> Any:
    return client.post(address, {"number": str(uuid4()), **typed})


def body(answer: Any) -> str:
    text = answer.content.decode()
    words = re.sub(r"<[^>]+>", " ", text[text.index("<main") : text.index("</main>")])
    return " ".join(words.split())


# As at a day


def test_an_action_is_late_from_the_day_after_it_was_due(cast: Cast) -> None:
    action = act(write(cast.authority), DAY)
    assert [Doing(action, DAY + timedelta(days)).late for days in (0, 1)] == [False, True]
    assert Doing(action, DAY).stands == "due today"
    assert Doing(action, DAY + timedelta(17)).stands == "17 days late"


def test_what_is_done_later_was_late_until_then(cast: Cast) -> None:
    done_on = DAY + timedelta(5)
    action = act(write(cast.authority), DAY, on=done_on)
    assert [Doing(action, done_on - timedelta(days)).late for days in (1, 0)] == [True, False]
    assert Doing(action, done_on).stands == "done 6 Jun"


def test_the_finding_counts_standings_as_they_were_on_the_day(cast: Cast) -> None:
    assert plan(cast.authority).finding == "No theme is written yet"
    before = DAY - timedelta(30)
    write(cast.authority, 1, [(before, Standing.ON_TRACK, "Begun."), (DAY, "off-track", "Stuck.")])
    act(write(cast.authority, 2, [(before, Standing.ON_TRACK, "Begun.")]), before)
    act(write(cast.authority, 3), before, on=before)
    assert plan(cast.authority).finding == (
        "3 themes: 1 on track, 1 off track, 1 not said yet; 1 action is late"
    )
    assert plan(cast.authority, before).finding == "3 themes: 2 on track, 1 not said yet"


def test_the_words_are_the_newest_of_the_day_and_the_others_are_kept(cast: Cast) -> None:
    days = [DAY - timedelta(each) for each in (60, 30, -5)]
    write(cast.authority, 1, [(on, "on-track", f"Words of {on}.") for on in days])
    (theme,) = plan(cast.authority).themes
    assert theme.newest is not None
    assert theme.newest.written.written_on == days[1]
    assert [each.written.written_on for each in theme.earlier] == [days[0]]


# What is written


def test_another_councils_themes_are_no_part_of_the_plan(cast: Cast) -> None:
    write(cast.authority, 1)
    write(cast.elsewhere, 1)
    assert len(plan(cast.authority).themes) == 1


@pytest.mark.parametrize(
    ("number", "said"), [(1, "There is a theme 1 already"), (0, "1 to 99"), (100, "1 to 99")]
)
def test_a_theme_has_a_number_of_its_own(cast: Cast, number: int, said: str) -> None:
    write(cast.authority, 1)
    with pytest.raises(PlanRefused, match=said):
        write(cast.authority, number)


def test_what_was_said_of_a_day_is_replaced_and_of_a_day_before_it_refused(cast: Cast) -> None:
    theme = write(cast.authority, 1, [(DAY, "on-track", "Begun."), (DAY, "at-risk", "Slow.")])
    written = ThemeProgress.objects.get()
    assert (written.standing, written.words) == ("at-risk", "Slow.")
    earlier = DAY - timedelta(1)
    with pytest.raises(PlanRefused, match="1 June 2026 is written already"):
        actions.write_progress(theme=theme, on=earlier, standing="done", words="Done.", by=None)
    history = ThemeProgress.pgh_event_model.objects.order_by("pgh_id")
    assert [each.words for each in history] == ["Begun.", "Slow."]


def test_an_action_has_words_and_somebody_who_does_it_and_is_in_the_plan_once(cast: Cast) -> None:
    theme = write(cast.authority)
    act(theme, DAY)
    with pytest.raises(PlanRefused, match="in the plan already"):
        act(theme, DAY)
    with pytest.raises(PlanRefused, match="what is to be done"):
        act(theme, DAY, words=" ")
    with pytest.raises(PlanRefused, match="who does it"):
        actions.write_action(theme=theme, words="Ring", lead=" ", due_on=DAY, by=None)


def test_no_words_are_in_the_audit(cast: Cast) -> None:
    act(write(cast.authority, 1, [(DAY, "on-track", "Secret words.")]), DAY, on=DAY)
    events = AuditEvent.objects.filter(what__startswith="plan.")
    assert {each.what for each in events} == {
        "plan.theme-written",
        "plan.progress-written",
        "plan.action-written",
        "plan.action-done",
    }
    assert not any(
        word in str(each.details) for each in events for word in ("Secret", "Train", "Title")
    )


# The page


def test_the_page_shows_each_theme_with_its_actions_words_and_measures(cast: Cast) -> None:
    today = timezone.localdate()
    said = [(today - timedelta(30), "on-track", "Begun."), (today, "at-risk", "Slower.")]
    act(write(cast.authority, 1, said, ["children-in-care", "gone"]), today - timedelta(3))
    shown = body(signed_in(cast.data_officer).get(PLAN))
    assert "1 theme: 1 at risk; 1 action is late" in shown
    for words in ("1. Title 1", "Head of service", "Slower.", "Begun.", "Train", "3 days late"):
        assert words in shown
    assert re.search(r"Children in care \(CP1, P2\) (–|\d+) \d+ none set", shown)
    assert "Add an action" not in shown


def test_on_an_earlier_day_plan_and_measures_are_of_that_day(cast: Cast) -> None:
    act(write(cast.authority, 1, [(DAY, "at-risk", "Slow.")]), DAY - timedelta(9))
    shown = body(signed_in(cast.service_manager).get(PLAN, {"as_at": "2026-05-31"}))
    assert "1 theme: 1 not said yet; 1 action is late" in shown
    assert "counted, as at 31 May 2026" in shown
    assert "Slow." not in shown


def test_words_that_tell_of_few_children_are_shown_to_who_writes(cast: Cast) -> None:
    today = timezone.localdate()
    write(cast.authority, 1, [(today, "at-risk", "All is well. Only 3 children still wait.")])
    assert "“3 children still wait.” (counts children)" in body(
        signed_in(cast.service_manager).get(PLAN)
    )
    assert "who may be recognised" not in body(signed_in(cast.data_officer).get(PLAN))


def test_only_who_writes_the_plan_reaches_its_forms(cast: Cast) -> None:
    theme = write(cast.authority)
    elsewhere = write(cast.elsewhere)
    mine, others = f"{PLAN}themes/{theme.pk}/", f"{PLAN}themes/{elsewhere.pk}/"
    assert signed_in(cast.service_manager).get(mine).status_code == 200
    for form in ("", "progress/", "actions/new/"):
        assert signed_in(cast.data_officer).get(mine + form).status_code == 403
        assert signed_in(cast.service_manager).get(others + form).status_code == 404
    theirs = act(elsewhere, DAY)
    for form in ("", "done/"):
        answer = post(signed_in(cast.service_manager), f"{PLAN}actions/{theirs.pk}/{form}")
        assert answer.status_code == 404


def test_a_theme_is_written_and_changed(cast: Cast) -> None:
    client = signed_in(cast.service_manager)
    new = f"{PLAN}themes/new/"
    assert 'value="1"' in client.get(new).content.decode()
    typed = {
        "place": "1",
        "title": "Less waiting",
        "lead": "Jo",
        "aim": "",
        "indicators": ["moves"],
    }
    answer = post(client, new, **typed)
    theme = PlanTheme.objects.get()
    assert answer["Location"] == f"{PLAN}?council=CAST"
    assert (theme.title, theme.lead, theme.indicators) == ("Less waiting", "Jo", ["moves"])
    change = f"{PLAN}themes/{theme.pk}/"
    assert re.search(r'value="moves" checked', client.get(change).content.decode())
    answer = post(client, change, **typed | {"place": "4", "indicators": []})
    assert answer["Location"] == f"{PLAN}?council=CAST#theme-{theme.pk}"
    theme.refresh_from_db()
    assert (theme.number, theme.indicators) == (4, [])
    assert 'value="5"' in client.get(new).content.decode()


def test_a_refused_theme_keeps_what_was_typed(cast: Cast) -> None:
    write(cast.authority, 1)
    typed = {"place": "1", "title": "Less waiting", "lead": "", "indicators": ["moves"]}
    answer = post(signed_in(cast.service_manager), f"{PLAN}themes/new/", **typed)
    text = answer.content.decode()
    assert "There is a theme 1 already." in text
    assert "Answer “Who answers for it?”" in text
    assert 'value="Less waiting"' in text
    assert re.search(r'value="moves" checked', text)
    assert PlanTheme.objects.count() == 1


def test_an_action_is_written_changed_done_and_taken_back(cast: Cast) -> None:
    client, today = signed_in(cast.service_manager), timezone.localdate()
    theme = write(cast.authority)
    new = f"{PLAN}themes/{theme.pk}/actions/new/"
    typed = {"words": "Train", "lead": "Academy", **boxes("due_on", today)}
    assert post(client, new, **typed).status_code == 302
    action = ThemeAction.objects.get()
    assert "That action is in the plan already." in body(post(client, new, **typed))
    address = f"{PLAN}actions/{action.pk}/"
    post(client, address, **typed | {"words": "Train all"})
    late = post(client, f"{address}done/", **boxes("done_on", today + timedelta(1)))
    assert "This day has not come yet." in body(late)
    assert "not done after all" not in body(client.get(f"{address}done/"))
    post(client, f"{address}done/", **boxes("done_on", today))
    action.refresh_from_db()
    assert (action.words, action.done_on) == ("Train all", today)
    assert "It is not done after all" in body(client.get(f"{address}done/"))
    post(client, f"{address}done/", do="undo", **boxes("done_on", today))
    action.refresh_from_db()
    assert action.done_on is None


def test_how_a_theme_stands_is_written_once_a_send_and_refused_by_the_field(cast: Cast) -> None:
    client, today = signed_in(cast.service_manager), timezone.localdate()
    theme = write(cast.authority, 1, [(today - timedelta(1), "on-track", "Begun.")])
    address = f"{PLAN}themes/{theme.pk}/progress/"
    typed = {"standing": "at-risk", "words": "Slower.", **boxes("written_on", today)}
    early = post(client, address, **typed | boxes("written_on", today - timedelta(2)))
    assert "is written already: write of that day or a later one." in body(early)
    assert "Slower." in body(early)
    ahead = post(client, address, **typed | boxes("written_on", today + timedelta(1)))
    assert "This day has not come yet." in body(ahead)
    number = str(uuid4())
    post(client, address, **typed | {"number": number})
    post(client, address, **typed | {"number": number, "words": "Sent again."})
    assert [each.words for each in theme.progress.order_by("written_on")] == ["Begun.", "Slower."]
    assert theme.progress.latest("written_on").written_by == cast.service_manager


def test_a_number_that_another_took_meanwhile_is_refused_in_words(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither saw the other's theme when asked whether the number is free; the database did."""
    monkeypatch.setattr(actions, "why_not_theme", lambda *_: "")
    given = {"authority": cast.authority, "lead": "The director", "by": cast.service_manager}
    actions.write_theme(number=9, title="Placed early", **given)
    with pytest.raises(FactRefused, match="does not fit with what is already recorded"):
        actions.write_theme(number=9, title="Placed once", **given)
    assert PlanTheme.objects.get(number=9).title == "Placed early"
