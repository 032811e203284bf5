"""The codebook: every published table and its columns as a reader needs them, from the schema and the rows alone.

``model`` reads the descriptor in one language, ``missing`` tells what it does not say, ``html`` writes the page.
"""

from factbook.provenance.codebook.missing import missing
from factbook.provenance.codebook.model import Field, Link, Source, Table, label, tables

__all__ = ["Field", "Link", "Source", "Table", "label", "missing", "tables"]
