"""The day up to which the book looked: read from the configuration, said wherever the book is, and nothing is newer."""

from __future__ import annotations

import csv
import json
import re
from datetime import date

import lxml.html
import pytest
from test_overdue import FACTS, with_days

from factbook.checks import sources
from factbook.checks.memory import Memory
from factbook.checks.of_pages import cutoff as on_pages
from factbook.checks.of_pages import dates
from factbook.checks.pages import text_of
from factbook.data import cutoff
from factbook.interface.catalogue import LANGUAGES
from factbook.problems import ProblemError
from tiny_book import REAL, TinyBook
from written_pages import Pages

CONFIG, BIBLIOGRAPHY = "_config.yml", "book/references.bib"
DAY = "2026-11-26"
SETTING = f'{cutoff.SETTING}: "{DAY}"'
WORDS = {"ko": "2026년 11월 26일", "en": "26 November 2026"}
SENTENCES = {
    "ko": f"이 책은 {WORDS['ko']}까지 나온 자료를 살폈습니다.",
    "en": f"This book looked at sources up to {WORDS['en']}.",
}
AS_OF = {"ko": f"{WORDS['ko']} 기준", "en": f"as of {WORDS['en']}"}


def with_event(tiny: TinyBook, day: str) -> TinyBook:
    """The tiny book with a table of one event on that day."""
    table = REAL.package.resource("policies")
    tiny.declared(lambda descriptor: descriptor["resources"].append(table))
    columns = REAL.package.columns("policies")
    cells = {"id": "act", "date": day, "jurisdiction": "KR", "text_ko": "법", "text_en": "An act", "source": "kim2022"}
    lines = (columns, [cells.get(column, "") for column in columns])
    (tiny.root / "data" / "policies.csv").write_text("\n".join(map(",".join, lines)) + "\n", "utf-8")
    return tiny


def fact(year: str = "", unit: str = "paper", value: str = "12", printed: str = "12편") -> str:
    label = f'"쪽, {year}년","Pages, {year}"' if year else "쪽,Pages"
    return f"newer,{value},{unit},{printed},ko,,{year},,other,lee2023,본문,,{label},,"


@pytest.mark.parametrize("written", [f'"{DAY}"', DAY, f"'{DAY}'"])
def test_the_day_is_read_in_quotes_or_without(tiny, written):
    tiny.replace(CONFIG, SETTING, f"{cutoff.SETTING}: {written}")
    assert cutoff.read(tiny.layout.config) == date(2026, 11, 26)


@pytest.mark.parametrize("written", ["2026-02-30", "26 November 2026", "2026-11", "20261126", "2026-W48-4", ""])
def test_a_cut_off_that_is_no_day_is_told_with_file_and_line(tiny, written):
    line = tiny.line_of(CONFIG, SETTING)
    tiny.replace(CONFIG, SETTING, f'{cutoff.SETTING}: "{written}"')
    problem = tiny.the_problem("book.cutoff")
    assert (problem.file, problem.line) == (CONFIG, line)
    assert f"«{written}»" in problem.found and DAY in problem.expected
    assert tiny.run("build", "--out", tiny.root / "site").problem("book.cutoff", CONFIG)


def test_a_cut_off_that_is_missing_is_told_with_the_file(tiny):
    tiny.replace(CONFIG, SETTING, "")
    problem = tiny.the_problem("book.cutoff")
    assert problem.file == CONFIG and "missing" in problem.found


def test_a_configuration_that_is_no_yaml_is_told(tmp_path):
    (tmp_path / CONFIG).write_text("a: [", "utf-8")
    with pytest.raises(ProblemError, match=r"_config\.yml: it cannot be read"):
        cutoff.read(tmp_path / CONFIG)


@pytest.mark.parametrize("day", ["2026-11-27", "2026-12", "2027"])
def test_an_event_after_the_cut_off_is_told_at_its_row(tiny, day):
    problem = with_event(tiny, day).the_problem("data.newer")
    assert (problem.file, problem.line, problem.column) == ("data/policies.csv", 2, "date")
    assert problem.found == f"{day} is after the cut-off, {DAY}"


@pytest.mark.parametrize("day", [DAY, "2026-11", "2026", "2019-12-31"])
def test_an_event_of_the_day_or_in_the_month_or_year_of_the_cut_off_is_none_too_new(tiny, day):
    assert with_event(tiny, day).problems() == []


@pytest.mark.parametrize(
    ("line", "column"),
    [
        (fact("2027"), "year"),
        (fact("", "year", "2027", "2027년"), "value"),
        (fact("", "month", "202612", "2026년 12월"), "value"),
        (fact("", "date", "20261127", "2026년 11월 27일"), "value"),
    ],
)
def test_a_number_for_a_later_time_is_told_unless_it_is_to_be_looked_at_again(tiny, line, column):
    book = with_days(tiny, {})
    known = {row["unit"] for row in book.layout.package.rows("units")}
    for unit in REAL.package.rows("units"):
        if unit["kind"] == "calendar" and unit["unit"] not in known:
            book.append("data/units.csv", ",".join(unit.cells.values()))
    at = book.append(FACTS, f"{line},")
    problem = book.the_problem("data.newer")
    assert (problem.file, problem.line, problem.column) == (FACTS, at, column)
    assert "review_by" in problem.advice
    book.replace(FACTS, f"{line},", f"{line},2027-12-31")
    assert book.problems() == []


