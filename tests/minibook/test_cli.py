"""The commands, on the tiny book: what is published, and what is refused with the last good site left in place."""

from __future__ import annotations

import os
import re
import shutil
import socket

import lxml.html
import pytest

from factbook.build.making import build_languages
from factbook.interface import catalogue
from tiny_book import Outcome, TinyBook, contents


def refused(outcome: Outcome) -> None:
    assert outcome.status == 1, outcome.complained
    assert "Traceback" not in outcome.said + outcome.complained
    assert "not published: " in outcome.complained


# A good build


def test_a_good_build_says_what_it_does_and_where_to_look(built):
    assert (built.outcome.status, built.outcome.complained) == (0, "")
    steps = [line for line in built.outcome.said.splitlines() if not line.startswith(" ")]
    assert [step[:3] for step in steps if step[1:3] == "/4"] == ["1/4", "2/4", "3/4", "4/4"]
    assert steps[-1] == f"done: open {built.site / 'index.html'}"
    assert "ko writing output 100 %" in built.outcome.said


def test_a_good_build_publishes_both_languages_the_data_and_the_root_page(built):
    assert {"index.html", "ko/index.html", "en/index.html", "ko/market.html", "en/market.html", "data/facts.csv",
            "data/datapackage.json", "_static/vega.js", ".nojekyll"} <= set(contents(built.site))  # fmt: skip
    assert (built.site / "data/facts.csv").read_bytes() == (built.book.root / "data/facts.csv").read_bytes()
    assert not any("doctree" in name or "reports" in name for name in contents(built.site))


def test_the_root_page_offers_both_languages(built):
    root = lxml.html.fromstring(built.page("index.html"))
    assert {"ko/index.html", "en/index.html"} <= set(root.xpath("//a/@href"))


@pytest.mark.parametrize(
    ("language", "number", "undated"),
    [("ko", "6억 달러(7,500억 원)", "연도 미상"), ("en", "USD 0.6 billion (KRW 750 billion)", "n.d.")],
)
def test_a_page_speaks_its_language(built, language, number, undated):
    page = lxml.html.fromstring(built.page(f"{language}/index.html"))
    assert page.get("lang") == language
    assert number in page.text_content()
    assert undated in built.page(f"{language}/cite-and-run.html")


def test_a_sections_address_is_its_label_in_both_languages_and_leads_to_its_twin(built):
    for language, other in (("ko", "en"), ("en", "ko")):
        for name, label in (("market", "growth"), ("method", "licence"), ("numbers", "numbers-other")):
            page = lxml.html.fromstring(built.page(f"{language}/{name}.html"))
            (section,) = page.xpath(f'//section[@id="{label}"]')
            assert f"../{other}/{name}.html#{label}" in section.xpath("./div/span/a/@href")


def test_the_ledger_lists_each_number_with_the_sections_that_use_it(built):
    ledger = lxml.html.fromstring(built.page("en/numbers.html"))
    for number, used in (("market-cagr", "market.html#growth"), ("papers", "index.html#index")):
        (row,) = ledger.xpath(f'//tr[.//*[@id="{number}"]]')
        assert row.xpath("./td[last()]//a/@href") == [used]
    (computed_with,) = ledger.xpath('//tr[.//*[@id="papers-rest"]]')
    assert "Share of papers not citing" in computed_with.xpath("string(./td[last()])")
    (unused,) = ledger.xpath('//tr[.//*[@id="papers-rest-share"]]')
    assert unused.xpath("string(./td[last()])") == catalogue.of("en")("ledger.unused")


def test_the_built_site_passes_the_check_of_the_book(built):
    shutil.copytree(built.site, built.book.layout.published, dirs_exist_ok=True)
    outcome = built.book.command("check")
    assert (outcome.status, outcome.complained) == (0, "")
    assert "the book is consistent" in outcome.said


# Mistakes that stop a build before Sphinx begins


