"""What may account for a number, each rule with its reason. Whatever no rule here excuses must be carried by a fact."""

from __future__ import annotations

from dataclasses import dataclass

from lxml.html import HtmlElement

from factbook.checks.manuscript.excuses import Excuse


@dataclass(frozen=True, slots=True)
class Rule:
    """A reason why a number stands on a page rightly."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Span:
    """Characters ``start:end`` of a text, in which ``rule`` holds; they fill ``place`` where it holds by place."""

    start: int
    end: int
    rule: Rule
    place: HtmlElement | None = None

    def holds(self, start: int, end: int) -> bool:
        """Whether all of ``start:end`` lies within."""
        return self.start <= start and end <= self.end

    def meets(self, start: int, end: int) -> bool:
        """Whether any of ``start:end`` lies within."""
        return self.start < end and start < self.end


#: What carries a number.
FACT = Rule("marked as a fact", "it stands in <data>, which the check of numbers reads back")
READ_BACK = Rule(
    "read back", "a figure's text holds no marks; it equals a number marked on the page, within its digits"
)
AS_PRINTED = Rule("as printed", "the ledger quotes the source in the words of facts.csv")

#: What excuses a number, by the place it stands in.
TIME = Rule("date of a row", "a <time> says the date of the data tables that it carries")
CITATION = Rule("citation", "written by the bibliography or the schema: the year and title of a source")
BIBLIOGRAPHY = Rule("bibliography", "written by the bibliography: volume, pages, address of a source")
CODE = Rule("code", "the text of a program, a file or a key")
CAPTION = Rule("figure or table number", "counted by the build: the number of a caption and each reference to it")
SCALE = Rule("axis or legend", "drawn by the chart from a scale, which follows the data in its specification")
RANK = Rule("rank", "the place of a row in its table, first to last")
FORMULA = Rule("formula", "the constants of a formula, as formulas.csv or relations.csv gives it")
ROWS = Rule("count of rows", "counted by the build: the rows of a table, which the check counts anew")
STATEMENTS = Rule("statements read back", "counted by the build: what each channel says, which the check counts anew")
LOCATOR = Rule("locator", "where in its source a fact stands, as facts.csv says it")

#: What excuses a number, by the words around it.
NAME = Rule("name", "a number within a proper name, declared in book/report/report.toml")
SECTION = Rule("section of a source", "the numbering of the report, which is not this book's")
YEAR = Rule("year", "a calendar year; the other language's section says the same years")
DATE = Rule("date", "a month or day of the calendar; the other language's section says the same dates")

CARRIED = (FACT, READ_BACK, AS_PRINTED)
EXCUSED = (
    YEAR,
    DATE,
    TIME,
    CAPTION,
    SECTION,
    CITATION,
    BIBLIOGRAPHY,
    LOCATOR,
    FORMULA,
    NAME,
    CODE,
    ROWS,
    STATEMENTS,
    RANK,
    SCALE,
)
#: Excuses that rest on both languages saying the same.
SAID_TWICE = frozenset({YEAR, DATE, TIME, SECTION, CAPTION, CITATION, CODE})

_TAGS = {"data": FACT, "time": TIME, "code": CODE, "pre": CODE, "kbd": CODE, "samp": CODE}
_CLASSES = {
    "bibtex-citation": CITATION,
    "described-source": CITATION,
    "citation": BIBLIOGRAPHY,
    "source-note": BIBLIOGRAPHY,
    "std-numref": CAPTION,
    "caption-number": CAPTION,
    "role-axis": SCALE,
    "role-legend": SCALE,
    "statements": STATEMENTS,
}
#: The rule for each excuse of the words around a number.
OF_WORDS = {Excuse.NAME: NAME, Excuse.SECTION: SECTION, Excuse.YEAR: YEAR, Excuse.DATE: DATE}


def of_place(element: HtmlElement) -> Rule | None:
    """The rule that holds for all text within ``element``, where one does."""
    if element.tag in _TAGS:
        return _TAGS[element.tag]
    for name in (element.get("class") or "").split():
        if name in _CLASSES:
            return _CLASSES[name]
    return None
