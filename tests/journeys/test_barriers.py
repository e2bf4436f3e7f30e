"""No page keeps anybody out: none has a barrier that axe can find, at the width of a desk, of a
telephone and of the narrowest window, and each can be used at 400% zoom.
"""

import re
from collections import defaultdict
from datetime import date, time, timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.urls import get_resolver, resolve
from django.utils import timezone
from playwright.sync_api import Page, expect

from casetrack.actions import cover
from casetrack.models import BreakGlass, CourtOrder, RoleAssignment
from oversight.actions import (
    action_plan,
    benchmarks,
    cohorts,
    feared_homes,
    figures,
    packs,
    rates,
    rebases,
    savings_work,
)
from oversight.actions.decisions import decide_between
from oversight.actions.minutes import lock
from oversight.models import Benchmark, Cohort, EnteredFigure, Publication, WeeklyRate
from oversight.packs.kinds import MAKERS
from permanence.actions import (
    agendas,
    agreed_actions,
    challenges,
    held,
    meetings,
    mid_points,
    minutes,
    planned_reviews,
    review_decisions,
    review_writings,
    reviews,
    updates,
)
from permanence.actions.decisions import find_of_plan
from permanence.models import QUESTIONS, SAID, Challenge, Meeting, MeetingSeries, MidPoint
from returns.models import AgencyDifference
from tests import timeline
from tests.cast import Cast, a_user, a_worker
from tests.journeys import filled
from tests.journeys.barriers import barriers
from tests.journeys.conftest import Visit
from tests.journeys.hands import Keyboard
from tests.sittings import decided, group, sitting, typed

pytestmark = pytest.mark.journey