def test_mistakes_in_the_data_and_between_the_languages_are_told_at_once_and_the_site_stays(built, tiny):
    site = tiny.root / "site"
    shutil.copytree(built.site, site)
    before = contents(site)
    tiny.replace("data/facts.csv", "papers-citing,42,", "papers-citing,NaN,")
    (tiny.root / "book/ko/extra.md").write_text("(extra)=\n# 더\n", "utf-8")
    tiny.append("_toc.yml", "  - file: extra")
    tiny.replace("book/en/method.md", "(licence)=\n", "(licence)=\n(license)=\n")
    outcome = tiny.build(site)
    refused(outcome)
    assert outcome.problem("data.number").startswith("data/facts.csv:8, column value: «NaN» is not a number")
    assert outcome.problem("parity.chapter").startswith("book/en/extra.md: the chapter does not stand in this language")
    assert "the label «license» is missing" in outcome.problem("parity.label", "book/ko/method.md")
    assert outcome.complained.rstrip().endswith(f"not published: 3 problems; the last good site is still at {site}")
    assert "2/4" not in outcome.said, "nothing is built from data that is wrong"
    assert contents(site) == before


# Mistakes that Sphinx and the kernels find, where the check of the sources does not find them before


@pytest.fixture(scope="module")
def mistaken(built) -> Outcome:
    """The languages of a book with a mistake of each kind, built below the check of the sources."""
    book = built.book.twin()
    book.replace("book/ko/index.md", 'say("market-2019")', 'say("market-2018")')
    book.replace("book/en/market.md", "say, recomputed =", "missing = 1 / 0\nsay, recomputed =")
    book.replace("book/ko/market.md", "{ref}`market`", "{ref}`nowhere`")
    book.replace("book/ko/cite-and-run.md", "lee2023", "lee2024")
    for language in ("ko", "en"):
        book.append(f"book/{language}/method.md", "\n## No label")
    book.append("_toc.yml", "  - file: unwritten")
    found = [problem for one in build_languages(book.layout, lambda _: None) for problem in one.problems]
    return Outcome(1, "", "\n\n".join(map(str, found)))


MISTAKES = [
    (
        "book.mystnb.eval",
        "book/ko/index.md:22",
        ["no number has the id «market-2018»: did you mean market-2019", "ledger page"],
    ),
    ("book.factbook.cell", "book/en/market.md:16", ["a code cell raises: ZeroDivisionError: division by zero"]),
    ("book.ref", "book/ko/market.md:25", ["nowhere"]),
    ("book.bibtex", "book/ko/cite-and-run.md:4", ["lee2024", "add the source to book/references.bib"]),
    (
        "book.factbook.label",
        "book/en/method.md:12",
        ["the heading «No label» has no label", "the same in every language"],
    ),
    ("book.factbook.label", "book/ko/method.md:12", ["the heading «No label» has no label"]),
    ("book.etoc", "book/ko/index.md", ["'unwritten'", "_toc.yml"]),
]


@pytest.mark.parametrize(("code", "place", "said"), MISTAKES)
def test_a_mistake_in_a_chapter_is_told_with_its_file_line_and_remedy(mistaken, code, place, said):
    problem = mistaken.problem(code, place)
    assert problem.startswith(place)
    for words in said:
        assert words in problem


def test_a_broken_build_is_refused_and_the_last_good_site_is_byte_for_byte_the_same(built, begun):
    site = begun.root / "site"
    shutil.copytree(built.site, site)
    for language in ("ko", "en"):
        begun.append(f"book/{language}/method.md", "\n## No label")
    outcome = begun.build(site)
    refused(outcome)
    assert "the heading «No label» has no label" in outcome.problem("book.factbook.label", "book/en/method.md:12")
    assert contents(site) == contents(built.site)
    assert outcome.complained.rstrip().endswith(f"the last good site is still at {site}")
    assert [path.name for path in site.parent.iterdir() if path.name.startswith(".site")] == []


# What only the built pages show


