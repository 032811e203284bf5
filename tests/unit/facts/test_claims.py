"""What a chapter claims in words is computed, and the words of each language must say what comes of it."""

from __future__ import annotations

import re

import pytest

from factbook.chapter import open_book
from factbook.checks import manuscript, validation
from factbook.checks.of_pages import claimed
from factbook.facts import claims, state
from factbook.facts.claims import Claim, UnknownClaim, WrongClaimError
from factbook.languages import claiming
from factbook.languages.claiming import Meaning, Sense
from tiny_book import REAL

CLAIMS = """\
id,operation,operands
four-times,times,market-2025 market-2019
three-quarters,times,papers-citing-percent
grows,compare,market-2025 market-2019
most,rank,market-2025 market-2019 market-2019
counted,count,market-20*5 papers*
inside,between,papers-citing patients papers-rest
fits,agree,growth-fits won-converts
differ,agree,papers-differ
apart,overlap,papers papers-citing
rounded,rounding,
printed,years,market-2019 market-2025
"""
RIGHT = [
    ("four-times", "en", "four times"),
    ("four-times", "en", "fourfold"),
    ("four-times", "en", "more than threefold"),
    ("four-times", "ko", "네 배"),
    ("four-times", "ko", "세 배가 넘는"),
    ("three-quarters", "en", "about three quarters"),
    ("three-quarters", "en", "more than half"),
    ("three-quarters", "ko", "절반이 넘는"),
    ("grows", "en", "larger"),
    ("grows", "ko", "더 큽니다"),
    ("most", "en", "the highest"),
    ("most", "ko", "가장 큰"),
    ("counted", "en", "six"),
    ("counted", "ko", "여섯 개"),
    ("inside", "en", "in between"),
    ("inside", "ko", "사이에 있습니다"),
    ("fits", "en", "agree with one another"),
    ("fits", "ko", "서로 맞습니다"),
    ("differ", "en", "do not agree"),
    ("differ", "ko", "맞지 않습니다"),
    ("apart", "en", "do not overlap"),
    ("apart", "ko", "겹치지 않습니다"),
    ("rounded", "en", "half a unit"),
    ("rounded", "ko", "절반만큼"),
    ("printed", "en", "2019 and 2025"),
    ("printed", "ko", "2019년과 2025년"),
]
WRONG = [
    ("four-times", "en", "threefold"),
    ("four-times", "en", "nearly four times"),
    ("four-times", "en", "more than half a dozen"),
    ("four-times", "ko", "거의 세 배"),
    ("three-quarters", "en", "less than half"),
    ("three-quarters", "ko", "절반에 못 미치는"),
    ("grows", "en", "smaller"),
    ("grows", "ko", "더 작습니다"),
    ("most", "en", "the lowest"),
    ("most", "ko", "가장 작은"),
    ("counted", "en", "five"),
    ("counted", "ko", "네 개"),
    ("inside", "en", "the highest"),
    ("fits", "en", "do not agree"),
    ("fits", "ko", "서로 어긋납니다"),
    ("differ", "en", "agree"),
    ("differ", "ko", "일치합니다"),
    ("apart", "en", "overlap"),
    ("apart", "ko", "겹칩니다"),
    ("rounded", "en", "a third of a unit"),
    ("printed", "en", "2017 and 2025"),
    ("printed", "en", "2019"),
    ("printed", "en", "2019 to 2025"),
    ("printed", "ko", "2019년부터 2025년까지"),
    ("printed", "ko", "첫해와 마지막 해"),
    ("grows", "en", "remarkable"),
    ("grows", "ko", "놀라운"),
]


@pytest.fixture
def claiming_book(tiny):
    tiny.add_table("claims", CLAIMS)
    return tiny


@pytest.mark.parametrize(("claim", "language", "words"), RIGHT)
def test_words_that_say_what_the_numbers_give_are_said(claiming_book, claim, language, words):
    said = open_book(language, claiming_book.root).claim(claim, words)
    assert (said.text, said.html) == (words, f'<span class="claim" data-claim="{claim}">{words}</span>')


@pytest.mark.parametrize(("claim", "language", "words"), WRONG)
def test_words_that_say_something_else_are_refused(claiming_book, claim, language, words):
    with pytest.raises(WrongClaimError, match=re.escape(f"«{words}»")):
        open_book(language, claiming_book.root).claim(claim, words)


def test_a_claim_that_a_supposition_makes_untrue_is_struck_out(claiming_book):
    book = open_book("en", claiming_book.root).with_fact("market-2025", "USD 1.2 billion")
    assert book.claim("four-times", "four times").text == "four times (no longer so)"
    assert "<s " in book.claim("four-times", "four times").html
    assert book.reset().claim("four-times", "four times").text == "four times"


def test_an_unknown_claim_is_told_with_the_nearest(claiming_book):
    with pytest.raises(UnknownClaim, match="did you mean four-times"):
        open_book("en", claiming_book.root).claim("four-time", "four times")


