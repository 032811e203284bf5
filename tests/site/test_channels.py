"""What is published beside the pages is read back: a good site passes, and each slip in a file is told."""

from __future__ import annotations

import base64
import gzip
import io
import os
import pkgutil
import shutil
import zipfile
from importlib import import_module
from pathlib import Path

import lxml.html
import pikepdf
import pytest

from factbook.checks import channels, recounting
from factbook.data.layout import Layout
from factbook.export import FORMATS
from factbook.interface.catalogue import LANGUAGES
from factbook.quantities import formulas
from factbook.quantities.formulas import Operation, Result
from folders import ROOT

BOOK = Layout(ROOT)
#: A channel, the code of its problem, the file that is spoiled, what stands in it and what is put in its place.
SLIPS = [
    ("tables", "channel.table", "data/facts.csv", "600000000", "900000000"),
    ("tables", "channel.descriptor", "data/datapackage.json", '"path": "facts.csv"', '"path": "fact.csv"'),
    ("all_numbers", "channel.numbers", "data/numbers.csv", ",600000000,", ",6000000000,"),
    ("all_numbers", "channel.numbers", "data/numbers.csv", ",USD,550000000,", ",USD,555000000,"),
    ("bibliographies", "channel.sources", "en/sources.bib", "year = {2022}", "year = {2023}"),
    ("bibliographies", "channel.sources", "en/sources.ris", "PY  - 2022", "PY  - 2021"),
    ("bibliographies", "channel.sources", "en/sources.json", '"title": "', '"title": "Other '),
    ("head", "channel.head", "en/market.html", '"datePublished":"', '"datePublished":"1999", "was":"'),
    ("head", "channel.head", "en/market.html", 'name="DC.date" content="', 'name="DC.date" content="1'),
    ("explained", "channel.explained", "en/explanations.js", 'data-part=\\"low\\"', 'data-part=\\"high\\"'),
    (
        "notebooks",
        "channel.notebook",
        "en/market.ipynb",
        '"text/plain": "USD 0.6 billion',
        '"text/plain": "USD 9.6 billion',
    ),
    ("searched", "channel.search", "ko/searchindex.js", "26.0%", "62.0%"),
    ("searched", "channel.search", "en/searchindex.js", ":[", ":[["),
    ("searched", "channel.search", "en/searchindex.js", '["world-cagr","', '["world-cagr","Not '),
    ("searched", "channel.search", "en/searchindex.js", '"market-size"', '"market-sizes"'),
    ("fed", "channel.feed", "en/changes.atom", "<title>Scope", "<title>Scopes"),
    ("fed", "channel.feed", "en/changes.atom", "<summary>", "<summary>Not "),
    ("fed", "channel.feed", "ko/changes.atom", "/ko/scope.html</id>", "/ko/scopes.html</id>"),
    ("fed", "channel.feed", "ko/changes.atom", "<updated>2", "<updated>3"),
    ("copied", "channel.copied", "en/citations-numbers.js", '"said":"', '"said":"9'),
    ("bibliographies", "channel.citations", "en/citations.bib", "year = {", "year = {1"),
    (
        "head",
        "channel.head",
        "en/numbers.html",
        ',"creator":',
        ',"datePublished":"1999","creator":',
    ),
    ("bibliographies", "channel.sources", "en/sources.ris", "SP  - 4", "SP  - 5"),
    (
        "cited",
        "channel.citations",
        "en/citations.js",
        '"apa":"The authors of Healthcare Digital Twins. (2026)',
        '"apa":"The authors of Healthcare Digital Twins. (2027)',
    ),
    ("cited", "channel.citations", "en/citations.js", "PY  - 2026", "PY  - 2027"),
    ("cited", "channel.citations", "en/citations.js", '"title":"', '"title":"Other '),
    (
        "explained",
        "channel.explained",
        "en/explanations.js",
        "Frost &amp; Sullivan, quoted by the report",
        "the report",
    ),
    ("explained", "channel.explained", "en/explanations.js", "#source-bioin169", "#source-pharmstoday2022"),
    ("explained", "channel.explained", "en/explanations.js", "Lee and Kim, 2022", "Lee and Kim, 2021"),
    (
        "explained",
        "channel.explained",
        "en/explanations.js",
        "excerpt of the source on 27",
        "excerpt of the source on 26",
    ),
    ("copied", "channel.copied", "en/citations-numbers.js", ", press coverage of the report; ", "; "),
    (
        "copied",
        "channel.copied",
        "en/citations-numbers.js",
        '["frostsullivan2019","bioin169"]',
        '["frostsullivan2019"]',
    ),
    ("copied", "channel.copied", "en/citations-numbers.js", "Lee and Kim (2022)", "Lee and Kim (2021)"),
    (
        "cited",
        "channel.sources",
        "en/citations-numbers.js",
        "Lee, S., &amp; Kim, M. (2022)",
        "Lee, S., &amp; Kim, M. (2021)",
    ),
    (
        "notebooks",
        "channel.notebook",
        "en/market.ipynb",
        'say(\\"world-market-2019\\")',
        'say(\\"world-market-2025\\")',
    ),
    ("scripts", "channel.rate", "en/market.html", 'name="rate" value="1421.3963"', 'name="rate" value="1363.4381"'),
    ("quotable", "channel.quotes", "data/numbers.json", "600000000", "900000000"),
]


