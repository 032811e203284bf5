"""Two versions of a document: what changed, and what should have changed with it."""

from __future__ import annotations

import io
import json
from pathlib import Path

import docx
import pytest

from factbook.checker.documents import comparing

TABLE = """(단위: 억원)

| 구분 | 2022 | 2023 |
|---|---|---|
| 국내 | 1,240 | {a} |
| 수출 | 860 | 1,022 |
| 합계 | 2,100 | {b} |
"""
TEXT = """국내 시장은 100억 원 가운데 {part}억 원으로 {share}%다.

세계 시장은 2019년 6억 달러에서 2025년 24억 달러로 커진다."""


def write(path: Path, *paragraphs: str) -> Path:
    path.write_text("\n\n".join(paragraphs), encoding="utf-8")
    return path


def compared(old: Path, new: Path, form: str = "text", language: str = "en") -> tuple[int, str]:
    out = io.StringIO()
    return comparing.run(old, new, language=language, form=form, out=out), out.getvalue()


def test_a_figure_that_stayed_though_its_base_changed_is_told(tmp_path: Path):
    old = write(tmp_path / "a.md", TEXT.format(part=30, share=30))
    new = write(tmp_path / "b.md", "새 문단이다.", TEXT.format(part=40, share=30))
    status, text = compared(old, new)
    assert status == 1
    assert "line 3: 30억 원 → 40억 원" in text
    assert "line 3: 30% stayed" in text
    assert "changed: 1, stayed though their base changed: 1" in text
    assert compared(old, write(tmp_path / "b.md", TEXT.format(part=40, share=40)))[0] == 0


def test_the_total_of_a_table_that_stayed_is_told(tmp_path: Path):
    old = write(tmp_path / "a.md", TABLE.format(a="1,315", b="2,337"))
    new = write(tmp_path / "b.md", "앞 문단", TABLE.format(a="1,415", b="2,337"))
    status, text = compared(old, new, "json")
    told = json.loads(text)
    assert (status, told["matched"]) == (1, 6)
    assert [(one["old"]["text"], one["new"]["text"]) for one in told["changed"]] == [("1,315", "1,415")]
    (stayed,) = told["stayed"]
    assert (stayed["figure"]["text"], stayed["figure"]["line"], stayed["kind"]) == ("2,337", 9, "sum")


def test_versions_may_be_of_two_formats_and_a_column_may_come_in_between(tmp_path: Path):
    old = write(tmp_path / "a.md", TABLE.format(a="1,315", b="2,337"))
    document = docx.Document()
    document.add_paragraph("(단위: 억원)")
    rows = [("구분", "2021", "2022", "2023"), ("국내", "1", "1,240", "1,415"), ("수출", "2", "860", "1,022"),
            ("합계", "3", "2,100", "2,437")]  # fmt: skip
    table = document.add_table(4, 4)
    for row, line in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, line, strict=True):
            cell.text = text
    document.save(str(tmp_path / "b.docx"))
    status, text = compared(old, tmp_path / "b.docx")
    assert status == 0
    assert "1,315 → 1,415" in text
    assert "2,337 → 2,437" in text


@pytest.mark.parametrize("language", ["ko", "en"])
def test_what_cannot_be_read_says_so(tmp_path: Path, language: str):
    old = write(tmp_path / "a.md", TEXT.format(part=30, share=30))
    assert compared(old, tmp_path / "none.md", language=language)[0] == 2
    assert compared(old, tmp_path, language=language)[0] == 2


def test_the_same_text_twice_has_nothing_to_tell(tmp_path: Path):
    old = write(tmp_path / "a.md", TEXT.format(part=30, share=30), TABLE.format(a="1,315", b="2,337"))
    status, text = compared(old, old)
    assert status == 0
    assert "changed: 0, stayed though their base changed: 0" in text