BAD_ROWS = [
    ("x,guess,market-2019", "one of count, times"),
    ("x,compare,market-2019", "2 for compare"),
    ("x,rank,market-2019", "2 or more for rank"),
    ("x,compare,market-2019 market-2020", "market-2020"),
    ("x,agree,growth-fit", "growth-fit"),
    ("x,agree,growth-fits papers-differ", "relations that all hold, or all fail"),
    ("x,count,nothing-*", "a pattern of ids of the data"),
]


@pytest.mark.parametrize(("row", "told"), BAD_ROWS)
def test_a_row_that_claims_nothing_is_told_at_its_line(tiny, row, told):
    tiny.add_table("claims", f"id,operation,operands\n{row}\n")
    (problem,) = [one for one in validation.check(tiny.layout) if one.code == "data.claim"]
    assert (problem.file, problem.line) == ("data/claims.csv", 2)
    assert told in str(problem)


def test_wrong_words_are_told_before_a_build_with_file_and_line(claiming_book):
    line = claiming_book.append("book/en/market.md", '\nIt is {eval}`claim("grows", "smaller")`.')
    (problem,) = [one for one in manuscript.check(claiming_book.layout) if one.code == "manuscript.claim"]
    assert (problem.file, problem.line) == ("book/en/market.md", line)
    assert problem.found == "claim «grows»: «smaller» says less"
    assert problem.expected == "words for more: compare(market-2025, market-2019)"


@pytest.mark.parametrize(
    ("language", "text", "code"),
    [
        ("en", "The four markets are large.", "number-word"),
        ("en", "It grew threefold.", "number-word"),
        ("en", "More than half of them agreed to it.", "number-word"),
        ("en", "It is the highest value.", "judged"),
        ("en", "**Forecasts that do not fit.**", "judged"),
        ("en", "These numbers do not agree.", "judged"),
        ("ko", "네 분기의 평균입니다.", "number-word"),
        ("ko", "거의 세 배로 늘었습니다.", "number-word"),
        ("ko", "절반을 넘습니다.", "number-word"),
        ("ko", "값이 가장 작습니다.", "judged"),
        ("ko", "이 숫자들은 서로 맞지 않습니다.", "judged"),
    ],
)
def test_a_claim_that_is_typed_is_refused(tiny, language, text, code):
    tiny.append(f"book/{language}/market.md", f"\n{text}")
    assert [one.code for one in manuscript.check(tiny.layout)] == [f"manuscript.{code}"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A three-dimensional heart has two chambers."),
        ("en", "Double entry is old."),
        ("ko", "세계와 네트워크, 반도체는 두 쪽입니다."),
        ("ko", "일치도를 잽니다."),
    ],
)
def test_words_that_only_look_like_claims_are_admitted(tiny, language, text):
    tiny.append(f"book/{language}/market.md", f"\n{text}")
    assert manuscript.check(tiny.layout) == []


def test_every_claim_is_made_in_every_language(made):
    made.tiny.add_table("claims", "id,operation,operands\ngrows,compare,market-2025 market-2019\n")
    made.write("en", "index", '<p>It is <span class="claim" data-claim="grows">larger</span>.</p>')
    problem = made.the_problem(claimed)
    assert problem.found == "no page in «ko» makes the claim «grows»"
    made.write("ko", "index", '<p><span class="claim" data-claim="grows">큽니다</span>.</p>')
    assert made.found(claimed) == []


def test_a_claim_is_about_the_numbers_of_its_relation():
    data = state.read(REAL.package)
    about = claims.about(Claim("x", "agree", ("world-growth-fits",)), data.facts, data.judgements)
    assert [one.id for one in about] == ["world-cagr", "world-market-2019", "world-market-2025"]


def test_words_of_two_senses_claim_both():
    assert claiming.read("nearly four times, and larger", "en")[1:] == (Meaning(Sense.MORE),)


@pytest.mark.parametrize(
    ("claim", "words", "told"),
    [
        ("grows", "smaller", "claim «grows»: «smaller» says less"),
        ("shrinks", "smaller", "«smaller» claims «shrinks», which is not in claims.csv"),
    ],
)
def test_words_of_a_claim_are_held_to_the_data_once_more_on_the_page(made, claim, words, told):
    made.tiny.add_table("claims", "id,operation,operands\ngrows,compare,market-2025 market-2019\n")
    made.write("ko", "index", '<p><span class="claim" data-claim="grows">큽니다</span>.</p>')
    right = '<span class="claim" data-claim="grows">larger</span>'
    made.write("en", "index", f"<p>It is {right}, {right.replace('larger', words).replace('grows', claim)}.</p>")
    problem = made.the_problem(claimed)
    assert problem.code == "page.claim"
    assert problem.found.startswith(told)


def test_a_claim_that_a_language_does_not_make_is_told(made):
    made.tiny.add_table("claims", "id,operation,operands\ngrows,compare,market-2025 market-2019\n")
    made.write("ko", "index", '<p><span class="claim" data-claim="grows">큽니다</span>.</p>')
    problem = made.the_problem(claimed)
    assert (problem.code, problem.line) == ("data.unclaimed", 2)
    assert problem.found == "no page in «en» makes the claim «grows»"
