"""Every kind of document gives up its text with places; what cannot be read says why and what to do."""

from __future__ import annotations

import io
import json
import unicodedata
import zipfile
from decimal import Decimal
from pathlib import Path

import docx
import pytest
from hwpx import HwpxDocument
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factbook.checker import documents
from factbook.checker.documents.messages import CATALOGUES
from factbook.checker.documents.model import Cause
from factbook.checker.documents.readers import MOST_BYTES, READERS, read
from written_documents import RIGHT, WRITERS, WRONG, pdf_file, write


def places(path: Path) -> list[tuple[str, int]]:
    (checked,) = documents.check_paths([path])
    assert checked.failure is None, checked.failure
    places = [checked.document.place(finding.start) for finding in checked.report.findings]
    return [(place.unit.value, place.number) for place in places]


def failure(path: Path) -> documents.UnreadableDocument:
    (checked,) = documents.check_paths([path])
    assert checked.failure is not None
    return checked.failure


def word_file(path: Path) -> Path:
    document = docx.Document()
    document.add_heading("시장", 1)
    document.add_paragraph(WRONG)
    document.add_table(1, 2).cell(0, 1).text = WRONG
    document.save(str(path))
    return path


def hangul_file(path: Path) -> Path:
    document = HwpxDocument.new()
    document.add_paragraph("시장")
    document.add_paragraph(WRONG)
    document.save_to_path(str(path))
    return path


def test_text_counts_its_lines(tmp_path):
    assert places(write(tmp_path / "a.txt", f"첫 줄\n\n{WRONG}\n{RIGHT}\n")) == [("line", 3)]


def test_markdown_reads_prose_on_its_line_and_passes_over_code_comments_and_front_matter(tmp_path):
    text = f"---\nx: {WRONG}\n---\n# 시장\n\n```python\n{WRONG}\n```\n<!-- {WRONG}\n{WRONG} -->\n`{WRONG}`\n\n"
    assert places(write(tmp_path / "a.md", text)) == []
    assert places(write(tmp_path / "b.md", text + WRONG)) == [("line", 13)]


def test_markdown_emphasis_links_and_directives_hide_nothing(tmp_path):
    bold = WRONG.replace("6억 달러", "**6억 달러**").replace("62.0%", "[62.0%](https://example.org/a_b)")
    assert places(write(tmp_path / "a.md", f"```{{note}}\n{bold}\n```\n\n:::{{tip}}\n{WRONG}\n:::\n")) == [
        ("line", 2), ("line", 6)
    ]  # fmt: skip


def test_a_web_page_is_read_where_its_article_stands_and_nowhere_else(tmp_path):
    marked = WRONG.replace("6억 달러", '<data value="1">6억 <b>달러</b></data>')
    page = (
        f"<!doctype html><html><head><title>{WRONG}</title></head><body><nav>{WRONG}</nav><main><article>\n"
        f"<h1>시장<a class='headerlink' href='#a'>#</a></h1>\n<p>{marked}</p><pre>{WRONG}</pre><script>{WRONG}</script>"
        f"</article></main><footer>{WRONG}</footer></body></html>"
    )
    assert places(write(tmp_path / "a.html", page)) == [("line", 3)]


def test_a_web_page_may_declare_another_encoding(tmp_path):
    page = f'<html><head><meta charset="euc-kr"></head><body><p>{WRONG}</p></body></html>'
    (tmp_path / "a.html").write_bytes(page.encode("euc-kr"))
    assert places(tmp_path / "a.html") == [("line", 1)]


def test_a_notebook_is_read_by_its_markdown_cells(tmp_path):
    cells = [{"cell_type": "code", "source": [WRONG]}, {"cell_type": "markdown", "source": ["# 시장\n", "\n", WRONG]}]
    assert places(write(tmp_path / "a.ipynb", json.dumps({"cells": cells}))) == [("cell", 2)]


def test_a_word_document_is_read_by_paragraphs_and_tables(tmp_path):
    assert places(word_file(tmp_path / "a.docx")) == [("paragraph", 2), ("paragraph", 4)]


def test_a_hangul_document_is_read_by_paragraphs(tmp_path):
    assert places(hangul_file(tmp_path / "a.hwpx")) == [("paragraph", 3)]


def test_a_pdf_is_read_by_pages(tmp_path):
    assert places(pdf_file(tmp_path / "a.pdf")) == [("page", 2)]


