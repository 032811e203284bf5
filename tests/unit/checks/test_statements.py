"""What a sentence says of its numbers: of when they are, which is the larger, whose they are."""

from __future__ import annotations

import pytest

from factbook.checks.of_pages import sentences
from factbook.checks.statements import statements

NUMBERS = {
    "A": ("market-2019", "USD 0.6 billion", "6억 달러"),
    "W": ("market-2019-krw", "KRW 750 billion", "7,500억 원"),
    "B": ("market-2025", "USD 2.4 billion", "24억 달러"),
    "G": ("market-cagr", "26.0%", "26.0%"),
    "U": ("market-up", "300%", "300%"),
    "D": ("papers-down", "24%", "24%"),
    "L": ("papers-less", "30%", "30%"),
}
#: A number that a source itself calls a fall.
FALL = """\
papers-less,30,percent,30%,en,,2023,,other,lee2023,text,,논문의 감소율,Reduction in papers,,
"""
#: What the tiny book does not compute: by how much one number is more, and one less, than another.
FORMULAS = """\
market-up,growth,market-2019 market-2025,percent,1,더한 비율,How much more,,
papers-down,drop,papers papers-citing,percent,1,뺀 비율,How much less,,
"""


@pytest.fixture
def said(made):
    """Writes a sentence in one language, {A} and so on its numbers, [key] its citations; tells what a rule finds."""
    path = made.tiny.root / "data" / "formulas.csv"
    path.write_text(path.read_text("utf-8") + FORMULAS, "utf-8")
    made.tiny.append("data/facts.csv", FALL.strip())

    def found(rule: str, language: str, sentence: str) -> list[str]:
        for letter, (fact, *texts) in NUMBERS.items():
            text = texts[language == "ko"]
            sentence = sentence.replace(f"{{{letter}}}", f'<a class="fact"><data data-fact="{fact}">{text}</data></a>')
        for key in ("kim2022", "lee2023"):
            sentence = sentence.replace(
                f"[{key}]", f'<a href="references.html#source-{key}">({key[:3]}, {key[3:]})</a>'
            )
        for code in made.folders:
            made.write(code, "market", f"<p>{sentence}</p>" if code == language else "")
        return [problem.expected for problem in made.found(sentences) if problem.code == f"page.{rule}"]

    return found


RIGHT_TIMES = [
    ("en", "The market was {A} ({W}) in 2019 and {B} in 2025."),
    ("en", "In 2019, {A} were spent."),
    ("en", "It grows by {G} a year in 2021."),
    ("en", "Their 2023 edition puts 2025 at {B}."),
    ("ko", "시장은 2019년 {A}({W})에서 2025년 {B}까지 커집니다."),
    ("ko", "2026년판은 2025년을 {B}로 봅니다."),
]
WRONG_TIMES = [
    ("en", "The market was {A} ({W}) in 2020.", "2019, of which that number is"),
    ("en", "In 2025, {A} were spent.", "2019, of which that number is"),
    ("en", "In 2024 the whole of it was {A}.", "2019, of which that number is"),
    ("en", "They saw {A} for 2024.", "2019, of which that number is"),
    ("en", "The size of 2025 is put at {A}.", "2019, of which that number is"),
    ("en", "It grows by {G} a year in 2031.", "2019–2025, of which that number is"),
    ("ko", "2021년에 모두 합해 {A}가 쓰였습니다.", "2019, of which that number is"),
    ("ko", "2021년에 {A}가 쓰였습니다.", "2019, of which that number is"),
    ("ko", "2025년의 시장은 모두 {A}입니다.", "2019, of which that number is"),
]


@pytest.mark.parametrize(("language", "sentence"), RIGHT_TIMES)
def test_the_own_year_of_a_number_is_admitted(said, language, sentence):
    assert said("time", language, sentence) == []


@pytest.mark.parametrize(("language", "sentence", "expected"), WRONG_TIMES)
def test_another_year_beside_a_number_is_told(said, language, sentence, expected):
    assert set(said("time", language, sentence)) == {expected}


def test_years_in_the_order_of_the_numbers_may_not_be_exchanged(said):
    assert len(said("time", "ko", "시장은 2025년 {A}에서 2019년 {B}까지 커집니다.")) == 2
    assert len(said("time", "en", "For 2025 they say {A}, for 2019 they say {B}.")) == 2


