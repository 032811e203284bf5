"""Every number of every page in a real browser: won at three rates as Python says it, its own explanation beside it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import lxml.html
import pytest
from playwright.sync_api import Browser, Page

from factbook import languages
from factbook.checks.channels import assigned
from factbook.interface.catalogue import LANGUAGES
from factbook.quantities.amounts import Amount, Qualifier
from site_pages import CHAPTERS, DESKTOP

#: One that rounds up, one of four decimals, and the report's.
RATES = ("1350.5", "1165.8016", "1220")
AMOUNTS = """() => [...document.querySelectorAll("data[data-usd]")].filter(
  () => !document.querySelector("[data-report][data-stays]")).map((one) => ({
  usd: one.dataset.usd, ulp: one.dataset.ulp, qualifier: one.dataset.qualifier ?? "", stays: "rate" in one.dataset,
  printed: one.title, said: one.textContent, beside: (one.closest("a") ?? one).nextElementSibling?.textContent ?? "",
}))"""
#: Opens each number that a page says, once, and tells what heads the box, and the number in it.
OPENED = """async () => {
  const seen = new Map();
  const told = () => document.querySelector(".number-box:not([hidden]) .number-text");
  for (const link of document.querySelectorAll(".bd-article a.fact")) {
    const data = link.querySelector("data:not([data-part])");
    const id = data?.dataset.fact ?? data?.dataset.relation;
    if (!id || seen.has(id) || document.getElementById(id)?.closest("tr")?.contains(link)) continue;
    link.click();
    for (let turn = 0; turn < 60 && !told(); turn += 1) await new Promise((next) => setTimeout(next, 5));
    seen.set(id, ["h2", ".explained-value"].map((part) => told()?.querySelector(part)?.textContent ?? "nothing"));
    document.querySelector(".number-box .number-close")?.click();
  }
  return [...seen];
}"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_context(viewport=DESKTOP) as context:
        yield context.new_page()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_amount_of_every_page_says_won_at_a_rate_as_python_does(page: Page, address: str, language: str):
    found, wrong = 0, []
    for rate in RATES:
        page.goto(f"{address}/{language}/index.html")
        page.evaluate("(rate) => localStorage.setItem('book:rate', rate)", rate)
        for chapter in CHAPTERS:
            page.goto(f"{address}/{language}/{chapter}.html")
            for one in page.evaluate(AMOUNTS):
                ulp = Decimal(one["ulp"])
                won = Amount(Decimal(one["usd"]) * Decimal(rate), "KRW", ulp, Qualifier(one["qualifier"]))
                due = languages.of(language).say(won, None)
                said = one["beside"] if one["stays"] and rate != "1220" else one["said"]
                found += 1
                if due not in said:
                    wrong.append((chapter, rate, one, due))
    assert found > 50
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_of_every_page_opens_with_what_is_told_of_itself(page: Page, address: str, site, language: str):
    told = assigned.value(site / language / "explanations.js", "explanations")["numbers"]
    opened = set()
    # On the ledger a number in its own row opens nothing.
    for chapter in [name for name in CHAPTERS if name != "numbers"]:
        page.goto(f"{address}/{language}/{chapter}.html")
        for number, shown in page.evaluate(OPENED):
            root = lxml.html.fromstring(f"<div>{told[number]}</div>")
            due = [root.find(".//h2").text_content(), root.find_class("explained-value")[0].text_content()]
            assert shown == due, f"{number} on {chapter}"
            opened.add(number)
    assert len(opened) > 300
