"""A chapter's source holds no typed number and nothing that excuses one; each refusal names file, line and remedy."""

from __future__ import annotations

import inspect

import pytest

from factbook.chapter import Book
from factbook.checks import manuscript
from factbook.checks.manuscript import declared, own
from factbook.interface.catalogue import LANGUAGES
from factbook.problems import Problem
from tiny_book import REAL


def problems(tiny) -> list[Problem]:
    return manuscript.check(tiny.layout)


def refused(tiny, text: str, language: str = "en") -> list[str]:
    """The codes of what is refused in a chapter that ends with ``text``; all are told of lines of that text."""
    first = tiny.append(f"book/{language}/market.md", f"\n{text}")
    found = problems(tiny)
    assert all(problem.file == f"book/{language}/market.md" for problem in found)
    assert all(problem.line and problem.line >= first for problem in found)
    return [problem.code.removeprefix("manuscript.") for problem in found]


@pytest.mark.parametrize("layout", [REAL])
def test_the_chapters_of_the_book_hold_nothing_that_is_refused(layout):
    assert manuscript.check(layout) == []


def test_the_tiny_book_holds_nothing_that_is_refused(tiny):
    assert problems(tiny) == []


TYPED = [
    "It grew to 9.9 billion.",
    "- 5 of them",
    "| a |\n|---|\n| 1 |",
    "Term 9\n: said",
    "(x)=\n### The 12 targets",
    "&#57; of them",
    "{ref}`number 9 <market>`",
    "{doc}`7 pages <market>`",
    ":::{admonition} The 12 targets\n:class: book-adds\n\ntext\n:::",
    '```{code-cell} python\nbook.table("targets").captioned("The 12 targets", "tab-targets")\n```',
    "It peaks in 2025 Q2.",
    "No. 169",
    "COVID-19% of them",
    "COVID-19 million",
    "See chapter 45 of the report.",
    "See chapter 3, section 9, of the report.",
    "See section 3.",
    "$r = 31.4$",
]


@pytest.mark.parametrize("text", TYPED)
def test_a_typed_number_is_refused(tiny, text):
    assert set(refused(tiny, text)) == {"typed"}


@pytest.mark.parametrize(
    "text",
    [
        "영상은 45장이다.",
        "영상은 3장이다.",
        "보고서 9장을 본다.",
        "2019년간",
        "2019명",
        "2019 환자",
        "2025년 2분기",
        "코로나19명",
    ],
)
def test_a_typed_number_is_refused_in_korean(tiny, text):
    assert set(refused(tiny, text, "ko")) == {"typed"}


@pytest.mark.parametrize(
    "text",
    [
        "By then 2019 patients had a twin.",
        "In 2019 hospitals joined.",
        "By 2019 small papers were few.",
        "There were 2019 in all.",
        "That is a total of 2019.",
        "It is more than 2019.",
        "It took 2019\npatients.",
        "The 2019 papers were read.",
    ],
)
def test_a_year_that_counts_something_is_refused(tiny, text):
    assert refused(tiny, text) == ["typed"]


@pytest.mark.parametrize("text", ["In 2047 it ends.", "The 1990s were quiet."])
def test_a_year_that_the_data_do_not_know_is_refused(tiny, text):
    assert refused(tiny, text) == ["unknown-year"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "From 2019 to 2025 it grew, as in 2019 and (2025)."),
        ("en", "The 2019 forecast for 2025 is lower; the 2019 values are not."),
        ("en", "The market in 2025 was larger, that for 2019 narrows."),
        ("en", "COVID-19 patients under CC BY 4.0 in UTF-8, in 3D."),
        ("en", "See chapter 3, section 1, of the report, chapter 1 or chapter 3."),
        ("en", "In March 2022, on 4 May 2022."),
        ("en", 'The id `market-2019`, % and {eval}`say("papers", alone=True)`.\n\n% a comment of 9 words'),
        ("ko", "2019년부터 2025년까지, 2019~2025년."),
        ("ko", "보고서 3장 1절, 보고서 1장과 3장에서 코로나19를 다룬다."),
    ],
)
def test_years_names_sections_and_ids_pass(tiny, language, text):
    assert refused(tiny, text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "code"),
    [
        ("en", "Ⅳ of them", "other-digits"),
        ("en", "③ of them", "other-digits"),
        ("en", "½ of them", "other-digits"),
        ("en", "m²", "other-digits"),
        ("en", "Phase III", "other-digits"),
        ("en", "In MMXIX", "other-digits"),
        ("ko", "三배", "other-digits"),
        ("ko", "제III상", "other-digits"),
        ("en", "nine billion dollars", "spelled"),
        ("en", "ninety-nine of them", "spelled"),
        ("en", "a dozen of them", "spelled"),
        ("ko", "구십구억 달러", "spelled"),
        ("ko", "삼십 퍼센트", "spelled"),
        ("ko", "이천 명", "spelled"),
    ],
)
def test_a_number_in_other_characters_or_in_words_is_refused(tiny, language, text, code):
    assert refused(tiny, text, language) == [code]