CHILD = "/children/{amara}"
PAGES = {
    "tracker": {
        "queue": ("manager", "/tracker/"),
        "queue-narrowed": ("chair", "/tracker/?show=red&route=adoption&as_at=2026-06-01"),
        "queue-empty": ("chair", "/tracker/?route=home&home=adoptive"),
        "queue-wrong-date": ("chair", "/tracker/?as_at-day=99&as_at-month=1&as_at-year=2026"),
        "assign": ("chair", "/tracker/assign/?child={amara}&child={tomas}"),
        "reason": ("chair", "/tracker/reason/?child={amara}"),
        "export": ("chair", "/tracker/export/"),
        "search": ("chair", "/search/"),
        "start": ("service_manager", "/children/start/"),
        "catalogue": ("manager", "/clocks/"),
        "rules": ("board_member", "/clocks/rules/"),
        "limits": ("chair", "/clocks/limits/"),
        "limit": ("chair", "/clocks/limits/placement-order-to-match/"),
        "recording-begins": ("chair", "/clocks/limits/recording/"),
        "coming": ("chair", "/tracker/coming/?as_at=2025-12-20&window=60&every=yes"),
        "coming-none": ("chair", "/tracker/coming/?meeting-day=99"),
        "gaps": ("manager", "/tracker/gaps/"),
        "board": ("board_member", "/totals/"),
        "accessibility": ("manager", "/accessibility/"),
        "no-role": ("nobody", "/"),
    },
    "legal": {
        **{
            f"legal-{part}": ("chair", f"/legal/?part={part}")
            for part in ("before", "court", "gateway", "discharge", "supervision")
        },
        "hearings": ("chair", "/legal/hearings/?month=2025-10"),
        "hearings-none": ("chair", "/legal/hearings/?month=2021-10"),
    },
    "meetings": {
        "meetings": ("chair", "/meetings/"),
        "group-actions": ("chair", "/meetings/actions/"),
        "group-actions-none": ("service_manager", "/meetings/actions/?level=4&late=yes"),
        "action-done": ("chair", "/actions/{agreed}/done/?page=group-actions"),
        "group-start": ("chair", "/meetings/groups/start/"),
        "group": ("chair", "/meetings/groups/{group}/"),
        "group-change": ("chair", "/meetings/groups/{group}/change/"),
        "group-leave": ("chair", "/meetings/groups/{group}/members/{member}/leave/"),
        "meeting": ("chair", "/meetings/{meeting}/"),
        "room": ("chair", "/meetings/{meeting}/room/"),
        "attendance": ("chair", "/meetings/{sitting}/attendance/"),
        "decide": ("chair", "/meetings/{sitting}/room/{sitting_item}/decide/"),
        "decide-kind": ("chair", "/meetings/{sitting}/room/{sitting_item}/decide/?kind=justify"),
        "plan": ("chair", "/meetings/{sitting}/room/{sitting_item}/plan/"),
        "who": ("chair", "/meetings/{sitting}/room/{sitting_item}/who/"),
        "pack": ("chair", "/meetings/{meeting}/pack/"),
        "updates": ("service_manager", "/updates/"),
        "update": ("service_manager", "/children/{tomas}/update/{item}/"),
        "meeting-updates": ("chair", "/meetings/{meeting}/updates/"),
        "put-off": ("chair", "/meetings/{meeting}/put-off/"),
        "group-between": ("chair", "/meetings/groups/{minuted_group}/between/"),
        "group-effect": ("chair", "/meetings/groups/{minuted_group}/effect/?meeting={locked}"),
        "meeting-since": ("chair", "/meetings/{draft}/since/"),
        "interests": ("chair", "/meetings/groups/{group}/interests/"),
        "agenda-join": ("chair", "/tracker/agenda/?child={amara}&child={tomas}"),
    },
    "cohorts": {
        "cohorts": ("chair", "/cohorts/"),
        "cohort": ("service_manager", "/cohorts/{cohort}/"),
        "cohort-start": ("manager", "/cohorts/start/?aim=lasting"),
        "cohort-end": ("chair", "/cohorts/{cohort}/end/"),
        "cohort-join": ("chair", "/tracker/cohort/?child={amara}&child={tomas}"),
        "regional": ("agency", "/regional/"),
        "regional-totals": ("board_member", "/regional/"),
        "regional-children": ("agency", "/regional/children/?of=CAST&stage=ordered"),
        "agency-list": ("social_worker", "/returns/agency-list/"),
        "legal-wrong-date": ("manager", "/legal/?as_at-day=99"),
        "legal-export": ("chair", "/legal/export/"),
    },
    "my-children": {
        "my-children": ("iro", "/my-children/"),
        "my-children-led": ("leader", "/my-children/?officer={officer}"),
        "my-children-none": ("leader", "/my-children/"),
    },
    "officers": {
        "officers": ("leader", "/officers/"),
        "officers-children": ("leader", "/officers/children/?weeks=8"),
        "officers-alone": ("leader", "/officers/children/?show=alone"),
        "cover-end": ("leader", "/officers/cover/{cover}/end/"),
        "officer-report": ("leader", "/officers/report/"),
        "officer-report-published": ("leader", "/officers/report/?publish=yes"),
    },
    "minutes": {
        "minutes": ("service_manager", "/meetings/minutes/"),
        "minutes-draft": ("chair", "/meetings/{draft}/minutes/"),
        "minutes-initials": ("service_manager", "/meetings/{draft}/minutes/?initials=yes"),
        "minutes-locked": ("chair", "/meetings/{locked}/minutes/"),
        "minutes-lock": ("chair", "/meetings/{approved}/minutes/lock/"),
        "minutes-correct": ("chair", "/meetings/{draft}/minutes/decisions/{minuted}/"),
        "minutes-finding": ("chair", "/meetings/{draft}/minutes/findings/{finding}/"),
        "minutes-note": ("chair", "/meetings/{locked}/minutes/note/"),
        "minutes-of-child": ("chair", "/children/{tomas}/minutes/{minute_page}/"),
        "exceptions": ("service_manager", "/meetings/{draft}/exceptions/"),
    },
    "pathways": {
        "pathways": ("manager", "/pathways/"),
        "adoption": ("service_manager", "/pathways/adoption/"),
        "adoption-narrowed": ("chair", "/pathways/adoption/?only=past&stage=link&as_at=2026-06-01"),
        "adoption-printed": ("chair", "/pathways/adoption/?whole=yes"),
        "fragile-homes": ("social_worker", "/pathways/fragile-homes/"),
        "pathway-empty": ("chair", "/pathways/residential/?only=late"),
        "pathway-wrong-date": ("chair", "/pathways/independence/?as_at=2026-99-99"),
        "pathway-export": ("chair", "/pathways/guardianship/export/"),
    },
    "child": {
        "child": ("chair", f"{CHILD}/?as_at=2026-06-01"),
        "child-as-officer": ("iro", f"{CHILD}/"),
        "child-in-emergency": ("social_worker", "/children/{tomas}/"),
        "what-if": ("social_worker", f"{CHILD}/what-if/"),
        "tried": (
            "social_worker",
            f"{CHILD}/what-if/?event=match&on-day=1&on-month=2&on-year=2030",
        ),
        "identity": ("social_worker", f"{CHILD}/identity/"),
        "names": ("social_worker", f"{CHILD}/identity/names/"),
        "beliefs": ("social_worker", f"{CHILD}/identity/beliefs/"),
        "expected": ("service_manager", "/children/{expected}/identity/"),
        "born": ("service_manager", "/children/{expected}/identity/born/"),
        "family": ("service_manager", f"{CHILD}/family/"),
        "leave": ("service_manager", f"{CHILD}/family/leave/"),
        "choose": ("social_worker", f"{CHILD}/record/"),
        "choose-nothing": ("chair", f"{CHILD}/record/"),
        "history": ("social_worker", f"{CHILD}/history/"),
        "history-of-court": ("chair", f"{CHILD}/history/?about=court"),
        "history-then": ("manager", f"{CHILD}/history/?as_at=2026-06-01"),
        "history-wrong-date": ("manager", f"{CHILD}/history/?as_at-day=99"),
        "looked": ("social_worker", f"{CHILD}/looked/"),
        "hidden": ("stranger", f"{CHILD}/"),
    },
    "mid-points": {
        "hold-mid-point": ("iro", f"{CHILD}/mid-point/"),
        "hold-mid-point-at-home": ("leader", "/children/{at_home}/mid-point/"),
        "held-mid-point": ("iro", f"{CHILD}/mid-points/{{mid_point}}/"),
        "held-mid-point-read": ("manager", f"{CHILD}/mid-points/{{mid_point}}/"),
    },
    "record": {
        "home": ("social_worker", f"{CHILD}/record/home/"),
        "hearing": ("social_worker", f"{CHILD}/record/hearing/"),
        "words": ("social_worker", f"{CHILD}/record/words/"),
        "visit": ("social_worker", f"{CHILD}/record/visit/"),
        "for-the-family": ("service_manager", f"{CHILD}/record/order/"),
        "review": ("iro", f"{CHILD}/record/review/"),
        "mid-point": ("iro", f"{CHILD}/record/mid-point/"),
        "challenge": ("iro", f"{CHILD}/record/challenge/"),
        "correct": ("social_worker", f"{CHILD}/record/order/{{order}}/correct/"),
        "take-back": ("social_worker", f"{CHILD}/record/order/{{order}}/take-back/"),
        "change": ("social_worker", f"{CHILD}/record/order/{{order}}/ended/"),
    },
    "reviews": {
        "review-page": ("iro", f"{CHILD}/reviews/{{review}}/"),
        "review-in-parts": ("iro", f"{CHILD}/reviews/{{in_parts}}/"),
        "review-read": ("manager", f"{CHILD}/reviews/{{review}}/"),
        "review-adjourn": ("iro", f"{CHILD}/reviews/{{in_parts}}/steps/adjourned/"),
        "review-close": ("iro", f"{CHILD}/reviews/{{review}}/steps/close/"),
        "review-reply": ("iro", f"{CHILD}/reviews/{{review}}/disagreements/{{against}}/"),
        "review-answer": ("service_manager", f"{CHILD}/reviews/{{to_answer}}/answer/"),
        "review-answered": ("service_manager", f"{CHILD}/reviews/{{review}}/answer/"),
        "reviews-to-answer": ("service_manager", "/reviews/to-answer/"),
        "letter": ("iro", f"{CHILD}/reviews/{{review}}/letter/"),
        "letter-write": ("iro", f"{CHILD}/reviews/{{review}}/letter/write/"),
        "record-read": ("manager", f"{CHILD}/reviews/{{review}}/record/"),
        "record-write": ("iro", f"{CHILD}/reviews/{{review}}/record/write/"),
        "review-next": ("iro", f"{CHILD}/reviews/next/"),
        "review-move": ("iro", f"{CHILD}/reviews/next/move/"),
        "invitation": ("iro", f"{CHILD}/reviews/invitations/{{invitation}}/"),
        "review-held": ("iro", f"{CHILD}/reviews/held/"),
    },
    "challenges": {
        "challenges": ("manager", "/challenges/"),
        "challenges-of-the-officer": ("iro", "/challenges/?theme=drift&stage=stage-1"),
        "challenges-none": ("service_manager", "/challenges/?theme=no-way-out"),
        "challenge-answer": ("manager", f"{CHILD}/challenges/{{challenge}}/"),
        "challenge-lead": ("iro", f"{CHILD}/challenges/{{challenge}}/"),
        "challenge-closed": ("chair", f"{CHILD}/challenges/{{closed_challenge}}/"),
    },
    "delays": {
        "ask-to-justify": ("service_manager", f"{CHILD}/justify/"),
        "child-with-delays": ("chair", f"{CHILD}/"),
        "delays": ("chair", "/delays/"),
        "delays-of-the-officer": ("iro", "/delays/"),
        "agree": ("chair", f"{CHILD}/record/answer/{{asked}}/agreed/"),
        "dissent": ("iro", f"{CHILD}/record/answer/{{justified}}/dissent/"),
        "causes": ("chair", "/waits/causes/"),
        "measures": ("chair", "/measures/"),
        "packs": ("service_manager", "/packs/"),
        "pack-choose": ("service_manager", "/packs/make/"),
        "pack-read": ("board_member", "/packs/{pack}/"),
        "pack-preview": (
            "service_manager",
            "/packs/look/?council=CAST&kind=board&as_at=2026-05-31",
        ),
        "measures-every": ("chair", "/measures/all/"),
        "measures-ahead": ("chair", "/measures/ahead/"),
        "measures-journey": ("chair", "/measures/journey/"),
        "savings": ("service_manager", "/measures/savings/"),
        "savings-children": ("chair", "/measures/savings/children/"),
        "measure-definitions": ("board_member", "/measures/definitions/"),
        "measure": ("chair", "/measures/of/children-in-care/?by=age"),
        "measure-children": ("chair", "/measures/of/children-in-care/children/"),
        "causes-board": ("board_member", "/waits/causes/"),
        "causes-children": ("chair", "/waits/causes/children/?cause=unexplained"),
    },
    "figures": {
        "figures": ("data_officer", "/measures/figures/?also=children-in-care"),
        "figures-wrong-month": ("service_manager", "/measures/figures/?on-month=13&on-year=2026"),
        "figure-back": ("data_officer", "/measures/figures/{figure}/"),
        "targets": ("service_manager", "/measures/targets/"),
        "target": ("service_manager", "/measures/targets/order-to-match/"),
        "target-amend": ("service_manager", "/measures/targets/order-to-match/{target}/"),
        "rates": ("data_officer", "/measures/rates/"),
        "rate-amend": ("data_officer", "/measures/rates/{rate}/"),
        "savings-work": ("data_officer", "/measures/savings/work/"),
        "feared-homes": ("data_officer", f"{CHILD}/feared-homes/"),
        "rebase": ("service_manager", "/measures/of/weeks-in-care/rebase/"),
        "rebase-stock": ("service_manager", "/measures/of/children-in-care/rebase/"),
        "sources": ("data_officer", "/measures/of/children-in-care/sources/"),
        "sources-none": ("chair", "/measures/of/weeks-in-care/sources/"),
        "action-plan": ("data_officer", "/action-plan/"),
        "action-plan-written": ("service_manager", "/action-plan/"),
        "theme-new": ("service_manager", "/action-plan/themes/new/"),
        "theme": ("service_manager", "/action-plan/themes/{theme}/"),
        "theme-stands": ("service_manager", "/action-plan/themes/{theme}/progress/"),
        "theme-action-new": ("service_manager", "/action-plan/themes/{theme}/actions/new/"),
        "theme-action": ("service_manager", "/action-plan/actions/{planned}/"),
        "theme-action-done": ("service_manager", "/action-plan/actions/{planned}/done/"),
    },
    "sealing": {
        "adopted": ("service_manager", "/adopted/"),
        "child-adopted": ("service_manager", "/children/{leo}/"),
        "seal": ("service_manager", "/children/{leo}/seal/"),
        "sealed": ("keeper", "/sealed/"),
        "ask": ("keeper", "/sealed/{sealed}/ask/"),
        "read": ("keeper", "/sealed/requests/{opened}/read/"),
        "families": ("social_worker", f"{CHILD}/families/"),
        "openings": ("guardian", "/sealed/openings/"),
    },
    "access": {
        "restrict": ("service_manager", f"{CHILD}/restrict/"),
        "restrict-held": ("guardian", "/children/{tomas}/restrict/"),
        "restrictions": ("guardian", "/restrictions/"),
        "looked-by-reference": ("guardian", f"{CHILD}/looked/"),
        "oddities": ("guardian", "/audit/oddities/"),
        "break-glass": ("social_worker", "/break-glass/"),
        "reviews": ("guardian", "/break-glass/reviews/"),
        "to-review": ("guardian", "/break-glass/reviews/{to_review}/"),
        "reviewed": ("guardian", "/break-glass/reviews/{reviewed}/"),
        "people": ("administrator", "/people/"),
        "person": ("administrator", "/people/{person}/"),
        "end-role": ("administrator", "/people/{person}/roles/{role}/end/"),
    },
}
# Those with a form, which is sent without an answer and comes back with problems.
SENT = {
    *("figures", "figure-back", "target", "target-amend", "rates", "rate-amend", "rebase"),
    *("savings-work", "feared-homes"),
    *("theme-new", "theme-stands", "theme-action-new"),
    *("ask-to-justify", "agree", "dissent", "officers", "challenge-answer"),
    *("search", "start", "assign", "reason", "names", "born", "leave", "home", "hearing", "words"),
    *("visit", "for-the-family", "review", "correct", "take-back", "change", "restrict"),
    *(
        "agency-list",
        "cohort-start",
        "cohort-end",
        "cohort-join",
        "group-start",
        "agenda-join",
        "put-off",
        "interests",
        "minutes-correct",
        "minutes-note",
        "restrict-held",
        "break-glass",
        "to-review",
        "person",
        "end-role",
        "seal",
        "sealed",
        "ask",
    ),
}
# What is walked elsewhere, and what is no page: answers to buttons, files, the API.
ELSEWHERE = "returns", "jobs", "api", "health", "sign-in"
ACTS = {
    *(
        "sign-out",
        "child-family-join",
        "tracker-justify",
        "child-restrict-lift",
        "break-glass-close",
        "saved-view-save",
    ),
    *("saved-view-delete", "group-actions-chase", "job-run", "sealed-answer", "sealed-close"),
    *("figures-list", "rates-list", "pack-pdf", "pack-workbook"),
    *("hearings-calendar", "agency-list-decide", "meeting-pack-pdf", "meeting-pack-word"),
    *("meeting-minutes-pdf", "meeting-minutes-word", "meeting-exceptions-pdf"),
    *("child-mid-point-draft", "child-mid-point-raise"),
    *("meeting-undo", "meeting-entries", "officer-report-pdf", "officer-report-word"),
    *(f"review-{form}-{kind}" for form in ("letter", "record") for kind in ("pdf", "word")),
}


