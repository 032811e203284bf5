"""The data are read once for as long as no file says another thing, and anew as soon as one does."""

from __future__ import annotations

from decimal import Decimal

import pytest

from factbook.data.package import DESCRIPTOR
from factbook.facts import state
from factbook.problems import ProblemError
from tiny_book import TinyBook


def test_what_has_not_changed_is_given_again_even_where_a_file_was_touched(tiny: TinyBook):
    before = state.read(tiny.layout.package)
    (tiny.root / "data" / "facts.csv").touch()
    assert state.read(tiny.layout.package) is before


def test_a_changed_number_is_read_anew(tiny: TinyBook):
    before = state.read(tiny.layout.package)
    tiny.replace("data/facts.csv", "papers,55,paper,55 papers", "papers,56,paper,56 papers")
    after = state.read(tiny.layout.package)
    assert (before.facts["papers"].value, after.facts["papers"].value) == (Decimal(55), Decimal(56))


@pytest.mark.parametrize("file", ["targets.csv", "units.csv", "relations.csv", DESCRIPTOR])
def test_any_file_of_the_package_that_says_another_thing_is_read_anew(tiny: TinyBook, file: str):
    before = state.read(tiny.layout.package)
    path = tiny.root / "data" / file
    text = path.read_bytes()
    path.write_bytes(text.removesuffix(b"\n") if text.endswith(b"\n") else text + b"\n")
    assert state.read(tiny.layout.package) is not before


def test_every_relation_is_judged_over_the_numbers_that_were_read(tiny: TinyBook):
    data = state.read(tiny.layout.package)
    assert {name: one.claim for name, one in data.judgements.items()} == {
        name: data.facts[one.relation.claim] for name, one in data.judgements.items()
    }
    assert data.judgements.keys() == {row["id"] for row in tiny.layout.package.rows("relations")}


def test_a_file_that_is_missing_is_told_and_not_what_it_said_before(tiny: TinyBook):
    state.read(tiny.layout.package)
    (tiny.root / "data" / "facts.csv").unlink()
    with pytest.raises(ProblemError, match=r"facts\.csv"):
        state.read(tiny.layout.package)
