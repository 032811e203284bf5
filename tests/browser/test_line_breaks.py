"""No line ends with an opening bracket before a number, and none begins with the full stop or comma behind one."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from site_pages import CHAPTERS, LANGUAGES

#: Numbers of running text with the sign beside them that stands on another line than they do.
TORN = """() => {
  const torn = [];
  const place = (text, at) => {
    const range = document.createRange();
    range.setStart(text, at);
    range.setEnd(text, at + 1);
    return range.getBoundingClientRect();
  };
  for (const number of document.querySelectorAll(".bd-article :is(p, li, dd) a.fact")) {
    const lines = [...number.getClientRects()];
    const texts = document.createTreeWalker(number.closest("p, li, dd"), NodeFilter.SHOW_TEXT);
    let before = null;
    let after = null;
    for (let text = texts.nextNode(); text && !after; text = texts.nextNode()) {
      if (number.contains(text)) continue;
      const stands = number.compareDocumentPosition(text);
      if (stands & Node.DOCUMENT_POSITION_PRECEDING && text.data.trim()) before = text;
      if (stands & Node.DOCUMENT_POSITION_FOLLOWING) after = text;
    }
    if (!lines.length) continue;
    if (before && /[(‘“]$/.test(before.data) && place(before, before.length - 1).bottom <= lines[0].top + 2)
      torn.push(before.data.at(-1) + number.textContent);
    if (after && /^[),.;:’”]/.test(after.data) && place(after, 0).top >= lines.at(-1).bottom - 2)
      torn.push(number.textContent + after.data[0]);
  }
  return torn;
}"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_number_keeps_the_signs_beside_it(browser: Browser, address: str, language: str):
    torn = {}
    with browser.new_page() as page:
        for chapter in CHAPTERS:
            page.goto(f"{address}/{language}/{chapter}.html")
            for width in (320, 390, 768):
                page.set_viewport_size({"width": width, "height": 844})
                page.wait_for_function("width => innerWidth === width", arg=width)
                torn[chapter, width] = page.evaluate(TORN)
    assert {place: found for place, found in torn.items() if found} == {}
