"""What the Python of a chapter calls by name: ``say("world-cagr")``, ``book.chart("market-line")``.

Which names are the book's methods follows from the chapter's own cells: ``book = open_book("en")``,
``say, chart = book.say, book.chart``. A name that is bound to anything else is no longer followed.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from factbook.checks.references.known import Kind
from factbook.figures.declared import literals

#: What each method of :class:`factbook.chapter.Book` takes the name of: by position, or by that keyword.
_TAKES: Mapping[str, tuple[Kind, str]] = {
    **dict.fromkeys(("say", "when", "allowed"), (Kind.NUMBER, "fact_id")),
    **dict.fromkeys(("recomputed", "recomputed_range", "misfit", "verdict"), (Kind.RELATION, "relation_id")),
    "claim": (Kind.CLAIM, "claim_id"),
    "table": (Kind.TABLE, "name"),
    "frame": (Kind.ROWS, "name"),
    "chart": (Kind.FIGURE, "name"),
    "with_fact": (Kind.FACT, "fact_id"),
}
#: Stands for the book itself among the methods that a name is bound to.
_BOOK = "open_book"
#: Methods that give the book again.
_GIVE_BOOK = frozenset({"at_rate", "with_fact", "reset"})


@dataclass(frozen=True, slots=True)
class Call:
    """A name that code calls something by; ``line`` counts in the code, from 1."""

    kind: Kind
    name: str
    line: int


class Namespace(ast.NodeVisitor):
    """What the names of a chapter are bound to, cell after cell."""

    def __init__(self) -> None:
        self._bound: dict[str, str] = {}
        self._calls: list[Call] = []
        self.labels: list[str] = []

    def run(self, code: str) -> list[Call]:
        """What the code calls by a literal name. Raises ``SyntaxError``."""
        self._calls = []
        self.visit(ast.parse(code))
        return self._calls

    def visit_Try(self, node: ast.Try) -> None:
        """A chapter may show a mistake on purpose, and catch it."""
        for part in (*node.handlers, *node.orelse, *node.finalbody) if node.handlers else ast.iter_child_nodes(node):
            self.visit(part)

    def visit_Assign(self, node: ast.Assign) -> None:
        self.visit(node.value)
        for target in node.targets:
            self._bind(target, node.value)

    def visit_Name(self, node: ast.Name) -> None:
        if not isinstance(node.ctx, ast.Load):
            self._bound.pop(node.id, None)

    def visit_arg(self, node: ast.arg) -> None:
        self._bound.pop(node.arg, None)

    def visit_Call(self, node: ast.Call) -> None:
        self.generic_visit(node)
        method = self._method(node.func)
        if method in _TAKES:
            self._calls.extend(_names(node, *_TAKES[method]))
        if isinstance(node.func, ast.Attribute) and node.func.attr == "captioned":
            self.labels += _argument(node, 1, "label")

    def visit_Subscript(self, node: ast.Subscript) -> None:
        self.generic_visit(node)
        match node.value:
            case ast.Attribute(value=owner, attr="facts") if self._method(owner) == _BOOK:
                self._calls.extend(Call(Kind.NUMBER, name, node.lineno) for name in literals(node.slice))

    def _bind(self, target: ast.expr, value: ast.expr) -> None:
        if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple) and len(target.elts) == len(value.elts):
            for one, bound in zip(target.elts, value.elts, strict=True):
                self._bind(one, bound)
        elif isinstance(target, ast.Name) and (method := self._method(value)):
            self._bound[target.id] = method
        else:
            self.visit(target)

    def _method(self, node: ast.expr) -> str:
        """Which of the book's methods an expression is, ``open_book`` for the book itself, or nothing."""
        match node:
            case ast.Name(id=name):
                return self._bound.get(name, "")
            case ast.Attribute(value=owner, attr=method) if self._method(owner) == _BOOK:
                return method
            case ast.Call(func=ast.Name(id="open_book")):
                return _BOOK
            case ast.Call(func=function) if self._method(function) in _GIVE_BOOK:
                return _BOOK
        return ""


def _names(call: ast.Call, kind: Kind, keyword: str) -> Iterator[Call]:
    for name in _argument(call, 0, keyword):
        yield Call(kind, name, call.lineno)
        if kind is Kind.TABLE:
            columns = (one.arg for one in call.keywords if one.arg not in (None, keyword))
            yield from (Call(Kind.COLUMN, f"{name}.{column}", call.lineno) for column in columns)


def _argument(call: ast.Call, position: int, keyword: str) -> list[str]:
    """What a call gives for one of its parameters, where that is a literal."""
    given = [one.value for one in call.keywords if one.arg == keyword] + call.args[position : position + 1]
    return [name for value in given for name in literals(value)]
