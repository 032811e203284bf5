"""What the tests of citations share."""

import pytest

from factbook.chapter import Book, open_book
from factbook.data.layout import find


@pytest.fixture(scope="session")
def book() -> Book:
    return open_book("en", find().root / "data")
