"""The data package as it is published: the tables of the book, and every number in one table made of them all.

Pure: the package, the numbers and who publishes them in; a descriptor, rows and texts out. ``descriptor`` says what is
published, ``numbers`` makes the table of all numbers, ``readme`` says licence and origin to whoever has only the
files.
"""

from factbook.provenance.publication.descriptor import NUMBERS, README, archive, published, resources
from factbook.provenance.publication.numbers import COLUMNS, Numbers, csv_of

__all__ = [
    "COLUMNS",
    "NUMBERS",
    "README",
    "Numbers",
    "archive",
    "csv_of",
    "published",
    "resources",
]
