"""The Python behind the book: numbers that cannot drift."""
