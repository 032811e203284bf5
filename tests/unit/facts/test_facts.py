"""Every number of the data is held to its double entry, and what is computed follows from it."""

from __future__ import annotations

import itertools
from decimal import Decimal

import pytest

from factbook import facts, languages
from factbook.facts import UnknownFact
from factbook.quantities.amounts import Amount, Qualifier
from factbook.quantities.intervals import Interval

FACTS, FORMULAS, RATES = "data/facts.csv", "data/formulas.csv", "data/exchange_rates.csv"


def test_a_fact_carries_the_digits_that_its_source_prints(tiny):
    fact = facts.load(tiny.layout.package)["market-2019"]
    assert fact.amount == Amount(Decimal(600_000_000), "USD", Decimal(100_000_000))
    assert fact.interval == Interval(Decimal(550_000_000), Decimal(650_000_000))
    assert (fact.years, fact.pair, fact.source, fact.line) == ((2019,), "market-2019-krw", "kim2022", 2)
    assert fact.label == {"ko": "시장 규모, 2019년", "en": "Market, 2019"}


def test_a_growth_rate_is_for_a_period_and_an_at_least_is_open(tiny):
    known = facts.load(tiny.layout.package)
    assert known["market-cagr"].years == (2019, 2025)
    assert known["patients"].amount.qualifier is Qualifier.AT_LEAST


def test_each_exchange_rate_is_a_number_of_its_own(tiny):
    rate = facts.load(tiny.layout.package)["krw-per-usd-2019"]
    assert rate.amount == Amount(Decimal("1165.8016"), "krw-per-usd", Decimal("0.0001"))
    assert rate.label["en"] == "Won per US dollar, average of 2019"


def test_a_formula_is_computed_from_the_printed_values_and_carries_their_intervals(tiny):
    known = facts.load(tiny.layout.package)
    growth = known["growth-recomputed"]
    assert growth.amount == Amount(Decimal("25.99"), "percent", Decimal("0.01"))
    assert Decimal("25.992") < growth.value < Decimal("25.993")
    assert growth.interval.contains(growth.value)
    assert Decimal("23.8") < growth.interval.low < Decimal("24")
    assert known["papers-rest"].value == 13


def test_a_formula_may_stand_before_its_operands(tiny):
    path = tiny.root / FORMULAS
    header, *lines = path.read_text("utf-8").splitlines()
    for order in itertools.permutations(lines):
        path.write_text("\n".join([header, *order, ""]), "utf-8")
        assert facts.load(tiny.layout.package)["papers-rest-share"].amount.value == Decimal("23.6")


def test_what_if_changes_one_fact_and_all_that_follows_and_nothing_else(tiny):
    known = facts.load(tiny.layout.package)
    changed = known.replacing("papers", Amount(Decimal(84), "paper"))
    assert changed["papers-rest"].value == 42
    assert changed["papers-rest-share"].value == 50
    assert known["papers-rest"].value == 13
    with pytest.raises(UnknownFact, match="papers-rest"):
        known.replacing("papers-rest", Amount(Decimal(1), "paper"))


def test_an_unknown_id_suggests_the_nearest(tiny):
    with pytest.raises(UnknownFact, match=r"no number has the id «market-2018»: did you mean .*market-2019"):
        facts.load(tiny.layout.package)["market-2018"]