def test_a_table_that_nobody_reads_is_told(built, begun):
    site = begun.root / "site"
    shutil.copytree(built.site, site)
    for language, caption in (("ko", "적용 대상"), ("en", "Targets")):
        shown = f'book.table("targets").captioned("{caption}", "tab-targets")'
        begun.replace(f"book/{language}/index.md", f"```{{code-cell}} python\n:tags: [remove-input]\n{shown}\n```", "")
    outcome = begun.build(site)
    refused(outcome)
    assert outcome.problem("data.unread").startswith("data/targets.csv: the table is declared, but no chapter reads it")
    assert contents(site) == contents(built.site)


def test_a_number_on_one_languages_page_only_and_a_link_to_nowhere_are_told(built, tiny):
    shutil.copytree(built.site, tiny.layout.published)
    page = tiny.layout.published / "en" / "market.html"
    number = '<a class="fact" href="numbers.html#papers"><data value="55" data-fact="papers">55 papers</data></a>'
    added = f'<p>There were {number} in all.</p><a href="numbers.html#no-such-number">x</a></section></article>'
    text = page.read_text("utf-8")
    changed = re.sub(r"</section>\s*</article>", lambda _: added, text)
    assert changed != text
    page.write_text(changed, "utf-8")
    outcome = tiny.run("check")
    assert outcome.status == 1
    assert "papers/ stands 1 times less often than in" in outcome.problem("page.twin-numbers")
    assert outcome.problem("page.twin-numbers").split(":")[0].endswith("ko/market.html")
    assert "numbers.html has no place «no-such-number»" in outcome.problem("page.link")


# Configuration and surroundings


def test_a_configuration_that_cannot_be_read_is_told_without_a_traceback(tiny):
    tiny.append("_config.yml", "broken: [1")
    outcome = tiny.build(tiny.root / "site")
    refused(outcome)
    assert "_config.yml" in outcome.complained
    assert "while parsing a flow sequence" in outcome.complained
    assert not (tiny.root / "site").exists()


def test_a_book_is_built_where_there_is_no_home_folder(tiny):
    outcome = tiny.command("build", "--out", tiny.root / "site", HOME=os.devnull + "/none")
    assert (outcome.status, outcome.complained) == (0, "")


def test_a_folder_where_nothing_can_be_built_is_told(tiny):
    (tiny.root / "_build").write_text("a file", "utf-8")
    outcome = tiny.build(tiny.root / "site")
    refused(outcome)
    assert "the site cannot be written" in outcome.problem("book.disk")


def test_a_folder_that_holds_no_book_is_told(tmp_path):
    outcome = TinyBook(tmp_path).build(tmp_path / "site")
    assert (outcome.status, "no book stands here or above" in outcome.complained) == (2, True)
    assert "name its folder with --book" in outcome.complained


def test_a_book_that_is_not_built_cannot_be_checked(tiny):
    outcome = tiny.run("check")
    assert (outcome.status, "no site is built yet; run: factbook build" in outcome.complained) == (2, True)


def test_the_check_of_the_book_tells_wrong_data_even_where_no_site_is_built(tiny):
    tiny.replace("data/facts.csv", "papers-citing,42,", "papers-citing,NaN,")
    outcome = tiny.run("check")
    assert outcome.status == 1
    assert "«NaN» is not a number" in outcome.problem("data.number")


@pytest.mark.parametrize("rate", ["0", "-1220", "NaN", "abc"])
def test_a_rate_that_is_none_is_refused(tiny, rate):
    outcome = tiny.run("check", "--rate", rate, "x.md")
    assert outcome.status == 2
    assert "is not a rate" in outcome.complained or "No such option" in outcome.complained


def test_a_port_that_is_taken_is_told_before_anything_is_built(tiny):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        outcome = tiny.command("serve", "--port", str(taken.getsockname()[1]))
    assert outcome.status == 2
    assert "a free port" in outcome.problem("serve.port")
    assert "1/4" not in outcome.said
    assert "Traceback" not in outcome.complained
