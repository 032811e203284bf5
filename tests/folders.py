"""Where the tests find the book, and what they are given."""

from __future__ import annotations

from pathlib import Path

TESTS = Path(__file__).parent
#: The book.
ROOT = TESTS.parent
#: Files that tests read.
DATA = TESTS / "data"
