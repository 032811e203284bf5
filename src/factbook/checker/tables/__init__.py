"""Tables of any document: read into numbers with heads and units, and what must hold between them recomputed."""

from __future__ import annotations

from factbook.checker.tables.checking import check_tables
from factbook.checker.tables.lines import grids_in
from factbook.checker.tables.model import Cell, Grid, TableReport, Tally

__all__ = ["Cell", "Grid", "TableReport", "Tally", "check_tables", "grids_in"]
