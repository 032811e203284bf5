"""The days on which pages and data last changed are those of git: on the page, in the feed and in the sitemap."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import lxml.html
import pytest
from lxml import etree

from factbook.checks.of_pages import dates
from factbook.checks.pages import text_of
from factbook.data import history
from factbook.data.history import History
from factbook.interface.catalogue import LANGUAGES
from tiny_book import TinyBook, contents
from written_pages import Pages

#: A moment that is another day in Greenwich: what is said is the day of whoever committed.
TEXT, DATA, LATER = "2026-11-27T08:30:00+09:00", "2026-10-01T12:00:00+00:00", "2026-12-05T23:59:59-05:00"
SPACES = {"a": "http://www.w3.org/2005/Atom", "s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def git(root: Path, *arguments: str | Path, at: str = TEXT) -> str:
    moment = {"GIT_AUTHOR_DATE": "2001-01-01T00:00:00Z", "GIT_COMMITTER_DATE": at}
    command = ["git", "-C", root, "-c", "user.name=tester", "-c", "user.email=tester@example.org", *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True, env={**os.environ, **moment}).stdout


def commit(root: Path, *files: str, at: str) -> None:
    git(root, "add", "--", *files)
    git(root, "commit", "--quiet", "--message", "change", at=at)


def committed(root: Path) -> TinyBook:
    """The tiny book in a repository: its data first, then its text, then one chapter in Korean."""
    book = TinyBook.copied_to(root)
    git(root, "init", "--quiet")
    commit(root, "data", at=DATA)
    commit(root, ".", at=TEXT)
    book.replace("book/ko/method.md", "CC BY 4.0", "CC BY 4.0 그대로")
    book.replace("book/en/method.md", "CC BY 4.0", "CC BY 4.0 as it is")
    commit(root, "book/ko/method.md", at=LATER)
    commit(root, "book/en/method.md", at=TEXT)
    return book


@dataclass(frozen=True)
class Dated:
    book: TinyBook
    site: Path


@pytest.fixture(scope="module")
def dated(tmp_path_factory: pytest.TempPathFactory) -> Dated:
    folder = tmp_path_factory.mktemp("dated")
    book = committed(folder / "tiny")
    outcome = book.build(folder / "site")
    assert outcome.status == 0, outcome.complained
    return Dated(book, folder / "site")


def days(site: Path, page: str) -> list[tuple[str, str]]:
    root = lxml.html.fromstring((site / page).read_bytes())
    return [(day.get("datetime"), text_of(day)) for day in root.xpath("//*[contains(@class, 'page-dates')]//time")]


def test_a_page_says_the_days_that_git_has_in_the_words_of_the_reader(dated):
    data = {"ko": ("2026-10-01", "2026년 10월 1일"), "en": ("2026-10-01", "1 October 2026")}
    assert days(dated.site, "ko/market.html") == [("2026-11-27", "2026년 11월 27일"), data["ko"]]
    assert days(dated.site, "en/market.html") == [("2026-11-27", "27 November 2026"), data["en"]]
    assert days(dated.site, "ko/method.html") == [("2026-12-05", "2026년 12월 5일"), data["ko"]]
    assert days(dated.site, "en/search.html") == [], "it is no page of the book"


def test_every_page_and_every_entry_of_the_feed_has_the_moment_of_its_last_commit(dated):
    for language in LANGUAGES:
        feed = etree.parse(str(dated.site / language / "changes.atom"))
        updated = {
            entry.findtext("a:id", None, SPACES): entry.findtext("a:updated", None, SPACES)
            for entry in feed.iterfind("a:entry", SPACES)
        }
        for chapter in sorted((dated.book.root / "book" / language).glob("*.md")):
            said = git(dated.book.root, "log", "-1", "--format=%cI", "--", chapter).strip()
            (address,) = [one for one in updated if one.endswith(f"/{language}/{chapter.stem}.html")]
            assert datetime.fromisoformat(updated[address]) == datetime.fromisoformat(said)
            assert days(dated.site, f"{language}/{chapter.stem}.html")[0][0] == said[:10]


def test_the_sitemap_says_when_text_or_data_last_changed(dated):
    sitemap = etree.parse(str(dated.site / "sitemap.xml"))
    moments = {
        url.findtext("s:loc", None, SPACES).partition(".example/")[2]: url.findtext("s:lastmod", None, SPACES)
        for url in sitemap.iterfind("s:url", SPACES)
    }
    assert moments["ko/method.html"] == LATER
    assert moments["en/method.html"] == moments["ko/market.html"] == TEXT


def test_a_clone_of_the_same_commit_gives_the_same_bytes_elsewhere_and_in_another_zone(dated, tmp_path, monkeypatch):
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    git(tmp_path, "clone", "--quiet", dated.book.root, "clone")
    outcome = TinyBook(tmp_path / "clone").build(tmp_path / "site")
    assert outcome.status == 0, outcome.complained
    assert contents(tmp_path / "site") == contents(dated.site)


def test_a_book_without_its_history_says_no_day_and_is_whole(built):
    assert days(built.site, "ko/market.html") == []
    assert not list(etree.parse(str(built.site / "sitemap.xml")).iterfind(".//s:lastmod", SPACES))
    feed = etree.parse(str(built.site / "ko" / "changes.atom"))
    assert not list(feed.iterfind("a:entry", SPACES))
    assert feed.findtext("a:updated", None, SPACES)


def test_what_is_not_committed_has_no_day_and_has_it_again_once_it_is(tmp_path):
    book = committed(tmp_path / "a book")
    before = history.read(book.layout)
    assert (before.chapter("ko", "market"), before.data) == tuple(map(datetime.fromisoformat, (TEXT, DATA)))
    book.replace("book/ko/market.md", "\n", "\n\n")
    (book.root / "data" / "new table.csv").write_text("id\n", "utf-8")
    now = history.read(book.layout)
    assert now.chapter("ko", "market") is now.data is now.page("en", "market") is None
    assert now.chapter("en", "market") == before.chapter("en", "market")
    commit(book.root, ".", at=LATER)
    after = history.read(book.layout)
    assert after.chapter("ko", "market") == after.data == datetime.fromisoformat(LATER)


def test_a_book_below_the_top_of_a_repository_has_its_days(tmp_path):
    book = TinyBook.copied_to(tmp_path / "books" / "시장")
    git(tmp_path, "init", "--quiet")
    commit(tmp_path, ".", at=TEXT)
    assert history.read(book.layout).chapter("ko", "market") == datetime.fromisoformat(TEXT)
    book.replace("book/ko/market.md", "\n", "\n\n")
    assert history.read(book.layout).chapter("ko", "market") is None


def test_a_merge_that_changes_a_chapter_is_its_last_change(tmp_path):
    book = committed(tmp_path / "tiny")
    chapter, start = "book/en/market.md", git(tmp_path / "tiny", "branch", "--show-current").strip()
    text = (book.root / chapter).read_text("utf-8")
    for branch, added, at in (("side", "one", TEXT), (start, "two", TEXT)):
        git(book.root, "checkout", "--quiet", *(("-b", branch) if branch == "side" else (branch,)))
        (book.root / chapter).write_text(f"{text}\n{added}\n", "utf-8")
        commit(book.root, chapter, at=at)
    with pytest.raises(subprocess.CalledProcessError):
        git(book.root, "merge", "--quiet", "side")
    (book.root / chapter).write_text(f"{text}\none and two\n", "utf-8")
    commit(book.root, chapter, at=LATER)
    assert history.read(book.layout).chapter("en", "market") == datetime.fromisoformat(LATER)


def test_a_shallow_clone_and_an_untracked_copy_have_no_days(tmp_path):
    book = committed(tmp_path / "tiny")
    git(tmp_path, "clone", "--quiet", "--depth=1", book.root.as_uri(), "shallow")
    assert history.read(TinyBook(tmp_path / "shallow").layout) == History()
    git(tmp_path, "init", "--quiet", "another")
    assert history.read(TinyBook.copied_to(tmp_path / "another" / "tiny").layout) == History()


def test_a_machine_without_git_has_no_days(tmp_path, monkeypatch):
    book = committed(tmp_path / "tiny")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert history.read(book.layout) == History()


@pytest.mark.parametrize(
    ("language", "day", "right"),
    [
        ("en", '<time datetime="2026-11-27">27 November 2026</time>', True),
        ("ko", '<time datetime="2026-11-27">2026년 11월 27일</time>', True),
        ("en", '<time datetime="2026-11-27">28 November 2026</time>', False),
        ("ko", '<time datetime="2026-11-27">2026년 11월 28일</time>', False),
        ("en", "<time>27 November 2026</time>", False),
        ("en", '<time datetime="2026-11-27">lately</time>', False),
    ],
)
def test_a_day_at_the_foot_of_a_page_that_is_not_the_one_it_carries_is_told(made: Pages, language, day, right):
    made.write(language, "market", f"</article><footer>{day}</footer><article>")
    found = made.found(dates)
    assert [problem.code for problem in found] == ([] if right else ["page.date"])