@pytest.mark.parametrize("part", PAGES)
def test_no_page_has_a_barrier(cast: Cast, visit: Visit, part: str) -> None:
    filled.fill(cast)
    filled.odd_looks(cast)
    places = places_of(cast)
    found: dict[str, list[str]] = {}
    windows: dict[str, Page] = {}
    for name, (who, address) in PAGES[part].items():
        # A window a reader: a new one has to fetch every style and script anew.
        if who not in windows:
            windows[who] = visit(places.get(who) or getattr(cast, who), "about:blank")
        page = windows[who]
        page.goto(address.format_map(places))
        found[name] = barriers(page)
        if name in SENT:
            send(page)
            found[f"{name}, sent"] = barriers(page)
    assert {name: problems for name, problems in found.items() if problems} == {}


def test_what_comes_of_a_search_and_of_a_sign_in_has_no_barrier(cast: Cast, visit: Visit) -> None:
    found = {}
    page = visit(cast.service_manager, "/search/")
    for words in ("bello", "nobody at all"):
        page.locator("main").get_by_role("textbox").fill(words)
        page.get_by_role("button", name="Find", exact=True).click()
        found[words] = barriers(page)
    page.goto("/children/start/")
    for label, words in (("Reference", "A9"), ("First name", "Amara"), ("Last name", "Bello")):
        page.locator("main").get_by_label(label).fill(words)
    for part, number in (("Day", "10"), ("Month", "9"), ("Year", "2021")):
        page.get_by_role("group", name=re.compile("^Date of birth")).get_by_label(part).fill(number)
    page.get_by_role("button", name="Start the record").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Is it one of these children?")
    found["the same child"] = barriers(page)
    page = visit(None, "/sign-in/")
    found["sign-in"] = barriers(page)
    page.get_by_role("button", name="Sign in").click()
    found["sign-in, wrong"] = barriers(page)
    assert {name: problems for name, problems in found.items() if problems} == {}


