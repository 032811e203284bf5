"""«What if» a number of the book were another: what a reader supposes, and all that follows from it.

Pure: :func:`reading.amount_of` makes an amount of what a reader gives, :func:`supposing.suppose` computes the numbers
under it, :func:`telling.told` says what changed. :class:`factbook.chapter.Book` puts them together.
"""

from factbook.notebook.what_if.problems import WhatIfError
from factbook.notebook.what_if.reading import Given, amount_of
from factbook.notebook.what_if.supposing import (
    Supposed,
    changed_numbers,
    changed_relations,
    mark,
    read_mark,
    suppose,
)
from factbook.notebook.what_if.telling import told

__all__ = [
    "Given",
    "Supposed",
    "WhatIfError",
    "amount_of",
    "changed_numbers",
    "changed_relations",
    "mark",
    "read_mark",
    "suppose",
    "told",
]