@pytest.fixture
def copy(site, tmp_path) -> Path:
    """The site, its files shared until they are written anew by :func:`spoil`."""
    return Path(shutil.copytree(site, tmp_path / "site", copy_function=os.link))


def spoil(path: Path, right: str, wrong: str) -> None:
    text = path.read_text("utf-8")
    assert right in text
    path.unlink()
    path.write_text(text.replace(right, wrong, 1), "utf-8")


def found(name: str, folder: Path) -> set[tuple[str, str]]:
    check = import_module(f"factbook.checks.channels.{name}").check
    return {(problem.code, problem.file) for problem in filter(None, check(BOOK, folder))}


def test_every_channel_is_read_back():
    helpers = {"assigned", "counted", "elsewhere", "files", "origins", "reading"}
    assert {module.name for module in pkgutil.iter_modules(channels.__path__)} == {*channels.NAMES, *helpers}


def test_a_good_site_passes(site):
    assert channels.check(BOOK, site) == []


@pytest.mark.parametrize(("name", "code", "file", "right", "wrong"), SLIPS)
def test_a_slip_is_told(copy, name, code, file, right, wrong):
    spoil(copy / file, right, wrong)
    assert (code, file) in found(name, copy)


@pytest.mark.parametrize(
    ("name", "code", "file"),
    [("all_numbers", "channel.numbers", "data/numbers.csv"), ("tables", "channel.table", "data/facts.csv")],
)
def test_a_lost_row_is_told(copy, name, code, file):
    last = (copy / file).read_text("utf-8").splitlines(keepends=True)[-1]
    spoil(copy / file, last, "")
    assert (code, file) in found(name, copy)


def test_the_page_of_the_method_says_how_many_statements_each_channel_has_and_another_count_is_told(copy):
    counts = channels.read(BOOK, copy).counts
    # This site offers no files to take away.
    assert [name for name, count in counts.items() if not count] == ["exported"]
    for language in LANGUAGES:
        page = lxml.html.parse(str(copy / language / "method.html"))
        told = {cell.get("data-channel"): cell.text for cell in page.iter("td") if cell.get("data-channel")}
        assert told == {name: f"{count:,}" for name, count in counts.items()}
    said = f'data-channel="scripts">{counts["scripts"]:,}<'
    spoil(copy / "ko" / "method.html", said, 'data-channel="scripts">9<')
    (problem,) = channels.check(BOOK, copy)
    assert (problem.code, problem.file) == ("channel.count", "ko/method.html")
    assert problem.found == "«scripts» has 9 statements"


def test_a_channel_that_the_page_does_not_list_is_told(copy):
    spoil(copy / "en" / "method.html", 'data-channel="fed"', 'data-channel="feed"')
    assert {(one.code, one.found) for one in channels.check(BOOK, copy)} == {
        ("channel.count", "«fed» has no statements")
    }


@pytest.fixture
def taken(exported, tmp_path) -> Path:
    """The site with some of its files to take away, shared until they are written anew."""
    site = Path(shutil.copytree(exported, tmp_path / "site", copy_function=os.link))
    for path in (path for kind in FORMATS for path in site.glob(f"??/*.{kind}")):
        if path.stem != "market" and path.name != "book.hwpx":
            path.unlink()
    return site


