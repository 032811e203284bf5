"""What a chapter or a figure names and the book does not have is told in the first step, all at once."""

from __future__ import annotations

import re

import pytest

from factbook.build import making
from factbook.chapter import Book
from factbook.checks import references
from factbook.checks.references.calls import Namespace
from factbook.figures import declared
from factbook.figures.figure import Studio
from factbook.figures.gallery import declarations
from factbook.interface import catalogue
from factbook.interface.catalogue import LANGUAGES, Catalogue
from factbook.problems import Problem, ProblemError
from tiny_book import REAL, TinyBook

FENCE = "```"


def cell(code: str, *options: str) -> str:
    return "\n".join([f"{FENCE}{{code-cell}} python", *options, code, FENCE])


def found(tiny: TinyBook) -> list[Problem]:
    return references.check(tiny.layout)


def the_problem(tiny: TinyBook) -> Problem:
    (problem,) = found(tiny)
    return problem


def test_all_that_the_real_book_names_is_there():
    assert references.check(REAL) == []


def test_all_that_the_tiny_book_names_is_there(tiny):
    assert found(tiny) == []


#: What is written into the English market chapter: code, what is said of it, and what to do.
UNKNOWN = [
    ('{eval}`say("market-2018")`', "number", "no number has the id «market-2018»", "did you mean market-2019"),
    ('{eval}`book.allowed("market-2018")`', "number", "no number has the id «market-2018»", "market-2019"),
    ('{eval}`say(fact_id="market-2018")`', "number", "no number has the id «market-2018»", "market-2019"),
    ('{eval}`say("growth-recompute")`', "number", "no number has the id «growth-recompute»", "growth-recomputed"),
    ('{eval}`recomputed("growth-fit")`', "relation", "no relation has the id «growth-fit»", "growth-fits"),
    ('{eval}`book.verdict("market-cagr")`', "relation", "no relation has the id «market-cagr»", "data/relations.csv"),
    ('{eval}`book.claim("grows", "larger")`', "claim", "no claim has the id «grows»", "data/claims.csv"),
    ("{cite:p}`lee2023,lee2024`", "source", "no source has the key «lee2024»", "did you mean lee2023"),
    ("{cite:t}`nobody`", "source", "no source has the key «nobody»", "add the source to book/references.bib"),
    ("{ref}`the market <markt>`", "label", "no heading, figure or table has the label «markt»", "market"),
    ("{numref}`tab-target`", "label", "no heading, figure or table has the label «tab-target»", "tab-targets"),
    ("[there](#markt)", "label", "no heading, figure or table has the label «markt»", "market"),
    ("{doc}`markets`", "chapter", "no chapter has the name «markets»", "did you mean market"),
    ("[there](markets.md)", "chapter", "no chapter has the name «markets»", "did you mean market"),
    (cell("book.chart('market-lin')"), "figure", "no figure has the id «market-lin»", "did you mean market-line"),
    (cell("book.table('target')"), "table", "no table has the name «target»", "did you mean targets"),
    (cell("book.frame('target')"), "table", "no table has the name «target»", "did you mean targets"),
    (cell("book.table('targets', nam='x')"), "column", "no table has the column «targets.nam»", "targets.name"),
    (cell("book.with_fact('growth-recomputed', 1)"), "fact", "no source gives a number with the id «growth-recomputed»",
     "a computed number follows from others"),
    (cell("book.at_rate(1350).say('market-2018')"), "number", "no number has the id «market-2018»", "market-2019"),
    (cell("book.facts['market-2018']"), "number", "no number has the id «market-2018»", "market-2019"),
]  # fmt: skip


@pytest.mark.parametrize(("written", "kind", "said", "advice"), UNKNOWN)
def test_an_unknown_name_is_told_with_its_place_and_the_nearest_that_there_is(tiny, written, kind, said, advice):
    tiny.append("book/en/market.md", f"\n{written}")
    problem = the_problem(tiny)
    assert (problem.code, problem.file, problem.found) == (f"references.{kind}", "book/en/market.md", said)
    assert problem.line == tiny.line_of("book/en/market.md", written.removeprefix(cell("").splitlines()[0]).strip())
    assert advice in problem.advice


@pytest.mark.parametrize(
    "where", ["| a |\n| --- |\n| {} |", ":::{{admonition}} A\n{}\n:::", ":::{{card}} {}\n:::", "- {}"]
)
def test_a_name_is_found_wherever_it_stands(tiny, where):
    text = where.format('{eval}`say("market-2018")`')
    tiny.append("book/en/market.md", f"\n{text}")
    problem = the_problem(tiny)
    assert (problem.found, problem.line) == (
        "no number has the id «market-2018»", tiny.line_of("book/en/market.md", "market-2018")
    )  # fmt: skip


def test_a_source_in_a_caption_is_looked_up(tiny):
    tiny.replace("book/ko/index.md", ').captioned("', ').captioned("{cite:p}`lee2024` ')
    assert the_problem(tiny).found == "no source has the key «lee2024»"


