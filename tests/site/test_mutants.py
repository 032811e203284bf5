"""Whatever a reader could see changed, some check sees: a sample of mutants of the real book, every kind among them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import lxml.html
import pytest

from factbook.data.layout import Layout
from factbook.problems import ProblemError
from folders import ROOT
from mutants.__main__ import report
from mutants.chapters import nearest
from mutants.model import digits_altered, each_kind, sample
from mutants.run import Outcome, by_kind, run

BOOK = Layout(ROOT)
SIZE = 120


@dataclass(frozen=True)
class Numbered:
    """A mutant of nothing, to be drawn."""

    kind: str
    place: str
    change: str = ""


MANY = [Numbered("common", str(number)) for number in range(50)] + [Numbered("rare", "only")]


@pytest.fixture(scope="module")
def outcomes(site: Path) -> list[Outcome]:
    return run(BOOK, site, size=SIZE, seed=0, tell=print, cores=1)


def test_every_mutant_of_a_sample_is_caught(outcomes):
    survivors = [one for one in outcomes if one.caught_by is None]
    assert not survivors, "\n".join(f"{one.kind}\n    {one.place}\n    {one.change}" for one in survivors)


def test_a_sample_holds_every_kind_of_change(outcomes):
    kinds = by_kind(outcomes)
    assert len(outcomes) == SIZE
    for what in (
        "fact: digit",
        "fact: unit",
        "fact: year",
        "digit as printed",
        "relation:",
        "{eval}",
        "rate:",
        "typed:",
        "rendered amount:",
        "claim: words",
        "sentence: year",
        "sentence: name",
        "sentence: direction",
        "sentence: source",
        "sentence: hedge",
        "head: year",
        "head: name",
        "label: year",
        "label: name",
        "excuse: code span",
        "excuse: supposition",
        "excuse: figure under another caption",
        "figure: point moved",
        "figure: bar longer",
        "figure: colour of a rect",
        "figure: digit of a label",
        "published: number",
        "published: search",
        "published: BibTeX",
        "published: script",
    ):
        assert any(what in kind for kind in kinds), f"no mutant of the kind «{what}»"


def test_a_page_that_has_problems_of_its_own_is_refused(site, tmp_path):
    for language in ("ko", "en"):
        (tmp_path / language).mkdir()
        for page in (site / language).glob("*.html"):
            (tmp_path / language / page.name).write_bytes(page.read_bytes())
    page = tmp_path / "en" / "market.html"
    root = lxml.html.fromstring(page.read_bytes())
    root.xpath("//article//data")[0].text = "USD 7 trillion"
    page.write_bytes(lxml.html.tostring(root, encoding="utf-8"))
    with pytest.raises(ProblemError, match="USD 7 trillion"):
        run(BOOK, tmp_path, size=1, seed=0, tell=print, cores=1)


def test_each_digit_is_altered_once_and_always_the_same_way():
    altered = list(digits_altered("7,320억 원"))
    assert len(altered) == 4
    assert all(sum(a != b for a, b in zip(text, "7,320억 원", strict=True)) == 1 for text in altered)
    assert altered == list(digits_altered("7,320억 원"))


def test_a_sample_is_the_same_for_the_same_seed_and_holds_the_rarest_kind():
    drawn = sample(MANY, 10, seed=1)
    assert drawn == sample(MANY, 10, seed=1) != sample(MANY, 10, seed=2)
    assert Counter(one.kind for one in drawn) == {"common": 9, "rare": 1}


def test_a_sample_larger_than_all_is_all():
    assert sorted(one.place for one in sample(MANY, 1000, seed=0)) == sorted(one.place for one in MANY)


def test_at_most_so_many_of_each_kind_are_kept():
    assert Counter(one.kind for one in each_kind(MANY, 5, seed=0)) == {"common": 5, "rare": 1}


def test_the_nearest_id_is_another_one():
    assert nearest("world-market-2019", ["world-market-2019", "world-market-2025", "papers"]) == "world-market-2025"


def test_a_survivor_is_printed_and_fails_the_run(capsys):
    caught = Outcome("fact: unit", "data/facts.csv:2", "«USD» → «KRW»", "data.as-printed")
    survivor = Outcome("fact: year", "data/facts.csv:3", "«2019» → «2018»", None)
    assert report([caught]) == 0
    assert report([caught, survivor]) == 1
    printed = capsys.readouterr()
    assert "data/facts.csv:3" in printed.err and "«2019» → «2018»" in printed.err
    assert "1 of 2 mutants caught, 1 survived" in printed.out
