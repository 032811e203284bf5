"""Code cells without what may differ between languages: the language that is opened, captions, comments, layout."""

from __future__ import annotations

import ast
from dataclasses import dataclass

from factbook.interface.catalogue import LANGUAGES

#: The method of the book that takes words beside an id.
CLAIM = "claim"
#: Shows a number without its noun.
BARE = "bare"


@dataclass(frozen=True, slots=True)
class Caption:
    """MyST text within code, and the line of the code where it begins, from 1."""

    text: str
    line: int


def normalised(source: str) -> tuple[str, list[Caption]]:
    """The code of a cell to compare, and the captions that were taken out of it.

    Code that is not Python alone, such as a notebook's magic commands, is compared as it stands.
    """
    try:
        tree = ast.parse(source)
    except SyntaxError:
        return source.strip(), []
    neutral = _Neutral()
    return ast.unparse(neutral.visit(tree)), neutral.captions


def normalised_call(expression: str) -> str:
    """The expression of an ``{eval}`` role in one spelling; the words of a claim, and whether a noun is said once more,
    are each language's own."""
    try:
        parsed = ast.parse(expression.strip(), mode="eval")
        if isinstance(parsed.body, ast.Call):
            parsed.body.keywords = [one for one in parsed.body.keywords if one.arg != BARE]
        if isinstance(parsed.body, ast.Call) and _called(parsed.body) == CLAIM:
            parsed.body.args[1:] = [ast.Name("WORDS")]
        return ast.unparse(parsed).replace("'", '"')
    except SyntaxError:
        return " ".join(expression.split())


def _called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


class _Neutral(ast.NodeTransformer):
    """Blanks the language of ``open_book`` and the caption of ``captioned``."""

    def __init__(self) -> None:
        self.captions: list[Caption] = []

    def visit_Call(self, node: ast.Call) -> ast.AST:
        called = _called(node)
        first = node.args[0] if node.args else None
        if isinstance(first, ast.Constant) and isinstance(first.value, str):
            if called == "open_book" and first.value in LANGUAGES:
                node.args[0] = ast.Name("LANGUAGE")
            elif called == "captioned":
                self.captions.append(Caption(first.value, first.lineno))
                node.args[0] = ast.Name("CAPTION")
        return self.generic_visit(node)