def test_everything_that_is_unknown_is_told_at_once_in_the_order_of_files_and_lines(tiny):
    for language in LANGUAGES:
        tiny.append(f"book/{language}/market.md", '{eval}`say("a")` {eval}`recomputed("b")` {cite:p}`c` {ref}`d`')
    assert [problem.file for problem in found(tiny)] == ["book/en/market.md"] * 4 + ["book/ko/market.md"] * 4


def test_a_chapter_of_the_contents_that_nobody_wrote_is_told_with_its_line(tiny):
    line = tiny.append("_toc.yml", "  - file: methods")
    problem = the_problem(tiny)
    assert (problem.file, problem.line, problem.found) == ("_toc.yml", line, "no chapter has the name «methods»")
    assert problem.advice == "did you mean method?"


@pytest.mark.parametrize("name", ["check", "search"])
def test_a_chapter_of_the_name_of_a_page_that_is_made_without_one_is_told(tiny, name):
    for language in LANGUAGES:
        (tiny.root / f"book/{language}/method.md").rename(tiny.root / f"book/{language}/{name}.md")
    tiny.replace("_toc.yml", "method", name)
    told = [problem.file for problem in found(tiny) if problem.code == "references.taken"]
    assert told == [f"book/{language}/{name}.md" for language in sorted(LANGUAGES)]


def test_where_no_chapter_lists_the_sources_that_is_told_and_not_that_a_key_is_unknown(tiny):
    tiny.replace("book/ko/method.md", "```{bibliography}\n```", "")
    problem = the_problem(tiny)
    assert (problem.code, problem.file) == ("references.bibliography", "book/ko/cite-and-run.md")
    assert problem.found == "sources are cited here, but no chapter lists those of book/references.bib"
    assert "{bibliography}" in problem.advice


def test_an_eval_that_is_not_python_gets_an_advice_of_its_own(tiny):
    line = tiny.append("book/en/market.md", '{eval}`say("market-2019"`')
    problem = the_problem(tiny)
    assert (problem.code, problem.line) == ("references.eval", line)
    assert problem.found == "«say(\"market-2019\"» is not Python: '(' was never closed"
    assert "bracket" in problem.advice


def test_names_of_wrong_data_are_looked_up_as_far_as_they_can_be_read(tiny):
    """Wrong data hide nothing that a chapter names; a table that cannot be read gives no false alarm."""
    tiny.replace("data/facts.csv", "papers-citing,42,", "papers-citing,NaN,")
    tiny.append("book/en/market.md", '{eval}`say("market-2018")`')
    assert the_problem(tiny).found == "no number has the id «market-2018»"
    tiny.append("data/facts.csv", "too,few,cells")
    assert found(tiny) == []


# What code binds its names to


#: Each says one number that is unknown, unless it does not say it at all.
FOLLOWED = [
    "open_book('en').say('x')",
    "b = open_book('en'); s = b.say; s('x')",
    "b = open_book('en'); s, c = b.say, b.chart; s('x')",
    "b = open_book('en'); b.reset().say('x')",
    "b = open_book('en')\nfor _ in range(2):\n    b.say('x')",
    "b = open_book('en')\nprint(f\"{b.say('x')}\")",
]
NOT_FOLLOWED = [
    "say('x')",
    "b = open_book('en'); b = other; b.say('x')",
    "b = open_book('en'); s = b.say; s = print; s('x')",
    "b = open_book('en'); s = b.say\nfor s in (print,): s('x')",
    "b = open_book('en'); s = b.say\n(lambda s: s('x'))(print)",
    "b = open_book('en'); b.say('market-' + '2018')",
    "b = open_book('en')\ntry:\n    b.say('x')\nexcept KeyError as error:\n    print(error)",
]


@pytest.mark.parametrize("code", FOLLOWED)
def test_a_name_of_the_books_is_followed_through_what_it_is_bound_to(code):
    assert [call.name for call in Namespace().run(code)] == ["x"]


@pytest.mark.parametrize("code", NOT_FOLLOWED)
def test_what_only_running_it_could_know_is_left_alone(code):
    assert Namespace().run(code) == []


def test_a_cell_that_is_to_raise_may_name_what_is_not_there(tiny):
    tiny.append("book/en/market.md", cell("say('market-2018')", ":tags: [raises-exception]"))
    assert found(tiny) == []


def test_either_of_two_names_is_looked_up():
    names = [call.name for call in Namespace().run("open_book('en').say('a' if late else 'b')")]
    assert names == ["a", "b"]


# The words of figures, tables and pages


def without(monkeypatch: pytest.MonkeyPatch, key: str, *languages: str) -> None:
    """The strings of the book as if some languages lacked ``key`` and all that is under it."""
    changed = {}
    for language in LANGUAGES:
        strings = dict(catalogue.of(language).strings)
        if language in languages:
            gone = [one for one in strings if one == key or one.startswith(f"{key}.")]
            assert gone
            strings = {one: text for one, text in strings.items() if one not in gone}
        changed[language] = Catalogue(language, strings)
    monkeypatch.setattr(catalogue, "of", changed.__getitem__)


