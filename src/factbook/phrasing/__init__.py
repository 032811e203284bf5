"""A number as text and markup, in a sentence or a table of either language."""