def test_every_page_is_walked() -> None:
    every = {name for name in get_resolver().reverse_dict if isinstance(name, str)}
    wanted = {name for name in every if not name.startswith(ELSEWHERE)} - ACTS
    anything = defaultdict(
        uuid4, order=1, role=1, asked=1, justified=1, finding=1, minute_page=1, mid_point=1, cover=1
    )
    anything |= {"challenge": 1, "closed_challenge": 1}
    anything |= {"figure": 1, "target": 1, "rate": 1, "theme": 1, "planned": 1}
    anything |= dict.fromkeys(("review", "in_parts", "to_answer", "against", "invitation"), 1)
    walked = {
        resolve(address.format_map(anything).partition("?")[0]).url_name
        for pages in PAGES.values()
        for _, address in pages.values()
    }
    assert wanted - walked == set(), "walk these as well"


WRONG = {
    "main { min-width: 1400px }": "desk: scrolls sideways",
    "h1 { position: relative; left: -60px }": "telephone: out at the side: <h1",
    ".foot { overflow: hidden } .foot span { font: 40px Arial; white-space: nowrap }": "cut off",
    "form * { height: 9px !important; margin: 0 !important; display: block !important }": (
        "desk: too small to be hit: <input"
    ),
    "* { outline: 0 !important; box-shadow: none !important }": "no focus is drawn: <a",
    ".frame { position: fixed; inset: 0 }": "at 400%: something covers the focus: <a",
    ".soft { color: #ccc }": "narrow: color-contrast: <p",
}


