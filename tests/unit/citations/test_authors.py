"""Authors are named as the language of the page writes them, and cited so."""

from __future__ import annotations

from pybtex.database import parse_string

from factbook.citations import bibliography
from factbook.citations.model import Institution, Person
from factbook.data import sources

DATA = parse_string(
    """
@misc{lee, author = {{이송하}}, author_en = {Lee, Songha}, title = {보고서}, year = {2022}}
@misc{law, author = {{법률신문}}, author_en = {{The Law Times}}, title = {기사}, year = {2022}}
@misc{plain, author = {Grieves, Michael}, title = {Twin}, year = {2016}}
""",
    bib_format="bibtex",
)


def test_a_page_in_english_names_the_authors_in_latin_letters():
    works = bibliography.works(DATA, "en")
    assert works["lee"].authors == (Person("Lee", "Songha"),)
    assert works["law"].authors == (Institution("The Law Times"),)


def test_a_page_in_korean_names_them_in_hangul():
    works = bibliography.works(DATA, "ko")
    assert works["lee"].authors == (Institution("이송하"),)
    assert works["law"].authors == (Institution("법률신문"),)


def test_a_source_without_other_names_is_named_alike_everywhere():
    for language in ("ko", "en"):
        assert [str(one) for one in sources.authors(DATA.entries["plain"], language)] == ["Grieves, Michael"]
