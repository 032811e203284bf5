"""The words that the book needs and a language lacks: of figures, of tables, and all that another language has."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import permutations

from factbook.checks.references import known
from factbook.checks.references.known import Kind, Known, Named
from factbook.data.layout import Layout
from factbook.figures import declared
from factbook.figures.declared import Asked
from factbook.interface import catalogue
from factbook.interface.catalogue import LANGUAGES
from factbook.phrasing import tables
from factbook.problems import Problem

_HEADER = re.compile(r"\[(?P<table>[\w.-]+)\]")
_KEY = re.compile(r"(?P<key>[\w.-]+)\s*=")
_PLACEHOLDER = re.compile(r"\{([a-z0-9][a-z0-9.-]*)\}")
#: What a figure's studio is asked for by name, but for its words.
_TAKES = {"entry": Kind.NUMBER, "number": Kind.NUMBER, "say": Kind.NUMBER, "rows": Kind.ROWS, "names": Kind.ROWS}
_WORDS = frozenset({"word", "text"})
#: What every figure has, asked for or not.
_ALT = "alt"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a string, or a table of strings, begins; ``table`` is the one that it stands in, or its own name."""

    file: str
    line: int
    table: str


def check(layout: Layout, there: Known, figures: Collection[str], shown: Collection[str]) -> list[Problem]:
    """Words that a language lacks, and names in the words and the code of the ``figures`` that lead to nothing.

    ``shown`` are the tables that chapters show.
    """
    places = {language: _places(layout, language) for language in LANGUAGES}
    found = list(_one_sided(places))
    drawn = {name: asked for name, asked in sorted(known.figures(layout).items()) if name in figures}
    for name, asked in drawn.items():
        found += there.problems(_named(layout, name, asked, places))
        found += _lacking(layout, name, asked, places)
    for language in LANGUAGES:
        for table in sorted(there.names.get(Kind.TABLE, frozenset()) & set(shown)):
            found += _columns(layout, there, table, language, places[language])
    return found


def _places(layout: Layout, language: str) -> dict[str, Place]:
    """Where each string of a language stands, by its dotted key, and each table by its own."""
    found: dict[str, Place] = {}
    for path in catalogue.files(language, layout.report):
        found.update(_places_in(path.read_text("utf-8"), layout.shown(path)))
    return found


def _places_in(text: str, shown: str) -> Iterator[tuple[str, Place]]:
    table = ""
    for number, line in enumerate(text.splitlines(), 1):
        if header := _HEADER.match(line):
            table = header["table"]
            yield table, Place(shown, number, table)
        elif key := _KEY.match(line):
            yield f"{table}.{key['key']}", Place(shown, number, table)


def _one_sided(places: Mapping[str, Mapping[str, Place]]) -> Iterator[Problem]:
    """Strings that one language has and another lacks."""
    for having, lacking in permutations(LANGUAGES, 2):
        for key in catalogue.of(having).strings:
            if key in catalogue.of(lacking).strings or key not in places[having]:
                continue
            there = places[having][key]
            here = places[lacking].get(there.table)
            yield Problem(
                "words.one-language",
                here.file if here else there.file.replace(f"/{having}/", f"/{lacking}/"),
                f"the words «{key}» are missing in this language",
                f"every string in every language, as in {there.file}:{there.line}",
                f'write {key.removeprefix(f"{there.table}.")} = "…" under [{there.table}]',
                here.line if here else None,
            )


def _named(
    layout: Layout, figure: str, asked: Collection[Asked], places: Mapping[str, Mapping[str, Place]]
) -> Iterator[Named]:
    """The numbers and tables that a figure's code and its alternative texts name."""
    for one in asked:
        if one.method in _TAKES:
            yield Named(_TAKES[one.method], one.name, layout.shown(one.file), one.line)
    key = f"figure.{figure}.{_ALT}"
    for language in LANGUAGES:
        if place := places[language].get(key):
            for name in _PLACEHOLDER.findall(catalogue.of(language)(key)):
                yield Named(Kind.NUMBER, name, place.file, place.line)


def _lacking(
    layout: Layout, figure: str, asked: Collection[Asked], places: Mapping[str, Mapping[str, Place]]
) -> Iterator[Problem]:
    """The words of a figure that no language has, told where each would say them."""
    strings = {key for language in LANGUAGES for key in catalogue.of(language).strings}
    wanted = {one.name: one for one in asked if one.method in _WORDS}
    for word in (_ALT, *wanted):
        if not strings.isdisjoint((f"figure.{figure}.{word}", f"figure.{word}")):
            continue
        asks = f": {layout.shown(wanted[word].file)}:{wanted[word].line} asks for it" if word in wanted else ""
        for language in LANGUAGES:
            place = places[language].get(f"figure.{figure}")
            file = place.file if place else layout.shown(layout.report / "words" / language)
            yield declared.lacking(figure, word, file, place.line if place else None, asks)


def _columns(layout: Layout, there: Known, table: str, language: str, places: Mapping[str, Place]) -> Iterator[Problem]:
    """Where a language does not say which columns of a shown table to show, or says one that the table lacks."""
    key = f"table.{table}"
    headings = catalogue.of(language).under(key)
    if not headings:
        yield tables.unworded(table, layout.shown(layout.report / "words" / language))
    for column in headings:
        if Kind.COLUMN in there.names and f"{table}.{column}_{language}" not in there.names[Kind.COLUMN]:
            place = places[f"{key}.{column}"]
            yield from there.problems([Named(Kind.COLUMN, f"{table}.{column}", place.file, place.line)])