def test_what_is_wrong_is_found(visit: Visit) -> None:
    page = visit(None, "/sign-in/", bypass_csp=True)
    for styles, said in WRONG.items():
        page.reload()
        page.add_style_tag(content=styles)
        assert any(said in problem for problem in barriers(page)), said


def test_a_trap_of_the_keyboard_is_found(visit: Visit) -> None:
    page = visit(None, "/sign-in/", bypass_csp=True)
    page.evaluate("""document.querySelector("#id_password").addEventListener("keydown", (event) => {
        if (event.key === "Tab") event.preventDefault();
    })""")
    with pytest.raises(AssertionError, match="trapped on"):
        Keyboard(page).press(page.get_by_role("button", name="Sign in"))


def send(page: Page) -> None:
    """As it stands; where that would be recorded, the questions are emptied first."""
    for each in page.locator("main textarea:visible, main input[type=text]:visible").all():
        each.fill("")
    page.locator("main form").last.locator("button").last.click()
    # Waited for: a click may come back before the answer has arrived.
    expect(page.get_by_role("alert").get_by_role("link").first).to_be_visible()
    for link in page.get_by_role("alert").get_by_role("link").all():
        assert page.locator(link.get_attribute("href") or "").count() == 1


def differences_of(cast: Cast) -> list[AgencyDifference]:
    """One that may be accepted, one that may not, one that was refused."""
    given = {"child": cast.amara, "found_on": date(2026, 6, 1), "found_by": cast.chair}
    refused = {"decision": "refused", "reason": "Another child.", "decided_on": date(2026, 6, 2)}
    return [
        AgencyDifference.objects.create(field=field, stated_on=date(2025, 4, 4), **given | more)
        for field, more in (
            ("notified", {}),
            ("placed", {}),
            ("finding", refused | {"decided_by": cast.chair}),
        )
    ]


