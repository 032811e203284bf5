"""The figures of the book: one function a figure, in one module a chapter."""
