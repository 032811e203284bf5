"""What is wrong with a supposition, said in a notebook in the reader's language."""

from __future__ import annotations


class WhatIfError(ValueError):
    """A supposition that cannot be made. A notebook shows the message alone: the reader's line is wrong, not the
    book's code."""

    def _render_traceback_(self) -> list[str]:
        """What IPython shows in place of a traceback."""
        return str(self).splitlines()
