"""The files of a figure: its data as CSV, its picture as SVG and as PNG, each with the source it came from.

Made from the figure as it stands on a built page, so that a file says what the page says.
"""

from factbook.figures.files.data import PARTS
from factbook.figures.files.picture import svg_of
from factbook.figures.files.pixels import SIGNATURE
from factbook.figures.files.shown import FOLDER, KINDS, Cell, Shown, file_of, shown
from factbook.figures.files.writing import write

__all__ = ["FOLDER", "KINDS", "PARTS", "SIGNATURE", "Cell", "Shown", "file_of", "shown", "svg_of", "write"]
