"""A page as search reads it, and an index that follows the pages as they change."""

from __future__ import annotations

import io
from types import SimpleNamespace

import pytest
from docutils import nodes
from docutils.utils import new_document

from factbook.sphinx_ext.search import builder, reading

FACT = '<a class="fact" href="numbers.html#world-cagr"><data value="26" data-fact="world-cagr">26.0%</data></a>'


def raw(html: str) -> nodes.raw:
    return nodes.raw("", html, format="html")


def section(label: str, heading: str, *parts: nodes.Node) -> nodes.section:
    return nodes.section("", nodes.title("", heading), *parts, ids=[label])


def page(*sections: nodes.section) -> nodes.document:
    document = new_document("page.md")
    document.extend(sections)
    return document


def paragraph(*parts: nodes.Node | str) -> nodes.paragraph:
    return nodes.paragraph("", "", *(nodes.Text(part) if isinstance(part, str) else part for part in parts))


def test_a_section_has_its_own_sentences_and_not_those_of_the_sections_in_it():
    inner = section("market-us", "미국", paragraph("미국의 비중입니다."))
    market, us = reading.sections(page(section("market", "시장", paragraph("시장은 커집니다."), inner)))
    assert (market.anchor, market.heading, market.parents, market.sentences) == (
        "market",
        "시장",
        (),
        ("시장은 커집니다.",),
    )
    assert (us.anchor, us.parents, us.sentences) == ("market-us", ("시장",), ("미국의 비중입니다.",))


def test_a_number_in_a_sentence_is_read_without_a_gap_and_noted():
    (market,) = reading.sections(page(section("market", "시장", paragraph("연평균 ", raw(FACT), " 성장합니다."))))
    assert market.sentences == ("연평균 26.0% 성장합니다.",)
    assert market.numbers == ("world-cagr",)


def test_a_citation_is_no_part_of_a_sentence():
    cited = nodes.inline("", "(이송하, 2022)", classes=["bibtex-citation"])
    (market,) = reading.sections(page(section("market", "시장", paragraph("We have read it ", cited, "."))))
    assert market.sentences == ("We have read it.",)


def test_a_source_in_the_margin_is_no_sentence_of_its_section():
    note = raw('<div class="source-note" role="note"><p data-source="lee">Lee (2023). exchange-rates.</p></div>')
    (market,) = reading.sections(page(section("market", "시장", note, paragraph("시장은 커집니다."))))
    assert market.sentences == ("시장은 커집니다.",)


def test_a_key_figure_is_one_line_with_what_it_is():
    body = nodes.container("", paragraph(raw(FACT)), paragraph("연평균 성장률"), classes=["sd-card-body"])
    card = nodes.container("", body, classes=["sd-card", "key-figure"])
    (market,) = reading.sections(page(section("market", "시장", card)))
    assert market.sentences == market.figures == ("26.0% · 연평균 성장률",)


def test_a_table_that_is_html_is_read_row_by_row_and_a_picture_not_at_all():
    table = "<div><table><tr><th>해</th><td>2019년</td></tr><tr><th>값</th><td>6억</td></tr></table></div>"
    picture = "<div><svg><text>축</text></svg><script>var x;</script></div>"
    (market,) = reading.sections(page(section("market", "시장", raw(table), raw(picture))))
    assert market.sentences == ("해 · 2019년", "값 · 6억")


@pytest.fixture
def env() -> SimpleNamespace:
    kept = ("titles", "filenames", "mapping", "title_mapping", "all_titles", "index_entries", "objtypes", "objnames")
    empty = {f"_search_index_{name}": {} for name in kept}
    return SimpleNamespace(
        version=1, toctree_includes={"index": ["b", "a"]}, config=SimpleNamespace(root_doc="index"), **empty
    )


def an_index(env: SimpleNamespace) -> builder.SectionIndex:
    sayer = SimpleNamespace(language="ko", facts=SimpleNamespace(entries={}))
    return builder.SectionIndex(env, "en", {}, "", sayer)


def test_a_page_that_changes_or_goes_leaves_nothing_of_itself_behind(env: SimpleNamespace):
    first = an_index(env)
    first.feed("a", "a.md", "가", page(section("a", "가나", paragraph("옛말입니다."))))
    first.feed("b", "b.md", "나", page(section("b", "나다", paragraph("그대로입니다."))))
    first.feed("c", "c.md", "다", page(section("c", "다라", paragraph("사라집니다."))))
    written = io.StringIO()
    first.dump(written, builder.Script())

    second = an_index(env)
    second.load(io.StringIO(written.getvalue()), builder.Script())
    second.prune(["b"])
    second.feed("a", "a.md", "가", page(section("a", "가나", paragraph("새말입니다."))))
    frozen = second.freeze()
    assert frozen["docnames"] == ["b", "a"]
    assert frozen["titles"] == ["나다", "가나"]
    assert "새말" in frozen["terms"]
    assert not {"옛말", "사라지"} & frozen["terms"].keys()


def test_an_index_of_another_make_is_not_taken_up(env: SimpleNamespace):
    with pytest.raises(ValueError, match="another"):
        an_index(env).load(io.StringIO('Search.setIndex({"docnames":[],"envversion":1});\n'), builder.Script())
