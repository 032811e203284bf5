"""The figures of the book: one function a figure, in one module a chapter."""

import factbook.data.lean  # noqa: F401 - before Altair
