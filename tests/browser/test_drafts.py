"""Under `factbook serve` a draft is shown, says that it is one and what is missing, and is not published."""

from __future__ import annotations

import re
import socket
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import lxml.html
import pytest

from factbook import cli, translations
from factbook.build import contents as toc
from factbook.build import drafts, serve
from factbook.checks.memory import Memory
from factbook.data.layout import Layout
from factbook.interface import catalogue
from factbook.interface.catalogue import LANGUAGES
from factbook.problems import Problem
from tiny_book import TinyBook, contents


def mark_of(book: TinyBook, page: str) -> str:
    """What the mark on a page of the draft says, blanks folded."""
    root = lxml.html.fromstring((book.layout.draft / page).read_bytes())
    found = root.xpath("//body/*[1][self::aside]")
    assert found, f"{page} has no mark at its top"
    return " ".join(found[0].text_content().split())


def build(book: TinyBook) -> None:
    cli._build_or_draft(book.layout, Memory())


@pytest.fixture(scope="module")
def drafted(built) -> TinyBook:
    """A published book, then one with a new Korean chapter and a sentence more in the Korean market chapter."""
    book = built.book.twin()
    build(book)
    assert (book.layout.published / "index.html").is_file()
    assert not book.layout.draft.exists(), "what is in step is no draft"
    (book.root / "published.txt").write_text("\n".join(sorted(contents(book.layout.published).values())), "utf-8")
    book.append("_toc.yml", "  - file: extra")
    (book.root / "book/ko/extra.md").write_text("(extra)=\n# 더\n\n덧붙인 장입니다.\n", "utf-8")
    book.append("book/ko/market.md", '\n논문은 {eval}`say("papers")`입니다.')
    build(book)
    return book


def test_a_draft_shows_what_is_written(drafted):
    assert "덧붙인 장입니다." in (drafted.layout.draft / "ko/extra.html").read_text("utf-8")
    market = lxml.html.fromstring((drafted.layout.draft / "ko/market.html").read_bytes())
    assert market.xpath('//p//data[@data-fact="papers"]'), "the numbers of a draft are live, too"


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_page_of_a_draft_says_in_its_language_that_it_is_one_and_what_is_missing(drafted, language):
    words = catalogue.of(language)
    here = mark_of(drafted, f"{language}/market.html")
    assert words("draft.title") in here and words("draft.here") in here
    line = drafted.line_of("book/en/market.md", "(growth)=")
    assert f"book/en/market.md:{line} {words('draft.todo.differs')}" in here
    assert 'the number «say("papers")» is missing' in here
    assert words("draft.elsewhere", count=1) in here
    there = mark_of(drafted, f"{language}/method.html")
    assert words("draft.here") not in there
    assert words("draft.elsewhere", count=2) in there


def test_the_first_page_says_it_in_both_languages(drafted):
    root = (drafted.layout.draft / "index.html").read_text("utf-8")
    assert all(catalogue.of(language)("draft.title") in root for language in LANGUAGES)


def test_in_the_place_of_a_chapter_that_is_not_written_stands_a_page_that_says_so(drafted):
    page = (drafted.layout.draft / "en/extra.html").read_text("utf-8")
    assert catalogue.of("en")("draft.unwritten") in page
    assert catalogue.of("en")("draft.todo.chapter") in mark_of(drafted, "en/extra.html")


def test_a_draft_is_not_published(drafted):
    published = contents(drafted.layout.published)
    assert "\n".join(sorted(published.values())) == (drafted.root / "published.txt").read_text("utf-8")
    assert not [name for name in published if "extra" in name]
    outcome = drafted.run("build")
    assert outcome.status == 1
    assert outcome.problem("parity.chapter").startswith("book/en/extra.md")


def test_the_mark_is_on_what_is_shown_and_not_on_what_a_later_build_goes_on_from(drafted):
    worked = list(drafted.layout.work.rglob("*.html"))
    assert worked
    assert all(b"draft-mark" not in page.read_bytes() for page in worked)


def test_the_draft_is_gone_as_soon_as_the_languages_are_in_step(drafted):
    drafted = drafted.twin()
    assert drafted.layout.draft.exists()
    (drafted.root / "book/en/extra.md").write_text("(extra)=\n# More\n\nA chapter more.\n", "utf-8")
    drafted.append("book/en/market.md", '\nThere are {eval}`say("papers")`.')
    build(drafted)
    assert not drafted.layout.draft.exists()
    assert (drafted.layout.published / "en/extra.html").is_file()
    assert all(b"draft-mark" not in page.read_bytes() for page in drafted.layout.published.rglob("*.html"))


# What is no draft


@pytest.mark.parametrize("code", ["parity.options", "parity.record", "parity.twice", "references.number", "data.unit"])
def test_a_mistake_is_no_draft(tiny, code):
    problems = [Problem("parity.behind", "x", "x", "x"), Problem(code, "x", "x", "x")]
    assert not drafts.build(tiny.layout, problems, print)
    assert not tiny.layout.draft.exists()


def test_what_a_language_lacks_is_unfinished(tiny):
    tiny.append("book/ko/market.md", "\n(new)=\n## 새 절\n\n{cite:p}`lee2023`\n")
    problems = translations.check(tiny.layout)
    assert problems and all(map(translations.is_unfinished, problems))


def test_the_contents_of_a_language_leave_out_the_chapters_that_stand_in_others_only(tiny, tmp_path):
    tiny.append("_toc.yml", "  - file: extra\n    sections:\n      - file: under")
    assert toc.of_language(tiny.layout, "en", tmp_path) == tiny.layout.toc, "nobody has written them: Sphinx says so"
    for name in ("extra", "under"):
        (tiny.root / f"book/ko/{name}.md").write_text("# 더\n", "utf-8")
    assert toc.of_language(tiny.layout, "ko", tmp_path) == tiny.layout.toc
    written = toc.of_language(tiny.layout, "en", tmp_path).read_text("utf-8")
    assert re.findall(r"file: (\S+)", written) == ["market", "numbers", "method", "cite-and-run"]


# What is served


@pytest.fixture
def served(tiny: TinyBook, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Layout, str]]:
    """The layout of a book that is served, and its address; nothing is built, and nothing is watched."""
    ends = threading.Event()

    def watch(*_: object, **__: object) -> Iterator[set[object]]:
        ends.wait()
        yield from ()

    monkeypatch.setattr(serve.watchfiles, "watch", watch)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    thread = threading.Thread(target=serve.serve, args=(tiny.layout, port, lambda: None, lambda _: None))
    thread.start()
    address = f"http://127.0.0.1:{port}/index.html"
    # What was left of an earlier draft is gone before the first answer.
    with suppress(urllib.error.HTTPError):
        read(address)
    yield tiny.layout, address
    ends.set()
    thread.join()


def write(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "index.html").write_text(folder.name, "utf-8")


def read(address: str) -> str:
    deadline = time.monotonic() + 20
    while True:
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                return str(answer.read().decode())
        except urllib.error.HTTPError:
            raise
        except OSError:
            pass
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_a_draft_is_served_as_long_as_there_is_one_and_else_the_site(served):
    layout, address = served
    write(layout.published)
    assert read(address) == "html"
    write(layout.draft)
    assert read(address) == "draft"
    drafts.discard(layout)
    assert read(address) == "html"
