"""Two versions of a document: which figures changed, and which stayed though those that they are computed from did."""

from factbook.checker.documents.comparing.comparing import Change, Comparison, Stayed, compare
from factbook.checker.documents.comparing.telling import run

__all__ = ["Change", "Comparison", "Stayed", "compare", "run"]
