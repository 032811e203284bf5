"""Each check of the built pages lets a good page pass, and tells what is wrong with a bad one."""

from __future__ import annotations

import pkgutil
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import pytest

from factbook.chapter import Book
from factbook.checks import of_pages, pages, site
from factbook.checks.memory import Memory
from factbook.checks.of_pages import (
    ALONE,
    CHECKS,
    NAMES,
    leftovers,
    links,
    numbers,
    privacy,
    prose,
    reads,
    sources,
    twins,
)


def test_every_check_is_run():
    modules = {module.name for module in pkgutil.iter_modules(of_pages.__path__)}
    assert modules == set(NAMES)
    assert len(CHECKS) == len(NAMES)


def test_another_process_looks_at_the_pages_of_a_language_and_finds_what_one_would(made):
    for language, text in (("ko", "**굵게**"), ("en", "**bold** and 7,777 patients")):
        made.write(language, "index", f"<p>{text}</p>")
        made.write(language, "market", f"<p>{text}</p>")
    alone = site.check(made.tiny.layout, made.folders, print, Memory())
    with ProcessPoolExecutor(1, get_context("spawn")) as other:
        memory = Memory()
        looked = site.look_beside(made.tiny.layout, made.folders, memory, other)
        beside = site.check(made.tiny.layout, made.folders, print, memory, looked)
    assert list(looked) == ["en"]
    assert {"page.leftover", "page.coverage"} <= {problem.code for problem in alone}
    assert beside == alone


def test_pages_that_are_remembered_or_few_are_looked_at_by_no_other_process(made):
    assert site.look_beside(made.tiny.layout, made.folders, Memory(), None) == {}
    made.write("en", "market", "")
    memory = Memory()
    site.check(made.tiny.layout, made.folders, print, memory)
    assert site.look_beside(made.tiny.layout, made.folders, memory, None) == {}


def test_what_was_found_on_a_page_is_known_to_the_next_command_until_the_page_or_the_data_change(made, tmp_path):
    made.write("en", "index", "<p>**bold**</p>")
    memory = Memory()
    first = site.check(made.tiny.layout, made.folders, print, memory)
    memory.keep(tmp_path / "kept")

    def remembered() -> dict[str, bool]:
        memory = Memory()
        memory.recall(tmp_path / "kept")
        read = pages.read(made.tiny.layout, made.folders, memory)
        return {page.language: read.remembers("leftovers", page) for page in read}

    # What is wrong is looked for anew.
    assert remembered() == {"ko": True, "en": False}
    again = Memory()
    again.recall(tmp_path / "kept")
    assert site.check(made.tiny.layout, made.folders, print, again) == first
    made.write("ko", "index", "<p>새 문장</p>")
    assert remembered() == {"ko": False, "en": False}
    made.write("ko", "index", "")
    assert remembered() == {"ko": True, "en": False}
    references = made.tiny.layout.bibliography
    references.write_text(f"{references.read_text('utf-8')}\n", "utf-8")
    assert remembered() == {"ko": False, "en": False}


def test_what_is_said_to_look_at_each_page_by_itself_finds_the_same_on_the_pages_of_one_language(made):
    """Everything of it is remembered: a check of the whole site looks at no page again."""
    memory = Memory()
    found = pages.read(made.tiny.layout, made.folders, memory)
    first = {name: list(CHECKS[name](found)) for name in sorted(ALONE)}
    for page in found:
        page.path.unlink()
    assert {name: list(CHECKS[name](found)) for name in sorted(ALONE)} == first


def test_a_problem_names_the_page_and_the_heading_it_stands_under(made):
    made.write("en", "index", "<p>**bold**</p>")
    problem = made.found(leftovers)[0]
    assert problem.file.endswith("site/en/index.html")
    assert problem.found.endswith("(in «Growth»)")


LEFT = [
    "**굵게(bold)**은 남는다",
    "{ref}`market`",
    "{eval}`say(1)` and `{eval}",
    "{market-2019} 수준",
    ":::{note}",
    "�",
]


