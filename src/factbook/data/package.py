"""The data package as plain rows: where it is, what its tables say, and nothing about their meaning.

Reading uses only the standard library, so that a chapter's kernel starts quickly; whether the rows obey their
schema is :mod:`factbook.checks.validation`'s business.
"""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from factbook.languages.characters import encoding_of, named, unwanted
from factbook.problems import Problem, ProblemError, relative
from factbook.report import PLACE

DESCRIPTOR = "datapackage.json"
#: Points a chapter that runs away from the book at its data.
FOLDER_VARIABLE = "FACTBOOK_DATA"
#: The language of what a descriptor says without naming one; ``title_ko`` says it in Korean.
DESCRIBED_IN = "en"
#: Columns that hold when something happened, was said or came out: a year, a month or a day.
DATES = frozenset({"date", "said_on", "published"})
#: The column with the number of facts.csv that such a date repeats; empty where it repeats none.
DATE_FACT = "date_fact"
#: The column with the day by which somebody is to look whether a row still holds; empty where that does not change.
REVIEW_BY = "review_by"
#: Begins the field of a source with its authors' names in a language, as ``author_en``.
AUTHOR_IN = "author_"
#: What a table in an encoding of Korean office programs seems to be.
_ENCODINGS = {
    "cp949": "CP949 (Korean Excel)",
    **dict.fromkeys(("utf-16", "utf-16-le", "utf-16-be"), "UTF-16 (Excel «Unicode text»)"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: its cells by column name, and where it stands."""

    file: str
    line: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def problem(self, code: str, column: str | None, found: str, expected: str, advice: str = "") -> ProblemError:
        return ProblemError([Problem(code, self.file, found, expected, advice, self.line, column)])


@dataclass(frozen=True)
class Package:
    """The tables declared in ``datapackage.json`` of ``folder``."""

    folder: Path

    @property
    def descriptor(self) -> Mapping[str, Any]:
        path = self.folder / DESCRIPTOR
        try:
            state = path.stat()
        except OSError as error:
            raise _unreadable(self.shown(path), error) from None
        return _described(self, path, state.st_mtime_ns, state.st_size)

    @property
    def with_report(self) -> Path:
        """The root folder of the book of these tables, where its figures and words are; else of the installed one."""
        installed = None if (self.folder.parent / PLACE).is_dir() else _installed()
        return (installed or self.folder).parent

    @property
    def files(self) -> dict[str, Path]:
        """The file of each declared table."""
        return {item["name"]: self.folder / item["path"] for item in self.descriptor["resources"]}

    def resource(self, table: str) -> dict[str, Any]:
        """What the descriptor says of a declared table."""
        found: dict[str, Any] = next(item for item in self.descriptor["resources"] if item["name"] == table)
        return found

    def columns(self, table: str) -> tuple[str, ...]:
        """The column names that the descriptor declares for ``table``."""
        return tuple(field["name"] for field in self.resource(table)["schema"]["fields"])

    def shown(self, path: Path) -> str:
        return relative(path, self.folder.parent)

    def rows(self, table: str) -> tuple[Row, ...]:
        """All rows of a declared table. Raises :class:`ProblemError` for an undeclared or unreadable one."""
        declared = next((item for item in self.descriptor["resources"] if item["name"] == table), None)
        if declared is None:
            raise ProblemError(
                [
                    Problem(
                        "data.undeclared",
                        self.shown(self.folder / DESCRIPTOR),
                        f"no table «{table}» is declared",
                        f"one of {', '.join(sorted(self.files))}",
                        "declare the table in datapackage.json, or read another",
                    )
                ]
            )
        path = self.folder / declared["path"]
        shown = self.shown(path)
        columns = tuple(field["name"] for field in declared["schema"]["fields"])
        return _rows(decode(path, shown), shown, columns)


# Every check reads the tables that it needs: a text is taken apart once, however many do.
@lru_cache(maxsize=4)
def _described(package: Package, path: Path, changed: int, size: int) -> Mapping[str, Any]:  # noqa: ARG001
    """What a descriptor says, read anew where it has changed."""
    shown = package.shown(path)
    try:
        loaded = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise _unreadable(shown, error) from None
    if not _names_tables(loaded):
        raise ProblemError(
            [
                Problem(
                    "data.descriptor",
                    shown,
                    "it does not name its tables",
                    "an object whose resources each have a name, a path and a schema with named fields",
                    "see the Tabular Data Package specification",
                )
            ]
        )
    return MappingProxyType(loaded)


def _unreadable(shown: str, error: Exception) -> ProblemError:
    return ProblemError([Problem("data.descriptor", shown, f"it cannot be read: {error}", "a JSON object")])


@lru_cache(maxsize=64)
def _rows(text: str, shown: str, columns: tuple[str, ...]) -> tuple[Row, ...]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = tuple(next(reader, ()))
        _check_header(header, columns, shown)
        rows: list[Row] = []
        found: list[Problem] = []
        for cells in reader:
            if len(cells) > 1 and not any(cell.strip() for cell in cells):
                found.append(_empty_row(shown, reader.line_num))
                continue
            if len(cells) != len(header):
                raise ProblemError(
                    [
                        Problem(
                            "data.cells",
                            shown,
                            f"{len(cells)} cells",
                            f"{len(header)} cells, one a column",
                            "a cell that holds a comma stands in double quotes",
                            reader.line_num,
                        )
                    ]
                )
            rows.append(Row(shown, reader.line_num, dict(zip(header, cells, strict=True))))
            found += _unwanted(rows[-1])
    except csv.Error as error:
        raise ProblemError(
            [Problem("data.csv", shown, f"the line cannot be read: {error}", "CSV as RFC 4180", "", reader.line_num)]
        ) from None
    if found:
        raise ProblemError(found)
    return tuple(rows)


def _check_header(header: tuple[str, ...], declared: tuple[str, ...], shown: str) -> None:
    if header == declared:
        return
    missing = [name for name in declared if name not in header]
    extra = [name for name in header if name not in declared]
    said = [f"the column «{name}» is missing" for name in missing]
    said += [f"the column «{name}» is not declared" for name in extra]
    raise ProblemError(
        [
            Problem(
                "data.columns",
                shown,
                "; ".join(said) or "the columns stand in another order",
                f"the columns {', '.join(declared)}",
                "mend the header, or the schema in datapackage.json",
                1,
            )
        ]
    )


def _empty_row(file: str, line: int) -> Problem:
    advice = "delete the line: a spreadsheet saves empty rows below or between those that are filled in"
    return Problem("data.empty-row", file, "an empty row", "a value in every row", advice, line)


def _unwanted(row: Row) -> Iterator[Problem]:
    """Yield a problem for each cell with characters that look like others, or like none."""
    for column, text in row.cells.items():
        if first := next(unwanted(text), None):
            letter, what = first
            yield Problem(
                "data.character",
                row.file,
                f"{named(letter)} in «{text}»: {what}",
                "composed letters (NFC), ordinary letters and digits, and no unseen character but the space",
                "type the cell again in a text editor rather than copying it: what is right looks much the same",
                row.line,
                column,
            )


def key_in(language: str, name: str) -> str:
    """The property of a descriptor that says ``name`` («title», «description») in a language."""
    return name if language == DESCRIBED_IN else f"{name}_{language}"


def licence_of(table: Mapping[str, Any], package: Mapping[str, Any]) -> Mapping[str, str]:
    """The licence of a table by what its descriptor and its package's say: its own, else the package's (Data Resource,
    «licenses»)."""
    licences: list[Mapping[str, str]] = table.get("licenses") or package["licenses"]
    return licences[0]


def _names_tables(descriptor: Any) -> bool:
    """Whether a descriptor has all that reading its tables takes."""
    try:
        resources = [(item["name"], item["path"], item["schema"]["fields"]) for item in descriptor["resources"]]
        names = [name for table, path, fields in resources for name in (table, path, *(one["name"] for one in fields))]
    except (KeyError, TypeError):
        return False
    return all(isinstance(name, str) for name in names)


def decode(path: Path, shown: str) -> str:
    """The text of a UTF-8 file without a byte-order mark; names the likely encoding of any other."""

    def problem(found: str) -> ProblemError:
        advice = "save it as UTF-8 without BOM (in Excel: a text editor, or «CSV» re-encoded)"
        return ProblemError([Problem("data.encoding", shown, found, "UTF-8 without a byte-order mark", advice)])

    try:
        raw = path.read_bytes()
    except OSError as error:
        raise ProblemError(
            [
                Problem(
                    "data.file", shown, f"it cannot be read: {error.strerror}", "the file that datapackage.json names"
                )
            ]
        ) from None
    if raw.startswith(b"\xef\xbb\xbf"):
        raise problem("the file begins with a byte-order mark: it seems to be Excel's «CSV UTF-8» (UTF-8 with BOM)")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        if (encoding := encoding_of(raw)) is not None:
            raise problem(f"line {line} is not UTF-8: the file seems to be {_ENCODINGS[encoding]}") from None
        raise problem(f"line {line} is not UTF-8, nor any encoding that Korean programs use") from None


def find(start: Path | None = None) -> Package:
    """The package named by ``FACTBOOK_DATA``, else the nearest ``data/`` at or above ``start``, else the installed one.

    Raises :class:`ProblemError`, saying where it looked, when there is none.
    """
    named = os.environ.get(FOLDER_VARIABLE)
    if named:
        return Package(Path(named))
    here = (start or Path.cwd()).resolve()
    for folder in (here, *here.parents):
        if (folder / "data" / DESCRIPTOR).is_file():
            return Package(folder / "data")
    if (installed := _installed()) is not None:
        return Package(installed)
    raise ProblemError(
        [
            Problem(
                "data.not-found",
                str(here),
                "no folder data/ with a datapackage.json stands here or above, and none is installed with factbook",
                "the book's data package",
                "put the folder data/ of the site or of the repository beside the notebook, "
                f"or set {FOLDER_VARIABLE} to where it is",
            )
        ]
    )


def _installed() -> Path | None:
    """The tables installed with the package: in the repository where that is installed as it stands, else as it was."""
    beside = Path(__file__).resolve().parents[3] / "data"
    if (beside / DESCRIPTOR).is_file():
        return beside
    from importlib import metadata  # takes longer to import than all else that a chapter begins with

    try:
        files = metadata.files("factbook") or []
    except metadata.PackageNotFoundError:
        return None
    descriptors = (Path(str(file.locate())).resolve() for file in files if file.name == DESCRIPTOR)
    return next((path.parent for path in descriptors if path.is_file()), None)
