"""The texts of a row are about the same in both languages."""

from __future__ import annotations

import pytest

from factbook.checks import labelled
from tiny_book import REAL

NAMES = """\
key,kind,ko,en,units,implied
world,place,세계,World|world,,no
korea,place,한국|국내,Korea|Korean,,no
heart,organ,심장,heart,,no
"""


@pytest.mark.parametrize(
    ("ko", "en", "told"),
    [
        ("세계 시장 규모, 2025년", "World market, 2025", []),
        ("국내 시장 규모, 2025년", "Market, 2025", []),
        ("국내 시장 규모, 2025년", "World market, 2025", ["it names «한국», and label_en «World»"]),
        ("국내 심장 시장, 2025년", "World heart market, 2025", ["it names «한국», and label_en «World»"]),
        ("국내와 세계 시장, 2025년", "World market, 2025", []),
    ],
)
def test_a_label_that_names_another_in_the_other_language_is_told(tiny, ko, en, told):
    tiny.replace("data/facts.csv", '"시장 규모, 2025년","Market, 2025"', f'"{ko}","{en}"')
    tiny.add_table("names", NAMES)
    found = list(labelled.check(tiny.layout.package))
    assert [one.found for one in found] == told
    assert {(one.code, one.file, one.column) for one in found} <= {("data.label", "data/facts.csv", "label_ko")}


def test_the_tables_of_the_book_name_the_same_in_both_languages():
    assert list(labelled.check(REAL.package)) == []