BAD_CELLS = [
    (FACTS, "papers-citing,42,", "papers-citing,forty-two,", "data.number", "value", "«forty-two» is not a number"),
    (FACTS, "papers-citing,42,", "papers-citing,NaN,", "data.number", "value", "«NaN» is not a number"),
    (FACTS, "papers-citing,42,", "papers-citing,inf,", "data.number", "value", "«inf» is not a number"),
    (FACTS, "papers-citing,42,", "papers-citing,,", "data.number", "value", "«» is not a number"),
    (FACTS, "market-2025,2400000000", 'market-2025,"2,400,000,000"', "data.number", "value", "is not a number"),
    (FACTS, "papers-citing,42,", "papers-citing,-42,", "data.negative", "value", "-42"),
    (FACTS, "42,paper,", "42,papr,", "data.unit", "unit", "unknown unit «papr»"),
    (FACTS, "papers,55,", "market-2019,55,", "data.duplicate", "id", "the id «market-2019» stands in line 2 already"),
    (FACTS, "55 papers", "54 papers", "data.as-printed", "as_printed", "«54 papers» reads as 54 paper, but value"),
    (FACTS, "USD 2.4 billion", "USD 2.4 million", "data.as-printed", "as_printed", "reads as 2400000 USD"),
    (FACTS, "200편 이상", "200편", "data.as-printed", "as_printed", "say at-least 200 paper"),
    (FACTS, "6억 달러", "6억 원", "data.as-printed", "as_printed", "cannot be read as USD"),
    (FACTS, "6억 달러", "여섯", "data.as-printed", "as_printed", "cannot be read as USD"),
    (FACTS, "6억 달러,ko", "6억 달러,fr", "data.as-printed", "as_printed", "no wording for the language «fr»"),
    (FACTS, "ko,at-least", "ko,atleast", "data.qualifier", "qualifier", "unknown qualifier «atleast»"),
    (FACTS, "ko,,2019,2025", "ko,,2o19,2025", "data.year", "year", "«2o19» is not a year"),
    (FACTS, "ko,,2019,2025", "ko,,2019,25", "data.year", "period_end", "«25» is not a year"),
    (RATES, "2019,1165.8016", "2019,1165.8017", "data.as-printed", "as_printed", "1165.8016 krw-per-usd beside"),
    (RATES, "2019,1165.8016", "two,1165.8016", "data.year", "year", "«two» is not a year"),
    (RATES, "2025,1421.3963,", "2025,x,", "data.number", "krw_per_usd", "«x» is not a number"),
    (FORMULAS, "papers-rest,difference", "papers-rest,diference", "data.operation", "operation", "«diference»"),
    (FORMULAS, "papers papers-citing", "papers paper-citing", "data.unknown-fact", "operands", "«paper-citing»"),
    (FORMULAS, "papers papers-citing", "papers", "data.operands", "operands", "difference takes 2 operands, not 1"),
    (FORMULAS, "market-2019 market-2025", "papers market-2025", "data.operands", "operands", "need a year"),
    (FORMULAS, "papers papers-citing", "papers papers-rest-share", "data.circle", "operands", "depends on itself"),
    (FORMULAS, "citing,paper,1,", "citing,paper,0,", "data.number", "ulp", "0"),
    (FORMULAS, "citing,paper,1,", "citing,sheet,1,", "data.unit", "unit", "unknown unit «sheet»"),
    (FORMULAS, "papers-rest,difference", "papers,difference", "data.duplicate", "id", "«papers» is a fact's already"),
]


@pytest.mark.parametrize(("file", "old", "new", "code", "column", "found"), BAD_CELLS)
def test_a_bad_cell_is_told_with_its_file_line_and_column(tiny, file, old, new, code, column, found):
    line = tiny.line_of(file, old)
    tiny.replace(file, old, new)
    at_place = [p for p in tiny.problems() if (p.file, p.line, p.column) == (file, line, column)]
    assert [problem.code for problem in at_place] == [code], "\n".join(map(str, tiny.problems()))
    assert found in at_place[0].found
    assert at_place[0].expected


def test_a_circle_of_formulas_is_told_once(tiny):
    tiny.replace(FORMULAS, "papers papers-citing", "papers papers-rest-share")
    problem = tiny.the_problem("data.circle")
    assert "«papers-rest» depends on itself" in problem.found


def test_a_wrong_unit_or_id_suggests_the_right_one(tiny):
    tiny.replace(FACTS, "42,paper,", "42,papr,")
    tiny.replace(FORMULAS, "papers papers-citing", "papers paper-citing")
    advice = {problem.code: problem.advice for problem in tiny.problems()}
    assert advice["data.unit"].startswith("did you mean paper")
    tiny.replace(FACTS, "42,papr,", "42,paper,")
    assert "did you mean papers-citing" in tiny.problems()[0].advice


def test_many_mistakes_are_told_in_one_run(tiny):
    tiny.replace(FACTS, "papers-citing,42,", "papers-citing,NaN,")
    tiny.replace(FACTS, "USD 2.4 billion", "USD 2.4 million")
    tiny.replace(RATES, "2025,1421.3963,", "2025,x,")
    assert [problem.code for problem in tiny.problems()] == ["data.number", "data.as-printed", "data.number"]


def test_a_duplicate_unit_is_told(tiny):
    line = tiny.append("data/units.csv", "KRW,money,원,won,won")
    assert (tiny.problems()[0].code, tiny.problems()[0].line) == ("data.duplicate", line)


def test_a_book_without_the_unit_of_its_exchange_rates_is_told(tiny):
    tiny.replace("data/units.csv", "krw-per-usd,rate", "won-per-usd,rate")
    assert "unknown unit «krw-per-usd»" in " ".join(problem.found for problem in tiny.problems())


@pytest.mark.parametrize(("text", "unit"), [("76", "percent"), ("76", "pp"), ("76", "USD"), ("2025년", "number")])
def test_an_amount_is_read_only_in_the_unit_that_it_names(text, unit):
    with pytest.raises(ValueError, match=f"where {unit} is expected"):
        languages.of("ko").read(text, unit=unit)
