"""Whatever is typed, pasted or damaged is checked without a crash."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator

import pytest

from factbook.checker.sentences import check_text
from factbook.checker.tables import check_tables, grids_in
from folders import DATA

#: What numbers stand among in the languages that are read, and what damages them.
WORDS = (
    "2019년|2025|’24.6월|1Q23|6억 달러|7,320억 원|$2.4bn|KRW 1.2 trillion|1,97,162.03|12.5%|△3.1%p|25bp|(7,150)"
    "|₩5조|5백40만|24조8천억|절반|3분의 1|one in five"
    "|threefold|2.5배|2:1|0|-0.0|1e400|½|①|Ⅳ|NaN|∞|312명|48 patients"
    "|1,022¹⁾|n/a|–||약|at least|이상|증가|감소|grew|fell by|from"
    "|to|에서|으로|연평균|a year|CAGR|달러당|per dollar|가운데|합계|Total"
    "|(단위: 억원, %)|USD million|(|)|.|다.|,|\u00a0|\ufffd|\u200b|\0|１２３|ㅏ|each|나머지|for every|out of|각각"
)
PIECES = (*WORDS.split("|"), "9" * 40, "a" * 300, "| ", " |", "\n", "\n\n", "|---|", "\t", "   ")


def inputs(number: int, seed: int) -> Iterator[str]:
    """So many texts: pieces in any order, and passages and documents of the given sets with damage."""
    chance = random.Random(seed)
    written = [json.loads(line) for line in (DATA / "number-passages.jsonl").read_text("utf-8").splitlines()]
    tables = [json.loads(line) for line in (DATA / "documents.jsonl").read_text("utf-8").splitlines()]
    whole = [*(one["text"] for one in written), *(one["content"] for one in tables)]
    for _ in range(number):
        if chance.random() < 0.8:
            yield chance.choice((" ", "")).join(chance.choices(PIECES, k=chance.randint(1, 14)))
            continue
        text = chance.choice(whole)
        start = chance.randrange(len(text))
        text = text[start : start + 160]
        for _ in range(chance.randint(1, 6)):
            at = chance.randrange(len(text) + 1)
            text = text[:at] + chance.choice(PIECES) + text[at + chance.randint(0, 4) :]
        yield text


def crashes(number: int, seed: int) -> list[str]:
    """The texts of which the check raises anything, or finds what is not in them."""
    found = []
    for text in inputs(number, seed):
        try:
            report = check_text(text)
            check_tables(text, list(grids_in(text)))
            for finding in report.findings:
                assert finding.stated
        except Exception as error:
            found.append(f"{type(error).__name__}: {error}: {text!r}")
    return found


@pytest.mark.builds
@pytest.mark.parametrize("seed", range(4))
def test_twenty_thousand_texts_are_checked_without_a_crash(seed: int):
    assert crashes(5_000, seed)[:3] == []


@pytest.mark.nightly
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("seed", range(100, 110))
def test_a_million_texts_are_checked_without_a_crash(seed: int):
    assert crashes(100_000, seed)[:3] == []


def test_a_crash_would_be_seen(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("test_fuzz.check_text", lambda text: 1 / 0)
    assert len(crashes(3, 0)) == 3
