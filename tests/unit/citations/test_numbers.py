"""A number is cited with its unit, and whoever produced it comes before us."""

from dataclasses import replace

import pytest
from cited_works import FIGURE, IDENTITY

from factbook.chapter import open_book
from factbook.citations import bibliography, numbers, works
from factbook.data import sources
from factbook.data.layout import find
from factbook.facts.producers import producers as made_by
from factbook.interface.catalogue import LANGUAGES


@pytest.fixture(scope="module")
def citers():
    layout = find()
    listed = sources.read(layout.bibliography, "book/references.bib")
    made = {}
    for language in LANGUAGES:
        book = open_book(language, layout.root / "data")
        producers = made_by(book.package, book.facts)
        made[language] = numbers.Citer(book.sayer, bibliography.works(listed, language), producers)
    return made


def copied(citers, language, number):
    """What a reader copies beside the figure."""
    figure = works.place(IDENTITY, language, replace(FIGURE, designation={"ko": "그림 3", "en": "Figure 3"}[language]))
    sentence = citers[language].cite(number).sentence
    return sentence.text.replace(numbers.PLACE, numbers.place(figure).text)


def test_a_forecast_that_the_report_quotes_is_its_producers_first(citers):
    assert copied(citers, "en", "world-market-2019") == (
        "USD 0.6 billion (KRW 732 billion): World healthcare digital-twin market, 2019. Frost & Sullivan (2019), "
        "cited in Lee and Kim (2022); Figure 3 of Healthcare Digital Twins: a living market report, "
        "1.0.0 edition, https://example.org/twins/en/market.html#fig-market."
    )
    assert copied(citers, "ko", "world-market-2019") == (
        "6억 달러(7,320억 원) — 세계 헬스케어 디지털 트윈 시장 규모, 2019년. 프로스트앤드설리번(2019), "
        "이송하·김무웅(2022)에서 재인용; 『헬스케어 디지털 트윈 시장: 살아 있는 보고서』 1.0.0판 그림 3, "
        "https://example.org/twins/ko/market.html#fig-market."
    )
    assert citers["ko"].cite("world-market-2019").sources == ("frostsullivan2019", "bioin169")


def test_a_producers_own_publication_is_cited_directly(citers):
    sentence = citers["en"].cite("techsci-2023-base").sentence.text
    assert "TechSci Research (2023); ⟨place⟩" in sentence
    assert "cited in" not in sentence


def test_a_number_of_the_press_says_that_it_is_press(citers):
    assert "Pharmstoday (2022), press coverage of the report" in citers["en"].cite("us-share-2025").sentence.text


def test_a_number_of_ours_cites_us_first_and_all_it_rests_on(citers):
    cited = citers["en"].cite("us-market-2025")
    assert "Computed in ⟨place⟩, from Frost & Sullivan (2019); Lee and Kim (2022); Pharm" in cited.sentence.text
    assert cited.sources == ("frostsullivan2019", "bioin169", "pharmstoday2022")


def test_what_a_relation_gives_is_ours_from_all_that_it_rests_on(citers):
    cited = citers["en"].recomputed("world-growth-fits")
    assert cited.sentence.text == (
        "25.99%: Recomputed: Annual growth of the world healthcare digital-twin market, 2019–2025. "
        "Computed in ⟨place⟩, from Frost & Sullivan (2019); Lee and Kim (2022)."
    )
    assert "팜스투데이" in citers["ko"].recomputed("us-below-world").sentence.text


def test_every_number_can_be_cited_in_every_language_alike(citers):
    korean, english = citers["ko"], citers["en"]
    for ours, theirs in zip(korean.all(), english.all(), strict=True):
        assert (ours.number, ours.sources) == (theirs.number, theirs.sources)
        for one in (ours, theirs):
            said = one.sentence
            assert said.text.startswith(one.said.text)
            assert said.html.startswith(one.said.html)
            assert said.text.count(numbers.PLACE) == said.html.count(numbers.PLACE) == 1
            assert "{" not in said.text


def test_names_are_escaped_and_sources_are_links(citers):
    said = citers["en"].cite("world-market-2019").sentence.html
    assert "Frost &amp; Sullivan (2019), cited in <a href=" in said