@pytest.mark.parametrize("text", LEFT)
def test_markup_that_is_left_over_is_told(made, text):
    made.write("ko", "index", f"<p>시작 {text}</p>")
    problem = made.found(leftovers)[0]
    assert problem.code == "page.leftover"
    assert "is left over in «시작" in problem.found


def test_markup_in_a_label_is_told(made):
    made.write("en", "index", '<table aria-label="Sizes&lt;a href=&quot;#x&quot;&gt;#&lt;/a&gt;"></table>')
    assert made.found(leftovers)[0].found.startswith("the aria-label of <table> has markup: «Sizes<a href=")


def test_a_label_may_say_less_than(made):
    made.write("en", "index", '<table aria-label="Sizes < 5 &amp; > 2"></table>')
    assert made.found(leftovers) == []


@pytest.mark.parametrize("html", ["<pre>a ** b</pre>", "<p><code>{ref}`x`</code></p>", "<p>2 * 3 and {x} :: y</p>"])
def test_markup_in_code_and_lone_signs_are_not_left_over(made, html):
    made.write("ko", "index", html)
    assert made.found(leftovers) == []


def test_links_that_lead_somewhere_pass(made):
    made.write("en", "market", '<p id="here">x</p>')
    made.write("ko", "market", "")
    made.write("en", "index", '<a href="market.html#here">a</a><a href="#growth">b</a><a href="../ko/market.html">c</a>'
               '<a href="https://example.org/x">d</a><a href="mailto:a@example.org">e</a>')  # fmt: skip
    assert made.found(links) == []


@pytest.mark.parametrize(
    ("href", "missing"),
    [
        ("nowhere.html", "there is no nowhere.html"),
        ("market.html#nowhere", "market.html has no place «nowhere»"),
        ("#nowhere", "index.html has no place «nowhere»"),
        ("../ko/market.html", "there is no ../ko/market.html"),
    ],
)
def test_a_link_that_leads_nowhere_is_told(made, href, missing):
    made.write("en", "market", "")
    made.write("en", "index", f'<a href="{href}">x</a>')
    problem = made.the_problem(links)
    assert (problem.code, f"the link {href} leads nowhere" in problem.found) == ("page.link", True)
    assert missing in problem.found


@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_number_as_the_book_says_it_passes(made, language):
    book = Book(language, made.tiny.layout.package)
    said = [book.say("market-2019"), book.allowed("market-2019"),
            book.recomputed("growth-fits"), book.misfit("growth-fits"),
            book.recomputed_range("papers-differ"), book.allowed("patients")]  # fmt: skip
    made.write(language, "index", " ".join(one.html for one in said))
    assert made.found(numbers) == []


@pytest.mark.parametrize(
    ("element", "found", "expected"),
    [
        ('<data value="56" data-fact="papers">56 papers</data>', "«56 papers» carries 56 as «papers»", "55"),
        ('<data value="55" data-fact="papers">54 papers</data>', "«54 papers» reads as 54", "55 (papers)"),
        ('<data value="600000000" data-fact="market-2019">USD 0.7 billion</data>', "reads as 700000000", "600000000"),
        (
            '<data value="26" data-fact="market-cagr">26.1%</data>',
            "reads as 26.1",
            "26 (market-cagr), within its digits",
        ),
        ('<data value="55" data-fact="papers">many</data>', "«many» cannot be read", "papers, paper"),
        ('<data value="55" data-fact="papers">55 twins</data>', "cannot be read", "papers, paper"),
        (
            '<data value="1" data-fact="nobody">1 paper</data>',
            "names no number of the book: «nobody»",
            "the id of a fact",
        ),
        ('<data value="1">1 paper</data>', "names no number of the book: «?»", "the id of a fact"),
        (
            '<data value="55" data-fact="papers" data-part="middle">55 papers</data>',
            "names no number",
            "the id of a fact",
        ),
        ('<data value="1" data-relation="nothing" data-part="low">1%</data>', "«nothing»", "the id of a fact"),
        ('<data value="26" data-relation="growth-fits" data-part="recomputed">26.0%</data>', "carries 26 as", "25.99"),
    ],
)
def test_a_number_that_is_not_the_fact_it_names_is_told(made, element, found, expected):
    made.write("en", "index", element)
    problem = made.found(numbers)[0]
    assert problem.code == "page.number"
    assert found in problem.found
    assert problem.expected.startswith(expected)