def test_words_that_look_like_numerals_pass(tiny):
    assert refused(tiny, "I mix CT, MRI, LV and IVUS; someone won one of them, the two dollar values.") == []
    assert refused(tiny, "이것은 만성 질환이며 일이 많고 천천히 억지로 조사한 백신이다.", "ko") == []


@pytest.mark.parametrize("letter", ["\u202e", "\u2066", "\u200b", "\u00ad", "９"])
def test_characters_that_are_not_seen_or_are_full_width_are_refused(tiny, letter):
    assert "character" in refused(tiny, f"one{letter}two")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('<div class="source-note">x</div>', "markup"),
        ('a <data value="26" data-fact="market-cagr">x</data>', "markup"),
        ("![Map](../_static/map.svg)", "markup"),
        ("a note[^1]\n\n[^1]: text", "markup"),
        ("{{ size }}", "markup"),
        ("[size]{.citation}", "markup"),
        ("> quoted", "markup"),
        ("a `word`{.source-note}", "attribute"),
        ('[x](method.md "USD")', "attribute"),
        ("{math}`r`", "role"),
        ("{kbd}`x`", "role"),
        ("{raw}`x`", "role"),
        ("{numref}`Fig. n <fig-x>`", "role"),
        ("{numref}`market`", "role"),
        ("```{math}\nr\n```", "directive"),
        ("```{figure} x.png\n```", "directive"),
        ("```{raw} html\nx\n```", "directive"),
        (":::{admonition} x\n:class: source-note\n\ny\n:::", "option"),
        (":::{admonition} x\n:class: book-adds citation\n\ny\n:::", "option"),
        ('```{code-cell} python\n:tags: [output_scroll]\nbook.table("targets")\n```', "option"),
        ('```{code-cell} python\n---\nmystnb:\n  code_prompt_show: x\n---\nbook.table("targets")\n```', "option"),
        (":::{table} x\n\n| a |\n|---|\n| b |\n:::", "label"),
        ("```python\nx\n```", "listing"),
        ('+++ {"tags": ["25"]}', "stored"),
        ("4. this\n5. that", "list"),
        ("1. this\n3. that", "list"),
    ],
)
def test_markup_that_is_not_declared_is_refused(tiny, text, code):
    assert set(refused(tiny, f"text\n\n{text}")) == {code}


def test_front_matter_that_is_not_declared_is_refused(tiny):
    tiny.replace("book/en/market.md", "kernelspec:", "myst:\n  substitutions:\n    size: nine\nkernelspec:")
    assert [(problem.code, problem.line) for problem in problems(tiny)] == [("manuscript.front-matter", 1)]


@pytest.mark.parametrize(
    "text", ["Was `USD 9.9 billion`.", "```bash\nmake\nthe market is 9.9 billion\n```", "`market-2020`"]
)
def test_a_number_in_code_is_refused_unless_it_is_an_id(tiny, text):
    assert refused(tiny, text) == ["code"]


def test_code_is_declared_for_its_section_alone(tiny):
    tiny.append("book/en/cite-and-run.md", "(cite-and-run-windows)=\n## Windows\n\n`py -3.11 -m venv .venv` and `1`")
    assert [problem.found for problem in problems(tiny)] == ["a number in code: «1»"]


@pytest.mark.parametrize(
    "call",
    [
        'say("papers").text',
        "say('papers' 'x')[0]",
        'book.facts["papers"].value',
        'f"{say("papers")} more"',
        "say(1)",
        "say()",
        'say("papers", alone=1)',
        'say("papers", "market-2019")',
        'allowed("papers", alone=True)',
        'book.frame("facts")',
        "print(9)",
        '"9.9 billion"',
    ],
)
def test_an_expression_says_a_number_of_the_data_or_is_refused(tiny, call):
    assert refused(tiny, f"It is {{eval}}`{call}`.") == ["eval"]


@pytest.mark.parametrize(
    "code",
    [
        'print("USD 9.9 billion")',
        "9.9",
        '"USD 9.9 billion"',
        'book.frame("facts")',
        'table("targets", order=str(9))',
        'from factbook.chapter import open_book\nbook = open_book("en")\nsay = lambda id: "9.9"',
        'from factbook.chapter import open_book\nbook = open_book("en")\nsay, chart = book.chart, book.say',
        'from factbook.chapter import open_book\nbook = open_book("ko")\nsay = book.say',
        'book.table("targets")\nprint(9)',
        "%%html\n<b>9.9</b>",
    ],
)
def test_a_code_cell_shows_what_the_data_hold_or_is_refused(tiny, code):
    assert refused(tiny, f"```{{code-cell}} python\n{code}\n```") == ["cell"]