def cohort_of(cast: Cast) -> Cohort:
    """With a child who has reached the aim and one of whom nothing is known yet."""
    given = {"authority": cast.authority, "on": date(2025, 1, 6), "by": cast.chair}
    cohort = cohorts.start(name="From children’s homes", aim="family", **given)
    for child, expected_on in ((cast.amara, date(2026, 1, 5)), (cast.tomas, None)):
        cohorts.add(
            cohort=cohort,
            children=[child],
            starts_on=date(2025, 2, 3),
            expected_on=expected_on,
            by=cast.chair,
        )
    return cohort


def mid_points_of(cast: Cast) -> dict[str, Any]:
    """One that was judged off track, with what was raised; another begun; a child at home."""
    today = timezone.localdate()
    found = dict.fromkeys(QUESTIONS, "yes") | {"moving": "no", "moving_words": "No family."}
    found |= {"looked": "visit", "seen": "alone", "judgement": "off-track"}
    held_on = today - timedelta(days=3)
    given = {"child": cast.amara, "held_on": held_on, "judgement_because": "It drifts."}
    made = mid_points.record(mid_point=MidPoint(**given, **found), by=cast.iro)
    due = {"owner": cast.north_worker, "due_on": today, "on": today}
    agreed_actions.ask(mid_point=made, text="Widen the search.", by=cast.iro, **due)
    told = {"raised_on": today, "theme": "participation", "concern": "Nobody looks for a family."}
    challenge = Challenge(child=cast.amara, mid_point=made, **told)
    challenges.raise_at(challenge=challenge, stage="informal", by=cast.iro)
    mid_points.keep_draft(child=cast.amara, typed={"moving": "yes"}, by=cast.iro)
    at_home = timeline.child(
        "care 2026-01-05; status C1 2026-01-05; home P1 2026-01-05; review 2026-02-01",
        authority=cast.authority,
        reference="H1",
    )
    return {"mid_point": made.pk, "at_home": at_home.uuid}


def meeting_of(cast: Cast) -> Meeting:
    """Of a group with a member, with what the rules choose and one put on by hand."""
    today = timezone.localdate()
    series = MeetingSeries(authority=cast.authority, name="Permanence Monitoring Group")
    series.place, series.starts_at, series.chair = "Room 2", time(9, 30), cast.chair
    series.starts_on = today
    meetings.save_series(series=series, by=cast.chair)
    ray = meetings.join(series=series, seat="health", on=today, name="N. Ray", by=cast.chair)
    given = {"reason": "His former carer", "on": today, "by": cast.chair}
    meetings.declare(member=ray, child=cast.tomas, **given)
    days = [today + timedelta(days=days) for days in (14, 42)]
    first, _ = meetings.schedule(series=series, days=days, by=cast.chair)
    on_it = [agendas.Choice(cast.tomas.pk, "late", ("placement-order-to-match",))]
    agendas.put_on(meeting=first, choices=on_it, by=cast.chair, chosen=False)
    said = dict.fromkeys(SAID, "They met.") | {"next_step_on": today}
    updates.send(item=first.items.get(), said=said, on=today, by=cast.service_manager)
    return first


def minutes_of(cast: Cast) -> dict[str, Any]:
    """Three meetings of a group: minutes in draft, approved, and locked with a note; and what was
    decided after them.
    """
    series = group(cast, name="Group with minutes")
    found: dict[str, Any] = {}
    for name, month in (("locked", 2), ("approved", 3), ("draft", 4)):
        meeting = sitting(cast, cast.tomas, on=date(2026, month, 5), series=series)
        due = {"owner": cast.south_worker, "due_on": date(2026, month, 20)}
        made = decided(cast, meeting, cast.tomas, "action", text="Ring the school", **due)
        about = made.item
        values = {"answered": "not", "found": "Nobody knew.", "recheck_on": date(2026, 9, 1)}
        asked = find_of_plan(item=about, question="drift", values=values, by=cast.chair)
        held.close_meeting(meeting=meeting, on=meeting.held_on, by=cast.chair)
        if name != "draft":
            minutes.approve(meeting=meeting, by=cast.chair)
        if name == "locked":
            kept = lock(meeting=meeting, on=timezone.localdate(), by=cast.chair)
            minutes.note(minutes=kept, child=cast.tomas, text="It was Tuesday.", by=cast.chair)
            found["minute_page"] = kept.pages.get().pk
        found |= {name: meeting.uuid, "minuted": made.uuid, "finding": asked.pk}
    urgent = typed("action", owner=cast.south_worker, due_on=date(2026, 5, 20))
    decide_between(
        series=series, child=cast.tomas, typed=urgent, on=date(2026, 5, 6), by=cast.chair
    )
    return found | {"minuted_group": series.uuid}


