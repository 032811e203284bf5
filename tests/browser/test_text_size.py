"""Letters of twice the size, and lines and words set apart as a reader sets them (WCAG 1.4.4, 1.4.10, 1.4.12).

Nothing is cut off, lies over something else or makes the page scroll sideways; a table scrolls in its own place.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from factbook.interface.catalogue import LANGUAGES
from site_pages import EVERY_PAGE

#: Letters as a browser has them when nobody has changed them, and twice their size; in pixels.
UNCHANGED, TWICE = 16, 32
#: The widths of windows by the size of their letters, in pixels: a desktop at 400 %, a phone, a tablet, a desktop.
WINDOWS = {TWICE: (320, 390, 768, 1280), UNCHANGED: (1280,)}
#: What WCAG 1.4.12 lets a reader set.
SPACING = """* { letter-spacing: 0.12em !important; line-height: 1.5 !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }"""
#: So that a part is measured before it is scrolled to.
LAID_OUT = "* { content-visibility: visible !important; }"
#: What is wrong with the text that a page shows, pictures aside; a line counts as its middle, where its letters are.
WRONG = """() => {
  const root = document.documentElement, width = root.clientWidth, wrong = [];
  const say = (what, node) => wrong.push(`${what}: ${node.textContent.trim().slice(0, 60)}`);
  const frames = new Map([[root, []], [document.body, []]]);
  function framesOf(element) {
    if (frames.has(element)) return frames.get(element);
    const around = framesOf(element.parentElement);
    const { overflowX: x, overflowY: y } = getComputedStyle(element);
    const isFrame = x !== "visible" || y !== "visible";
    frames.set(element, isFrame ? [{ box: element.getBoundingClientRect(), x, y }, ...around] : around);
    return frames.get(element);
  }
  const cuts = (overflow) => overflow === "hidden" || overflow === "clip";
  const scrolls = (overflow) => overflow === "auto" || overflow === "scroll";

  const seen = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = texts.nextNode()); ) {
    const element = node.parentElement;
    if (!node.data.trim() || element.closest("svg, script, style, noscript, option, .visually-hidden")) continue;
    if (!element.checkVisibility({ visibilityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const line of range.getClientRects()) {
      let { left, right } = line, top = line.top + line.height / 4, bottom = line.bottom - line.height / 4;
      let sideways = false, down = false;
      for (const { box, x, y } of framesOf(element)) {
        if (!sideways && cuts(x) && (left < box.left - 1 || right > box.right + 1)) say("cut off at the side", node);
        if (!down && cuts(y) && (top < box.top - 1 || bottom > box.bottom + 1)) say("cut off below", node);
        [sideways, down] = [sideways || scrolls(x), down || scrolls(y)];
        if (x !== "visible") [left, right] = [Math.max(left, box.left), Math.min(right, box.right)];
        if (y !== "visible") [top, bottom] = [Math.max(top, box.top), Math.min(bottom, box.bottom)];
      }
      if (left < -1 || right > width + 1) say("outside the window", node);
      if (right - left > 2 && bottom > top) seen.push({ left: left + 1, right: right - 1, top, bottom, node });
    }
  }
  if (root.scrollWidth > width) wrong.push(`the page is ${root.scrollWidth} pixels wide`);
  seen.sort((one, other) => one.top - other.top);
  seen.forEach((one, index) => {
    for (let next = index + 1; next < seen.length && seen[next].top < one.bottom; next++) {
      const other = seen[next];
      if (one.left >= other.right || other.left >= one.right) continue;
      say(`lies over «${one.node.data.trim().slice(0, 40)}»`, other.node);
    }
  });
  const column = document.querySelector(".bd-article > section > p");
  const narrowest = Math.min(width * 0.6, 20 * parseFloat(getComputedStyle(root).fontSize));
  if (column && column.clientWidth < narrowest) wrong.push(`the column of text is ${column.clientWidth} pixels wide`);
  return [...new Set(wrong)].slice(0, 12);
}"""


@pytest.fixture(scope="module", params=WINDOWS, ids="letters of {}".format)
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A page of a browser whose reader has set the size of letters; ``page.widths`` are those of its windows."""
    letters = request.param
    with browser.new_context(reduced_motion="reduce") as context:
        opened = context.new_page()
        session = context.new_cdp_session(opened)
        session.send("Page.enable")
        session.send("Page.setFontSizes", {"fontSizes": {"standard": letters, "fixed": letters * 13 // 16}})
        opened.goto("about:blank")
        assert opened.evaluate("getComputedStyle(document.documentElement).fontSize") == f"{letters}px"
        opened.widths = WINDOWS[letters]
        yield opened


def narrow_to(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.wait_for_function("width => innerWidth === width", arg=width)


def wrong_on(page: Page) -> list[str]:
    """What is wrong, once the page is drawn: a window that has just got its size may be laid out in the next frame."""
    if page.evaluate(WRONG):
        page.evaluate("() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))")
    return list(page.evaluate(WRONG))


@pytest.mark.parametrize("name", EVERY_PAGE)
def test_large_and_spaced_text_is_all_there(page: Page, address: str, name: str):
    page.goto(f"{address}/{name}")
    page.add_style_tag(content=LAID_OUT)
    for spacing in (None, SPACING):
        if spacing:
            page.add_style_tag(content=spacing)
        for width in page.widths:
            narrow_to(page, width)
            assert wrong_on(page) == [], f"{width} pixels wide{', with the spacing of WCAG 1.4.12' if spacing else ''}"


#: What opens over a page, by what opens it.
OPENED = {
    ".rate-toggle": ".rate-panel",
    ".bd-article p a.fact": ".number-box",
    ".heading .cite-open": ".cite-panel",
    ".search-button__button:visible": "#pst-search-dialog",
    ".secondary-toggle:visible": "#pst-secondary-sidebar-modal",
    ".primary-toggle": "#pst-primary-sidebar-modal",
}
#: How many pixels of it are out of the window: at the left, at the top, at the right, sideways in itself, of the page.
OUT = """(box) => {
  const { left, right, top } = box.getBoundingClientRect(), page = document.documentElement;
  const wider = (one) => one.scrollWidth - one.clientWidth;
  const out = [-left, -top, right - page.clientWidth, wider(box), wider(page)];
  return out.map((pixels) => Math.max(0, Math.round(pixels)));
}"""


@pytest.mark.parametrize("page", [TWICE], indirect=True, ids="letters of {}".format)
@pytest.mark.parametrize("width", WINDOWS[TWICE])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("opener", OPENED)
def test_what_opens_has_room_for_large_and_spaced_text(
    page: Page, address: str, width: int, language: str, opener: str
):
    narrow_to(page, width)
    page.goto(f"{address}/{language}/market.html")
    page.add_style_tag(content=SPACING)
    page.locator(opener).first.click()
    box = page.locator(OPENED[opener])
    box.wait_for()
    assert box.evaluate(OUT) == [0, 0, 0, 0, 0]