@pytest.mark.parametrize(
    "text",
    [
        "```{code-cell} python\nbook.at_rate(1350)\n```",
        '```{code-cell} python\nbook.reset().with_fact("market-2025", "USD 2.0 billion")\n```',
        "{eval}`book.at_rate(1350)`",
    ],
)
def test_a_supposition_is_refused_outside_its_section(tiny, text):
    assert refused(tiny, text) == ["what-if"]


def test_a_supposition_left_in_the_opening_cell_is_refused_with_its_line(tiny):
    tiny.replace("book/en/market.md", 'open_book("en")', 'open_book("en").with_fact("market-2025", "USD 2.0 billion")')
    (problem,) = problems(tiny)
    assert (problem.code, problem.file) == ("manuscript.what-if", "book/en/market.md")
    assert problem.line == tiny.line_of("book/en/market.md", "from factbook.chapter")


FIGURE = "```{{code-cell}} python\n---\nmystnb:\n  figure:\n    name: {label}\n    caption: x\n---\n{code}\n```"


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (FIGURE.format(label="fig-market-line", code='book.chart("market-line")'), []),
        (FIGURE.format(label="fig-won-market", code='book.chart("market-line")'), ["label"]),
        ('```{code-cell} python\nbook.table("players").captioned("x", "tab-targets")\n```', ["label"]),
        ('```{code-cell} python\nbook.table("factors", direction="threat").captioned("x", "tab-threats")\n```', []),
        (
            '```{code-cell} python\nbook.table("factors", direction="threat").captioned("x", "tab-opportunities")\n```',
            ["label"],
        ),
    ],
)
def test_a_caption_stands_at_the_figure_or_table_that_its_label_names(tiny, text, codes):
    assert refused(tiny, text) == codes


@pytest.mark.parametrize("text", ["A `12` in code", "A [size]{.citation}", "&#57; more", "<b>nine</b>"])
def test_markup_in_the_text_of_a_table_is_refused_with_its_row_and_column(tiny, text):
    tiny.replace("data/targets.csv", "The flow of work", text)
    (problem,) = problems(tiny)
    assert (problem.code, problem.file, problem.column) == ("manuscript.cell", "data/targets.csv", "meaning_en")
    assert problem.line == tiny.line_of("data/targets.csv", text)


def test_the_line_is_that_of_the_number_in_a_paragraph_a_nested_box_and_a_caption(tiny):
    text = (
        "::::{grid} 1 1 3 3\n\n:::{grid-item-card} x\none\ntwo 9\n:::\n::::\n\n"
        "first {eval}`say(\"papers\")`\nsecond `a` 9\n\n" + FIGURE.format(label="fig-x", code='chart("x")')
    )  # fmt: skip
    tiny.append("book/en/market.md", text.replace("caption: x", "caption: |\n      one\n      two 9"))
    lines = (tiny.root / "book/en/market.md").read_text("utf-8").splitlines()
    assert [lines[problem.line - 1].strip() for problem in problems(tiny)] == ["two 9", "second `a` 9", "two 9"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_build_stops_at_the_source_and_names_file_and_line(tiny, tmp_path, language):
    line = tiny.append(f"book/{language}/market.md", "`USD 9.9 billion`")
    outcome = tiny.build(tmp_path / "site")
    assert outcome.status == 1
    assert f"book/{language}/market.md:{line}: a number in code" in outcome.problem("manuscript.code")


def test_a_check_names_it_before_the_pages(tiny):
    tiny.append("book/en/market.md", "<b>nine</b>")
    assert "[manuscript.markup]" in tiny.run("check").complained


def test_what_may_be_called_is_what_the_book_has():
    methods = {name for name, _ in inspect.getmembers(Book, inspect.isfunction)}
    assert declared.SAYING.keys() | declared.SHOWING | declared.SUPPOSING <= methods
    supposing = {
        name
        for name in methods
        if not name.startswith("_") and inspect.signature(getattr(Book, name)).return_annotation == "Book"
    }
    assert supposing == declared.SUPPOSING | {"reset"}


def test_everything_declared_for_a_section_is_written_there():
    texts = {language: (REAL.chapters(language) / "cite-and-run.md").read_text("utf-8") for language in LANGUAGES}
    for section, codes in (*own.at_hand().code.items(), *own.at_hand().cells.items()):
        for code in codes:
            assert any(f"({section})=" in text and code.strip() in text for text in texts.values()), code
