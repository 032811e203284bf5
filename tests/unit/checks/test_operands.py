"""Operands that fit by their unit may be of another year, or about another thing."""

from __future__ import annotations

import pytest

NAMES = """\
key,kind,ko,en,units,implied
world,place,세계,world|World,,no
korea,place,한국,Korea|Korean,,no
"""


@pytest.fixture
def placed(tiny):
    """The tiny book, with a market of Korea beside that of the world."""
    tiny.add_table("names", NAMES)
    for year, value in (("2019", "100000000"), ("2025", "300000000")):
        shown = "1억 달러" if year == "2019" else "3억 달러"
        labels = f'"한국 시장, {year}년","Korean market, {year}"'
        row = f"korea-{year},{value},USD,{shown},ko,,{year},,other,lee2023,본문,,{labels},,"
        tiny.replace("data/facts.csv", "\nmarket-2019,", f"\n{row}\nmarket-2019,")
    return tiny


def with_formula(book, operation: str, operands: str, unit: str = "percent", ulp: str = "0.1") -> list[tuple[str, str]]:
    book.append("data/formulas.csv", f"tried,{operation},{operands},{unit},{ulp},시험,Tried,,")
    return [(problem.code, problem.found) for problem in book.problems() if problem.code.startswith("data.operand-")]


@pytest.mark.parametrize(
    ("operation", "operands"),
    [("share", "korea-2019 market-2019"), ("cagr", "korea-2019 korea-2025"), ("ratio", "korea-2019 market-2025")],
)
def test_operands_of_one_time_or_about_one_thing_are_admitted(placed, operation, operands):
    assert with_formula(placed, operation, operands, "number" if operation == "ratio" else "percent") == []


@pytest.mark.parametrize(
    ("operation", "operands", "code", "told"),
    [
        ("share", "korea-2019 market-2025", "data.operand-time", "share of korea-2019 of 2019, market-2025 of 2025"),
        (
            "cagr",
            "korea-2019 world-2025",
            "data.operand-subject",
            "cagr of korea-2019, about «Korea», and world-2025, about «world»",
        ),
        (
            "growth",
            "world-2025 korea-2025",
            "data.operand-subject",
            "growth of world-2025, about «world», and korea-2025, about «Korea»",
        ),
    ],
)
def test_operands_of_two_times_or_about_two_things_are_told(placed, operation, operands, code, told):
    row = 'world-2025,900000000,USD,9억 달러,ko,,2025,,other,lee2023,본문,,"세계 시장, 2025년","World market, 2025",,'
    placed.replace("data/facts.csv", "\nmarket-2019,", f"\n{row}\nmarket-2019,")
    assert with_formula(placed, operation, operands) == [(code, told)]
