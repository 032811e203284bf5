"""Everything that must hold of the data before a page is built, as one list of problems.

The schema is checked by Frictionless; what only this book knows (double entry, relations, sources, texts in every
language) by the modules that own it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from factbook import facts
from factbook.checks import dated, dimensions, labelled, memory, operands, pairs, quoted, recounting
from factbook.data import cutoff, sources, store
from factbook.data.layout import Layout
from factbook.data.package import DESCRIPTOR, Package, Row
from factbook.facts import Facts, UnknownFact, claims, relations, years
from factbook.interface.catalogue import LANGUAGES
from factbook.languages.letters import LETTERS
from factbook.problems import Gathering, Problem, ProblemError
from factbook.provenance import codebook

Loaded = TypeVar("Loaded")
SOURCE = "source"
#: The languages that sources are in, by what ``langid`` calls them, whose names are written in letters of their own.
_WRITTEN_IN = {"korean": "ko"}
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
#: The codes for what Frictionless finds in the rows of a table that can be read, by its own names.
_IN_ROWS = {
    "constraint-error": "data.constraint-error",
    "foreign-key": "data.foreign-key",
    "primary-key": "data.primary-key",
    "type-error": "data.type-error",
    "unique-error": "data.unique-error",
}


def check(layout: Layout) -> list[Problem]:
    """Every problem of the data package and the bibliography, each place once, in the order of files and lines."""
    found: list[Problem] = []
    _try(lambda: _readable(layout.package), found)
    if found:
        return found
    found = list(meaning(layout))
    places = {(problem.file, problem.line, problem.column) for problem in found}
    found += [p for p in _schema(layout) if (p.file, p.line, p.column) not in places]
    return sorted(found, key=lambda problem: (problem.file, problem.line or 0))


def meaning(layout: Layout) -> Iterator[Problem]:
    """What only this book knows of its tables, which must be readable; Frictionless has no part in it."""
    package = layout.package
    found: list[Problem] = []
    known = _try(lambda: facts.load(package), found)
    if known is not None:
        loaded = _try(lambda: relations.load(package), found)
        related = loaded or ()
        judged = _try(lambda: relations.judge_all(related, known), found)
        if judged is not None:
            found += dimensions.check(known, related)
            found += operands.check(package, known, related)
            found += pairs.check(package, known, related) if loaded is not None else ()
            _try(lambda: found.extend(quoted.check(package, known)), found)
            found += dated.check(package, known)
            _try(lambda: claims.check(package, known, {one.relation.id: one for one in judged}), found)
    yield from found
    yield from recounting.check()
    if known is not None:
        yield from texts(package, known)
    yield from years.check(package)
    yield from labelled.check(package)
    yield from cutoff.check(layout)
    yield from cited(layout)
    yield from named(layout)
    yield from undeclared(package)
    yield from undescribed(package)


def _schema(layout: Layout) -> list[Problem]:
    """What Frictionless finds. It takes most of the time of all checks: tables that were valid are not read again."""
    package = layout.package
    rests_on = memory.digest((package.folder / DESCRIPTOR, *package.files.values()))
    return store.of(layout).until_clean("schema", (rests_on,), lambda: list(schema(package)))


def _readable(package: Package) -> None:
    gathering = Gathering()
    for table in package.files:
        with gathering.item():
            package.rows(table)
    gathering.raise_if_any()


def _try(load: Callable[[], Loaded], found: list[Problem]) -> Loaded | None:
    """What ``load`` gives; where it raises, its problems are added to ``found``."""
    try:
        return load()
    except ProblemError as error:
        found.extend(error.problems)
        return None


def schema(package: Package) -> Iterator[Problem]:
    """What the Frictionless schema of each table does not allow."""
    from factbook.data import lean  # noqa: F401, I001 - before Frictionless
    import frictionless  # takes half a second

    descriptor = package.folder / "datapackage.json"
    report = frictionless.validate(str(descriptor), type="package")
    for error in report.errors:
        yield Problem("data.package", package.shown(descriptor), error.message, "a valid Frictionless data package")
    for task in report.tasks:
        file = package.shown(package.folder / Path(task.place).name)
        for error in task.errors:
            yield _schema_problem(file, error)


def _schema_problem(file: str, error: Any) -> Problem:
    cell = getattr(error, "cell", None)
    field = getattr(error, "field_name", None) or ", ".join(getattr(error, "field_names", ())) or None
    cells = getattr(error, "field_cells", None)
    found = f"«{cell}»" if cell is not None else f"«{', '.join(map(str, cells))}»" if cells else error.title
    advice = "see the schema of the table in datapackage.json"
    code = _IN_ROWS.get(error.type, "data.package")
    return Problem(code, file, found, error.note, advice, getattr(error, "row_number", None), field)


def cited(layout: Layout) -> list[Problem]:
    """Keys of sources that the bibliography does not have."""
    shown = layout.shown(layout.bibliography)
    try:
        known = set(sources.read(layout.bibliography, shown).entries)
    except ProblemError as error:
        return list(error.problems)
    found: list[Problem] = []
    for row in _rows_with(layout.package, SOURCE):
        for key in row[SOURCE].split() or [""]:
            if key not in known:
                what = f"the source «{key}» is not in {shown}" if key else "no source is named"
                found += row.problem(
                    "data.source", SOURCE, what, f"keys of {shown}, separated by spaces", "add the source there"
                ).problems
    return found


def named(layout: Layout) -> Iterator[Problem]:
    """Sources in a language whose authors stand in letters of another: its readers know another name."""
    shown = layout.shown(layout.bibliography)
    try:
        entries = sources.read(layout.bibliography, shown).entries
    except ProblemError:
        return
    lines = sources.lines(layout.bibliography.read_text("utf-8"))
    for key, entry in entries.items():
        language = _WRITTEN_IN.get(entry.fields.get("langid", ""))
        if language is None:
            continue
        for name in map(str, sources.authors(entry, language)):
            # A name in small letters is a handle, which is written as it is everywhere.
            if not LETTERS[language].search(name) and not name.islower():
                found = f"the source «{key}» is in this language, and its author is «{name}»"
                expected = f"the name that readers of «{language}» know"
                advice = f"add author_{language} to the source"
                yield Problem("data.author-letters", shown, found, expected, advice, lines[key])


def texts(package: Package, known: Facts) -> list[Problem]:
    """Texts that stand in one language only, or name other numbers in one language than in the other."""
    found: list[Problem] = []
    for table in package.files:
        bases = _localized(package.columns(table))
        for base, languages in bases.items():
            found += [_one_sided(package, table, base, language) for language in LANGUAGES if language not in languages]
        for row in package.rows(table):
            for base, languages in bases.items():
                if languages == set(LANGUAGES):
                    found += _texts_of(row, base, known)
    return found


def _localized(columns: Iterable[str]) -> dict[str, set[str]]:
    """The columns that hold texts, without their language, and the languages that each has."""
    found: dict[str, set[str]] = {}
    for column in columns:
        base, _, language = column.rpartition("_")
        if base and language in LANGUAGES:
            found.setdefault(base, set()).add(language)
    return found


def _one_sided(package: Package, table: str, base: str, language: str) -> Problem:
    return Problem(
        "data.one-language",
        package.shown(package.files[table]),
        f"the column «{base}_{language}» is missing",
        "a text column in every language",
        "add it, and its field in datapackage.json",
        1,
    )


def _texts_of(row: Row, base: str, known: Facts) -> Iterable[Problem]:
    written = {language: row[f"{base}_{language}"] for language in LANGUAGES}
    if len({bool(text) for text in written.values()}) > 1:
        missing = next(language for language, text in written.items() if not text)
        yield from row.problem(
            "data.one-language",
            f"{base}_{missing}",
            "the text is missing in this language only",
            "all languages or none",
        ).problems
        return
    named = {language: Counter(_PLACEHOLDER.findall(text)) for language, text in written.items()}
    for language, names in named.items():
        for name in names:
            if name not in known.entries:
                unknown = UnknownFact(name, known.entries)
                yield from row.problem(
                    "data.unknown-fact",
                    f"{base}_{language}",
                    unknown.found,
                    "{id} of a number",
                    unknown.suggestion,
                ).problems
        if names != named[LANGUAGES[0]]:
            yield from row.problem(
                "data.languages-differ",
                f"{base}_{language}",
                f"it names the numbers {sorted(names)}",
                f"those of the other language: {sorted(named[LANGUAGES[0]])}",
            ).problems


def undeclared(package: Package) -> list[Problem]:
    """Tables that lie in the folder and are not declared."""
    declared = {path.resolve() for path in package.files.values()}
    return [
        Problem(
            "data.undeclared",
            package.shown(path),
            "the table is not declared in datapackage.json",
            "every table declared",
            "declare it, or delete it",
        )
        for path in sorted(package.folder.glob("*.csv"))
        if path.resolve() not in declared
    ]


def undescribed(package: Package) -> Iterator[Problem]:
    """Tables and columns that the schema does not name and describe in every language."""
    file = package.shown(package.folder / DESCRIPTOR)
    for place, name in codebook.missing(package.descriptor):
        yield Problem(
            "data.undescribed",
            file,
            f"{f'«{place}»' if place else 'the package'} has no {name}",
            "a title and a description in every language, of the package, each table and each column",
            f"write {name} there: the codebook shows it to readers",
        )


def _rows_with(package: Package, column: str) -> Iterator[Row]:
    for table in package.files:
        if column in package.columns(table):
            yield from package.rows(table)
