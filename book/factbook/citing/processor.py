"""The citation processor (citeproc-py), and a style as it reads one."""

from __future__ import annotations

from functools import cache
from typing import Any

from citeproc import CitationStylesStyle, model


class Style(model.Style, model.CitationStylesElement):
    """The root of a style, which finds each of its macros once.

    citeproc-py makes an element of the last class that bears its name: of this one. Its own searches the whole style
    whenever it comes to a macro, more than half of the time that a reference takes.
    """

    @cache  # noqa: B019 (a style lives as long as the process)
    def xpath_search(self, expression: str) -> list[Any]:
        return super().xpath_search(expression)  # type: ignore[no-any-return]


def read(path: str, locale: str) -> CitationStylesStyle:
    """The style in the file ``path``, with the words of ``locale``."""
    return CitationStylesStyle(path, locale=locale, validate=False)