RIGHT_DIRECTIONS = [
    ("en", "The market grows from {A} in 2019 to {B} in 2025."),
    ("en", "The market grows from {A} ({W}) in 2019 to {B} in 2025."),
    ("en", "It fell from {B} to {A}."),
    ("en", "The second is {U} more."),
    ("en", "The second is {D} fewer, a reduction of {D}."),
    ("ko", "2019년 {A}에서 2025년 {B}까지 커집니다."),
    ("ko", "{B}에서 {A}까지 줄었습니다."),
    ("ko", "값보다 {U} 큽니다."),
    ("ko", "값보다 {D} 적습니다."),
    ("en", "In all, {L} fewer were read."),
    ("ko", "읽은 것이 {L} 줄었습니다."),
]
WRONG_DIRECTIONS = [
    ("en", "The market falls from {A} in 2019 to {B} in 2025.", "USD 0.6 billion to USD 2.4 billion goes up"),
    ("en", "The market grew from {B} to {A}.", "USD 2.4 billion to USD 0.6 billion goes down"),
    ("en", "Values range from {B} to {A}.", "USD 2.4 billion to USD 0.6 billion goes down"),
    ("en", "The second is {U} less.", "market-up is up: growth(market-2019, market-2025)"),
    ("en", "The second is {D} longer.", "papers-down is down: drop(papers, papers-citing)"),
    ("en", "In all, {L} more were read.", "papers-less is a fall: «Reduction in papers»"),
    ("ko", "읽은 것이 {L} 늘었습니다.", "papers-less is a fall: «논문의 감소율»"),
    ("en", "It shows a rise of {D}.", "papers-down is down: drop(papers, papers-citing)"),
    ("ko", "2019년 {A}({W})에서 2025년 {B}까지 줄어듭니다.", "6억 달러 to 24억 달러 goes up"),
    ("ko", "2025년 {B}에서 2019년 {A}까지 연평균 {G} 성장합니다.", "24억 달러 to 6억 달러 goes down"),
    ("ko", "값보다 {U} 작습니다.", "market-up is up: growth(market-2019, market-2025)"),
    ("ko", "처음보다 {D} 늘었습니다.", "papers-down is down: drop(papers, papers-citing)"),
]


@pytest.mark.parametrize(("language", "sentence"), RIGHT_DIRECTIONS)
def test_words_that_go_with_the_numbers_are_admitted(said, language, sentence):
    assert said("direction", language, sentence) == []


@pytest.mark.parametrize(("language", "sentence", "expected"), WRONG_DIRECTIONS)
def test_words_that_turn_the_numbers_round_are_told(said, language, sentence, expected):
    assert said("direction", language, sentence) == [expected]


@pytest.mark.parametrize(
    "sentence", ["{A} were spent [kim2022].", "{A} and {B} were spent [kim2022] [lee2023].", "{A}."]
)
def test_the_own_source_of_a_number_is_admitted(said, sentence):
    assert said("citation", "en", sentence) == []


def test_a_source_that_does_not_say_the_number_is_told(said):
    assert said("citation", "en", "{A} were spent [lee2023].") == ["kim2022, its source in data/facts.csv"]
    assert said("citation", "ko", "{B}가 쓰였습니다 [kim2022].") == ["lee2023, its source in data/facts.csv"]


def test_a_computed_number_comes_from_the_sources_of_what_it_is_computed_from(said):
    assert said("citation", "en", "That is {U} more [lee2023].") == []


def test_sentences_end_at_full_stops_and_not_within_numbers(made):
    made.write("en", "index", '<p>It is <data data-fact="market-2019">1.5 No. 2</data> now. Then it is not.</p>')
    page = made.site.pages["en"]["index"]
    assert [one.text for one in statements(page) if one.element.tag == "p"] == [
        "It is 1.5 No. 2 now.",
        "Then it is not.",
    ]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "In 2019 it was {A}. That of 2019 is small."),
        ("en", 'Both, of <time datetime="2031" data-year-of="x">2031</time>, are large.'),
        ("en", "A review of 2022 finds it [kim2022]."),
        ("en", "The 2031 edition is new."),
        ("ko", "2019년에 {A}였습니다. 2019년의 값입니다."),
    ],
)
def test_a_year_of_a_number_or_a_source_in_the_paragraph_is_admitted(said, language, sentence):
    assert said("year", language, sentence) == []


@pytest.mark.parametrize(
    ("language", "sentence", "where"),
    [
        ("en", "Values are printed for 2017 only.", "paragraph"),
        ("en", "It was {A} in all, and 2017 is not known.", "sentence"),
        ("en", "It was {A}, not that of 2017. In 2017, nothing was.", "sentence"),
        ("ko", "적힌 것은 2017년의 값뿐입니다.", "paragraph"),
        ("ko", "2017년과 달리 2019년 값이 {A}입니다.", "sentence"),
    ],
)
def test_a_typed_year_of_nothing_in_the_sentence_or_the_paragraph_is_told(said, language, sentence, where):
    assert f"years of the numbers that the {where} says" in said("year", language, sentence)


@pytest.mark.parametrize(("words", "count"), [("is {M} more", 0), ("is {M} fewer", 1)])
def test_the_side_on_which_a_claim_misses_is_told(made, words, count):
    marked = '<data data-relation="papers-differ" data-part="misfit">13 papers</data>'
    made.write("en", "index", f"<p>It {words.replace('{M}', marked)}.</p>")
    assert len(made.found(sentences)) == count
