"""References in words: the processor, the styles, and what is mended of both."""

import re
from dataclasses import replace

import pytest
from cited_works import FIGURE, IDENTITY, NAMES, SECTION, article, awkward, names, work
from citeproc import SCHEMA_PATH
from hypothesis import given, settings
from lxml import etree, html

from factbook.citations import formatted, works
from factbook.citations.accessed import READER, slots
from factbook.citations.formatted import Style
from factbook.citations.model import Date, Institution, Kind, Person


def text(work, style):
    return formatted.reference(work, style).text


def test_a_section_in_the_korean_form_has_issuer_year_title_edition_address_and_day_of_access():
    cited = works.place(IDENTITY, "ko", SECTION)
    assert text(work(accessed=Date(2026, 12, 1), title=cited.title), Style.KOREAN) == (
        "국가생명공학정책연구센터. (2026). 「The market: How large is it?」. "
        "『헬스케어 디지털 트윈 시장: 살아 있는 보고서』. 1.0.0판. "
        "https://example.org/ko/market.html?a=1&b=%20_2#market-size. 검색일: 2026. 12. 1."
    )


def test_a_section_in_apa_and_chicago_is_part_of_the_book():
    cited = works.place(IDENTITY, "en", SECTION)
    assert text(cited, Style.APA) == (
        "The authors of Healthcare Digital Twins. (2026). The market: How large is it? In Healthcare Digital Twins: "
        "a living market report (Version 1.0.0). https://example.org/twins/en/market.html#market-size"
    )
    assert text(cited, Style.CHICAGO) == (
        "The authors of Healthcare Digital Twins. 2026. “The Market: How Large Is It?” In Healthcare Digital Twins: "
        "A Living Market Report, version 1.0.0. https://example.org/twins/en/market.html#market-size."
    )


def test_a_figure_says_its_number():
    cited = works.place(IDENTITY, "en", FIGURE)
    assert "The market grows [Figure 3]. In Healthcare" in text(cited, Style.APA)
    assert "“The Market Grows.” Figure 3. In Healthcare" in text(cited, Style.CHICAGO)
    assert "「The market grows」, Figure 3. 『Healthcare" in text(cited, Style.KOREAN)


def test_an_undated_source_says_so():
    undated = work(kind=Kind.PAGE, issued=None, version="", language="en", accessed=Date(2026, 12, 1))
    assert "(연도 미상)" in text(undated, Style.KOREAN)
    assert "(n.d.)" in text(undated, Style.APA)
    assert "Retrieved December 1, 2026, from https://example.org" in text(undated, Style.APA)


def test_korean_people_keep_their_names_whole_and_others_have_initials():
    assert "van den Hoven, J., & 이송하. (2026)" in text(article(), Style.APA)


@pytest.mark.parametrize(("style", "others"), [(Style.KOREAN, "J. 외."), (Style.APA, "J., et al. (")])
def test_a_list_of_authors_that_goes_on_says_so(style, others):
    assert others in text(work(authors=(Person("Hoven", "J."),), others=True), style)


def test_quotation_marks_within_quotation_marks_are_single_in_chicago():
    assert "“시장: 얼마나 <큰가> & ‘왜.’” In" in text(work(), Style.CHICAGO)


def test_no_korean_title_is_put_into_capitals():
    assert "“digital 트윈 of the 시장.”" in text(work(title="digital 트윈 of the 시장"), Style.CHICAGO)


@pytest.mark.parametrize("style", Style)
@pytest.mark.parametrize("name", NAMES)
def test_an_institution_keeps_its_name(style, name):
    assert text(work(name), style).startswith(name)


@pytest.mark.parametrize("style", Style)
@given(name=names, title=awkward.filter(lambda title: title.isalpha()))
@settings(max_examples=15, deadline=None)
def test_the_html_holds_no_markup_of_a_name_and_reads_as_the_plain_form(style, name, title):
    said = formatted.reference(work(name, title=title), style)
    element = html.fragment_fromstring(said.html, create_parent="p")
    assert {child.tag for child in element.iter()} <= {"p", "i", "a"}
    assert " ".join(element.text_content().split()) == said.text


def test_the_address_is_a_link():
    said = formatted.reference(work(), Style.APA).html
    assert 'href="https://example.org/ko/market.html?a=1&amp;b=%20_2#market-size"' in said


@pytest.mark.parametrize("style", Style)
def test_the_day_of_access_is_left_for_the_page_to_fill_in(style):
    said = slots(text(work(kind=Kind.PAGE, issued=None, accessed=READER), style))
    assert "9999" not in said
    if style is Style.KOREAN:
        assert said.endswith("검색일: ⟨yyyy⟩. ⟨m⟩. ⟨d⟩.")
    if style is Style.APA:
        assert "Retrieved ⟨month⟩ ⟨d⟩, ⟨yyyy⟩, from" in said


def test_the_korean_style_is_valid_csl():
    schema = etree.RelaxNG(etree.parse(SCHEMA_PATH))
    style = etree.parse(formatted._path(Style.KOREAN))
    assert schema.validate(style), schema.error_log


@pytest.mark.parametrize("style", [Style.APA, Style.CHICAGO])
def test_the_styles_of_others_say_whose_they_are_and_under_which_licence(style):
    head = etree.parse(formatted._path(style)).find(".//{*}info")
    assert head.find("{*}author/{*}name").text
    assert "by-sa" in head.find("{*}rights").get("license")


def test_an_edition_takes_the_place_of_the_version():
    frozen = works.place(replace(IDENTITY, edition="2026-Q4"), "ko", SECTION)
    said = text(frozen, Style.KOREAN)
    assert "2026년 4분기판. https://example.org/twins/editions/2026-Q4/ko/market.html#market-size" in said
    assert not re.search(r"1\.0\.0", said)


def test_a_publisher_who_is_the_author_is_named_once():
    assert text(work("갑"), Style.APA).count("갑") == 1
    assert "을" in text(work("갑", authors=(Institution("갑"),), publisher="을"), Style.APA)