@pytest.mark.parametrize(
    ("name", "content", "cause"),
    [
        ("empty.md", b"", Cause.EMPTY),
        ("blank.txt", b" \n ", Cause.EMPTY),
        ("nothing.html", b"<html><body><p> </p></body></html>", Cause.NOTHING),
        ("western.txt", "Größe: 6,0 Mrd. €".encode("cp1252"), Cause.ENCODING),
        ("odd.txt", b"\xff\xfe6", Cause.ENCODING),
        ("binary.md", bytes(range(256)), Cause.ENCODING),
        ("broken.docx", b"PK\x03\x04 and no more", Cause.DAMAGED),
        ("broken.hwpx", b"not an archive", Cause.DAMAGED),
        ("broken.pdf", b"%PDF-1.7 and no more", Cause.DAMAGED),
        ("broken.ipynb", b"{", Cause.DAMAGED),
        ("list.ipynb", b"[]", Cause.DAMAGED),
        ("old.docx", b"\xd0\xcf\x11\xe0 an old file", Cause.PROTECTED),
        ("table.numbers", b"x", Cause.FORMAT),
    ],
)
def test_what_cannot_be_read_says_why(tmp_path, name, content, cause):
    (tmp_path / name).write_bytes(content)
    assert failure(tmp_path / name).cause is cause


def test_the_encodings_that_are_read_are_named_where_the_text_is_in_another():
    assert (
        "UTF-8, CP949 (EUC-KR) and UTF-16 (byte 3)"
        in documents.UnreadableDocument(Path("a"), Cause.ENCODING, "byte 3").reason()
    )


def decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def wide(text: str) -> str:
    """``text`` as an input method for full-width letters writes it."""
    return "".join(chr(ord(letter) + 0xFEE0) if "!" <= letter <= "~" else letter for letter in text).replace(
        " ", "\u3000"
    )


@pytest.mark.parametrize("suffix", WRITERS)
@pytest.mark.parametrize("change", [decomposed, wide, lambda text: decomposed(wide(text))])
def test_decomposed_and_full_width_text_gives_the_findings_of_the_same_text_as_it_is_usually_written(
    tmp_path, suffix, change
):
    usual, other = (
        WRITERS[suffix](tmp_path / f"{name}{suffix}", text) for name, text in (("a", WRONG), ("b", change(WRONG)))
    )
    first, second = (list(documents.check_paths([path])) for path in (usual, other))
    assert second[0].report == first[0].report
    assert len(first[0].report.findings) == 1
    assert places(other) == places(usual)


def test_every_kind_of_document_but_those_in_pages_is_tried_with_decomposed_text():
    assert set(WRITERS) == set(READERS) - {".pdf", ".hwp"}


def test_a_line_of_decomposed_text_is_the_line_in_the_file(tmp_path):
    text = decomposed(f"첫 줄\n\n{RIGHT}\n{WRONG}\n")
    assert places(write(tmp_path / "a.txt", text)) == [("line", 4)]
    assert places(write(tmp_path / "a.md", text)) == [("line", 4)]


def test_signs_that_are_no_wide_forms_keep_their_meaning(tmp_path):
    text = "면적은 10² 제곱미터이고 ½ 크기이다."
    assert read(write(tmp_path / "a.txt", text)).text == text


@pytest.mark.parametrize("encoding", ["cp949", "euc-kr", "utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"])
@pytest.mark.parametrize("suffix", [".txt", ".md", ".html", ".ipynb"])
def test_text_in_the_encodings_of_korean_programs_gives_the_same_findings(tmp_path, encoding, suffix):
    path = WRITERS[suffix](tmp_path / f"a{suffix}", WRONG)
    usual = places(path)
    path.write_bytes(path.read_text("utf-8").encode(encoding))
    assert places(path) == usual != []


def test_a_web_page_in_cp949_may_call_it_euc_kr(tmp_path):
    page = f'<html><head><meta charset="euc-kr"></head><body><p>똠방각하: {WRONG}</p></body></html>'
    (tmp_path / "a.html").write_bytes(page.encode("cp949"))
    assert "똠방각하" in read(tmp_path / "a.html").text
    assert places(tmp_path / "a.html") == [("line", 1)]


def test_a_file_that_is_not_there_an_empty_folder_and_a_locked_pdf_say_so(tmp_path):
    assert failure(tmp_path / "none.md").cause is Cause.MISSING
    assert failure(tmp_path).cause is Cause.FOLDER
    assert failure(pdf_file(tmp_path / "locked.pdf", "secret")).cause is Cause.PROTECTED


def test_a_file_that_is_too_big_is_refused_before_it_is_read(tmp_path):
    with (tmp_path / "big.txt").open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    assert failure(tmp_path / "big.txt").cause is Cause.TOO_BIG


def test_an_archive_that_unpacks_without_end_is_refused(tmp_path):
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("bomb", "w", force_zip64=True) as bomb,
    ):
        for _ in range(520):
            bomb.write(bytes(1024 * 1024))
    (tmp_path / "bomb.docx").write_bytes(stream.getvalue())
    assert failure(tmp_path / "bomb.docx").cause is Cause.TOO_BIG


