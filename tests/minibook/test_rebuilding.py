"""One build after another: exactly what depends on a change is made anew, and nothing stays as it was by mistake."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import lxml.html
import pytest

from factbook import processes
from factbook.build import worker
from factbook.chapter import Book
from tiny_book import Outcome, contents

_STEP = re.compile(r"^ +(ko|en) (reading sources|writing output) +\d+ % (\S+)$", re.MULTILINE)


@pytest.fixture(scope="module")
def changing(built):
    """A book that is built again and again, in the order of the tests below."""
    book = built.book.twin()
    return book, Path(shutil.copytree(built.site, book.root / "site"))


def did(outcome: Outcome, step: str) -> set[str]:
    """The pages that a build read or wrote, as ``ko/market``."""
    assert outcome.status == 0, outcome.complained
    return {f"{language}/{name}" for language, what, name in _STEP.findall(outcome.said) if what.startswith(step)}


def in_both(*names: str) -> set[str]:
    return {f"{language}/{name}" for language in ("ko", "en") for name in names}


def showing(site: Path, numbers: set[str]) -> set[str]:
    """The pages whose text shows one of those numbers or relations."""
    found = set()
    for path in site.glob("*/*.html"):
        page = lxml.html.fromstring(path.read_bytes())
        if numbers.intersection(page.xpath("//article//@data-fact | //article//@data-relation")):
            found.add(f"{path.parent.name}/{path.stem}")
    return found


def pages_of(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*.html")}


def test_a_second_build_reads_and_writes_nothing_and_gives_the_same_site(changing):
    book, site = changing
    before = contents(site)
    outcome = book.build(site)
    assert (did(outcome, "reading"), did(outcome, "writing")) == (set(), set())
    assert contents(site) == before


def test_a_changed_sentence_makes_its_own_page_anew_and_no_other(changing):
    book, site = changing
    before = pages_of(site)
    book.append("book/en/method.md", "\nOne sentence more.")
    outcome = book.build(site)
    assert did(outcome, "reading") == {"en/method"}
    # The front page holds the table of contents, so Sphinx writes it with every chapter.
    assert did(outcome, "writing") <= {"en/method", "en/index"}
    after = pages_of(site)
    assert {name for name in after if after[name] != before[name]} == {"en/method.html"}
    assert b"One sentence more." in after["en/method.html"]


def test_a_row_that_no_chapter_looks_at_makes_only_the_ledger_be_read_again(changing):
    book, site = changing
    row = "unused,7,paper,7편,ko,,,,other,lee2023,본문,,쓰이지 않는 논문,Unused papers,,"
    book.replace("data/facts.csv", "\nmarket-2019,", f"\n{row}\nmarket-2019,")
    outcome = book.build(site)
    assert did(outcome, "reading") == in_both("numbers")
    assert b'id="unused"' in pages_of(site)["en/numbers.html"]


def test_a_changed_fact_makes_exactly_the_pages_be_read_again_that_show_it_or_what_is_computed_from_it(changing):
    book, site = changing
    old = Book("en", book.layout.package)
    book.replace("data/facts.csv", "papers,55,paper,55 papers", "papers,56,paper,56 papers")
    book.replace("data/facts.csv", "percent,76,percent,76%", "percent,75,percent,75%")
    new = Book("en", book.layout.package)
    changed = {name for name, entry in new.facts.entries.items() if entry.value != old.facts[name].value}
    changed |= {name for name, one in new.sayer.judgements.items() if one != old.sayer.judgements[name]}
    assert {"papers", "papers-citing-percent", "papers-rest"} <= changed
    expected = showing(site, changed)
    assert in_both("numbers") < expected < in_both("index", "market", "method", "numbers", "cite-and-run")
    outcome = book.build(site)
    assert did(outcome, "reading") == expected
    for language, said in (("ko", "56편"), ("en", "56 papers")):
        for name in ("index", "numbers"):
            page = (site / language / f"{name}.html").read_text("utf-8")
            assert f'<data value="56" data-fact="papers">{said}</data>' in page
            assert 'value="55"' not in page


def test_a_changed_title_is_changed_in_the_contents_of_every_page(changing):
    book, site = changing
    book.replace("book/en/method.md", "# ", "# Renewed ")
    outcome = book.build(site)
    assert did(outcome, "reading") == {"en/method"}
    assert did(outcome, "writing") == {f"en/{page.stem}" for page in (book.root / "book/en").glob("*.md")}
    for page in (book.root / "book/en").glob("*.md"):
        assert "Renewed " in (site / "en" / f"{page.stem}.html").read_text("utf-8")


def test_a_changed_word_of_the_data_reaches_the_tables_that_show_it(changing):
    book, site = changing
    book.replace("data/targets.csv", ",Device,", ",Renewed device,")
    outcome = book.build(site)
    assert did(outcome, "reading") == in_both("index", "numbers")
    assert "Renewed device" in (site / "en/index.html").read_text("utf-8")


def test_a_mistake_is_told_by_every_build_even_after_one_that_was_interrupted(changing):
    """Sphinx warns only of what it reads anew, so what it knows of a bad build must be forgotten."""
    book, site = changing
    before = contents(site)
    for language in ("ko", "en"):
        book.append(f"book/{language}/index.md", "\n## Nameless")
    work = book.layout.work
    # A build that is killed after the chapters were read leaves what Sphinx knows, and the file of warnings.
    ended = (work / "ko", work / ".doctrees-ko", work / "ko.warnings.txt")
    processes.start(worker.build, book.layout, "ko", *ended).join()
    assert "Nameless" in (work / "ko.warnings.txt").read_text("utf-8")
    for _ in range(2):
        outcome = book.build(site)
        assert outcome.status == 1
        assert "Nameless" in outcome.problem("book.factbook.label", "book/ko/index.md")
        assert contents(site) == before


def test_a_chapter_taken_out_of_the_book_leaves_no_page_and_no_link_behind(changing):
    book, site = changing
    for language in ("ko", "en"):
        book.replace(f"book/{language}/index.md", "\n## Nameless", "")
    book.replace("_toc.yml", "  - file: market\n", "")
    for language in ("ko", "en"):
        (book.root / "book" / language / "market.md").unlink()
    outcome = book.build(site)
    assert outcome.status == 0, outcome.complained
    assert not list(site.rglob("market.html"))
    assert all(b"market.html" not in page.read_bytes() for page in site.glob("*/*.html"))