def test_a_number_of_the_other_language_is_told(made):
    made.write("ko", "index", '<data value="55" data-fact="papers">55 papers</data>')
    assert "cannot be read" in made.the_problem(numbers).found


FETCHED = [
    '<script src="https://cdn.example.org/a.js"></script>',
    '<img src="//example.org/a.png">',
    '<img src="a.png" srcset="https://example.org/b.png 2x">',
    '<link rel="stylesheet" href="https://fonts.example.org/a.css">',
    '<iframe src="http://example.org/"></iframe>',
    '<p style="background: url(https://example.org/a.png)">x</p>',
    "<style>@import 'https://example.org/a.css';</style>",
    '<video poster="https://example.org/a.png"></video>',
    '<svg><image href="https://example.org/a.png"></image></svg>',
]


@pytest.mark.parametrize("html", FETCHED)
def test_what_a_page_fetches_from_another_site_is_told(made, html):
    made.write("en", "index", html)
    problem = made.the_problem(privacy)
    assert problem.code == "page.privacy"
    assert "example.org" in problem.found


def test_a_style_sheet_that_fetches_from_another_site_is_told(made):
    (made.folders["en"] / "a.css").write_text("p { background: url('//example.org/a.png') }", "utf-8")
    assert "it fetches //example.org/a.png" in made.the_problem(privacy).found


def test_what_lies_on_the_site_and_links_that_a_reader_follows_pass(made):
    made.write("en", "index", '<script src="_static/a.js"></script><img src="data:image/png;base64,AA=="><a href="https://example.org/">'
               'x</a>', head='<link rel="canonical" href="https://example.org/book/">')  # fmt: skip
    assert made.found(privacy) == []


WRONG_GROWTH = "<p>The market grew from USD 0.6 billion in 2019 to USD 2.4 billion in 2025, at a CAGR of 36.0%.</p>"


def test_prose_whose_amounts_do_not_add_up_is_told(made):
    made.write("en", "index", WRONG_GROWTH)
    problem = made.the_problem(prose)
    assert problem.code == "page.prose"
    assert "[growth-annual]" in problem.found
    assert "36.0%" in problem.found


def test_prose_whose_amounts_add_up_passes(made):
    made.write("en", "index", WRONG_GROWTH.replace("36.0", "26.0"))
    assert made.found(prose) == []


@pytest.mark.parametrize("within", ['<data value="55" data-fact="papers">{} papers</data>', "<b>{}</b>"])
def test_a_figure_that_is_not_shown_is_told(made, within):
    made.write("en", "index", within.format('<span class="repeated">55</span>'))
    assert "page.unseen" in [problem.code for problem in made.found(numbers)]


def test_pages_with_the_same_numbers_figures_and_sources_are_twins(made):
    cite = '<span class="bibtex-citation"><a href="method.html#source-kim2022">{}</a></span>'
    ko, en = (Book(language, made.tiny.layout.package).say("market-2019").html for language in ("ko", "en"))
    made.write("ko", "index", f'{ko}<div data-chart="x"></div>{cite.format("김하나")}')
    made.write("en", "index", f'{cite.format("Kim")}<div data-chart="x"></div>{en}')
    assert made.found(twins) == []


@pytest.mark.parametrize(
    ("only", "code", "what"),
    [
        ('<data value="55" data-fact="papers">55편</data>', "page.twin-numbers", "papers/"),
        ('<div data-chart="market-line"></div>', "page.twin-figures", "market-line"),
        (
            '<span class="bibtex-citation"><a href="method.html#source-kim2022">x</a></span>',
            "page.twin-sources",
            "source-kim2022",
        ),
    ],
)
def test_what_stands_in_one_language_only_is_told_on_the_page_that_lacks_it(made, only, code, what):
    made.write("ko", "index", only)
    problem = made.the_problem(twins)
    assert problem.code == code
    assert problem.file.endswith("en/index.html")
    assert problem.found.startswith(f"{what} stands 1 times less often than in ")