def test_every_number_of_every_page_is_in_each_exported_file_and_leads_to_its_own_row(exported):
    read = list(channels.exported.check(BOOK, exported))
    assert list(filter(None, read)) == []
    assert len(read) == channels.exported.size(BOOK, exported) > 10_000
    assert found("known", exported) == set()


def repack(path: Path, part: str, right: str, wrong: str) -> None:
    """Writes an archive anew, with one part of it spoiled."""
    with zipfile.ZipFile(path) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    assert right.encode() in parts[part]
    parts[part] = parts[part].replace(right.encode(), wrong.encode(), 1)
    path.unlink()
    with zipfile.ZipFile(path, "w") as packed:
        for name, content in parts.items():
            packed.writestr(name, content)


@pytest.mark.parametrize(
    ("file", "part", "right", "wrong"),
    [
        ("ko/market.docx", "word/document.xml", "24억 달러", "42억 달러"),
        ("ko/market.docx", "word/_rels/document.xml.rels", "#world-market-2025-krw", "#world-market-2019-krw"),
        ("en/market.hwpx", "Contents/section0.xml", "USD 2.4 billion", "USD 4.2 billion"),
        ("en/book.hwpx", "Contents/section0.xml", r"numbers.html\#world-cagr", r"numbers.html\#world-market-2019"),
    ],
)
def test_another_number_or_row_in_an_exported_file_is_told(taken, file, part, right, wrong):
    repack(taken / file, part, right, wrong)
    assert found("exported", taken) == {("channel.exported", file)}


def test_a_link_of_an_exported_pdf_that_leads_to_another_row_is_told(taken):
    file = taken / "en" / "market.pdf"
    with pikepdf.open(file) as pdf:
        notes = (note for page in pdf.pages for note in page.obj.get("/Annots", []) if "/A" in note)
        note = next(note for note in notes if str(note.A.URI).endswith("#world-cagr"))
        note.A.URI = pikepdf.String(str(note.A.URI).replace("#world-cagr", "#world-market-2019"))
        spoiled = io.BytesIO()
        pdf.save(spoiled)
    file.unlink()
    file.write_bytes(spoiled.getvalue())
    assert found("exported", taken) == {("channel.exported", "en/market.pdf")}


@pytest.mark.parametrize("file", ["ko/market.pdf", "ko/market.docx", "en/market.hwpx"])
def test_half_an_exported_file_is_told(taken, file):
    half = (taken / file).read_bytes()[:20_000]
    (taken / file).unlink()
    (taken / file).write_bytes(half)
    assert found("exported", taken) == {("channel.exported", file)}


def test_an_exported_file_of_another_page_is_told(taken):
    (taken / "ko" / "market.pdf").unlink()
    os.link(taken / "en" / "market.pdf", taken / "ko" / "market.pdf")
    assert found("exported", taken) == {("channel.exported", "ko/market.pdf")}


def test_an_archive_of_other_files_is_told(copy):
    spoil(copy / "data" / "README.md", "# ", "# Other ")
    assert found("tables", copy) == {("channel.archive", "data/healthcare-digital-twins-data.zip")}


def test_a_page_that_holds_documents_to_other_numbers_is_told(copy):
    script = copy / "_static" / "check-numbers.js"
    script.unlink(missing_ok=True)
    script.parent.mkdir(exist_ok=True)
    numbers = (copy / "data" / "numbers.json").read_bytes()
    for packed, told in ((numbers, set()), (b"{}", {("channel.quotes", "_static/check-numbers.js")})):
        script.write_text(f'parts.numbers="{base64.b64encode(gzip.compress(packed)).decode()}";', "utf-8")
        assert found("quotable", copy) == told


def test_worked_examples_are_given_by_both_ways_of_computing():
    assert list(recounting.check()) == []


@pytest.mark.parametrize("name", sorted(formulas.OPERATIONS))
def test_an_operation_that_gives_something_else_is_told(monkeypatch, name):
    right = formulas.OPERATIONS[name]
    twice = Operation(name, right.arity, lambda given: Result(right.compute(given).interval + formulas.ONE))
    monkeypatch.setitem(formulas.OPERATIONS, name, twice)
    assert {problem.code for problem in recounting.check() if f"{name}(" in problem.found} == {"code.example"}
