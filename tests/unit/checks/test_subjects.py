"""A number is said of what it is about: names beside it and in heads, words of two labels, words of a range."""

from __future__ import annotations

import pytest

from factbook.checks.of_pages import sentences
from factbook.facts.names import load

NAMES = """\
key,kind,ko,en,units,implied
united-states,place,미국,United States|US,,
korea,place,한국|국내,Korea|Korean,,
dollars,currency,달러,dollars,USD,yes
won,currency,원화,won,KRW,yes
"""
FACTS = """\
us-2025,1300000000,USD,USD 1.3 billion,en,,2025,,other,lee2023,text,,"미국 시장, 2025년","United States market, 2025",,
korea-2025,100000000,USD,USD 0.1 billion,en,,2025,,other,lee2023,text,,"국내 시장, 2025년","Korean market, 2025",,
by-hand,14,paper,14 papers,en,,2023,,other,lee2023,text,,"손으로 찾은 논문","Papers found manually",,
software,16,paper,16 papers,en,,2023,,other,lee2023,text,,"소프트웨어로 찾은 논문","Papers found with software",,
"""
NUMBERS = {
    "U": ("us-2025", "USD 1.3 billion"),
    "K": ("korea-2025", "USD 0.1 billion"),
    "W": ("market-2019-krw", "KRW 750 billion"),
    "H": ("by-hand", "14 papers"),
    "S": ("software", "16 papers"),
}


@pytest.fixture
def book(made):
    made.tiny.add_table("names", NAMES)
    path = made.tiny.root / "data" / "facts.csv"
    path.write_text(path.read_text("utf-8") + FACTS, "utf-8")
    return made


@pytest.fixture
def told(book):
    """Writes an article in one language, {U} and so on its numbers; tells what is found wrong of them."""

    def found(article: str, language: str = "en", code: str = "subject") -> list[str]:
        for letter, (fact, text) in NUMBERS.items():
            article = article.replace(f"{{{letter}}}", f'<a class="fact"><data data-fact="{fact}">{text}</data></a>')
        for each in book.folders:
            book.write(each, "index", article if each == language else "")
        return [problem.found.split("»: ")[-1] for problem in book.found(sentences) if problem.code == f"page.{code}"]

    return found


@pytest.mark.parametrize(
    ("language", "article"),
    [
        ("en", "<p>The United States spent {U}.</p>"),
        ("en", "<p>The United States spent {U}, Korea {K}.</p>"),
        ("en", "<h3>The US</h3><p>It spent {U}.</p>"),
        ("en", "<p>Papers: {H} manually, {S} with software.</p>"),
        ("ko", "<p>미국은 {U}, 한국은 {K} 규모입니다.</p>"),
        ("ko", "<p>미국에서는 {U}를 썼습니다.</p>"),
    ],
)
def test_a_number_beside_its_own_names_is_admitted(told, language, article):
    assert told(article, language) == []


@pytest.mark.parametrize(
    ("language", "article", "found"),
    [
        ("en", "<p>Korea spent {U}.</p>", "it names «Korea» beside us-2025"),
        ("en", "<p>US firms spent {K}.</p>", "it names «United States» beside korea-2025"),
        ("ko", "<p>한국은 {U}를 썼습니다.</p>", "it names «한국» beside us-2025"),
        ("ko", "<p>미국의 시장은 {K} 규모입니다.</p>", "it names «미국» beside korea-2025"),
    ],
)
def test_the_name_of_another_beside_a_number_is_told(told, language, article, found):
    assert any(one.startswith(found) for one in told(article, language))


def test_a_rank_among_several_does_not_let_the_number_of_one_pass_for_that_of_another(book, told):
    book.tiny.add_table("claims", "id,operation,operands\nfirst,rank,us-2025 korea-2025\n")
    leads = '<span class="claim" data-claim="first">leads</span>'
    assert told(f"<p>The United States {leads} with {{U}}.</p>") == []
    (found,) = told(f"<p>Korea {leads} with {{U}}.</p>")[:1]
    assert found.startswith("it names «Korea» beside us-2025")


def test_a_number_that_no_name_of_its_section_is_about_is_told(told):
    assert told("<p>The market is {U}.</p>") == ["us-2025 is said where nothing names «United States» (in «Growth»)"]


def test_a_korean_name_counts_with_a_particle_and_not_within_a_longer_word(book):
    names = load(book.tiny.layout.package)
    assert [one.of.key for one in names.mentioned("미국에서도 한국의", "ko")] == ["united-states", "korea"]
    assert list(names.mentioned("남미국가 한국어판", "ko")) == []


TABLE = (
    "<table><thead><tr><th>Place</th><th>{column}</th></tr></thead>"
    "<tbody><tr><td>{row}</td><td>{cell}</td></tr></tbody></table>"
)


@pytest.mark.parametrize(
    ("row", "column", "cell", "found"),
    [
        ("United States", "Dollars", "{U}", []),
        ("United States, 2025", "Market", "{U}", []),
        ("Korea", "Dollars", "{U}", ["it names «Korea» beside us-2025"]),
        ("All", "In dollars", "{W}", ["it names «dollars» beside market-2019-krw"]),
    ],
)
def test_the_heads_of_a_row_and_a_column_are_names_of_the_number(told, row, column, cell, found):
    article = TABLE.replace("{row}", row).replace("{column}", column).replace("{cell}", cell)
    assert [one.partition(" (in")[0] for one in told(article) if "names" in one and "nothing" not in one] == found


def test_a_year_that_heads_a_row_or_column_is_that_of_the_number(told):
    table = TABLE.replace("{row}", "United States").replace("{cell}", "{U}")
    assert told(table.replace("{column}", "Market, 2025"), code="time") == []
    assert told(table.replace("{column}", "Market, 2019"), code="time") == ["2019 beside us-2025 (in «Growth»)"]


def test_two_numbers_that_have_changed_places_are_told(told):
    assert told("<p>The search gave {S} manually and {H} with software.</p>") == [
        "software and by-hand have changed places (in «Growth»)"
    ]


ENDS = (
    '<data data-fact="market-cagr" data-part="low">25%</data> to '
    '<data data-fact="market-cagr" data-part="high">27%</data>'
)


@pytest.mark.parametrize(
    ("article", "count"),
    [
        (f"<p>Growth may be anything from {ENDS}.</p>", 0),
        (f"<table><tbody><tr><td>Growth</td><td>{ENDS}</td></tr></tbody></table>", 0),
        (f"<p>Growth is {ENDS} a year.</p>", 1),
    ],
)
def test_the_ends_of_a_range_are_called_a_range(told, article, count):
    assert len(told(article, code="interval")) == count


@pytest.mark.parametrize(
    ("language", "article", "typed"),
    [
        ("en", "<p>The United States spent about {U}.</p>", ["«about» is typed beside us-2025"]),
        ("en", "<p>The United States spent {U} or more.</p>", ["«or more» is typed beside us-2025"]),
        ("en", "<p>The United States spent nearly all of {U}.</p>", []),
        ("en", "<p>Their sum adds up to {U} in the United States.</p>", []),
        ("ko", "<p>미국은 약 {U} 규모입니다.</p>", ["«약» is typed beside us-2025"]),
        ("ko", "<p>미국은 {U} 규모입니다.</p>", []),
    ],
)
def test_a_hedge_that_is_typed_beside_a_number_is_told(told, language, article, typed):
    assert [one.partition(" (in ")[0] for one in told(article, language, "hedge-typed")] == typed