def test_a_rate_of_a_later_year_is_told(tiny):
    at = tiny.append("data/exchange_rates.csv", '2027,1300.0000,"1,300.0000",kim2022')
    problem = tiny.the_problem("data.newer")
    assert (problem.file, problem.line, problem.column) == ("data/exchange_rates.csv", at, "year")


@pytest.mark.parametrize(
    ("field", "is_told"),
    [
        ("urldate = {2026-11-27}", True),
        ("date = {2026-12}", True),
        ("date = {2027-01-02}", True),
        ("urldate = {2026-11-26}", False),
        ("date = {2026}", False),
    ],
)
def test_a_source_that_came_out_or_was_looked_at_later_is_told_at_its_entry(tiny, field, is_told):
    tiny.replace(BIBLIOGRAPHY, "howpublished = {Test Journal},", f"howpublished = {{Test Journal}},\n  {field},")
    found = [(one.code, one.file, one.line) for one in tiny.problems()]
    line = tiny.line_of(BIBLIOGRAPHY, "@misc{lee2023")
    assert found == ([("data.newer", BIBLIOGRAPHY, line)] if is_told else [])


def test_a_review_may_be_later_than_the_cut_off():
    assert max(row["reviewed_on"] for row in REAL.package.rows("reviews")) > DAY
    assert list(cutoff.check(REAL)) == []


def test_to_move_the_cut_off_has_the_data_looked_at_anew_by_a_process_that_remembers_them(tiny):
    with_event(tiny, "2026-11-20")
    memory = Memory()
    before = sources.check(tiny.layout, memory)
    assert "data.newer" not in [problem.code for problem in before]
    tiny.replace(CONFIG, SETTING, f'{cutoff.SETTING}: "2026-11-01"')
    after = sources.check(tiny.layout, memory)
    assert [problem.file for problem in after if problem.code == "data.newer"] == ["data/policies.csv"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_of_the_book_says_the_day_above_its_heading(built, language):
    pages = sorted((built.site / language).glob("*.html"))
    assert {"index", "market", "numbers"} <= {page.stem for page in pages}
    for page in pages:
        root = lxml.html.fromstring(page.read_bytes())
        said = [text_of(one) for one in root.find_class("page-cutoff")]
        assert said == ([] if page.stem == "search" else [SENTENCES[language]]), page
        if said:
            (element,) = root.find_class("page-cutoff")
            assert [day.get("datetime") for day in element.iter("time")] == [DAY]
            assert element.getnext().tag == "article" or root.xpath("//article")[0] in element.itersiblings()


def test_the_page_that_offers_the_languages_says_the_day_in_each(built):
    root = lxml.html.fromstring((built.site / "index.html").read_bytes())
    said = {section.get("lang"): text_of(section.find_class("cutoff")[0]) for section in root.iter("section")}
    assert said == SENTENCES


@pytest.mark.parametrize("language", LANGUAGES)
def test_structured_data_have_the_day(built, language):
    for name in ("index", "market", "numbers"):
        root = lxml.html.fromstring(built.page(f"{language}/{name}.html"))
        (script,) = root.xpath("//script[@type='application/ld+json']/text()")
        graph = json.loads(script)["@graph"]
        own = [node for node in graph if node["@type"] in ("Report", "Chapter", "Dataset")]
        assert own and {node["contentReferenceTime"] for node in own} == {DAY}


def test_the_data_have_the_day_in_descriptor_readme_and_each_citation(built):
    assert json.loads(built.page("data/datapackage.json"))["cutoff"] == DAY
    readme = built.page("data/README.md")
    assert "Sources looked at up to: 26 November 2026" in readme and "자료 기준일: 2026년 11월 26일" in readme
    with (built.site / "data" / "numbers.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows
    for language in LANGUAGES:
        assert all(row[f"citation_{language}"].count(AS_OF[language]) == 1 for row in rows)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_citation_that_a_page_offers_has_the_day(built, language):
    script = built.page(f"{language}/citations.js")
    places = json.loads(re.fullmatch(r"\(.*?\)\.citations=(.*);\n", script)[1])["places"]
    assert places
    for forms in places.values():
        assert AS_OF["ko"] in forms["korean"]
        assert all(AS_OF["en"] in forms[style] for style in ("apa", "chicago"))
        assert all(AS_OF[language] in forms[name] for name in ("bibtex", "ris", "csl", "place"))


@pytest.mark.parametrize(
    ("head", "is_told"),
    [
        (f'<p class="page-cutoff"><time datetime="{DAY}">x</time></p>', False),
        ('<p class="page-cutoff"><time datetime="2026-11-25">x</time></p>', True),
        ("", True),
    ],
)
def test_a_page_that_says_another_day_than_the_configuration_or_none_is_told(made: Pages, head, is_told):
    for language in LANGUAGES:
        made.write(language, "index", f'</article><p class="page-cutoff"><time datetime="{DAY}">x</time></p><article>')
    made.write("en", "market", f"</article>{head}<article>")
    assert [problem.code for problem in made.found(on_pages)] == (["page.cutoff"] if is_told else [])


def test_a_day_above_the_heading_that_is_not_the_one_it_carries_is_told(made: Pages):
    made.write(
        "en", "market", f'</article><p class="page-cutoff"><time datetime="{DAY}">27 November 2026</time></p><article>'
    )
    assert made.the_problem(dates).code == "page.date"
