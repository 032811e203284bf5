"""Published tables: the same rows, columns and cells as those of ``data/``, beside the pages and in the archive."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from itertools import zip_longest
from pathlib import Path

from factbook.checks.channels.reading import Readings
from factbook.data.layout import Layout
from factbook.data.package import DESCRIPTOR
from factbook.problems import Problem
from factbook.provenance.publication import NUMBERS, archive

_ADVICE = "publish the tables of data/ as they are"


def check(layout: Layout, folder: Path) -> Readings:
    published = folder / "data"
    own = {path.name: path for path in layout.package.files.values()}
    for name, path in own.items():
        yield from _same(f"data/{name}", _cells(path), _cells(published / name))
    yield from _names(own, published)
    yield from _described(layout, published)
    yield from _archived(published, archive(layout.package))


def _cells(path: Path) -> list[list[str]]:
    """The rows of a table with its heading; none where there is no file."""
    if not path.is_file():
        return []
    return list(csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline="")))


def _same(shown: str, wanted: list[list[str]], found: list[list[str]]) -> Readings:
    """The first row in which a published table differs."""
    for line, (right, row) in enumerate(zip_longest(wanted, found), 1):
        if right == row:
            yield from (None for _ in row)
            continue
        if right is None or row is None:
            yield Problem("channel.table", shown, f"{len(found)} rows", f"{len(wanted)}, as data/ has", _ADVICE)
        else:
            place = next((at for at, pair in enumerate(zip_longest(right, row)) if pair[0] != pair[1]), 0)
            column = wanted[0][place] if place < len(wanted[0]) else None
            given, due = (cells[place] if place < len(cells) else "no cell" for cells in (row, right))
            yield Problem("channel.table", shown, f"«{given}»", f"«{due}», as data/ has", _ADVICE, line, column)
        return


def _names(own: dict[str, Path], published: Path) -> Readings:
    wanted = {*own, NUMBERS["path"]}
    found = {path.name for path in published.glob("*.csv")}
    for name in sorted(found - wanted):
        yield Problem("channel.table", f"data/{name}", "a table that the book does not have", "no such file", _ADVICE)
    for name in sorted(wanted - found):
        yield Problem("channel.table", f"data/{name}", "the table is not published", "every table", _ADVICE)


def _described(layout: Layout, published: Path) -> Readings:
    """The published descriptor describes each table as the committed one does, and each table has its columns."""
    shown = f"data/{DESCRIPTOR}"
    written = json.loads((published / DESCRIPTOR).read_text("utf-8"))
    committed = json.loads((layout.package.folder / DESCRIPTOR).read_text("utf-8"))
    described = {table["path"]: table for table in written["resources"]}
    for table in committed["resources"]:
        if described.pop(table["path"], None) != table:
            found = f"it describes {table['path']} otherwise"
            yield Problem("channel.descriptor", shown, found, "the description in data/", _ADVICE)
    for path in sorted(set(described) - {NUMBERS["path"]}):
        yield Problem("channel.descriptor", shown, f"it describes {path}", "tables of data/ only", _ADVICE)
    for name in sorted(set(committed) - {"resources", "version", "created", "contributors", "homepage"}):
        if written.get(name) != committed[name]:
            yield Problem(
                "channel.descriptor", shown, f"«{name}» is {written.get(name)}", f"{committed[name]}", _ADVICE
            )


def _archived(published: Path, name: str) -> Readings:
    """The archive holds each file of the folder, byte for byte, and no other."""
    shown = f"data/{name}"
    beside = {path.name: path.read_bytes() for path in published.iterdir() if path.name != name}
    with zipfile.ZipFile(published / name) as packing:
        packed = {Path(name).name: packing.read(name) for name in packing.namelist() if not name.endswith("/")}
    for name in sorted({*beside, *packed}):
        if beside.get(name) != packed.get(name):
            found = (
                f"{name} is not the file beside it" if name in packed and name in beside else f"{name} is in one only"
            )
            yield Problem("channel.archive", shown, found, "the files of the folder", "pack the folder again")
