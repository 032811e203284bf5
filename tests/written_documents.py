"""Documents of every kind, each written by another library than the one that reads it."""

from __future__ import annotations

import json
from pathlib import Path

import docx
import odfdo
import openpyxl
import pptx
import xlwt
from hwpx import HwpxDocument
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

WRONG = "세계 시장은 2019년 6억 달러에서 2025년 24억 달러로 연평균 62.0% 성장할 전망이다."
RIGHT = WRONG.replace("62.0", "26.0")
ENGLISH = "The market grows from $6.0 billion in 2019 to $24.0 billion in 2025, a CAGR of 62.0%."


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def pdf_file(path: Path, password: str = "") -> Path:
    writer = PdfWriter()
    font = DictionaryObject(
        {NameObject("/Type"): NameObject("/Font"), NameObject("/Subtype"): NameObject("/Type1"),
         NameObject("/BaseFont"): NameObject("/Helvetica")}
    )  # fmt: skip
    for line in ("Nothing here.", ENGLISH):
        page = writer.add_blank_page(900, 200)
        content = DecodedStreamObject()
        content.set_data(f"BT /F1 10 Tf 20 100 Td ({line}) Tj ET".encode())
        page[NameObject("/Contents")] = writer._add_object(content)
        fonts = DictionaryObject({NameObject("/F1"): writer._add_object(font)})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    writer.write(str(path))
    return path


def word_of(path: Path, text: str) -> Path:
    document = docx.Document()
    document.add_paragraph(text)
    document.save(str(path))
    return path


def hangul_of(path: Path, text: str) -> Path:
    document = HwpxDocument.new()
    document.add_paragraph(text)
    document.save_to_path(str(path))
    return path


def excel_of(path: Path, text: str) -> Path:
    book = openpyxl.Workbook()
    book.active["A1"] = text
    book.save(path)
    return path


def old_excel_of(path: Path, text: str) -> Path:
    book = xlwt.Workbook()
    book.add_sheet("a").write(0, 0, text)
    book.save(str(path))
    return path


def open_sheet_of(path: Path, text: str) -> Path:
    book = odfdo.Document("spreadsheet")
    book.body.clear()
    sheet = odfdo.Table("a")
    sheet.set_value("A1", text)
    book.body.append(sheet)
    book.save(path)
    return path


def open_text_of(path: Path, text: str) -> Path:
    document = odfdo.Document("text")
    document.body.clear()
    document.body.append(odfdo.Paragraph(text))
    document.save(path)
    return path


def slides_of(path: Path, text: str) -> Path:
    show = pptx.Presentation()
    box = show.slides.add_slide(show.slide_layouts[6]).shapes.add_textbox(0, 0, 1, 1)
    box.text_frame.text = text
    show.save(str(path))
    return path


WRITERS = {
    ".md": write,
    ".txt": write,
    ".html": lambda path, text: write(path, f"<html><body><p>{text}</p></body></html>"),
    ".ipynb": lambda path, text: write(path, json.dumps({"cells": [{"cell_type": "markdown", "source": text}]})),
    ".docx": word_of,
    ".hwpx": hangul_of,
    ".csv": lambda path, text: write(path, f'"{text}"'),
    ".tsv": lambda path, text: write(path, f'"{text}"'),
    ".xlsx": excel_of,
    ".xls": old_excel_of,
    ".ods": open_sheet_of,
    ".odt": open_text_of,
    ".pptx": slides_of,
}
