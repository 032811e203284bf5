"""The page that checks documents, in a real browser: what the command line finds, with nothing sent anywhere."""

from __future__ import annotations

import base64
import json
import os
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from click.testing import CliRunner
from playwright.sync_api import Browser, BrowserContext, Page, expect

from factbook.checker.documents.readers import READERS
from factbook.cli import main
from factbook.interface import catalogue
from factbook.interface.catalogue import LANGUAGES
from factbook.theme import packing
from folders import DATA
from site_pages import DESKTOP, PHONE, RUNTIME
from written_documents import WRITERS, WRONG, hangul_of, pdf_file, word_of

#: What a first check may take, in milliseconds: Python is started, and other tests run beside it.
PATIENCE = 120_000
CONVERSION = {
    "ko": "체외진단 시장은 2019년 6억 달러(7,320억 원)에서 2025년 24억 달러(2조 2,980억 원)에 이를 전망이다.",
    "en": "The market grows from USD 0.6 billion (KRW 732 billion) in 2019 to USD 2.4 billion (KRW 2.298 trillion).",
}
#: What is told of it at 1,220 won to the dollar.
RANGE = {"ko": "2조 8,670억 원 ~ 2조 9,890억 원", "en": "KRW 2.867 trillion to KRW 2.989 trillion"}
DOCUMENTS = [json.loads(line) for line in (DATA / "documents.jsonl").read_text("utf-8").splitlines()]
#: Notes what the page offers to save: Chromium lets a page save ten files before it asks its reader.
OFFERED = """
window.offered = {};
const create = URL.createObjectURL;
URL.createObjectURL = (blob) => {
  const address = create.call(URL, blob);
  window.offered[address] = blob;
  return address;
};
"""


@pytest.fixture(autouse=True)
def python_for_browsers() -> None:
    assert RUNTIME.is_dir(), "Python for browsers is not installed: make site"


@dataclass
class Checker:
    """A page that checks, and what it asked for."""

    page: Page
    language: str
    asked: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def open(self, root: str) -> Checker:
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.on("console", lambda said: self.wrong.append(said.text) if said.type == "error" else None)
        self.page.add_init_script(OFFERED)
        self.page.goto(f"{root}/{self.language}/check.html")
        return self

    def word(self, name: str) -> str:
        return catalogue.of(self.language)(f"check.{name}")

    @property
    def results(self):
        return self.page.locator(".check-results")

    @property
    def said(self):
        return self.page.get_by_role("status")

    def finished(self) -> None:
        """Wait until what was asked last is answered."""
        expect(self.page.locator(".check-results h2")).to_be_focused(timeout=PATIENCE)
        expect(self.page.locator(".check-status progress")).to_be_hidden()

    def paste(self, text: str, rate: str = "") -> None:
        self.page.get_by_label(self.word("text")).fill(text)
        self.page.get_by_label(self.word("rate")).fill(rate)
        self.page.get_by_role("button", name=self.word("check"), exact=True).click()
        self.finished()

    def choose(self, *paths: Path) -> None:
        with self.page.expect_file_chooser() as chooser:
            self.page.get_by_text(self.word("choose"), exact=True).click()
        chooser.value.set_files(paths)
        expect(self.page.locator(".check-results h3")).to_have_text([path.name for path in paths], timeout=PATIENCE)
        self.finished()

    def drop(self, path: Path) -> None:
        """Drop a file somewhere on the page."""
        files = self.page.evaluate_handle(
            """([name, data]) => {
              const files = new DataTransfer();
              files.items.add(new File([Uint8Array.from(atob(data), (one) => one.charCodeAt(0))], name));
              return files;
            }""",
            [path.name, packed(path)],
        )
        self.page.dispatch_event("h1", "drop", {"dataTransfer": files})
        expect(self.page.locator(".check-results h3")).to_have_text(path.name, timeout=PATIENCE)
        self.finished()

    def reports(self) -> list[str]:
        """Each report for programs, as it is offered."""
        links = self.page.get_by_role("link", name=self.word("save-json")).all()
        read = "(address) => offered[address].text()"
        return [self.page.evaluate(read, link.get_attribute("href")) for link in links]


def packed(path: Path) -> str:
    return base64.b64encode(path.read_bytes()).decode()


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    with browser.new_context(viewport=PHONE, reduced_motion="reduce") as opened:
        yield opened


@pytest.fixture(scope="module", params=LANGUAGES)
def checker(request: pytest.FixtureRequest, context: BrowserContext, address: str) -> Iterator[Checker]:
    """The page on a phone, whose checker is started once for all tests."""
    opened = Checker(context.new_page(), request.param).open(address)
    yield opened
    assert opened.wrong == []
    assert [url for url in opened.asked if not url.startswith((address, "blob:", "data:"))] == []


