"""Editions: the book as it stood in a quarter, frozen with its data, so that what is cited never changes.

``records`` keeps what is frozen and holds it to its checksum; ``archives`` packs and unpacks; ``changes`` says which
numbers have changed since.
"""

from factbook.editions.records import Edition, latest, read

__all__ = ["Edition", "latest", "read"]