def officers_of(cast: Cast) -> dict[str, Any]:
    """Who leads the officers; one of them is away."""
    other = a_worker(cast.authority, "O. Brandt", None, a_user("other-iro", cast.authority, "iro"))
    today = timezone.localdate()
    away = cover.arrange(
        absent=cast.iro.worker,
        stands_in=other,
        starts_on=today - timedelta(days=7),
        ends_on=today + timedelta(days=7),
        by=None,
    )
    leader = a_user("leader", cast.authority, "iro-manager")
    return {"leader": leader, "cover": away.pk, "officer": cast.iro.worker.uuid}


def reviews_of(cast: Cast) -> dict[str, Any]:
    """One whose decisions were answered and whose letter was sent, one that waits for the answer,
    one in parts that goes on, and one that is planned.
    """
    child, today = cast.amara, timezone.localdate()
    found: dict[str, Any] = {}
    for name, ago in (("review", 9), ("to_answer", 5), ("in_parts", 2)):
        on = today - timedelta(days=ago)
        more = {"in_parts": True, "with_whom": "Amara and her carer"} if name == "in_parts" else {}
        held_one = reviews.hold(child=child, on=on, participation="PN1", by=cast.iro, **more)
        found[name] = held_one.pk
        if name != "in_parts":
            due = {"owner": cast.north_worker, "due_on": today}
            made = review_decisions.decide(review=held_one, text="See Gran", by=cast.iro, **due)
            given = {"decisions_sent_on": on, "by": cast.iro}
            reviews.follow(review=held_one, what="decisions-sent", **given)
            found.setdefault("decided", (held_one, made))
    answered, made = found.pop("decided")
    given = {"on": today - timedelta(days=8), "by": cast.manager}
    review_decisions.answer(review=answered, disagreements={made: "Too far away."}, **given)
    for form, text in (("letter", "Dear Amara\n\n# Gran\n\n- You see her."), ("record", "# Gran")):
        writing = review_writings.draft(review=answered, form=form, text=text, by=cast.iro)
    review_writings.send(writing=writing, on=today, by=cast.iro)
    ahead = today + timedelta(days=40)
    planned = planned_reviews.plan(child=child, planned_on=ahead, on=today, by=cast.iro)
    gran = planned_reviews.invite(planned=planned, name="Gran", part="family", by=cast.iro)
    return found | {"against": made.disagreement.pk, "invitation": gran.pk}


def set_of_measures(cast: Cast) -> dict[str, Any]:
    """Two sources that differ, a target after another, a rate, and a chart that counts anew."""
    on = timezone.localdate()
    last = on.replace(day=1) - timedelta(days=1)
    given: dict[str, Any] = {"authority": cast.authority, "by": cast.service_manager, "on": on}
    said = [
        figures.Reported("children-in-care", last, source, on, value=Decimal(value), caveat=caveat)
        for source, value, caveat in (
            ("Board paper, page 4", 5, ""),
            ("Minutes, line 42", 7, "The minutes name no day"),
        )
    ]
    said.append(figures.Reported("region-rate", last, "Comparison", on, value=Decimal("108.6")))
    figures.enter(figures=said, **given)
    for value, year in ((180, 2025), (150, 2026)):
        wanted = benchmarks.Wanted(
            "order-to-match", "target", Decimal(value), "Strategy, page 12", date(year, 4, 1)
        )
        benchmarks.set_benchmark(wanted=wanted, **given)
    home = rates.Wanted("K2", "PR4", Decimal(5600), "Contract 12", date(2026, 4, 1))
    rates.set_rate(wanted=home, **given)
    what_moves_saved(cast, last)
    rebases.rebase(
        indicator="weeks-in-care", from_on=date(2026, 2, 1), reason="A panel met.", **given
    )
    return {
        "figure": EnteredFigure.objects.filter(code="children-in-care").latest("pk").pk,
        "target": Benchmark.objects.latest("starts_on").pk,
        "rate": WeeklyRate.objects.get(type="K2").pk,
    }


