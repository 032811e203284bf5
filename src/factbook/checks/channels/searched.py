"""What the search shows of a section stands on its page: heading, sentences, key figures, numbers it is found by."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from lxml.html import HtmlElement

from factbook.checks.channels import files
from factbook.checks.channels.reading import Readings
from factbook.checks.pages import parsed
from factbook.data.layout import Layout
from factbook.facts import state
from factbook.interface.catalogue import LANGUAGES
from factbook.problems import Problem

FILE = "searchindex.js"
_SCRIPT = re.compile(r"^Search\.setIndex\((?P<index>.*)\);?\s*$", re.DOTALL)
#: Blanks, and what stands between the cells of a row where it is one line.
_BETWEEN = re.compile(r"[\s·]+")
_ADVICE = "build the site again; where that does not help, mend what the search reads of a page"


def check(layout: Layout, folder: Path) -> Readings:
    facts = state.read(layout.package).facts
    for language in LANGUAGES:
        written = _SCRIPT.match((folder / language / FILE).read_text("utf-8"))
        try:
            index = json.loads(written["index"] if written else "")
        except ValueError as error:
            yield _problem(language, f"it is no index: {error}", "Search.setIndex(…)")
            continue
        said = files.said(folder / language)
        for name, told in index["numbers"]:
            due = f"{facts.entries[name].label[language]}: {said[name]}" if name in facts.entries else "no such number"
            is_so = told in (due, files.without_pair(due))
            yield None if is_so else _problem(language, f"«{name}» is «{told}»", f"«{due}»")
        pages = {name: _page(folder / language / f"{name}.html") for name in index["docnames"]}
        for section in index["sections"]:
            yield from _section(section, index, pages, language)


def _section(section: list[Any], index: Mapping[str, Any], pages: Mapping[str, HtmlElement], language: str) -> Readings:
    page, anchor, heading, _, sentences, numbers, figures = section
    where = f"{index['docnames'][page]}.html#{anchor}"
    found = pages[index["docnames"][page]].xpath("//section[@id=$anchor or ./span[@id=$anchor]]", anchor=anchor)
    if not found:
        yield _problem(language, f"{where} leads nowhere", "a section of the page")
        return
    text = _BETWEEN.sub("", found[0].text_content())
    for said in (heading, *sentences, *figures):
        is_so = _BETWEEN.sub("", said) in text
        yield None if is_so else _problem(language, f"of {where} it shows «{said}»", "what stands in that section")
    named = {*found[0].xpath(".//data/@data-fact")}
    for name in (index["numbers"][place][0] for place in numbers):
        is_so = name in named
        yield None if is_so else _problem(language, f"{where} is found by «{name}»", "a number that the section says")


def _page(path: Path) -> HtmlElement:
    """A page without its citations, which are read with the sources."""
    root = parsed(path.read_bytes())
    for cited in root.find_class("bibtex-citation"):
        cited.drop_tree()
    return root


def _problem(language: str, found: str, expected: str) -> Problem:
    return Problem("channel.search", f"{language}/{FILE}", found, expected, _ADVICE)
