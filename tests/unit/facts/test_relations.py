"""What must agree is recomputed; a relation is as it is recorded, or the check says by how much it is not."""

from __future__ import annotations

from decimal import Decimal

import pytest

from factbook import facts
from factbook.facts import relations
from factbook.facts.relations import Judgement

FACTS, RELATIONS = "data/facts.csv", "data/relations.csv"


def judgements(tiny) -> dict[str, Judgement]:
    known = facts.load(tiny.layout.package)
    return {one.relation.id: one for one in relations.judge_all(relations.load(tiny.layout.package), known)}


def test_a_relation_that_holds_has_no_gap(tiny):
    growth = judgements(tiny)["growth-fits"]
    assert growth.holds
    assert growth.gap == 0
    assert Decimal("0.007") < growth.misfit < Decimal("0.008")


def test_a_relation_that_fails_has_a_gap_and_a_misfit(tiny):
    differ = judgements(tiny)["papers-differ"]
    assert not differ.holds
    assert (differ.gap, differ.misfit, differ.margin) == (13, 13, -13)


def test_figures_agree_where_their_roundings_meet_even_if_their_midpoints_do_not(tiny):
    tiny.replace(FACTS, "papers-citing-percent,76,percent,76%", "papers-citing-percent,76.5,percent,76.5%")
    assert tiny.the_problem("data.relation").found.endswith("it is off by 0.09 percentage points")
    tiny.replace(FACTS, "papers-citing-percent,76.5,percent,76.5%", "papers-citing-percent,76.4,percent,76.4%")
    assert tiny.problems() == []


def test_a_relation_that_does_not_hold_is_told_with_the_amounts_and_how_far_off(tiny):
    tiny.replace(FACTS, "market-cagr,26.0,percent,26.0%", "market-cagr,30.0,percent,30.0%")
    problem = tiny.the_problem("data.relation")
    assert (problem.file, problem.line, problem.column) == (RELATIONS, 2, "claim")
    assert problem.found == (
        "«growth-fits» does not hold: market-cagr is printed as 30.0%, but cagr(market-2019, market-2025) gives "
        "23.89% to 28.27%; it is off by 1.68 percentage points"
    )
    assert "market-cagr to agree with cagr(market-2019, market-2025)" in problem.expected
    assert "set expected to fails" in problem.advice


def test_an_open_end_is_told_as_at_least(tiny):
    tiny.append(RELATIONS, "open,papers,same,patients,holds,market,열림,Open")
    found = tiny.the_problem("data.relation").found
    assert "gives at least 200 papers; it is off by 145 papers" in found
    assert "Infinity" not in found


def test_a_failing_relation_that_begins_to_hold_is_told(tiny):
    tiny.replace(FACTS, "papers-citing,42,paper,42편", "papers-citing,55,paper,55편")
    tiny.replace(FACTS, "papers-citing-percent,76,percent,76%", "papers-citing-percent,100,percent,100%")
    problem = tiny.the_problem("data.relation-holds")
    assert (problem.file, problem.line, problem.column) == (RELATIONS, 5, "expected")
    assert "«papers-differ» is recorded as failing, but papers agrees with same(papers-citing)" in problem.found
    assert "mend the chapter «market»" in problem.advice


BAD_CELLS = [
    ("share-fits,papers-citing-percent", "share-fits,papers-citing-procent", "data.unknown-fact", "claim"),
    ("share,papers-citing papers,", "share,papers-citing pappers,", "data.unknown-fact", "operands"),
    ("share,papers-citing papers,", "share,papers-citing,", "data.operands", "operands"),
    ("papers-citing-percent,share,", "papers-citing-percent,shares,", "data.operation", "operation"),
    ("won-converts,", "growth-fits,", "data.duplicate", "id"),
    ("papers,holds,market", "papers,maybe,market", "data.expected", "expected"),
]


@pytest.mark.parametrize(("old", "new", "code", "column"), BAD_CELLS)
def test_a_bad_relation_is_told_with_its_line_and_column(tiny, old, new, code, column):
    line = tiny.line_of(RELATIONS, old)
    tiny.replace(RELATIONS, old, new)
    assert (code, line, column) in [(p.code, p.line, p.column) for p in tiny.problems()]
