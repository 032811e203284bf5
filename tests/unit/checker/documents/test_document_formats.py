"""Every office format is read as a person sees it: an error is found at the place that they would name."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import odfdo
import openpyxl
import pptx
import pytest
import xlwt
from hwpx import HwpxDocument
from openpyxl.comments import Comment
from pptx.util import Inches

from factbook.checker import documents
from factbook.checker.documents.model import Cause, Notice
from factbook.checker.documents.readers import kinds, read
from folders import DATA

WRONG = "세계 시장은 2019년 6억 달러에서 2025년 24억 달러로 연평균 62.0% 성장할 전망이다."
ROWS = [("구분", "2022", "2023"), ("국내", 1240, 1315), ("수출", 860, 1022), ("합계", 2100, 2387)]
HANGUL = DATA / "report.hwp"


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


def test_rows_columns_sheets_and_slides_that_are_hidden_are_checked_and_said(tmp_path: Path):
    book = openpyxl.load_workbook(excel(tmp_path / "a.xlsx"))
    book["매출"].row_dimensions[5].hidden = True
    book["매출"].column_dimensions["B"].hidden = True
    book["표지"].sheet_state = "hidden"
    book["매출"]["C5"].comment = Comment(WRONG, "검토자")
    book.save(tmp_path / "a.xlsx")
    assert notices(tmp_path / "a.xlsx") == {
        Notice.HIDDEN_SHEET: "표지", Notice.HIDDEN_ROWS: "매출!5", Notice.HIDDEN_COLUMNS: "매출!B"
    }  # fmt: skip
    assert places(tmp_path / "a.xlsx") == ["cell 매출!C7", "cell 매출!C5 (comment)"]
    show = pptx.Presentation(str(slides(tmp_path / "a.pptx")))
    show.slides[1]._element.set("show", "0")
    show.slides[0].notes_slide.notes_text_frame.text = WRONG
    show.save(str(tmp_path / "a.pptx"))
    assert notices(tmp_path / "a.pptx") == {Notice.HIDDEN_SLIDE: "2"}
    assert "slide 1 (speaker notes)" in places(tmp_path / "a.pptx")


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (0.62, "0.0%", "62.0%"), (0.285, "0%", "29%"), (1240, "#,##0", "1,240"), (1240, '#,##0.0,"천"', "1.2천"),
        (-5.25, "#,##0.0;(#,##0.0)", "(5.3)"), (1240, '"₩"#,##0', "₩1,240"), (1240, '#,##0"억 원"', "1,240억 원"),
        (0.1 + 0.2, "General", "0.3"), (45047, "yyyy-mm-dd", "2023-05-01"), (45047, 'yyyy"년" m"월"', "2023년 5월"),
        (1240, "_-* #,##0_-;-* #,##0_-", "1,240"), (12, "@", "12"), (-12, "0", "-12"), (0, "0;-0;\\-", "-"),
    ],
)  # fmt: skip
def test_a_number_of_a_sheet_is_read_as_it_is_shown(tmp_path: Path, value: float, code: str, text: str):
    book = openpyxl.Workbook()
    book.active["A1"] = value
    book.active["A1"].number_format = code
    book.save(tmp_path / "a.xlsx")
    assert read(tmp_path / "a.xlsx").text == text


def test_formulas_without_a_stored_result_are_said(tmp_path: Path):
    book = openpyxl.Workbook()
    book.active["A1"] = "합계"
    book.active["A2"] = "=SUM(B1:B9)"
    book.save(tmp_path / "a.xlsx")
    assert notices(tmp_path / "a.xlsx") == {Notice.NO_VALUES: "1"}


def test_two_tables_of_a_sheet_are_two_tables(tmp_path: Path):
    path = excel(tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(path)
    for number, row in enumerate(ROWS, 10):
        for column, value in enumerate(row, 1):
            book["매출"].cell(number, column, value)
    book.save(path)
    assert check(path).tally.tables == 2


def test_a_table_is_found_anywhere_on_a_sheet(tmp_path: Path):
    book = openpyxl.Workbook()
    book.active.title = "매출"
    book.active["AB899"] = "(단위: 억원)"
    for number, row in enumerate(ROWS, 900):
        for column, value in enumerate(row, 28):
            book.active.cell(number, column, value)
    book.save(tmp_path / "a.xlsx")
    assert places(tmp_path / "a.xlsx") == ["cell 매출!AD903"]


@pytest.mark.timeout(60)
def test_a_cell_that_says_that_it_spans_a_whole_city_is_no_table(tmp_path: Path):
    page = (
        f"<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='99999'/></w:tcPr><w:p>{run(WRONG)}</w:p></w:tc></w:tr></w:tbl>"
    )
    assert places(word(tmp_path / "a.docx", *[page] * 30)) != []
    document = HwpxDocument.new()
    document.add_table(1, 1).set_cell_text(0, 0, WRONG)
    document.save_to_path(str(tmp_path / "a.hwpx"))
    with zipfile.ZipFile(tmp_path / "a.hwpx") as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    name = "Contents/section0.xml"
    files[name] = files[name].replace(b'colSpan="1" rowSpan="1"', b'colSpan="99999" rowSpan="99999"')
    with zipfile.ZipFile(tmp_path / "b.hwpx", "w") as archive:
        for part, data in files.items():
            archive.writestr(part, data)
    assert len(places(tmp_path / "b.hwpx")) == 1


def word(path: Path, *inner: str, **parts: str) -> Path:
    """A Word document with these paragraphs of XML, and notes, comments or a header in parts of their own."""
    document = docx.Document()
    document.save(str(path))
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    with zipfile.ZipFile(path) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    relations = "".join(
        f'<Relationship Id="own{name}" Type="{kinds}{name.rstrip("1")}" Target="{name}.xml"/>' for name in parts
    )
    relations += f'<Relationship Id="link" Type="{kinds}hyperlink" Target="https://a.org/1" TargetMode="External"/>'
    rels = "word/_rels/document.xml.rels"
    files[rels] = files[rels].replace(b"</Relationships>", relations.encode() + b"</Relationships>")
    files |= {f"word/{name}.xml": f"<w:{name} {space}>{text}</w:{name}>".encode() for name, text in parts.items()}
    referring = f'{space} xmlns:r="{kinds.rstrip("/")}"'
    body = f"<w:document {referring}><w:body>{''.join(inner)}</w:body></w:document>"
    files["word/document.xml"] = body.encode()
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def run(text: str, tag: str = "t", properties: str = "") -> str:
    return f'<w:r>{properties}<w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


def test_tracked_changes_are_read_as_if_they_were_accepted(tmp_path: Path):
    changed = f"<w:p>{run('연 ')}<w:del>{run('6', 'delText')}</w:del><w:ins>{run('62.0')}</w:ins>{run('%')}</w:p>"
    row = "<w:tr>{mark}<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc></w:tr>"
    table = row.format(mark="<w:trPr><w:del/></w:trPr>", text="지운 행") + row.format(mark="", text="남은 행")
    joined = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('앞과 ')}</w:p><w:p>{run('뒤')}</w:p>"
    document = read(word(tmp_path / "a.docx", changed, f"<w:tbl>{table}</w:tbl>", joined))
    assert [block.text for block in document.blocks] == ["연 62.0%", "남은 행", "앞과 뒤"]
    assert [note.notice for note in document.notes] == [Notice.TRACKED]


def test_notes_comments_margins_boxes_and_hidden_text_of_a_word_document_are_read_where_they_belong(tmp_path: Path):
    box = f"<w:p><w:r><w:pict><w:txbxContent><w:p>{run('상자')}</w:p></w:txbxContent></w:pict></w:r></w:p>"
    anchor = '<w:p><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:commentReference w:id="0"/></w:r></w:p>'
    hidden = f"<w:p>{run('숨긴 글', properties='<w:rPr><w:vanish/></w:rPr>')}</w:p>"
    path = word(
        tmp_path / "a.docx", box, anchor, hidden,
        footnotes=f'<w:footnote w:id="2"><w:p>{run("각주")}</w:p></w:footnote>',
        comments=f'<w:comment w:id="0"><w:p>{run("메모")}</w:p></w:comment>',
        header1=f"<w:p>{run('머리글')}</w:p>",
    )  # fmt: skip
    document = read(path)
    assert [(block.text, block.place.part, block.place.number) for block in document.blocks] == [
        ("상자", "text-box", 1), ("숨긴 글", "body", 3), ("각주", "footnote", 2), ("메모", "comment", 2),
        ("머리글", "header", 1),
    ]  # fmt: skip
    assert notices(path) == {Notice.HIDDEN_TEXT: "1"}


def links(path: Path) -> list[tuple[str, str]]:
    document = read(path)
    return [(document.text[link.start : link.end], link.address) for link in document.links]


def test_links_of_a_word_document_stand_at_their_words(tmp_path: Path):
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText> HYPERLINK "https://a.org/2" </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("둘")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    simple = f'<w:fldSimple w:instr=" HYPERLINK &quot;https://a.org/3&quot; ">{run("셋")}</w:fldSimple>'
    linked = f'<w:hyperlink r:id="link">{run("하나")}</w:hyperlink>'
    path = word(tmp_path / "a.docx", f"<w:p>{run('첫째 ')}{linked}</w:p><w:p>{field}{run(' 그리고 ')}{simple}</w:p>")
    assert links(path) == [("하나", "https://a.org/1"), ("둘", "https://a.org/2"), ("셋", "https://a.org/3")]


@pytest.mark.parametrize(
    "switches",
    [
        'HYPERLINK "https://a.org/2" \\l "place"',
        'HYPERLINK \\l "place" "https://a.org/2"',
        'HYPERLINK "https://a.org/2" \\l "place" \\o "a title" \\t "_blank"',
    ],
)
def test_a_link_to_a_place_of_a_page_keeps_the_place_that_office_programs_write_apart(tmp_path: Path, switches: str):
    instruction = switches.replace('"', "&quot;")
    field = f'<w:fldSimple w:instr=" {instruction} ">{run("둘")}</w:fldSimple>'
    path = word(tmp_path / "a.docx", f"<w:p>{field}</w:p>")
    assert links(path) == [("둘", "https://a.org/2#place")]


def test_a_link_within_a_document_leads_to_no_address(tmp_path: Path):
    path = word(
        tmp_path / "a.docx",
        f'<w:p><w:fldSimple w:instr=" HYPERLINK \\l &quot;here&quot; ">{run("둘")}</w:fldSimple></w:p>',
    )
    assert links(path) == []


@pytest.mark.parametrize("kind", ["ZOTERO_ITEM CSL_CITATION", "CSL_CITATION"])
def test_a_citation_of_a_reference_manager_is_a_link_to_what_it_cites(tmp_path: Path, kind: str):
    cited = json.dumps({"citationItems": [{"itemData": {"type": "book", "URL": "https://a.org/1"}}]}).replace(
        '"', "&quot;"
    )
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText> ADDIN {kind} {cited[:40]}</w:instrText></w:r>"
        f"<w:r><w:instrText>{cited[40:]} </w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{run("(Lee, 2022)")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    path = word(tmp_path / "a.docx", f"<w:p>{run('It is 26.0% ')}{field}</w:p>")
    assert links(path) == [("(Lee, 2022)", "https://a.org/1")]


def test_links_of_a_web_page_a_sheet_and_a_slide_stand_at_their_words(tmp_path: Path):
    (tmp_path / "a.html").write_text(
        "<p>앞 <a href='https://a.org/1'> <b>26.0%</b> </a> 뒤<a href='#x'></a></p>", "utf-8"
    )
    assert links(tmp_path / "a.html") == [("26.0%", "https://a.org/1"), ("", "#x")]
    book = openpyxl.Workbook()
    book.active["B2"] = "26.0%"
    book.active["B2"].hyperlink = "https://a.org/1"
    book.save(tmp_path / "a.xlsx")
    assert links(tmp_path / "a.xlsx") == [("26.0%", "https://a.org/1")]
    show = pptx.Presentation()
    frame = show.slides.add_slide(show.slide_layouts[6]).shapes.add_textbox(0, 0, 1, 1).text_frame
    frame.paragraphs[0].add_run().text = "연 "
    linked = frame.paragraphs[0].add_run()
    linked.text, linked.hyperlink.address = "26.0%", "https://a.org/1"
    show.save(str(tmp_path / "a.pptx"))
    assert links(tmp_path / "a.pptx") == [("26.0%", "https://a.org/1")]


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_links_notes_margins_and_changes_of_a_hangul_document_are_read(tmp_path: Path):
    document = HwpxDocument.new()
    document.add_hyperlink("https://a.org/x:1", "26.0%")
    document.add_footnote("각주")
    document.set_header_text("머리글")
    changed = document.add_paragraph("원문 지움")
    document.add_tracked_delete(changed, match="지움")
    document.add_tracked_insert(document.add_paragraph("앞 "), "넣음")
    document.save_to_path(str(tmp_path / "a.hwpx"))
    assert links(tmp_path / "a.hwpx") == [("26.0%", "https://a.org/x:1")]
    blocks = [(block.text, block.place.part) for block in read(tmp_path / "a.hwpx").blocks]
    assert blocks == [
        ("26.0%", "body"), ("원문", "body"), ("앞 넣음", "body"), ("머리글", "header"), ("각주", "footnote")
    ]  # fmt: skip
    assert notices(tmp_path / "a.hwpx") == {Notice.TRACKED: "2"}


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html", ".csv"])
@pytest.mark.parametrize(
    ("encoding", "name"), [("cp949", "CP949"), ("euc-kr", "CP949"), ("utf-16", "UTF-16"), ("utf-16-le", "UTF-16")]
)
def test_the_encoding_of_a_text_that_is_not_in_utf_8_is_said(tmp_path: Path, suffix: str, encoding: str, name: str):
    (tmp_path / f"a{suffix}").write_bytes(f"<p>{WRONG}</p>".encode(encoding))
    assert notices(tmp_path / f"a{suffix}") == {Notice.ENCODING: name}
    (tmp_path / f"a{suffix}").write_bytes(f"<p>{WRONG}</p>".encode())
    assert notices(tmp_path / f"a{suffix}") == {}


def failure(path: Path) -> documents.UnreadableDocument:
    (checked,) = documents.check_paths([path])
    assert checked.failure is not None
    return checked.failure


@pytest.mark.parametrize(
    ("write", "named"),
    [(excel, "a.docx"), (slides, "a.xlsx"), (open_text, "a.docx"), (hangul, "a.docx"), (hangul, "a.xls"),
     (old_excel, "a.xlsx"), (open_sheet, "a.txt"), (excel, "a.csv")],
)  # fmt: skip
def test_a_file_of_another_kind_than_its_name_says_which_it_is(
    tmp_path: Path, write: Callable[[Path], Path], named: str
):
    own = {excel: ".xlsx", slides: ".pptx", open_text: ".odt", hangul: ".hwp", old_excel: ".xls", open_sheet: ".ods"}
    path = write(tmp_path / f"b{own[write]}").rename(tmp_path / named)
    assert (failure(path).cause, failure(path).detail) == (Cause.MISNAMED, own[write])
    assert own[write] in failure(path).advice("ko")


def test_what_is_encrypted_is_told_as_protected(tmp_path: Path):
    (tmp_path / "a.xlsx").write_bytes(b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"))
    assert failure(tmp_path / "a.xlsx").cause is Cause.PROTECTED
    signature = b"HWP Document File".ljust(32, b"\0")
    data = HANGUL.read_bytes()
    version = data[data.index(signature) + 32 :][:4]
    locked = data.replace(signature + version + b"\1", signature + version + b"\3")
    (tmp_path / "a.hwp").write_bytes(locked)
    assert failure(tmp_path / "a.hwp").cause is Cause.PROTECTED


@pytest.mark.parametrize("write", [excel, old_excel, open_sheet, open_text, slides, hangul])
def test_half_a_file_is_damaged_and_the_others_are_still_checked(tmp_path: Path, write: Callable[[Path], Path]):
    suffix = {excel: "xlsx", slides: "pptx", open_text: "odt", hangul: "hwp", old_excel: "xls", open_sheet: "ods"}[
        write
    ]
    path = write(tmp_path / f"b.{suffix}")
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    (tmp_path / "a.txt").write_text(WRONG, "utf-8")
    out = io.StringIO()
    assert documents.run([path, tmp_path / "a.txt"], lang="en", out=out) == 2
    assert "b." in out.getvalue()
    assert "growth-annual" in out.getvalue()
    assert failure(path).cause in (Cause.DAMAGED, Cause.NOTHING)


def test_a_missing_library_is_named_with_the_extra_that_installs_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    import sys

    monkeypatch.delitem(sys.modules, "factbook.checker.documents.readers.excel_old", raising=False)
    monkeypatch.setitem(sys.modules, "xlrd", None)
    path = old_excel(tmp_path / "a.xls")
    assert failure(path).cause is Cause.LIBRARY
    assert failure(path).advice("en") == "pip install 'factbook[xls]'"


def test_every_suffix_that_is_read_is_named_where_another_is_refused():
    from factbook.checker.documents.messages.english import KINDS
    from factbook.checker.documents.readers import READERS

    assert set(KINDS.split()) == set(READERS)
    assert set(READERS) >= kinds.TEXT


def of_text(path: Path) -> None:
    path.write_text("<p>2019년 6억 달러</p>", encoding="utf-8")


@pytest.mark.parametrize(
    ("alias", "write"),
    [
        (".xlsm", excel),
        (".pptm", slides),
        (".docm", lambda path: word(path, "<w:p><w:r><w:t>6억 달러</w:t></w:r></w:p>")),
        (".htm", of_text),
        (".markdown", of_text),
    ],
)
def test_a_file_is_read_under_every_name_of_its_kind(tmp_path: Path, alias: str, write: Callable[[Path], object]):
    usual = tmp_path / f"a{kinds.ALIASES[alias]}"
    write(usual)
    other = tmp_path / f"b{alias}"
    other.write_bytes(usual.read_bytes())
    assert read(other).text == read(usual).text


def test_every_other_name_of_a_kind_is_tried():
    assert set(kinds.ALIASES) == {".xlsm", ".pptm", ".docm", ".htm", ".markdown"}


def test_a_scan_is_told_as_one(tmp_path: Path):
    from PIL import Image

    Image.new("RGB", (40, 40), "white").save(tmp_path / "a.pdf")
    assert failure(tmp_path / "a.pdf").cause is Cause.SCANNED


@pytest.mark.parametrize(
    ("boxes", "words"),
    [
        ([(55, 95, 90, 115)], ["26.0%"]),
        ([(55, 95, 70, 115), (70, 95, 90, 115)], ["26.0%"]),
        ([(25, 95, 40, 115)], ["Rate: "]),
        ([(0, 0, 50, 50)], [""]),
    ],
)
def test_a_link_of_a_pdf_has_the_words_that_are_drawn_in_its_box(tmp_path: Path, boxes, words):
    from pypdf import PdfWriter
    from pypdf.annotations import Link

    page = sheet_of_paper("Rate: ) Tj ET BT /F1 12 Tf 56 100 Td (26.0%")
    writer = PdfWriter(clone_from=io.BytesIO(page))
    for box in boxes:
        writer.add_annotation(0, Link(rect=box, url="https://a.org/1"))
    writer.write(tmp_path / "a.pdf")
    assert links(tmp_path / "a.pdf") == [(word, "https://a.org/1") for word in words]


def test_a_finding_in_a_pdf_has_its_page_and_where_it_stands_on_it(tmp_path: Path):
    page = sheet_of_paper("Sales rose by 20% from) Tj 0 -40 Td (USD 100 million to USD 150 million.")
    (tmp_path / "a.pdf").write_bytes(page)
    out = io.StringIO()
    assert documents.run([tmp_path / "a.pdf"], form="json", lang="en", out=out) == 1
    (finding,) = json.loads(out.getvalue())["documents"][0]["findings"]
    left, top, right, bottom = finding["box"]
    # The page is 200 points high, and the line begins 20 points from the left and 100 from below.
    assert (left, finding["counted_in"], finding["line"]) == (20, "page", 1)
    assert top < 100 < bottom
    assert 60 < right < 170
    assert finding["place"] == "page 1, 0.7 cm from the left and 3.2 cm from the top"


def sheet_of_paper(text: str) -> bytes:
    """A PDF of one page in the standard font of every reader."""
    content = f"BT /F1 12 Tf 20 100 Td ({text}) Tj ET".encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R"
        b"/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
    ]
    body, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj%s endobj\n" % (number, one)
    table = b"xref\n0 5\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    return body + table + b"trailer<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(body)


def test_a_lock_of_an_office_program_is_no_document(tmp_path: Path):
    (tmp_path / "a.txt").write_text(WRONG, "utf-8")
    (tmp_path / "~$b.docx").write_bytes(b"\5lock")
    assert [one.path.name for one in documents.check_paths([tmp_path])] == ["a.txt"]


def test_no_reader_is_imported_before_a_file_of_its_kind_is_read():
    import subprocess
    import sys

    code = (
        "import sys, factbook.checker.documents\n"
        "libraries = ('pypdf', 'defusedxml', 'xlrd', 'olefile', 'html.parser', 'csv')\n"
        "print([name for name in libraries if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
