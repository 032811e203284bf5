"""Writes the files of figures beside the pages that show them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from factbook.figures.files.data import Line, csv_of
from factbook.figures.files.picture import svg_of
from factbook.figures.files.pixels import png_of
from factbook.figures.files.shown import FOLDER, KINDS, Shown, file_of


def write(figures: Iterable[Shown], folder: Path, ledger: Mapping[str, Line]) -> None:
    """Writes the files of ``figures`` under ``folder``, and takes away those of any other.

    A picture that has not changed is not drawn again: pixels take longer than all else.
    """
    (folder / FOLDER).mkdir(exist_ok=True)
    written: set[Path] = set()
    for figure in figures:
        data, picture, pixels = (folder / file_of(figure.name, figure.language, kind) for kind in KINDS)
        # With a byte-order mark: without one, Korean spreadsheets take UTF-8 for CP949.
        data.write_text(csv_of(figure, ledger), "utf-8-sig", newline="")
        svg = svg_of(figure)
        if not (pixels.exists() and picture.exists() and picture.read_text("utf-8") == svg):
            pixels.write_bytes(png_of(figure, svg))
            picture.write_text(svg, "utf-8")
        written |= {data, picture, pixels}
    for left in set((folder / FOLDER).iterdir()) - written:
        left.unlink()
