"""Every list and page about waits on paper: A4, black and white, nothing cut off or too small."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.cast import Cast
from tests.journeys import filled
from tests.journeys.barriers import DESK
from tests.journeys.conftest import Visit
from tests.journeys.test_barriers import PAGES, places_of

pytestmark = pytest.mark.journey

SHEETS = {"landscape": (1032, 690), "upright": (703, 1020)}
"""What the margins leave of A4, in the pixels of a page."""
WAITS = {
    *("queue", "queue-narrowed", "catalogue", "rules", "limits", "coming", "gaps"),
    *("legal-before", "legal-court", "legal-gateway", "legal-discharge", "legal-supervision"),
    *("hearings", "cohorts", "cohort", "regional", "regional-totals", "agency-list"),
    *("pathways", "adoption", "adoption-printed", "fragile-homes", "child", "what-if", "tried"),
    *("child-with-delays", "delays", "delays-of-the-officer", "causes", "causes-board", "pack"),
    *("group-actions", "meeting-since", "group-effect", "minutes-draft", "minutes-locked"),
    *("minutes-of-child", "exceptions", "meeting"),
    *("hold-mid-point", "held-mid-point", "held-mid-point-read"),
    *("challenges", "challenges-of-the-officer", "challenge-answer", "challenge-closed"),
    *("my-children", "my-children-led", "child-as-officer"),
    *("officers", "officers-children", "officer-report", "officer-report-published"),
    *("measures", "measures-every", "measure", "measures-ahead", "measures-journey"),
    *("savings", "savings-children"),
    *("packs", "pack-read", "action-plan"),
    *("figures", "targets", "target", "rates", "sources", "rebase-stock"),
    *("review-page", "review-read", "review-next", "reviews-to-answer", "letter", "record-read"),
}
PRINTED = [part for part, pages in PAGES.items() if WAITS & pages.keys()]
# What paper cannot show: a colour, type under 9 points, what is past its edge, an address after a
# link; and what nobody can press on it.
MEASURE = """() => {
  const found = new Set(), width = document.documentElement.clientWidth;
  const name = (each) => each.outerHTML.slice(0, 90);
  const shown = (each) => each.checkVisibility({visibilityProperty: true})
    && each.getBoundingClientRect().width > 1 && !each.closest(".govuk-visually-hidden, svg");
  const coloured = (said) => new Set((said.match(/[0-9.]+/g) || []).slice(0, 3)).size > 1;
  for (const each of [...document.querySelectorAll("body *")].filter(shown)) {
    const style = getComputedStyle(each), box = each.getBoundingClientRect();
    const says = [...each.childNodes].some((it) => it.nodeType === 3 && it.textContent.trim());
    if (box.right > width + 1 || box.left < -1) found.add("past the edge: " + name(each));
    if (says && parseFloat(style.fontSize) < 12) found.add("too small: " + name(each));
    if (says && coloured(style.color)) found.add("in colour: " + name(each));
    if (!["none", "normal", '""'].includes(getComputedStyle(each, "::after").content))
      found.add("says more: " + name(each));
    if (each.matches("nav, button, .button, input, select, textarea"))
      found.add("for the screen: " + name(each));
  }
  for (const each of document.querySelectorAll(".bar rect, .share rect"))
    if (coloured(getComputedStyle(each).fill)) found.add("in colour: " + name(each));
  return [...found];
}"""
FRAME = """each => { const style = getComputedStyle(each);
  return style.borderTopStyle + " " + style.borderTopWidth; }"""

FILL = "(each, tone) => { each.setAttribute('class', tone); return getComputedStyle(each).fill; }"


def on_paper(page: Page) -> list[str]:
    """What is wrong with it, printed either way."""
    page.emulate_media(media="print")
    found = []
    for way, (width, height) in SHEETS.items():
        page.set_viewport_size({"width": width, "height": height})
        found += [f"{way}: {problem}" for problem in page.evaluate(MEASURE)]
    return found


def sizes(page: Page) -> set[str]:
    """The ways in which the sheets of its print lie."""
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", page.pdf(prefer_css_page_size=True))
    return {"upright" if float(wide) < float(high) else "landscape" for wide, high in boxes}


@pytest.mark.parametrize("part", PRINTED)
def test_every_page_of_waits_is_fit_for_paper(cast: Cast, visit: Visit, part: str) -> None:
    filled.fill(cast)
    places = places_of(cast)
    found: dict[str, list[str]] = {}
    windows: dict[str, Page] = {}
    for name in sorted(WAITS & PAGES[part].keys()):
        who, address = PAGES[part][name]
        if who not in windows:
            windows[who] = visit(places.get(who) or getattr(cast, who), "about:blank")
        page = windows[who]
        page.emulate_media(media="screen")
        page.set_viewport_size(DESK)  # type: ignore[arg-type]
        page.goto(address.format_map(places))
        found[name] = on_paper(page)
        expect(page.locator("h1").first).to_be_visible()
        expect(page.get_by_text("Printed on")).to_be_visible()
    assert {name: problems for name, problems in found.items() if problems} == {}


WRONG = {
    ".govuk-label { min-width: 1100px }": "past the edge",
    ".govuk-label { font-size: 11px !important }": "too small",
    ".govuk-label { color: #a3160f !important }": "in colour",
    ".govuk-label::after { content: '/x/' }": "says more",
    ".page { min-width: 900px }": "upright: past the edge",
}


def test_what_is_unfit_for_paper_is_found(visit: Visit) -> None:
    page = visit(None, "/sign-in/", bypass_csp=True)
    assert {each.split(": <")[0] for each in on_paper(page)} == {
        f"{way}: for the screen" for way in SHEETS
    }
    for styles, said in WRONG.items():
        page.reload()
        page.add_style_tag(content=styles)
        assert any(said in problem for problem in on_paper(page)), said


def test_a_state_is_told_by_its_frame_where_no_colour_tells_it(cast: Cast, visit: Visit) -> None:
    page = visit(cast.manager, "/tracker/")
    page.emulate_media(media="print")
    tag = page.locator(".tag").first
    frames = {}
    for state in ("red", "amber", "justified", "green"):
        tag.evaluate("(each, state) => { each.className = `tag tag-${state}`; }", state)
        frames[state] = tag.evaluate(FRAME)
    assert frames == {
        "red": "solid 3px",
        "amber": "solid 1px",
        "justified": "dashed 1px",
        "green": "none 0px",
    }
    expect(page.get_by_text("Thick frame: past a limit.")).to_be_visible()
    bar = page.locator(".bar-fill").first.element_handle()
    tones = ("red", "plain", "unknown", "track")
    assert len({bar.evaluate(FILL, f"bar-{tone}") for tone in tones}) == len(tones)


def test_a_child_is_printed_upright_and_a_list_across(cast: Cast, visit: Visit) -> None:
    for address, way in (
        (f"/children/{cast.amara.uuid}/", "upright"),
        ("/pathways/", "upright"),
        ("/tracker/", "landscape"),
        ("/pathways/adoption/", "landscape"),
    ):
        assert sizes(visit(cast.manager, address)) == {way}, address


def test_a_print_says_whose_it_is_and_what_it_was_narrowed_to(cast: Cast, visit: Visit) -> None:
    filled.fill(cast)
    page = visit(cast.chair, "/tracker/coming/?window=90&every=yes")
    page.get_by_text("By worker").click()
    page.locator(".panel-inside a", has_text="Okafor").click()
    page.emulate_media(media="print")
    said = "Shown: every wait, of the children of N. Okafor."
    expect(page.get_by_text(said)).to_be_visible()
    expect(page.locator(".frame-who")).to_contain_text("Chair")
    page.emulate_media(media="screen")
    expect(page.get_by_text(said)).to_be_hidden()


def test_a_part_of_a_list_does_not_pass_for_the_whole(
    cast: Cast, visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("oversight.tracker.PAGE", 1)
    page = visit(cast.chair, "/tracker/")
    page.emulate_media(media="print")
    part = page.get_by_text("Printed here: 1 of them.")
    expect(part).to_be_visible()
    page.goto("/tracker/?whole=yes")
    expect(part).to_have_count(0)