def line_in(file: str, text: str) -> int:
    lines = (REAL.root / file).read_text("utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if line.startswith(text))


@pytest.mark.parametrize(
    ("key", "file", "table", "write"),
    [
        ("figure.market-line.column.year", "market.toml", "figure.market-line", 'write column.year = "…" under'),
        ("page.market", "pages.toml", "page", 'write market = "…" under'),
        ("table.targets.name", "scope.toml", "table.targets", 'write name = "…" under'),
    ],
)
@pytest.mark.parametrize(("lacking", "having"), [("ko", "en"), ("en", "ko")])
def test_words_that_one_language_lacks_are_told_where_they_would_stand(
    monkeypatch, key, file, table, write, lacking, having
):
    without(monkeypatch, key, lacking)
    (problem,) = references.check(REAL)
    here, there = (f"book/report/words/{language}/{file}" for language in (lacking, having))
    assert (problem.code, problem.file) == ("words.one-language", here)
    assert problem.line == line_in(here, f"[{table}]")
    assert problem.found == f"the words «{key}» are missing in this language"
    assert re.fullmatch(rf"every string in every language, as in {re.escape(there)}:\d+", problem.expected)
    assert problem.advice == f"{write} [{table}]"


def test_a_word_that_a_figure_asks_for_and_no_language_has_is_told_in_each_with_who_asks(monkeypatch):
    without(monkeypatch, "figure.market-line.converted", *LANGUAGES)
    problems = references.check(REAL)
    assert [problem.file for problem in problems] == [f"book/report/words/{one}/market.toml" for one in ("en", "ko")]
    for problem in problems:
        assert problem.code == "words.figure"
        assert problem.found == "the figure «market-line» has no word «converted» in this language"
        file, line = re.search(r": (\S+):(\d+) asks for it$", problem.expected).groups()
        assert "studio.word('converted')" in (REAL.root / file).read_text("utf-8").splitlines()[int(line) - 1]


def test_a_table_whose_columns_no_language_names_is_told(monkeypatch, tiny):
    without(monkeypatch, "table.targets", *LANGUAGES)
    said = "no words say which columns of the table «targets» to show"
    assert {(problem.code, problem.found) for problem in found(tiny)} == {("words.table", said)}


def test_a_word_that_code_puts_together_is_told_by_the_drawing_with_figure_language_and_place():
    studio = Studio("market-line", Book("en", REAL.package).sayer, REAL.package)
    with pytest.raises(ProblemError) as raised:
        studio.word("column." + "valeu")
    (problem,) = raised.value.problems
    assert problem.file == "book/report/words/en"
    assert problem.found == "the figure «market-line» has no word «column.valeu» in this language"
    assert problem.advice == 'write column.valeu = "…" under [figure.market-line]'


def test_the_figures_that_are_read_are_those_that_are_declared_and_drawn():
    assert declared.figures(REAL.report / "figures").keys() == declarations().keys()


def test_a_figure_asks_for_what_the_functions_that_it_calls_ask_for():
    asked = {(one.method, one.name) for one in declared.figures(REAL.report / "figures")["market-line"]}
    assert {("word", "converted"), ("word", "axis-won"), ("word", "column.year")} <= asked


# When it is told


def test_it_is_told_before_any_kernel_starts_and_with_all_else_that_the_first_step_knows(tiny, monkeypatch):
    def started(*_: object) -> None:
        raise AssertionError("a language was built")

    monkeypatch.setattr(making, "build_languages", started)
    tiny.replace("data/facts.csv", "papers-citing,42,", "papers-citing,NaN,")
    tiny.replace("book/ko/index.md", 'say("market-2019")', 'say("market-2018")')
    outcome = tiny.build(tiny.root / "site")
    assert outcome.status == 1
    line = tiny.line_of("book/ko/index.md", "market-2018")
    assert outcome.problem("references.number").startswith(f"book/ko/index.md:{line}: no number has the id")
    assert outcome.problem("data.number") and outcome.problem("parity.number")
    assert [line for line in outcome.said.splitlines() if line[:2] in ("2/", "3/", "4/")] == []


def test_the_check_of_the_book_tells_it_too(tiny):
    tiny.append("book/en/market.md", "{cite:p}`lee2024`")
    assert "did you mean lee2023?" in tiny.run("check").problem("references.source")


def test_a_source_on_which_nothing_rests_is_told_at_its_line(tiny):
    line = tiny.append("book/references.bib", "\n@misc{alone2024,\n  title = {A paper},\n}")
    problem = the_problem(tiny)
    assert (problem.code, problem.file, problem.line) == ("references.uncited", "book/references.bib", line)
    assert "«alone2024»" in problem.found
    assert problem.advice == "cite it where it is used, or delete it"


def test_a_source_that_one_chapter_cites_or_one_row_names_is_in_use(tiny):
    tiny.append("book/references.bib", "\n@misc{alone2024,\n  title = {A paper},\n}")
    tiny.append("book/en/market.md", "\nSee {cite:p}`alone2024`.")
    assert found(tiny) == []
