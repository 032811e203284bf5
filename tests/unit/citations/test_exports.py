"""BibTeX, RIS and CSL-JSON, each read back by programs that are not ours."""

import json
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path

import bibtexparser
import citeproc
import pytest
import rispy
from bibtexparser.middlewares import LatexDecodingMiddleware
from cited_works import FIGURE, IDENTITY, NAMES, SECTION, article, names, work
from citeproc.source.json import CiteProcJSON
from hypothesis import given, settings
from pybtex.database import parse_string
from pybtex.richtext import Text

from factbook.citations import bibliography, bibtex, csl, ris, works
from factbook.citations.accessed import READER, slots
from factbook.citations.model import Kind
from factbook.data import sources
from folders import ROOT

RULES = Path(citeproc.__file__).parent / "data/schema/schemas/styles"
KINDS = {"article-journal", "dataset", "report", "article-newspaper", "webpage", "book", "chapter", "figure"}


@cache
def all_sources():
    return bibliography.works(sources.read(ROOT / "book/references.bib", "book/references.bib"), "ko")


def pandoc(text, read):
    """What pandoc's citation processor understands of a bibliography, as CSL-JSON."""
    if not shutil.which("pandoc"):
        pytest.fail("no pandoc: apt-get install pandoc")
    command = ["pandoc", "--from", read, "--to", "csljson"]
    done = subprocess.run(command, input=text, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    return json.loads(done.stdout)


def test_pandoc_writes_the_reference_from_the_bibtex(tmp_path):
    cited = works.place(IDENTITY, "en", SECTION)
    (tmp_path / "book.bib").write_text(bibtex.dump([cited, article()]), "utf-8")
    text = f"See [@{cited.key}; @twins2020].\n"
    command = ["pandoc", "--citeproc", "--bibliography", "book.bib", "--to", "plain", "--wrap", "none"]
    done = subprocess.run(command, input=text, capture_output=True, text=True, check=True, cwd=tmp_path)
    assert "The authors of Healthcare Digital Twins. 2026. “The market: How large is it?” In" in done.stdout, (
        done.stdout
    )
    assert "https://example.org/twins/en/market.html#market-size" in done.stdout
    assert "Genome & Medicine" in done.stdout
    assert done.stderr == ""


@pytest.mark.parametrize("name", NAMES)
def test_pandoc_keeps_an_institution_whole_in_bibtex(name):
    (item,) = pandoc(bibtex.dump([work(name)]), "bibtex")
    assert item["author"] == [{"literal": name}]


def test_pandoc_reads_bibtex_as_the_same_work_as_our_csl_json():
    (item,) = pandoc(bibtex.dump([work(accessed=READER)]), "bibtex")
    ours = csl.item(work(accessed=READER))
    assert item["type"] == ours["type"] == "chapter"
    assert item["issued"] == {"date-parts": [[2026, 11, 23]]}
    assert item["URL"] == ours["URL"]
    assert item["container-title"] == ours["container-title"]
    assert re.sub(r"</?span[^>]*>", "", item["title"]) == ours["title"]


@given(name=names)
@settings(max_examples=50, deadline=None)
def test_pybtex_reads_back_every_name_from_bibtex(name):
    (entry,) = parse_string(bibtex.dump([work(name)]), "bibtex").entries.values()
    (author,) = entry.persons["author"]
    assert Text.from_latex(str(author)).render_as("text") == name
    assert author.first_names == []


@given(name=names)
@settings(max_examples=50, deadline=None)
def test_bibtexparser_reads_back_every_name_from_bibtex(name):
    library = bibtexparser.parse_string(bibtex.dump([work(name)]), append_middleware=[LatexDecodingMiddleware()])
    assert library.failed_blocks == []
    (entry,) = library.entries
    assert entry["author"].strip("{}") == name
    assert entry.entry_type == "incollection"


@given(name=names)
@settings(max_examples=50, deadline=None)
def test_rispy_reads_back_every_name_from_ris(name):
    (record,) = rispy.loads(ris.dump([work(name)]))
    assert record["authors"] == [name]
    assert record["type_of_reference"] == "CHAP"
    assert record["secondary_title"] == "헬스케어 디지털 트윈 시장: 살아 있는 보고서"
    assert record["urls"] == ["https://example.org/ko/market.html?a=1&b=%20_2#market-size"]


@given(name=names)
@settings(max_examples=50, deadline=None)
def test_csl_json_keeps_every_name(name):
    (item,) = json.loads(csl.dump([work(name)]))
    assert item["author"] == [{"literal": name}]
    assert "twins-ko-market-size" in CiteProcJSON([item])


def test_ris_begins_with_a_type_and_no_line_break_makes_a_tag():
    text = ris.dump([work("One\nER  - Two")])
    assert text.startswith("TY  - CHAP\n")
    assert rispy.loads(text)[0]["authors"] == ["One ER - Two"]


@pytest.mark.parametrize(
    ("kind", "type_of_reference"),
    [(Kind.SECTION, "CHAP"), (Kind.FIGURE, "FIGURE"), (Kind.DATASET, "DATA"), (Kind.REPORT, "RPRT")],
)
def test_ris_has_the_type_of_each_kind(kind, type_of_reference):
    assert rispy.loads(ris.dump([work(kind=kind)]))[0]["type_of_reference"] == type_of_reference


def csl_words(file):
    return set(re.findall(r'"([A-Za-z-]+)"', (RULES / file).read_text("utf-8")))


def test_every_type_and_variable_is_one_of_csl():
    known_types, known = csl_words("csl-types.rnc"), csl_words("csl-variables.rnc") | {"id", "type"}
    items = [csl.item(one) for one in all_sources().values()]
    items += [csl.item(work(kind=kind, accessed=READER, abstract="a", keywords=("b",))) for kind in Kind]
    assert {item["type"] for item in items} == KINDS <= known_types
    assert {name for item in items for name in item} <= known


def test_pandoc_takes_all_sources_from_every_format():
    listed = all_sources().values()
    assert len(listed) == len(pandoc(bibtex.dump(listed), "bibtex")) == len(pandoc(csl.dump(listed), "csljson"))
    assert len(rispy.loads(ris.dump(listed))) == len(listed)


def test_a_source_survives_from_bibtex_to_bibtex():
    again = bibliography.works(parse_string(bibtex.dump(all_sources().values()), "bibtex"), "ko")
    for key, source in all_sources().items():
        assert again[key].authors == source.authors, key
        assert again[key].title == source.title, key
        assert again[key].link == source.link, key


def test_the_day_of_access_is_left_open_in_every_format():
    cited = [work(accessed=READER)]
    assert "urldate = {⟨yyyy⟩-⟨mm⟩-⟨dd⟩}" in slots(bibtex.dump(cited))
    assert "Y2  - ⟨yyyy⟩/⟨mm⟩/⟨dd⟩/" in slots(ris.dump(cited))
    filled = slots(csl.dump(cited)).replace("⟨yyyy⟩", "2026").replace("⟨m⟩", "1").replace("⟨d⟩", "2")
    assert json.loads(filled)[0]["accessed"] == {"date-parts": [[2026, 1, 2]]}


def test_a_figure_is_a_figure_everywhere():
    cited = works.place(IDENTITY, "en", FIGURE)
    assert csl.item(cited)["genre"] == "Figure 3"
    assert "type = {Figure 3}" in bibtex.dump([cited])
    assert rispy.loads(ris.dump([cited]))[0]["type_of_work"] == "Figure 3"
