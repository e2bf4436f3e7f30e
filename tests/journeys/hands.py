"""Two ways to go through the same pages: with a mouse, and with the keyboard alone.

The keyboard reaches what it wants by Tab as a reader would, from where the page puts it. On the way
every stop has to be seen: a focus that is drawn, in view and with nothing over it.
"""

from datetime import date

from playwright.sync_api import Locator, Page, expect

MOST_STOPS = 400
NOT_SEEN = """() => {
  const here = document.activeElement, label = here.labels && here.labels[0];
  if (here === document.body || here.matches("main")) return "";
  const name = here.outerHTML.slice(0, 160);
  const drawn = (style) => style.boxShadow !== "none"
    || (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0);
  const looks = [getComputedStyle(here)];
  if (label) looks.push(getComputedStyle(label, "::before"));
  if (!looks.some(drawn)) return "no focus is drawn: " + name;
  const box = here.getBoundingClientRect();
  const x = Math.min(Math.max(box.left + Math.min(box.width, 40) / 2, 0), innerWidth - 1);
  const y = Math.min(Math.max(box.top + Math.min(box.height, 40) / 2, 0), innerHeight - 1);
  if (box.bottom <= 0 || box.top >= innerHeight) return "the focus is out of view: " + name;
  const top = document.elementFromPoint(x, y);
  const own = top && (here.contains(top) || top.contains(here) || (label && label.contains(top)));
  return own ? "" : "something covers the focus: " + name;
}"""

# Where the keyboard stands on its way to a target, or to the group of radio buttons it is one of.
# A skip link moves the focus only when the jump is done, which the key does not wait for.
STOP = f"""async (target, [grouped, moved]) => {{
  const stays = () => moved && document.activeElement !== document.body
    && document.activeElement === window.lastStop;
  for (const end = performance.now() + 2000; stays() && performance.now() < end;)
    await new Promise(done => setTimeout(done, 20));
  const here = document.activeElement, stuck = stays();
  window.lastStop = here;
  return {{
    arrived: grouped ? Boolean(here.name) && here.name === target.name : here === target,
    skips: here.matches(".govuk-skip-link") && !target.closest("header"),
    problem: stuck ? "trapped" : moved ? ({NOT_SEEN})() : "",
  }};
}}"""


class Mouse:
    """Points and clicks."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, target: Locator) -> None:
        target.click()

    def write(self, target: Locator, words: str) -> None:
        target.fill(words)

    def mark(self, target: Locator) -> None:
        """A radio button or a tick."""
        target.check()

    def pick(self, target: Locator, option: str) -> None:
        target.select_option(option)

    def date(self, question: str, day: date) -> None:
        boxes = self.page.get_by_role("group", name=question)
        for part, number in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
            self.write(boxes.get_by_label(part), str(number))


class Keyboard(Mouse):
    """Tab, Enter, Space and the arrows; nothing is focused by other means."""

    def press(self, target: Locator) -> None:
        self.reach(target)
        self.page.keyboard.press("Enter")

    def write(self, target: Locator, words: str) -> None:
        self.reach(target)
        self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.type(words)

    def mark(self, target: Locator) -> None:
        if target.get_attribute("type") == "radio":
            self._mark_radio(target)
        else:
            self.reach(target)
            self.page.keyboard.press("Space")
        expect(target).to_be_checked()

    def pick(self, target: Locator, option: str) -> None:
        self.reach(target)
        options = target.evaluate("list => [...list.options].map(each => each.label)")
        self.page.keyboard.press("Home")
        for _ in range(options.index(option)):
            self.page.keyboard.press("ArrowDown")
        assert target.evaluate("list => list.selectedOptions[0].label") == option

    def reach(self, target: Locator, *, grouped: bool = False) -> None:
        """Tab on until `target` has the focus, or its group; past the header by the skip link."""
        expect(target).to_have_count(1)
        for moves in range(MOST_STOPS):
            stop = target.evaluate(STOP, [grouped, moves > 0])
            assert not stop["problem"], f"{stop['problem']} on {self.page.url}"
            if stop["arrived"]:
                return
            self.page.keyboard.press("Enter" if stop["skips"] else "Tab")
        raise AssertionError(f"the keyboard does not reach {target} on {self.page.url}")

    def _mark_radio(self, target: Locator) -> None:
        """Tab comes to the group, the arrows to one of it."""
        self.reach(target, grouped=True)
        self.page.keyboard.press("Space")
        count = target.evaluate("element => document.getElementsByName(element.name).length")
        for _ in range(count):
            if target.is_checked():
                return
            self.page.keyboard.press("ArrowDown")


HANDS = {"mouse": Mouse, "keyboard": Keyboard}
