"""Search as readers use it: what they ask, and the section that must be among the first three results."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from factbook.interface.catalogue import LANGUAGES
from factbook.search import terms
from site_pages import SHIFTS

QUERIES = {
    language: tomllib.loads((Path(__file__).parent / "search" / f"queries_{language}.toml").read_text("utf-8"))[
        "queries"
    ]
    for language in LANGUAGES
}
FIRST = 3
#: How a request fails of which the page was left: for a picture of it that nobody sees any more.
LEFT = "net::ERR_ABORTED"
#: Texts that put the rules to the test, beside the book's own.
HARD = [
    "시장에서만은 성장하였습니다만 전문의는 뇌를 의료의 성장율 커졌습니다 늘어나는 낮춘 됐다 입니까 AI를 FDA의",
    "2조 9,280억 원 2조9280억 7320 억원 12만3,456원 0.50% 26 per cent 1,2345 3.14.15 2019 만에 5bnx 1천186억2천만",
    "HeartFlow’s in-silico studies of ageing hospitals, generalizations; skies, dying, flies, yes, oed, yyy",
    "e\u0301\u00a0½ ﬁ \u3000ㄱㄴ 가 \U0001f600 12345678901234567890123 백만 십억 7,320억7,320억",
]


@pytest.fixture(params=["http", "file"])
def root(request: pytest.FixtureRequest, site: Path) -> str:
    """The site from a server and from a disk."""
    return str(request.getfixturevalue("address")) if request.param == "http" else site.as_uri()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page on which nothing may go wrong."""
    with browser.new_context() as context:
        opened = context.new_page()
        wrong: list[str] = []
        opened.on("pageerror", lambda error: wrong.append(str(error)))
        opened.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)

        @partial(opened.on, "requestfailed")
        def _(request: Request) -> None:
            if request.failure != LEFT:
                wrong.append(request.url)

        yield opened
        assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_query_finds_its_section_among_the_first_three(page: Page, root: str, language: str):
    page.goto(f"{root}/{language}/search.html?q=2025")
    missed = []
    for query, wanted in QUERIES[language].items():
        hits = page.evaluate("query => Search.find(query).hits", query)
        first = [hit["anchor"] for hit in hits[:FIRST]]
        if not set(first) & set(wanted):
            missed.append(f"«{query}» finds {first}, not {wanted}")
    assert missed == []


def test_the_queries_are_many_and_name_sections_that_exist(site: Path):
    assert len(QUERIES["ko"]) >= 50
    assert len(QUERIES["en"]) >= 30
    for language, queries in QUERIES.items():
        anchors = {row[1] for row in index_of(site, language)["sections"]}
        assert {label for labels in queries.values() for label in labels} <= anchors


@pytest.mark.parametrize(
    ("language", "query", "section", "heading", "word"),
    [
        ("ko", "하트플로우의 감소율", "players.html#players-heartflow", "하트플로우 감소율의 재계산", "감소율"),
        ("ko", "7320억", "summary.html#summary-market", "시장 규모", "7,320억"),
        ("en", "$2.4bn", "summary.html#summary-market", "The size of the market", "2.4 billion"),
    ],
)
def test_a_reader_types_presses_enter_reads_the_sentence_and_lands_on_the_section(
    page: Page, root: str, language: str, query: str, section: str, heading: str, word: str
):
    page.goto(f"{root}/{language}/search.html")
    box = page.locator(".bd-search-container input[name=q]")
    expect(box).to_be_focused()
    box.fill(query)
    box.press("Enter")
    result = page.locator(f'#search-results li:has(a[href="{section}"])')
    expect(result.locator(".search-heading")).to_have_text(heading)
    expect(result.locator("mark").filter(has_text=word).first).to_be_visible()
    expect(box).to_have_value(query)
    expect(page.locator(".search-summary")).to_contain_text(query)
    expect(page.locator(".search-summary")).to_have_attribute("aria-live", "polite")
    result.locator("a").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{language}/{section}")
    expect(page.locator(f"section#{section.split('#')[1]}")).to_be_in_viewport()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_dialog_of_any_page_leads_to_the_results(page: Page, root: str, language: str):
    page.goto(f"{root}/{language}/market.html")
    page.keyboard.press("Control+k")
    page.locator("#pst-search-dialog input[name=q]").fill("FDA")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{language}/search.html?q=FDA")
    expect(page.locator("#search-results li").first).to_be_visible()


