"""The codebook is made of the schema and the rows: nothing in it is typed, and nothing in it is missing."""

from __future__ import annotations

import re

import pytest

from factbook.checks import coverage as covering
from factbook.interface import catalogue
from factbook.interface.catalogue import LANGUAGES
from factbook.provenance import codebook
from factbook.provenance.codebook import html
from factbook.provenance.codebook.model import Link

DESCRIBED = {
    "title": "Papers",
    "title_ko": "논문",
    "description": "What was read.",
    "description_ko": "읽은 것입니다.",
}
PACKAGE = {
    **DESCRIBED,
    "licenses": [{"name": "CC-BY-4.0", "title": "CC BY", "path": "https://creativecommons.org/licenses/by/4.0/"}],
    "resources": [
        {
            **DESCRIBED,
            "name": "papers_read",
            "path": "papers.csv",
            "schema": {
                "fields": [
                    {**DESCRIBED, "name": "id", "type": "string", "constraints": {"required": True, "unique": True}},
                    {
                        **DESCRIBED,
                        "name": "kind",
                        "type": "string",
                        "description": "One of `a<b` or none.",
                        "constraints": {"required": True, "enum": ["a<b", "c"]},
                    },
                    {**DESCRIBED, "name": "of", "type": "string"},
                ],
                "primaryKey": "id",
                "foreignKeys": [{"fields": "of", "reference": {"resource": "", "fields": "id"}}],
            },
        }
    ],
}
ROWS = [{"id": "one", "kind": "", "of": ""}, {"id": "two", "kind": "a<b", "of": ""}]


def the_table(language="en"):
    (table,) = codebook.tables(PACKAGE, lambda name: ROWS, language)
    return table


def shown(language="en"):
    addresses = {"papers_read": "#codebook-papers-read"}
    return html.columns(the_table(language), "../data/", addresses, catalogue.of(language))


def test_a_table_tells_its_rows_its_licence_and_the_key_a_list_or_a_single_name():
    table = the_table()
    assert (table.rows, table.licence.title, table.label) == (2, "CC BY", "codebook-papers-read")
    assert [field.is_key for field in table.fields] == [True, False, False]
    assert table.fields[2].link == Link("papers_read", "id")


def test_an_example_is_the_first_value_that_there_is():
    assert [field.example for field in the_table().fields] == ["one", "a<b", ""]


def test_a_text_is_in_the_language_of_the_reader():
    assert "읽은 것입니다." in shown("ko")
    assert "What was read." not in shown("ko")


def test_what_a_value_must_be_is_said_in_words_and_code_and_a_key_needs_no_more():
    rules = re.findall(r'<span class="codebook-rule">(.*?)</span>', shown())
    assert rules == [
        *("text", "key of the table"),
        *("text", "never empty", "one of <code>a&lt;b</code>, <code>c</code>"),
        *("text", 'names a <a href="#codebook-papers-read"><code>papers_read.id</code></a>'),
    ]


def test_the_marks_of_a_description_become_code_and_nothing_in_it_markup():
    assert "One of <code>a&lt;b</code> or none." in shown()


def test_a_long_example_is_cut():
    table = codebook.tables(PACKAGE, lambda name: [{"id": "x" * 99}], "en")[0]
    assert f"<code>{'x' * 59}…</code>" in html.columns(table, "", {"papers_read": "#a"}, catalogue.of("en"))


@pytest.mark.parametrize(
    ("missing", "place"),
    [("description_ko", "facts.value"), ("description", "facts.value"), ("title_ko", "facts"), ("description_ko", "")],
)
def test_a_table_or_column_that_is_not_described_in_every_language_fails_the_build(tiny, missing, place):
    def forget(descriptor):
        item = descriptor
        for name in filter(None, place.split(".")):
            item = next(one for one in item.get("resources") or item["schema"]["fields"] if one["name"] == name)
        del item[missing]

    tiny.declared(forget)
    problem = tiny.the_problem("data.undescribed")
    assert problem.file == "data/datapackage.json"
    assert problem.found == f"{f'«{place}»' if place else 'the package'} has no {missing}"


@pytest.mark.parametrize(("count", "unaccounted"), [("{}", []), ("1{}", ["1{}"])])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_count_of_rows_must_be_that_of_the_table(made, language, count, unaccounted):
    rows = len(made.tiny.layout.package.rows("facts"))
    said = catalogue.of(language)("codebook.rows", count=count.format(rows))
    made.write(language, "index", f'<table><tr id="codebook-facts-row"><td>{said}</td></tr></table>')
    typed = [number.numeral.text for number in covering.numbers(made.site) if number.rule is None]
    assert [re.sub(r"\D", "", one) for one in typed] == [one.format(rows) for one in unaccounted]
