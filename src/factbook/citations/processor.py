"""The citation processor (citeproc-py), and a style as it reads one.

citeproc-py makes an element of the last class that bears its name: of those here. They keep what a style says wherever
it is asked, which the processor finds out anew each time: most of the time that a reference takes.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from citeproc import CitationStylesStyle, model


class Style(model.Style, model.CitationStylesElement):
    """The root of a style, which finds each of its macros once."""

    def xpath_search(self, expression: str) -> list[Any]:
        return _found(self, expression)


class Text(model.Text, model.CitationStylesElement):
    """A text of a style, which finds out once whether a variable is behind its macro."""

    def calls_variable(self) -> bool:
        return _calls_variable(self)


@cache
def _found(style: Style, expression: str) -> list[Any]:
    return list(super(Style, style).xpath_search(expression))


@cache
def _calls_variable(text: Text) -> bool:
    return bool(super(Text, text).calls_variable())


def read(path: str, locale: str) -> CitationStylesStyle:
    """The style in the file ``path``, with the words of ``locale``."""
    return CitationStylesStyle(path, locale=locale, validate=False)
