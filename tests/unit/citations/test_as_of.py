"""Up to when the book looked at its sources: in every form of its citations, and in none of a source."""

from dataclasses import replace

import pytest
from cited_works import CHAPTER, FIGURE, IDENTITY, SECTION, article

from factbook.citations import bibtex, csl, formatted, numbers, ris, works
from factbook.citations.as_of import as_of
from factbook.citations.formatted import Style
from factbook.citations.model import Date

DATED = replace(IDENTITY, cutoff=Date(2026, 11, 26))
FROZEN = replace(DATED, edition="2026-Q4")


def test_the_day_is_in_the_words_of_the_language():
    assert as_of(Date(2026, 11, 26), "en") == "as of 26 November 2026"
    assert as_of(Date(2026, 11, 26), "ko") == "2026년 11월 26일 기준"
    assert as_of(None, "en") == ""


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize(
    ("known", "style", "said"),
    [
        (DATED, Style.KOREAN, "』. 1.0.0판, 2026년 11월 26일 기준. https://"),
        (DATED, Style.APA, " (Version 1.0.0, as of 26 November 2026). https://"),
        (DATED, Style.CHICAGO, ", version 1.0.0, as of 26 November 2026. https://"),
        (FROZEN, Style.KOREAN, "판, 2026년 11월 26일 기준. https://"),
        (FROZEN, Style.APA, ", as of 26 November 2026). https://"),
        (FROZEN, Style.CHICAGO, ", as of 26 November 2026. https://"),
    ],
)
def test_a_style_says_the_day_with_the_version_or_edition_in_its_own_language(known, style, said, language):
    for place in (CHAPTER, SECTION, FIGURE):
        cited = formatted.reference(works.place(known, language, place), style)
        assert said in cited.text
        assert "versions" not in cited.text.lower()
        assert said.removesuffix(" https://") in cited.html


def test_exports_have_the_day_as_a_note():
    cited = works.place(DATED, "en", SECTION)
    assert "note = {as of 26 November 2026}" in bibtex.dump([cited])
    assert "N1  - as of 26 November 2026\n" in ris.dump([cited])
    assert csl.item(cited)["note"] == "as of 26 November 2026"


def test_the_citation_of_a_number_says_the_day_before_the_address():
    address = "https://example.org/twins/en/market.html#fig-market"
    assert numbers.place(works.place(DATED, "en", FIGURE)).text.endswith(
        f"1.0.0 edition, as of 26 November 2026, {address}"
    )
    assert "1.0.0판 Figure 3, 2026년 11월 26일 기준, https" in numbers.place(works.place(DATED, "ko", FIGURE)).text


@pytest.mark.parametrize("style", Style)
def test_a_source_has_no_such_day(style):
    said = formatted.reference(article(), style).text
    assert "as of" not in said and "기준" not in said
