"""The tables and the bibliography of a book, where they lie, and when they were last compared with their sources."""