def what_moves_saved(cast: Cast, day: date) -> None:
    """One moved, and then into a home without a rate; work, and a home that was feared."""
    on, moved, again = timezone.localdate(), day - timedelta(days=20), day - timedelta(days=10)
    given: dict[str, Any] = {"authority": cast.authority, "by": cast.service_manager, "on": on}
    foster = rates.Wanted("U6", "", Decimal(520), "Budget, page 3", date(2026, 4, 1))
    rates.set_rate(wanted=foster, **given)
    timeline.child(
        f"born {day.year - 9}-01-01; care 2025-03-01; home K2 2025-03-01 .. {moved} provider=PR4;"
        f" home U6 {moved} .. {again} provider=PR1; home R1 {again} provider=PR1",
        authority=cast.authority,
    )
    year = date(2026, 4, 1), date(on.year + 1, 4, 1)
    hub = savings_work.Wanted("Hub", Decimal(60_000), "Budget, page 4", *year)
    savings_work.enter(wanted=hub, **given)
    words = "The carers were worn out; a team came.", "the panel"
    feared = feared_homes.Wanted(moved, "K2", "PR4", 20, 40, 60, 26, *words)
    feared_homes.write(child=cast.amara, wanted=feared, by=cast.service_manager, on=on)


def planned(cast: Cast) -> dict[str, Any]:
    """A theme that tells of few children, with words of two days, a late action and one done."""
    today = timezone.localdate()
    theme = action_plan.write_theme(
        authority=cast.authority,
        number=1,
        title="Less waiting",
        lead="Head of service",
        aim="Nobody waits.",
        indicators=["children-in-care", "order-to-match"],
        by=cast.service_manager,
    )
    for days, standing, words in (
        (40, "on-track", "It goes well."),
        (4, "off-track", "Only 3 children have a match."),
    ):
        on = today - timedelta(days=days)
        action_plan.write_progress(
            theme=theme, on=on, standing=standing, words=words, by=cast.service_manager
        )
    given: dict[str, Any] = {"theme": theme, "lead": "Academy", "by": cast.service_manager}
    for days, words in ((-9, "Train all"), (9, "Meet")):
        due_on = today + timedelta(days=days)
        action = action_plan.write_action(words=words, due_on=due_on, **given)
    action_plan.mark_done(action=action, on=today, by=cast.service_manager)
    return {"theme": theme.pk, "planned": action.pk}


def pack_of(cast: Cast) -> Publication:
    as_at, today = date(2026, 4, 30), timezone.localdate()
    seen = MAKERS["board"](cast.authority, as_at, today).pack.checksum
    given = {"authority": cast.authority, "kind": "board", "as_at": as_at, "today": today}
    return packs.publish(**given, by=cast.service_manager, seen=seen)


class Places(dict[str, Any]):
    """What addresses name. A pack is published only where an address names one."""

    def __init__(self, cast: Cast, known: dict[str, Any]) -> None:
        super().__init__(known)
        self.cast = cast

    def __missing__(self, name: str) -> Any:
        if name != "pack":
            raise KeyError(name)
        self["pack"] = pack_of(self.cast).uuid
        return self["pack"]


def places_of(cast: Cast) -> Places:
    reviewed, to_review, _ = BreakGlass.objects.order_by("opened_at")
    keeper, other = filled.keepers(cast)
    waiting, read, leo = (
        filled.adopted(cast, reference, name)
        for reference, name in (("L1", "Ada"), ("L2", "Ivy"), ("L3", "Leo"))
    )
    filled.opening(filled.sealed(cast, waiting), other)
    record = filled.sealed(cast, read)
    meeting = meeting_of(cast)
    sits = sitting(cast, cast.tomas, series=group(cast, name="Urgent group"))
    by_when = {"owner": cast.south_worker, "due_on": sits.held_on + timedelta(days=7)}
    agreed = decided(cast, sits, cast.tomas, "action", **by_when).action
    known = {
        **filled.delays(cast),
        **filled.challenges(cast),
        "keeper": keeper,
        **minutes_of(cast),
        **reviews_of(cast),
        "amara": cast.amara.uuid,
        "tomas": cast.tomas.uuid,
        "leo": leo.uuid,
        "expected": filled.expected(cast).uuid,
        "agency": a_user("agency", cast.authority, "adoption-agency-worker"),
        **officers_of(cast),
        **set_of_measures(cast),
        **planned(cast),
        **mid_points_of(cast),
        "cohort": cohort_of(cast).uuid,
        "meeting": meeting.uuid,
        "group": meeting.series.uuid,
        "member": meeting.series.members.get().uuid,
        "item": meeting.items.get().uuid,
        "sitting": sits.uuid,
        "agreed": agreed.uuid,
        "sitting_item": sits.items.get().uuid,
        "differences": differences_of(cast),
        "order": CourtOrder.objects.get(child=cast.amara, kind="placement").pk,
        "reviewed": reviewed.uuid,
        "to_review": to_review.uuid,
        "person": cast.manager.uuid,
        "role": RoleAssignment.objects.get(user=cast.manager).pk,
        "sealed": record.uuid,
        "opened": filled.opening(record, keeper, other).uuid,
    }
    return Places(cast, known)
