"""Documents that nobody here wrote, checked like the book: files and folders in, findings with their places out."""

from __future__ import annotations

from factbook.checker.documents.checking import CheckedDocument, check_paths
from factbook.checker.documents.model import Block, Document, Place, Unit, UnreadableDocument
from factbook.checker.documents.report import FORMATS, exit_status, run

__all__ = [
    "FORMATS",
    "Block",
    "CheckedDocument",
    "Document",
    "Place",
    "Unit",
    "UnreadableDocument",
    "check_paths",
    "exit_status",
    "run",
]
