"""Every office format is read as a person sees it: an error is found at the place that they would name."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import odfdo
import openpyxl
import pptx
import pytest
import xlwt
from pptx.util import Inches

from factbook.checker import documents
from factbook.checker.documents.readers import read

WRONG = "세계 시장은 2019년 6억 달러에서 2025년 24억 달러로 연평균 62.0% 성장할 전망이다."
ROWS = [("구분", "2022", "2023"), ("국내", 1240, 1315), ("수출", 860, 1022), ("합계", 2100, 2387)]
HANGUL = Path(__file__).parent / "files" / "report.hwp"


def check(path: Path) -> documents.CheckedDocument:
    (checked,) = documents.check_paths([path])
    assert checked.failure is None, checked.failure
    return checked


def places(path: Path) -> list[str]:
    """Where findings are, in the words of the report."""
    out = io.StringIO()
    documents.run([path], lang="en", out=out)
    return [line.split(": error")[0].strip() for line in out.getvalue().splitlines() if ": error [" in line]


def notices(path: Path) -> dict[str, str]:
    return {note.notice: note.detail or str(note.number) for note in read(path).notes}


def excel(path: Path) -> Path:
    book = openpyxl.Workbook()
    book.active.title = "표지"
    book.active["A1"] = "표지"
    sheet = book.create_sheet("매출")
    sheet["A1"] = "연도별 매출"
    sheet["A2"] = "(단위: 억원)"
    for number, row in enumerate(ROWS, 4):
        for column, value in enumerate(row, 1):
            sheet.cell(number, column, value).number_format = "#,##0"
    book.save(path)
    return path


def old_excel(path: Path) -> Path:
    book = xlwt.Workbook()
    sheet = book.add_sheet("매출")
    sheet.write(0, 0, "(단위: 억원)")
    style = xlwt.easyxf(num_format_str="#,##0")
    for number, row in enumerate(ROWS, 2):
        for column, value in enumerate(row):
            sheet.write(number, column, value, style)
    book.save(str(path))
    return path


def open_sheet(path: Path) -> Path:
    book = odfdo.Document("spreadsheet")
    book.body.clear()
    sheet = odfdo.Table("매출")
    sheet.set_value("A1", "(단위: 억원)")
    for number, row in enumerate(ROWS, 3):
        for column, value in zip("ABC", row, strict=True):
            sheet.set_value(f"{column}{number}", value)
    book.body.append(sheet)
    book.save(path)
    return path


def open_text(path: Path) -> Path:
    text = odfdo.Document("text")
    text.body.clear()
    text.body.append(odfdo.Header(1, "시장"))
    text.body.append(odfdo.Paragraph(WRONG))
    text.body.append(odfdo.Paragraph("(단위: 억원)"))
    table = odfdo.Table("표")
    for number, row in enumerate(ROWS, 1):
        for column, value in zip("ABC", row, strict=True):
            table.set_value(f"{column}{number}", str(value))
            table.set_cell(
                f"{column}{number}",
                odfdo.Cell(str(value), text=f"{value:,}" if number > 1 and column > "A" else str(value)),
            )
    text.body.append(table)
    text.save(path)
    return path


def slides(path: Path) -> Path:
    show = pptx.Presentation()
    first = show.slides.add_slide(show.slide_layouts[5])
    first.shapes.title.text = "표지"
    second = show.slides.add_slide(show.slide_layouts[5])
    second.shapes.title.text = "시장"
    second.shapes.add_textbox(Inches(1), Inches(1), Inches(5), Inches(1)).text_frame.text = WRONG
    second.shapes.add_textbox(Inches(1), Inches(2), Inches(5), Inches(1)).text_frame.text = "(단위: 억원)"
    table = second.shapes.add_table(4, 3, Inches(1), Inches(3), Inches(5), Inches(2)).table
    for number, row in enumerate(ROWS):
        for column, value in enumerate(row):
            table.cell(number, column).text = f"{value:,}" if isinstance(value, int) else value
    show.save(str(path))
    return path


def separated(path: Path) -> Path:
    sign = "\t" if path.suffix == ".tsv" else ","
    lines = [sign.join(f'"{one:,}"' if isinstance(one, int) else one for one in row) for row in ROWS]
    path.write_text("\r\n".join(["(단위: 억원)", "", *lines]), encoding="cp949")
    return path


def hangul(path: Path) -> Path:
    """A file that a library for writing .hwp made from a template of Hangul."""
    path.write_bytes(HANGUL.read_bytes())
    return path


@pytest.mark.parametrize(
    ("name", "write", "found"),
    [
        ("a.xlsx", excel, ["cell 매출!C7"]),
        ("a.xls", old_excel, ["cell 매출!C6"]),
        ("a.ods", open_sheet, ["cell 매출!C6"]),
        ("a.csv", separated, ["line 6"]),
        ("a.tsv", separated, ["line 6"]),
        ("a.odt", open_text, ["paragraph 2 (under «시장»)", "paragraph 15 (under «시장», table 1, row 4)"]),
        ("a.pptx", slides, ["slide 2 (under «시장»)", "slide 2 (under «시장», table 1, row 4)"]),
        ("a.hwp", hangul, ["paragraph 4", "paragraph 18 (table 1, row 4)"]),
    ],
)
def test_an_error_is_found_at_the_place_that_a_person_would_name(
    tmp_path: Path, name: str, write: Callable[[Path], Path], found: list[str]
):
    assert places(write(tmp_path / name)) == found
