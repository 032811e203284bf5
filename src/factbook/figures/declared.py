"""The figures as their modules declare them, read from the source text: nothing is imported and nothing is drawn.

Names that code computes (``studio.word(f"column.{name}")``) cannot be read so; drawing finds out about them.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from factbook.problems import Problem, UnknownNameError

_STUDIO = "studio"


class UnknownFigure(UnknownNameError):  # noqa: N818 - authors of chapters read this name
    """No figure has that id."""

    saying = "no figure has the id"
    listed = 'the modules of book/report/figures declare every figure: @figure("id", reads=(…))'


@dataclass(frozen=True, slots=True)
class Asked:
    """What a figure asks its studio for: ``studio.METHOD(NAME)`` in ``line`` of ``file``."""

    method: str
    name: str
    file: Path
    line: int


_Functions = Mapping[str, ast.FunctionDef]


def figures(folder: Path) -> Mapping[str, tuple[Asked, ...]]:
    """Every figure by its id, with all that it and the functions that it calls ask for by a literal name.

    ``folder`` holds the modules of a report's figures; what these call of the engine's own is read, too.
    """
    sources = {path.stem: path for place in (Path(__file__).parent, folder) for path in sorted(place.glob("*.py"))}
    modules = {name: _functions(path) for name, path in sources.items()}
    return {
        figure: tuple(
            asked for module, function in _called(name, top, modules) for asked in _asked(function, sources[module])
        )
        for name, functions in modules.items()
        for top in functions.values()
        for figure in _declared(top)
    }


def _functions(path: Path) -> _Functions:
    tree = ast.parse(path.read_text("utf-8"))
    return {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}


def _declared(function: ast.FunctionDef) -> Iterator[str]:
    """The id under which a function is declared, if it is."""
    for call in function.decorator_list:
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "figure":
            yield from literals(call.args[0])


def _called(module: str, top: ast.FunctionDef, modules: Mapping[str, _Functions]) -> list[tuple[str, ast.FunctionDef]]:
    """``top`` and all functions of these modules that it comes to call, each with its module."""
    found = {(module, top.name): top}
    waiting = [(module, top)]
    while waiting:
        here, function = waiting.pop()
        for other, name in _names(function):
            place = other or here, name
            called = modules.get(place[0], {}).get(place[1])
            if called and place not in found:
                found[place] = called
                waiting.append((place[0], called))
    return [(module, function) for (module, _), function in found.items()]


# Figures share functions.
@cache
def _names(function: ast.FunctionDef) -> tuple[tuple[str, str], ...]:
    """The names in a function, each with the one before its dot, if there is one."""
    found = []
    for node in ast.walk(function):
        match node:
            case ast.Name(id=name):
                found.append(("", name))
            case ast.Attribute(value=ast.Name(id=other), attr=name):
                found.append((other, name))
    return tuple(dict.fromkeys(found))


def _asked(function: ast.FunctionDef, file: Path) -> Iterator[Asked]:
    for node in ast.walk(function):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Name(id=studio), attr=method), args=[first, *_]) if (
                studio == _STUDIO
            ):
                yield from (Asked(method, name, file, node.lineno) for name in literals(first))


def lacking(figure: str, word: str, file: str, line: int | None = None, asks: str = "") -> Problem:
    """That a figure is drawn with a word that the language of ``file`` lacks."""
    return Problem(
        "words.figure",
        file,
        f"the figure «{figure}» has no word «{word}» in this language",
        f"every word that a figure is drawn with{asks}",
        f'write {word} = "…" under [figure.{figure}]',
        line,
    )


def literals(node: ast.expr) -> Iterator[str]:
    """The strings that an expression may be, where it says them: ``"a"``, or ``"a" if … else "b"``."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp(body=one, orelse=other):
            yield from literals(one)
            yield from literals(other)