@pytest.mark.parametrize(("language", "said"), [("ko", "찾지 못했습니다"), ("en", "No section found")])
def test_nothing_found_is_said_with_advice(page: Page, root: str, language: str, said: str):
    page.goto(f"{root}/{language}/search.html?q=zzzzqqqq")
    expect(page.locator(".search-summary")).to_contain_text(said)
    expect(page.locator("#search-results .search-help")).to_be_visible()
    expect(page.locator("#search-results li")).to_have_count(0)


def test_a_word_that_the_book_does_not_use_is_left_out_and_named(page: Page, root: str):
    page.goto(f"{root}/ko/search.html?q=환율 zzzzqqqq")
    expect(page.locator(".search-summary")).to_contain_text("책에 없는 말은 빼고 찾았습니다: zzzzqqqq")
    expect(page.locator("#search-results li").first).to_contain_text("환율")


def test_a_query_is_text_never_markup(page: Page, root: str):
    page.goto(f"{root}/en/search.html?q=%3Cimg src=x onerror=alert(1)%3E market")
    expect(page.locator("#search-results li").first).to_be_visible()
    expect(page.locator("#search-results img")).to_have_count(0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_browser_takes_the_same_for_a_word_as_the_index(page: Page, address: str, site: Path, language: str):
    """The book's own sentences, texts made to be hard, and every form of some nouns and verbs."""
    forms = [stem + ending for stem in ("시장", "의료", "뇌", "데이터", "성장하") for ending in endings(site, language)]
    texts = [*sentences(site, language), *HARD, " ".join(forms)]
    page.goto(f"{address}/{language}/search.html")
    theirs = page.evaluate("texts => texts.map(text => Search.terms(text).map(t => [t.start, t.end, t.terms]))", texts)
    for text, found in zip(texts, theirs, strict=True):
        assert found == [[*places(text, token.start, token.end), list(token.terms)] for token in terms.of(text)], text


def places(text: str, *positions: int) -> list[int]:
    """Positions in a text as JavaScript counts them: in units of UTF-16."""
    return [len(text[:position].encode("utf-16-le")) // 2 for position in positions]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_index_is_loaded_by_the_page_of_results_only_and_only_for_a_query(page: Page, address: str, language: str):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}/{language}/search.html")
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "searchindex" in url]
    asked.clear()
    page.goto(f"{address}/{language}/market.html")
    page.wait_for_load_state("networkidle")
    scripts = [url for url in asked if url.split("?")[0].endswith(".js")]
    assert scripts
    assert not [url for url in scripts if re.search("search|language_data", url)]


def test_results_move_nothing(page: Page, address: str):
    page.add_init_script(SHIFTS)
    page.goto(f"{address}/ko/search.html?q=환율")
    expect(page.locator("#search-results li").first).to_be_visible()
    assert page.evaluate("window.shift") < 0.02


@pytest.mark.parametrize(("language", "said"), [("ko", "자바스크립트가 필요합니다"), ("en", "needs JavaScript")])
def test_without_scripts_the_page_says_what_to_do(browser: Browser, address: str, language: str, said: str):
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}/{language}/search.html")
        expect(page.locator("noscript .search-help").first).to_contain_text(said)
        expect(page.locator("#search-results")).to_be_hidden()


def index_of(site: Path, language: str) -> dict[str, list[list[object]]]:
    script = (site / language / "searchindex.js").read_text("utf-8")
    found: dict[str, list[list[object]]] = json.loads(script[script.index("(") + 1 : script.rindex(")")])
    return found


def sentences(site: Path, language: str) -> list[str]:
    return [text for row in index_of(site, language)["sections"] for text in [row[2], *row[4]]]  # type: ignore[misc]


def endings(site: Path, language: str) -> list[str]:
    rules = re.search(r'"endings":(\[.*?\])', (site / language / "_static/language_data.js").read_text("utf-8"))
    assert rules
    return [line.split("|")[0] for line in json.loads(rules[1])]
