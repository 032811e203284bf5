"""The unit of a range, and a noun that the sentence has, are shown once; what a program reads stays whole."""

from __future__ import annotations

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factbook.chapter import Book
from factbook.phrasing import repeating
from factbook.phrasing.said import Said
from factbook.quantities.amounts import Qualifier
from tiny_book import REAL

BOOKS = {language: Book(language, REAL.package) for language in ("ko", "en")}


def shown(said: Said) -> str:
    """What a reader sees of a number."""
    root = lxml.html.fromstring(f"<p>{said.html}</p>")
    for span in root.xpath(f'//span[@class="{repeating.CLASS}"]'):
        span.drop_tree()
    return str(root.text_content())


@pytest.mark.parametrize(
    ("language", "fact", "seen"),
    [
        ("ko", "world-market-2019", "5억 5,000만~6억 5,000만 달러"),
        ("en", "world-market-2019", "USD 0.55 to 0.65 billion"),
        ("ko", "world-market-2025-krw", "2조 9,275억~2조 9,285억 원"),
        ("en", "world-market-2025-krw", "KRW 2.9275 to 2.9285 trillion"),
        ("ko", "report-rate", "달러당 1,219.5~1,220.5원"),
        ("en", "report-rate", "KRW 1,219.5 to 1,220.5 per USD"),
        ("ko", "us-share-2025", "56.25%~56.35%"),
        ("en", "us-share-2025", "56.25% to 56.35%"),
        ("en", "vital-patients", "at least 200 patients"),
    ],
)
def test_a_range_has_its_unit_once(language, fact, seen):
    assert shown(BOOKS[language].allowed(fact)) == seen


@pytest.mark.parametrize(("language", "seen"), [("ko", "55"), ("en", "55")])
def test_a_bare_count_is_shown_without_its_noun_and_read_with_it(language, seen):
    said = BOOKS[language].say("definition-papers", bare=True)
    assert shown(said) == seen
    assert said.text == BOOKS[language].say("definition-papers").text
    assert lxml.html.fromstring(said.html).text_content() == said.text


@given(name=st.sampled_from(sorted(BOOKS["en"].facts.entries)), language=st.sampled_from(sorted(BOOKS)))
def test_no_figure_is_ever_left_out(name, language):
    book = BOOKS[language]
    for said in (book.allowed(name), book.say(name, bare=True)):
        assert [letter for letter in shown(said) if letter.isdigit()] == [one for one in said.text if one.isdigit()]
        assert lxml.html.fromstring(f"<p>{said.html}</p>").text_content() == said.text


def test_ends_of_different_scales_keep_theirs():
    low, high = (Said(text, f"<data>{text}</data>") for text in ("USD 950 million", "USD 1.05 billion"))
    one, other = repeating.once(low, high)
    assert (shown(one), shown(other)) == ("USD 950 million", "1.05 billion")


def test_a_hedge_is_no_unit():
    assert {q for q in Qualifier if q} == {"about", "at-least", "at-most"}
    low, high = (Said(text, f"<data>{text}</data>") for text in ("200명 이상", "300명 이상"))
    assert shown(repeating.once(low, high)[1]) == "300명 이상"
