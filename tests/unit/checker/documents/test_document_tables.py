"""One table, written in every format that is read, gives the same findings in the same words."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from hwpx import HwpxDocument
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from factbook.checker import documents

ROWS = (("구분", "2022", "2023"), ("국내", "1,240", "1,315"), ("수출", "860", "1,022"), ("합계", "2,100", "{total}"))
UNIT = "(단위: 억원)"


def rows(total: str) -> list[list[str]]:
    return [[cell.format(total=total) for cell in row] for row in ROWS]


def markdown(path: Path, total: str) -> None:
    lines = ["| " + " | ".join(row) + " |" for row in rows(total)]
    path.write_text("\n".join([UNIT, "", lines[0], "|---|---|---|", *lines[1:]]), encoding="utf-8")


def plain(path: Path, total: str) -> None:
    path.write_text("\n".join([UNIT, *("    ".join(row) for row in rows(total))]), encoding="utf-8")


def web(path: Path, total: str) -> None:
    body = "".join("<tr>" + "".join(f"<td><p>{cell}</p></td>" for cell in row) + "</tr>" for row in rows(total))
    path.write_text(f"<html><body><p>{UNIT}</p><table>{body}</table></body></html>", encoding="utf-8")


def captioned_web(path: Path, total: str) -> None:
    head = '<tr><th rowspan="2">구분</th><th colspan="2">매출</th></tr><tr><th>2022</th><th>2023</th></tr>'
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows(total)[1:])
    table = f"<table><caption>{UNIT}</caption>{head}{body}</table>"
    path.write_text(f"<html><body>{table}</body></html>", encoding="utf-8")


def word(path: Path, total: str) -> None:
    document = docx.Document()
    document.add_paragraph(UNIT)
    table = document.add_table(len(ROWS), 3)
    for row, line in zip(table.rows, rows(total), strict=True):
        for cell, text in zip(row.cells, line, strict=True):
            cell.text = text
    document.save(str(path))


def hangul(path: Path, total: str) -> None:
    document = HwpxDocument.new()
    document.add_paragraph(UNIT)
    table = document.add_table(len(ROWS), 3)
    for row, line in enumerate(rows(total)):
        for column, text in enumerate(line):
            table.set_cell_text(row, column, text)
    document.save_to_path(str(path))


def pdf(path: Path, total: str) -> None:
    """A page with its cells set by position, in Latin letters, which the font of every reader has."""
    names = {"구분": "Region", "국내": "North", "수출": "South", "합계": "Total"}
    items = [(50, 350, "(KRW million)")]
    for down, row in enumerate(rows(total)):
        for along, text in enumerate(row):
            items.append(
                (50 + 150 * along + (40 - 5 * len(text) if along else 0), 330 - 15 * down, names.get(text, text))
            )
    page_of(path, items)


def page_of(path: Path, items: list[tuple[int, int, str]]) -> None:
    """A page of a PDF with each text at its place, in points from the left and the bottom."""
    writer = PdfWriter()
    font = DictionaryObject(
        {NameObject("/Type"): NameObject("/Font"), NameObject("/Subtype"): NameObject("/Type1"),
         NameObject("/BaseFont"): NameObject("/Helvetica")}
    )  # fmt: skip
    page, content = writer.add_blank_page(600, 400), DecodedStreamObject()
    shown = " ".join(f"1 0 0 1 {x} {y} Tm ({escaped(text)}) Tj" for x, y, text in items)
    content.set_data(f"BT /F1 10 Tf {shown} ET".encode())
    page[NameObject("/Contents")] = writer._add_object(content)
    fonts = DictionaryObject({NameObject("/F1"): writer._add_object(font)})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    writer.write(str(path))


def escaped(text: str) -> str:
    return text.replace("(", r"\(").replace(")", r"\)")


WRITERS = {
    "a.pdf": pdf,
    "a.md": markdown, "a.txt": plain, "a.html": web, "b.html": captioned_web, "a.docx": word, "a.hwpx": hangul
}  # fmt: skip


def check(path: Path) -> documents.CheckedDocument:
    (checked,) = documents.check_paths([path])
    assert checked.failure is None, checked.failure
    return checked


def test_rows_of_a_table_on_a_page_are_no_sentence(tmp_path):
    lines = [
        ("Amount", "Printed", "Read"),
        ("World market", "USD 259 million in 2019", "2021"),
        ("Another market", "USD 874 million in 2025", "2022"),
        ("Annual growth of a third", "30.2% a year", "2023"),
        ("Share", "12.0%", "2024"),
    ]
    places = (50, 250, 480)
    page_of(
        tmp_path / "a.pdf",
        [(x, 330 - 15 * down, text) for down, row in enumerate(lines) for x, text in zip(places, row, strict=True)],
    )
    checked = check(tmp_path / "a.pdf")
    assert checked.tally.tables == 1
    assert [finding.message for finding in checked.report.findings] == []
    assert checked.report.claims == ()


@pytest.mark.parametrize("name", WRITERS)
def test_a_right_table_is_checked_and_consistent(tmp_path, name):
    WRITERS[name](tmp_path / name, "2,337")
    checked = check(tmp_path / name)
    assert not checked.report.findings, [finding.message for finding in checked.report.findings]
    assert (checked.tally.tables, checked.tally.checked, dict(checked.tally.claims)) == (1, 1, {"sum": 2})


@pytest.mark.parametrize("name", WRITERS)
def test_a_wrong_total_is_found_in_every_format(tmp_path, name):
    WRITERS[name](tmp_path / name, "2,387")
    (finding,) = check(tmp_path / name).report.findings
    assert (finding.code, finding.stated) == ("table-total", "2,387")
    assert finding.text.endswith("2023: 2,387")
    assert finding.message.startswith("1,315 + 1,022 = ")
