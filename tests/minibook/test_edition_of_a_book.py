"""The life of an edition on the command line: frozen, published, and told apart from the book that goes on."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

import lxml.html
import pytest
from lxml import etree

from factbook.checks import pages
from factbook.checks.of_pages import editions
from factbook.checks.pages import text_of
from tiny_book import REAL, TinyBook, contents

PAGE = """\
(changes)=
# {title}

(changes-numbers)=
## Numbers

```{{edition-numbers}}
```

(changes-sections)=
## Sections

```{{edition-sections}}
```

(changes-editions)=
## Editions

```{{edition-list}}
```
"""
REASON = '[2026-Q4.patients]\nko = "원문이 고쳐졌습니다."\nen = "The source was corrected."\n'


@dataclass(frozen=True)
class Lived:
    """A book whose edition has been frozen, as published then, and after a number and a section have changed."""

    book: TinyBook
    frozen: Path
    refused: str
    later: Path


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Lived:
    folder = tmp_path_factory.mktemp("edition")
    book = TinyBook.copied_to(folder / "tiny")
    for language, title in (("ko", "바뀐 것"), ("en", "Changes")):
        (book.root / "book" / language / "changes.md").write_text(PAGE.format(title=title), "utf-8")
    book.append("_toc.yml", "  - file: changes")
    for language, title in (("ko", "논문의 수"), ("en", "How many papers")):
        book.replace(f"book/{language}/market.md", "(growth)=", '{eval}`say("market-cagr")`.\n\n(growth)=')
        book.append(f"book/{language}/market.md", f'\n(papers)=\n## {title}\n\n{{eval}}`say("patients")`')
    frozen = book.run("edition", "2026-Q4")
    assert frozen.status == 0, frozen.complained
    before = built(book, folder / "before")
    book.replace("data/facts.csv", "patients,200,paper,200편", "patients,210,paper,210편")
    book.replace("book/ko/method.md", "CC BY 4.0", "CC BY 4.0 그대로")
    book.replace("book/en/method.md", "CC BY 4.0", "CC BY 4.0 as it is")
    refused = book.build(folder / "refused")
    assert refused.status == 1, "a number has changed for no reason"
    (book.root / "book" / "editions" / "changes.toml").write_text(REASON, "utf-8")
    return Lived(book, before, refused.problem("edition.reason"), built(book, folder / "later"))


def built(book: TinyBook, site: Path) -> Path:
    outcome = book.build(site)
    assert outcome.status == 0, outcome.complained
    return site


def addresses(site: Path) -> dict[str, str]:
    """Where the citation of each place leads, by label."""
    script = (site / "en" / "citations.js").read_text("utf-8")
    return {
        label: address
        for address in re.findall(r"https://[\w./-]+\.html(?:#[\w-]+)?", script)
        for label in [address.partition("#")[2] or Path(address).stem]
    }


def rows(site: Path, language: str, table: str) -> list[list[str]]:
    page = lxml.html.parse(str(site / language / "changes.html"), lxml.html.HTMLParser(encoding="utf-8"))
    return [[text_of(cell) for cell in row] for row in page.xpath(f"//table[contains(@class, '{table}')]//tbody/tr")]


def asked_for(site: Path) -> Iterator[tuple[Path, str]]:
    """All that the pages below ``site`` lead to or load from it: the page, and the address on it."""
    for page in sorted(site.rglob("*.html")):
        root = lxml.html.parse(str(page), lxml.html.HTMLParser(encoding="utf-8"))
        for address in root.xpath("//@href | //@src | //@data-places | //@data-numbers"):
            if not re.match(r"[a-z]+:|//", address):
                yield page, address


def missing(site: Path) -> list[str]:
    found = []
    for page, address in asked_for(site):
        path = unquote(urlsplit(address).path)
        # A path from the root of the host: the book is published there.
        target = site / path[1:] if path.startswith("/") else Path(os.path.normpath(page.parent / path))
        if not (target / "index.html" if target.is_dir() else target).exists() and urlsplit(address).path:
            found.append(f"{page.relative_to(site)}: {address}")
    return found


def test_an_edition_stands_under_its_name_with_its_data_and_as_one_file(lived):
    site = lived.frozen / "editions"
    assert {path.name for path in site.iterdir()} == {"2026-Q4", "2026-Q4.zip", "editions.js"}
    assert {path.name for path in (site / "2026-Q4").iterdir()} >= {"index.html", "ko", "en", "data", "sections.json"}
    assert (site / "2026-Q4" / "data" / "facts.csv").read_text("utf-8").count("200편 이상") == 1
    assert '["2026-Q4"]' in (site / "editions.js").read_text("utf-8")


@pytest.mark.parametrize("when", ["frozen", "later"])
def test_no_page_of_the_book_or_of_an_edition_asks_for_what_is_not_there(lived, when):
    site = getattr(lived, when)
    assert any(page.is_relative_to(site / "editions" / "2026-Q4" / "ko") for page, _ in asked_for(site))
    assert missing(site) == []


def test_a_page_of_an_edition_says_so_and_leads_to_the_current_one_and_stays_in_its_edition_otherwise(lived):
    page = lxml.html.fromstring((lived.frozen / "editions" / "2026-Q4" / "ko" / "market.html").read_bytes())
    (banner,) = page.xpath("//*[@class='edition-banner']")
    assert "2026년 4분기에 고정한 판입니다" in text_of(banner)
    assert "../../../ko/market.html" in banner.xpath(".//a/@href")
    assert banner.get("data-edition") == "2026-Q4"
    assert "../../editions.js" in page.xpath("//script/@src")
    assert page.xpath("//a[contains(@class, 'language-switch')]/@href") == ["../en/market.html"]


def test_a_page_of_the_book_says_which_edition_it_has_moved_on_from(lived):
    page = lxml.html.fromstring((lived.frozen / "en" / "market.html").read_bytes())
    (note,) = page.xpath("//*[contains(@class, 'edition-note')]")
    assert "Frozen edition: 2026 Q4" in text_of(note)
    assert "../editions/2026-Q4/en/market.html" in note.xpath(".//a/@href")


def test_citations_lead_to_the_edition_as_long_as_what_they_cite_stands_as_frozen(lived):
    before, later = addresses(lived.frozen), addresses(lived.later)
    assert "/editions/2026-Q4/en/market.html#growth" in before["growth"]
    assert later["growth"] == before["growth"]
    assert "/editions/2026-Q4/en/method.html#licence" in before["licence"]
    assert later["licence"].endswith(".example/en/method.html#licence"), "its words have changed"
    assert later["changes-numbers"].endswith(".example/en/changes.html#changes-numbers"), "it differs in each edition"


def test_a_number_changed_for_no_reason_fails_and_the_message_says_what_to_write_where(lived):
    assert lived.refused.startswith("book/editions/changes.toml: «patients» has changed since 2026-Q4")
    assert "it was «200편 이상» and is «210편 이상»" in lived.refused
    assert '[2026-Q4.patients] with ko = "…", en = "…"' in lived.refused


@pytest.mark.parametrize(
    ("language", "first"),
    [
        ("ko", ["적어도 이만큼인 논문", "200편 이상", "210편 이상", "원문이 고쳐졌습니다.", "", "논문의 수"]),
        (
            "en",
            [
                "Papers of which there are at least so many",
                "at least 200 papers",
                "at least 210 papers",
                "The source was corrected.",
                "",
                "How many papers",
            ],
        ),
    ],
)
def test_changed_numbers_are_listed_with_what_they_were_and_why_printed_ones_first(lived, language, first):
    listed = rows(lived.later, language, "editions-numbers")
    assert listed[0] == first
    assert rows(lived.frozen, language, "editions-numbers") == []


@pytest.mark.parametrize(
    ("language", "section", "why"), [("ko", "방법: 이용 조건", "글"), ("en", "Method: Licence", "words")]
)
def test_sections_whose_words_have_changed_are_listed(lived, language, section, why):
    listed = {row[0]: row[1] for row in rows(lived.later, language, "editions-sections")}
    assert listed[section] == why
    assert not any("Growth" in title or "성장" in title for title in listed)
    assert rows(lived.frozen, language, "editions-sections") == []


def test_nothing_that_is_done_to_the_book_changes_a_byte_of_an_edition(lived):
    before, later = (contents(one / "editions") for one in (lived.frozen, lived.later))
    assert later == before


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_feed_has_each_edition_and_an_edition_has_no_feed(lived, language):
    feed = etree.parse(str(lived.later / language / "changes.atom")).getroot()
    entries = {entry[0].text.partition(".example/")[2]: entry for entry in feed.iter("{*}entry")}
    entry = entries[f"editions/2026-Q4/{language}/index.html"]
    frozen = json.loads((lived.book.root / "book" / "editions" / "editions.json").read_text("utf-8"))[0]["frozen"]
    assert entry.findtext("{*}updated") == f"{frozen}T00:00:00+00:00"
    edition = lived.later / "editions" / "2026-Q4"
    assert not list(edition.rglob("*.atom"))
    assert not any("changes.atom" in page.read_text("utf-8") for page in edition.rglob("*.html"))
    assert not (edition / "404.html").exists()


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "ko",
            "적어도 이만큼인 논문: 200편 이상 → 210편 이상. 원문이 고쳐졌습니다. 2026년 12월 3일부터. "
            "적힌 곳: {}ko/market.html#papers.",
        ),
        (
            "en",
            "Papers of which there are at least so many: at least 200 papers → at least 210 papers. "
            "The source was corrected. Since 3 December 2026. It stands at {}en/market.html#papers.",
        ),
    ],
)
def test_the_feed_says_which_printed_numbers_have_changed_and_why(lived, tmp_path, language, told):
    book = TinyBook(tmp_path / "committed")
    shutil.copytree(lived.book.root, book.root, ignore=shutil.ignore_patterns("_build"))
    git(book.root, "init", "--quiet")
    git(book.root, "add", ".")
    git(book.root, "commit", "--quiet", "--message", "change", day="2026-12-03")
    feed = etree.parse(str(built(book, tmp_path / "site") / language / "changes.atom")).getroot()
    (entry,) = [one for one in feed.iter("{*}entry") if one[0].text.endswith("changes.html#changes-numbers")]
    assert entry.findtext("{*}summary") == told.format("https://healthcare-digital-twins.example/")


def test_an_earlier_number_that_the_edition_did_not_say_is_told(lived, tmp_path):
    folders = {language: tmp_path / language for language in ("ko", "en")}
    for folder in folders.values():
        folder.mkdir()
    html = '<data value="{}" data-was="patients" data-edition="{}">200 papers</data>'
    found = {}
    for name, mark in (("right", ("200", "2026-Q4")), ("wrong", ("210", "2026-Q4")), ("none", ("200", "2030-Q1"))):
        (folders["en"] / "changes.html").write_text(f"<article>{html.format(*mark)}</article>", "utf-8")
        site = pages.read(lived.book.layout, folders)
        found[name] = {problem.code for problem in editions.check(site)} & {"page.number"}
    assert found == {"right": set(), "wrong": {"page.number"}, "none": {"page.number"}}


def test_an_address_that_is_gone_is_told_once_with_the_file_to_put_it_back_into(lived, tmp_path):
    folders = {language: tmp_path / language for language in ("ko", "en")}
    for language, folder in folders.items():
        folder.mkdir()
        for page in (lived.later / language).glob("*.html"):
            (folder / page.name).write_text(page.read_text("utf-8").replace('id="growth"', 'id="grown"'), "utf-8")
    (folders["ko"] / "method.html").unlink()
    problems = {problem.found: problem for problem in editions.check(pages.read(lived.book.layout, folders))}
    assert [problem.code for problem in problems.values()] == ["edition.address"] * 3, problems
    for language in folders:
        found = f"the address {language}/market.html#growth is gone, under which the 2026-Q4 edition is cited"
        assert problems[found].file == f"book/{language}/market.md"
        assert "(growth)= back" in problems[found].advice
    assert any("ko/method.html is gone" in found for found in problems)


def altered(root: Path) -> list[str]:
    """The frozen editions that a commit of the history, or a file as it is now, has changed or taken away."""
    since = ("--name-only", "--diff-filter=MDRT", "--", "book/editions/*.zip")
    said = [git(root, "log", "--no-renames", "--format=", *since), git(root, "diff", "--no-renames", "HEAD", *since)]
    return sorted({line for lines in said for line in lines.splitlines() if line})


def git(root: Path, *arguments: str, day: str = "2026-12-01") -> str:
    identity = ("-c", "user.name=tester", "-c", "user.email=tester@example.org")
    when = {**os.environ, "GIT_COMMITTER_DATE": f"{day}T12:00:00+09:00"}
    command = ["git", "-C", root, *identity, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True, env=when).stdout


def test_no_commit_has_changed_an_edition_even_together_with_its_checksum():
    if not (REAL.root / ".git").exists():
        pytest.skip("the book has been copied without its history")
    assert altered(REAL.root) == []


def test_an_edition_that_a_commit_replaces_is_found_in_the_history(tmp_path):
    git(tmp_path, "init", "--quiet")
    archive = tmp_path / "book" / "editions" / "2026-Q4.zip"
    archive.parent.mkdir(parents=True)
    for content in ("frozen", "changed"):
        assert altered(tmp_path) == [] if content == "changed" else True
        archive.write_text(content, "utf-8")
        git(tmp_path, "add", ".")
        git(tmp_path, "commit", "--quiet", "--message", content)
    assert altered(tmp_path) == ["book/editions/2026-Q4.zip"]