def test_half_a_document_of_any_kind_is_damaged_or_read_but_never_a_traceback(tmp_path):
    for path in (word_file(tmp_path / "a.docx"), hangul_file(tmp_path / "a.hwpx"), pdf_file(tmp_path / "a.pdf")):
        data = path.read_bytes()
        path.write_bytes(data[: len(data) // 2])
        assert failure(path).cause in (Cause.DAMAGED, Cause.NOTHING)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(data=st.binary(min_size=1, max_size=400), suffix=st.sampled_from(sorted(READERS)))
def test_any_bytes_under_any_name_are_read_or_refused(tmp_path, data, suffix):
    path = tmp_path / f"a{suffix}"
    path.write_bytes(data)
    try:
        assert read(path).text.strip()
    except documents.UnreadableDocument as refusal:
        assert refusal.reason("ko")
        assert refusal.advice("en")


def test_a_folder_is_read_in_order_without_what_is_hidden(tmp_path):
    for name in ("b.md", "a.txt", ".hidden/c.md", "sub/d.md", "e.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        write(tmp_path / name, RIGHT)
    found = [one.path.relative_to(tmp_path).as_posix() for one in documents.check_paths([tmp_path])]
    assert found == ["a.txt", "b.md", "sub/d.md"]


@pytest.mark.parametrize(("texts", "status"), [([RIGHT], 0), ([WRONG, RIGHT], 1), ([WRONG, ""], 2), ([""], 2)])
def test_the_exit_status_tells_consistent_from_findings_from_unreadable(tmp_path, texts, status):
    paths = [write(tmp_path / f"{number}.md", text) for number, text in enumerate(texts)]
    assert documents.run(paths, out=io.StringIO()) == status


def output(path: Path, form: str, **options) -> str:
    out = io.StringIO()
    documents.run([path], form=form, out=out, **options)
    return out.getvalue()


def test_json_says_what_was_claimed_and_found(tmp_path):
    path = write(tmp_path / "a.md", WRONG)
    (document,) = json.loads(output(path, "json"))["documents"]
    assert document["path"] == str(path)
    (claim,), (finding,) = document["claims"], document["findings"]
    assert (claim["kind"], claim["verdict"], claim["years"]) == ("growth", "inconsistent", 6)
    assert [(amount["role"], amount["value"], amount["unit"]) for amount in claim["amounts"]] == [
        ("start", 600000000, "USD"), ("end", 2400000000, "USD"), ("rate", 62, "percent")
    ]  # fmt: skip
    assert set(finding) >= {"code", "text", "line", "message", "stated", "expected"}
    assert finding["stated"] == "62.0%"
    assert 23 < finding["expected"][0] < finding["expected"][1] < 29


def test_text_names_the_place_the_words_and_the_reason(tmp_path):
    text = output(write(tmp_path / "a.md", f"\n{WRONG}"), "text", lang="ko")
    assert "2행: 오류 [growth-annual]" in text
    assert "62.0%" in text
    assert "1건" in text


def test_nothing_checked_is_not_called_consistent(tmp_path):
    path = write(tmp_path / "a.md", "아무 숫자도 견주지 않은 글이다.")
    assert "맞음" not in output(path, "text", lang="ko")
    text = output(path, "text", lang="en")
    assert "consistent" not in text
    assert "nothing checked" in text


def test_the_report_says_how_many_tables_were_read_and_checked_and_which_were_not(tmp_path):
    table = "\n| 구분 | 값 |\n|---|---|\n| 국내 | 1,240 |\n| 수출 | 860 |\n| 합계 | 2,100 |\n"
    other = "\n| 구분 | 값 |\n|---|---|\n| 국내 | 1,240 |\n| 수출 | 860 |\n| 재고 | 12 |\n"
    path = write(tmp_path / "a.md", f"(단위: 억원)\n{table}\n문단\n\n문단\n\n문단\n{other}")
    text = output(path, "text", lang="en")
    assert "tables: 2, checked: 1 (sums: 1); without unit, not checked: 1; numbers in no claim: 3" in text
    (document,) = json.loads(output(path, "json"))["documents"]
    assert document["tables"]["checked"] == document["tables"]["without_unit"] == 1


def test_github_annotates_the_line(tmp_path):
    path = write(tmp_path / "a,b.md", WRONG)
    (line,) = output(path, "github").splitlines()
    assert line.startswith(f"::error file={path.as_posix().replace(',', '%2C')},line=1,title=growth-annual::")
    assert "62.0%25" in line
    assert "%0A" in line


def test_an_unreadable_document_is_reported_in_every_format(tmp_path):
    path = write(tmp_path / "empty.md", "")
    assert "empty" in output(path, "text", lang="en")
    assert json.loads(output(path, "json"))["documents"][0]["error"]["code"] == "empty"
    assert output(path, "github").startswith("::error file=")


def test_the_rate_given_is_used(tmp_path):
    path = write(tmp_path / "a.md", "시장은 6.00억 달러(7,320억 원)다.")
    assert documents.run([path], rate=Decimal(1220), out=io.StringIO()) == 0
    assert documents.run([path], rate=Decimal(1300), out=io.StringIO()) == 1


def test_every_cause_is_worded_in_every_language():
    for catalogue in CATALOGUES.values():
        assert set(catalogue.reasons) == set(catalogue.advice) == {cause.value for cause in Cause}
