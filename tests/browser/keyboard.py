"""A person without a mouse: what is wanted is walked to, and every step of the way must be seen."""

from playwright.sync_api import Locator, Page, expect

MOST_STEPS = 150

# Whether what has the focus is marked and not hidden: an outline on it, on its label or frame, or drawn around it.
UNSEEN = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return '';
  const outlined = (one, part) => {
    const style = getComputedStyle(one, part);
    return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  };
  const near = [at, at.nextElementSibling].filter(Boolean);
  for (let one = at.parentElement; one && near.length < 6; one = one.parentElement) near.push(one);
  const name = at.outerHTML.slice(0, 160);
  const marked = near.some((one) => outlined(one) || outlined(one, '::after') || outlined(one, '::before'));
  if (!marked) return `not marked: ${name}`;
  const box = at.getBoundingClientRect();
  const at_share = (x, y) => [box.x + box.width * x, box.y + box.height * y];
  const points = [0.1, 0.5, 0.9].flatMap((x) => [0.2, 0.5, 0.8].map((y) => at_share(x, y)));
  const seen = points.some(([x, y]) => {
    const top = document.elementFromPoint(x, y);
    return top && (at.contains(top) || at.closest('label, .el-select')?.contains(top) || at.parentElement === top);
  });
  return seen ? '' : `covered or outside of the window: ${name}`;
}"""


class Keyboard:
    """Nothing but keys. A step that shows nobody where the focus is ends the test."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def press(self, key: str) -> None:
        self._page.keyboard.press(key)

    def write(self, text: str) -> None:
        self._page.keyboard.type(text)

    def to(self, target: Locator, key: str = "Tab") -> None:
        """Step by step to this; with Shift+Tab backwards."""
        expect(target).to_be_visible()
        for _ in range(MOST_STEPS):
            self.press(key)
            assert not (trouble := self._page.evaluate(UNSEEN)), trouble
            if target.evaluate("(one) => one === document.activeElement"):
                return
        raise AssertionError(f"{key} does not lead to {target}")

    def back_to(self, target: Locator) -> None:
        self.to(target, "Shift+Tab")

    def choose(self, target: Locator) -> None:
        """Walk to a link or button and take it."""
        self.to(target)
        self.press("Enter")

    def fill(self, field: Locator, text: str) -> None:
        self.to(field)
        self.write(text)
        expect(field).to_have_value(text)