NUMBER = '<data data-fact="{}">x</data>'
CITED = '<span class="bibtex-citation"><a href="method.html#source-{}">x</a></span>'


def one_with(*bound: str) -> str:
    return (
        f"<p>{NUMBER.format('papers')} {' '.join(bound)}. {NUMBER.format('market-2019')} {CITED.format('kim2022')}.</p>"
    )


def test_a_sentence_of_one_language_that_is_two_of_the_other_binds_alike(made):
    made.write("ko", "index", one_with(CITED.format("lee2023")))
    made.write("en", "index", one_with(CITED.format("lee2023")).replace(". ", " and ", 1))
    assert made.found(twins) == []


@pytest.mark.parametrize(
    ("ko", "en", "code"),
    [
        (CITED.format("lee2023"), CITED.format("park2020"), "page.twin-sources-bound"),
        ('<span data-claim="more">more</span>', '<span data-claim="half">half</span>', "page.twin-claims-bound"),
    ],
)
def test_a_number_beside_another_source_or_claim_in_the_other_language_is_told(made, ko, en, code):
    rest = "<p>{} {}</p>"  # both stand on both pages, so that only their places differ
    made.write("ko", "index", one_with(ko) + rest.format(ko, en))
    made.write("en", "index", one_with(en) + rest.format(ko, en))
    problems = [one for one in made.found(twins) if one.code.endswith("-bound")]
    assert [one.code for one in problems] == [code]
    assert problems[0].found.startswith(
        f"papers, in the section «growth», stands in a sentence with the {code.split('-')[1]} "
    )


def test_a_page_that_says_another_language_than_its_own_is_told(made):
    made.write("ko", "index", "", lang="en")
    assert made.the_problem(twins).found == "it says that its language is en"


def test_a_table_that_no_page_reads_is_told(made):
    problem = made.the_problem(reads)
    assert (problem.code, problem.file) == ("data.unread", "data/targets.csv")
    assert problem.found == "the table is declared, but no chapter reads it"


@pytest.mark.parametrize(
    "html", ['<div data-tables="facts targets"></div>', '<table class="data-table from-targets"></table>']
)
def test_a_table_that_a_figure_or_a_page_shows_is_read(made, html):
    made.write("ko", "index", html)
    assert made.found(reads) == []


#: What a page may tell of the source kim2022, in each of the ways in which it can.
TOLD = [
    '<div class="citation" id="source-kim2022"><p>김하나 ({}). <a href="x">https://example.org/kim2022</a></p></div>',
    '<div class="source-note"><p data-source="kim2022">김하나 ({}). https://example.org/kim2022</p></div>',
    '<a href="references.html#source-kim2022" title="김하나 ({}). https://example.org/kim2022">x</a>',
]


@pytest.mark.parametrize("told", TOLD)
def test_a_source_with_the_figures_of_its_record_passes(made, told):
    made.write("ko", "index", told.format(2022))
    assert made.found(sources) == []


@pytest.mark.parametrize("told", TOLD)
def test_a_source_with_another_figure_than_its_record_is_told(made, told):
    made.write("ko", "index", told.format(2023))
    problem = made.the_problem(sources)
    assert problem.code == "page.source"
    assert problem.found.startswith("of the source «kim2022» it says «2023»")


def test_a_figure_among_letters_is_held_to_its_record_too(made):
    made.write("ko", "index", TOLD[1].format(2022).replace("kim2022</p>", "kin2022</p>"))
    assert made.the_problem(sources).found.startswith("of the source «kim2022» it says «kin2022»")


def test_a_note_that_does_not_name_its_source_is_told(made):
    made.write("ko", "index", '<div class="source-note"><p>김하나 (2022)</p></div>')
    assert made.the_problem(sources).found.startswith("of the source «» it says «2022»")