def of_command_line(folder: Path, name: str, language: str, site: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(folder)
    arguments = ["check", "--format", "json", "--against", str(site), name]
    return CliRunner().invoke(main, arguments, env={"LC_ALL": f"{language}_XX.UTF-8"}).stdout


def compared(checker: Checker, paths: Sequence[Path], site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    checker.choose(*paths)
    for path, report in zip(paths, checker.reports(), strict=True):
        assert report == of_command_line(path.parent, path.name, checker.language, site, monkeypatch), path.name


def test_a_pasted_text_is_checked_by_keyboard_alone(browser: Browser, address: str, language: str = "ko"):
    with browser.new_context(viewport=DESKTOP) as context:
        checker = Checker(context.new_page(), language).open(address)
        checker.page.wait_for_load_state("networkidle")
        assert not [url for url in checker.asked if "_static/check-" in url], "the checker is loaded before it is used"
        checker.page.get_by_label(checker.word("text")).focus()
        checker.page.keyboard.insert_text(CONVERSION[language])
        checker.page.keyboard.press("Tab")
        checker.page.keyboard.insert_text("1,220")
        checker.page.keyboard.press("Enter")
        expect(checker.page.get_by_role("progressbar", name=checker.word("progress"))).to_be_visible()
        checker.finished()
        expect(checker.results.locator(".check-finding")).to_contain_text(RANGE[language])
        checker.page.keyboard.press("Tab")
        expect(checker.results.locator("summary")).to_be_focused()
        assert checker.wrong == []


def test_a_wrong_conversion_is_told_with_its_words_its_place_and_what_it_would_be(checker: Checker):
    checker.paste(f"\n{CONVERSION[checker.language]}", "1,220")
    found = checker.results.locator(".check-finding")
    expect(found).to_have_count(1)
    for part in (checker.word("error"), {"ko": "2행", "en": "line 2"}[checker.language], RANGE[checker.language]):
        expect(found).to_contain_text(part)
    expect(found.locator("blockquote")).to_contain_text({"ko": "2조 2,980억", "en": "2.298"}[checker.language])
    expect(checker.said).to_contain_text(checker.word("pasted"))
    checker.results.locator("summary").click()
    expect(checker.results.locator("details")).to_contain_text(checker.word("inconsistent"))


def test_a_result_is_no_wider_than_a_phone(checker: Checker):
    checker.paste(CONVERSION[checker.language] + " " + "가" * 300 + "w" * 300, "1220")
    assert checker.page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_a_result(checker: Checker, scheme: str):
    checker.page.emulate_media(color_scheme=scheme)
    checker.paste(CONVERSION[checker.language], "1220")
    checker.results.locator("summary").click()
    checker.page.evaluate(AXE_SCRIPT)
    nodes = "axe.run().then(({ violations }) => violations.flatMap((one) => one.nodes.map((node) => node.html)))"
    assert checker.page.evaluate(nodes) == []


@pytest.mark.parametrize(("suffix", "write"), [(".docx", word_of), (".hwpx", hangul_of)])
def test_a_document_that_is_dropped_anywhere_is_checked(checker: Checker, tmp_path: Path, suffix: str, write: Callable):
    path = write(tmp_path / f"보고서{suffix}", WRONG)
    if suffix == ".docx":
        with zipfile.ZipFile(path, "a") as archive:
            archive.writestr("word/media/picture.png", os.urandom(2 * 1024 * 1024))
    checker.drop(path)
    expect(checker.results.locator(".check-finding")).to_have_count(1)
    expect(checker.results.locator(".check-finding blockquote")).to_contain_text("62.0%")


def test_a_broken_file_is_told_in_one_line_and_the_next_is_checked(checker: Checker, tmp_path: Path):
    broken, whole = tmp_path / "broken.docx", word_of(tmp_path / "whole.docx", WRONG)
    broken.write_bytes(whole.read_bytes()[:2000])
    checker.choose(broken, whole)
    first, second = checker.results.locator("section").all()
    expect(first.locator(".check-verdict")).to_contain_text(checker.word("unreadable").partition("{")[0])
    expect(second.locator(".check-finding")).to_have_count(1)


def test_nothing_is_never_called_consistent(checker: Checker):
    checker.paste({"ko": "숫자가 없는 글입니다.", "en": "A text without figures."}[checker.language])
    expect(checker.results.locator(".check-verdict")).to_have_text(
        {"ko": "점검한 것 없음(주장을 찾지 못함)", "en": "nothing checked: no claim was found"}[checker.language]
    )
    checker.page.get_by_label(checker.word("text")).fill(" ")
    checker.page.get_by_role("button", name=checker.word("check"), exact=True).click()
    expect(checker.said).to_have_text(checker.word("nothing"))


def test_a_rate_that_is_none_is_told(checker: Checker):
    checker.page.get_by_label(checker.word("text")).fill(CONVERSION[checker.language])
    checker.page.get_by_label(checker.word("rate")).fill("-3")
    checker.page.get_by_role("button", name=checker.word("check"), exact=True).click()
    expect(checker.said).to_have_text(checker.word("bad-rate"))
    expect(checker.page.get_by_label(checker.word("rate"))).to_be_focused()


def test_numbers_quoted_from_the_book_are_compared_with_it(checker: Checker, site: Path):
    book = json.loads((site / "data" / "numbers.json").read_text("utf-8"))
    at = f"{book['address']}{checker.language}/numbers.html#world-market-2025"
    said = {"ko": "2025년 {}억 달러({})", "en": "In 2025 it is USD {} billion ({})"}[checker.language]
    right, wrong = {"ko": ("24", "25"), "en": ("2.4", "2.5")}[checker.language]
    checker.paste(f"{said.format(right, at)}.\n\n{said.format(wrong, at)}.\n")
    expect(checker.results.get_by_role("heading", name=checker.word("quotes"))).to_be_visible()
    expect(checker.results.locator(".check-same")).to_have_count(1)
    expect(checker.results.locator(".check-misquoted")).to_contain_text(
        {"ko": "숫자가 다릅니다", "en": "other digits"}[checker.language]
    )


def test_the_report_is_that_of_the_command_line(checker: Checker, tmp_path: Path, site: Path, monkeypatch):
    for one in DOCUMENTS:
        (tmp_path / f"{one['id']}.{one['format']}").write_text(one["content"], "utf-8")
    compared(checker, sorted(tmp_path.iterdir()), site, monkeypatch)


def test_every_format_is_read_as_on_the_command_line(checker: Checker, tmp_path: Path, site: Path, monkeypatch):
    paths = [write(tmp_path / f"a{suffix}", WRONG) for suffix, write in WRITERS.items()]
    paths.append(pdf_file(tmp_path / "a.pdf"))
    paths.append(tmp_path / "a.hwp")
    paths[-1].write_bytes((DATA / "report.hwp").read_bytes())
    assert {path.suffix for path in paths} == {*READERS}
    compared(checker, paths, site, monkeypatch)


def test_the_report_to_send_on_is_saved_whole(checker: Checker):
    checker.paste(CONVERSION[checker.language], "1220")
    with checker.page.expect_download() as download:
        checker.page.get_by_role("link", name=checker.word("save-html")).click()
    page = download.value.path().read_text("utf-8")
    assert page.startswith("<!doctype html>")
    assert 'class="failing"' in page


def test_the_worker_is_governed_by_the_policy_of_the_page(checker: Checker, address: str):
    """Whatever ran there could ask no other host, and send it nothing."""
    elsewhere = address.replace("127.0.0.1", "localhost")
    outcome = """(address) => new Promise((resolve) => {
      const text = "onmessage = ({ data }) => fetch(data, { mode: 'no-cors' })"
        + ".then(() => postMessage('sent'), () => postMessage('refused'))";
      const worker = new Worker(URL.createObjectURL(new Blob([text])));
      worker.onmessage = ({ data }) => resolve(data);
      worker.postMessage(address);
    })"""
    assert checker.page.evaluate(outcome, f"{elsewhere}/robots.txt") == "refused"
    assert checker.page.evaluate(outcome, f"{address}/robots.txt") == "sent"
    checker.wrong.clear()
    checker.asked[:] = [url for url in checker.asked if not url.startswith(elsewhere)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_book_on_a_disk_checks_too(browser: Browser, site: Path, language: str):
    with browser.new_context() as context:
        checker = Checker(context.new_page(), language).open(site.as_uri())
        checker.paste(CONVERSION[language], "1220")
        expect(checker.results.locator(".check-finding")).to_contain_text(RANGE[language])
        assert checker.wrong == []
        assert [url for url in checker.asked if not url.startswith(("file:", "blob:", "data:"))] == []


def test_a_checker_that_does_not_start_says_what_to_do(browser: Browser, address: str):
    with browser.new_context() as context:
        checker = Checker(context.new_page(), "en")
        context.route("**/check-wasm.js*", lambda route: route.abort())
        checker.open(address)
        checker.page.get_by_label(checker.word("text")).fill(CONVERSION["en"])
        checker.page.get_by_role("button", name=checker.word("check"), exact=True).click()
        expect(checker.said).to_contain_text("python -m http.server")
        expect(checker.said).to_contain_text("not found")


def test_a_fault_of_the_checker_is_told_and_the_next_document_is_checked(checker: Checker):
    spoilt = """() => {
      const post = Worker.prototype.postMessage;
      Worker.prototype.postMessage = function (asked) {
        Worker.prototype.postMessage = post;
        post.call(this, { ...asked, rate: "none" });
      };
    }"""
    checker.page.evaluate(spoilt)
    checker.paste(CONVERSION[checker.language], "1220")
    expect(checker.results.locator(".check-verdict")).to_contain_text(checker.word("fault").partition("{")[0])
    checker.paste(CONVERSION[checker.language], "1220")
    expect(checker.results.locator(".check-finding")).to_have_count(1)


def test_the_checker_is_within_its_budget(site: Path):
    """Bytes, as a server sends them that compresses nothing."""
    assert sum((site / "_static" / packing.file_of(part)).stat().st_size for part in packing.PARTS) < 8_500_000


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_leads_to_it_and_it_to_its_twin(site: Path, language: str):
    other = next(code for code in LANGUAGES if code != language)
    assert 'href="check.html#main-content"' in (site / language / "market.html").read_text("utf-8")
    assert f'href="../{other}/check.html"' in (site / language / "check.html").read_text("utf-8")
