"""What may keep somebody from using a page: what axe finds, and what it cannot measure."""

from pathlib import Path

from playwright.sync_api import Page

from tests.journeys.hands import NOT_SEEN

DESK = {"width": 1280, "height": 1000}
TELEPHONE = {"width": 390, "height": 844}
NARROW = {"width": 320, "height": 640}
SIZES = {"desk": DESK, "telephone": TELEPHONE, "narrow": NARROW}
ZOOMED = {"width": 320, "height": 256}
"""What is left of 1280 x 1024 at 400% (WCAG 1.4.10)."""
AXE = Path(__file__).resolve().parents[2] / ".local" / "axe.min.js"
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
FIND = """standards => axe.run({
    runOnly: standards, resultTypes: ["violations"], rules: {"target-size": {enabled: true}},
  }).then(found => found.violations.map(
    each => each.id + ": " + each.nodes.map(node => node.html).join(" ")))"""
OPEN_ALL = "document.querySelectorAll('details').forEach(each => { each.open = true; })"
TARGETS = "a[href], button, input, select, textarea, summary"
# Out of the window at the side, cut off by a box that hides what does not fit, or too small to be
# hit (WCAG 2.5.8: 24 px, or as much room around, or a link within a sentence).
MEASURE = """() => {
  const found = [], width = document.documentElement.clientWidth;
  const name = (each) => each.outerHTML.slice(0, 120);
  const box = (each) => each.getBoundingClientRect();
  const shown = (each) => each.checkVisibility({visibilityProperty: true})
    && box(each).width > 1 && box(each).height > 1
    && !each.closest(".govuk-visually-hidden, .govuk-skip-link, svg svg")
    && getComputedStyle(each.closest("thead") || each).position !== "absolute";
  if (document.documentElement.scrollWidth > width) found.push("scrolls sideways");
  for (const each of document.querySelectorAll("body *")) {
    if (!shown(each)) continue;
    if (box(each).right > width + 1 || box(each).left < -1)
      found.push("out at the side: " + name(each));
    if (getComputedStyle(each).overflowX === "hidden" && each.scrollWidth > each.clientWidth + 1)
      found.push("cut off: " + name(each));
  }
  const targets = [...document.querySelectorAll(TARGETS)].filter(shown);
  const small = (each) => box(each).width < 23.5 || box(each).height < 23.5;
  const inWords = (each) => getComputedStyle(each).display === "inline"
    && each.parentElement.textContent.trim() !== each.textContent.trim();
  const centre = (each) => {
    const it = box(each);
    return [it.left + it.width / 2, it.top + it.height / 2];
  };
  const near = (each, other) => {
    const [x, y] = centre(each), [left, top] = centre(other), it = box(other);
    if (small(other)) return Math.hypot(x - left, y - top) < 24;
    return Math.hypot(x - Math.min(Math.max(x, it.left), it.right),
      y - Math.min(Math.max(y, it.top), it.bottom)) < 12;
  };
  for (const each of targets)
    if (small(each) && !inWords(each) && targets.some((it) => it !== each && near(each, it)))
      found.push("too small to be hit: " + name(each));
  return found;
}""".replace("TARGETS", repr(TARGETS))
# Where a dialog is open, nothing behind it can be focused; what has the focus is not scrolled to.
FOCUS = f"""() => (document.activeElement.blur(),
  [...(document.querySelector("dialog:modal") || document).querySelectorAll({TARGETS!r})]
  .filter((each) => each.type !== "hidden" && each.checkVisibility({{visibilityProperty: true}}))
  .map((each) => {{ each.focus({{focusVisible: true}}); return ({NOT_SEEN})(); }})
  .filter((problem) => problem))"""


def barriers(page: Page) -> list[str]:
    """At the width of a desk, of a telephone and of the narrowest window, and at 400% zoom.

    axe is run from outside, so that the content policy stands.
    """
    page.evaluate(OPEN_ALL)
    page.evaluate(AXE.read_text())
    found = []
    for name, size in SIZES.items():
        page.set_viewport_size(size)  # type: ignore[arg-type]
        problems = page.evaluate(FIND, STANDARDS) + page.evaluate(MEASURE)
        found += [f"{name}: {problem}" for problem in problems]
    page.set_viewport_size(ZOOMED)  # type: ignore[arg-type]
    problems = page.evaluate(MEASURE) + page.evaluate(FOCUS)
    page.set_viewport_size(DESK)  # type: ignore[arg-type]
    return found + [f"at 400%: {problem}" for problem in problems]
