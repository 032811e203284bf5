"""Code of a chapter: cells, ``{eval}`` calls, code spans and listings show numbers of the data, or declared ones."""

from __future__ import annotations

import ast
import re
from collections.abc import Container, Iterator
from functools import cache

from factbook.checks.manuscript import declared, own
from factbook.checks.manuscript.reading import CODE_CELL, Code, Directive, Part, Role
from factbook.problems import Problem

_DIGIT = re.compile(r"\d")
_FIGURE = "mystnb.figure.name"
#: The arguments of a claim.
_ID_AND_WORDS = 2
_CELL_ADVICE = (
    f"a number that you compute is a line of data/formulas.csv; declare another cell under [cells] of {own.FILE}"
)
#: The same of other code.
_CODE_ADVICE = f"say a number with {{eval}}; declare a command or a file name under [code] of {own.FILE}"


def check(part: Part, ids: Container[str], language: str, shown: str) -> Iterator[Problem]:
    """Yield a problem for code that could show a number which no fact holds.

    ``ids`` are those of facts, relations and the rows of other tables; ``language`` is the chapter's.
    """
    for code, found, expected, advice, line in _found(part, ids, language):
        yield Problem(code, shown, found, expected, advice, line)


_Found = tuple[str, str, str, str, int]


def _found(part: Part, ids: Container[str], language: str) -> Iterator[_Found]:
    line = part.place.line
    match part:
        case Code() if _DIGIT.search(part.text) and part.text not in ids:
            if part.text.strip() not in own.at_hand().code.get(part.place.section, ()):
                found = f"a number in code: «{part.text.strip()}»"
                yield (
                    "manuscript.code",
                    found,
                    "code without numbers, or the id of a fact or relation",
                    _CODE_ADVICE,
                    line,
                )
        case Role(name="eval"):
            yield from _call(part)
        case Directive() if part.written.name == CODE_CELL:
            yield from _cell(part, language)


def _call(role: Role) -> Iterator[_Found]:
    source = f"{role.title}<{role.target}>" if role.title else role.target
    if supposing := _supposing(source):
        yield _what_if(supposing, role.place.line)
    elif not (_says(source) or _claims(source)):
        calls = ", ".join((*declared.SAYING, declared.CLAIMING))
        found = f"{{eval}} of «{source}»"
        yield (
            "manuscript.eval",
            found,
            f'one of {calls} with one id: say("…")',
            "say what the data hold",
            role.place.line,
        )


def _says(source: str) -> bool:
    """Whether an expression is a call of a method that says a number, with an id and the options of that method."""
    call = _parsed(source)
    if not (isinstance(call, ast.Call) and (name := _method(call)) in declared.SAYING):
        return False
    return (
        [isinstance(argument, ast.Constant) and isinstance(argument.value, str) for argument in call.args] == [True]
        and all(
            keyword.arg in declared.SAYING[name] and isinstance(keyword.value, ast.Constant)
            and isinstance(keyword.value.value, bool)
            for keyword in call.keywords
        )
    )  # fmt: skip


def _claims(source: str) -> bool:
    """Whether an expression is a claim: an id, and the words for it."""
    call = _parsed(source)
    return isinstance(call, ast.Call) and _method(call) == declared.CLAIMING and len(_texts(call)) == _ID_AND_WORDS


def _cell(cell: Directive, language: str) -> Iterator[_Found]:
    source, line = cell.written.body, cell.written.body_line
    if _normal(source) in {_normal(one) for one in own.at_hand().cells.get(cell.place.section, ())}:
        return
    if supposing := _supposing(source):
        yield _what_if(supposing, line)
    elif opened := _opened(source):
        if opened != language:
            found = f"the cell opens the book in «{opened}»"
            yield (
                "manuscript.cell",
                found,
                f"the language of the chapter, «{language}»",
                f'write open_book("{language}")',
                line,
            )
    elif (shows := _shows(source)) is None:
        found = f"a code cell of its own: «{' '.join(source.split())[:60]}»"
        yield (
            "manuscript.cell",
            found,
            'the opening cell, or chart("…") or table("…") with texts alone',
            _CELL_ADVICE,
            line,
        )
    else:
        yield from _label(cell, *shows)


def _label(cell: Directive, right: str, captioned: str | None) -> Iterator[_Found]:
    """A figure or table under the label, and so the caption, of another."""
    named = [(option.value, option.line) for option in cell.written.options if option.key == _FIGURE]
    if captioned is not None:
        named.append((captioned, cell.written.body_line))
    for label, line in named:
        if label != right:
            found = f"the caption labelled «{label}» stands at another figure or table"
            advice = f"put code and caption together again; a table in part has its label in {own.FILE}"
            yield "manuscript.label", found, f"the label of what the cell shows, {right}", advice, line


def _what_if(name: str, line: int) -> _Found:
    expected = f"suppositions in the section {own.at_hand().what_if[1]} alone, as {own.FILE} has them"
    return (
        "manuscript.what-if",
        f"a supposition is left in: {name}(…)",
        expected,
        "take it out; try it in JupyterLab",
        line,
    )


def _supposing(source: str) -> str | None:
    try:
        nodes = list(ast.walk(ast.parse(source)))
    except SyntaxError:
        return None
    names = (getattr(node, "attr", None) or getattr(node, "id", None) for node in nodes)
    return next((name for name in names if name in declared.SUPPOSING), None)


def _opened(source: str) -> str | None:
    """The language that an opening cell opens; ``None`` for any other cell.

    Such a cell imports, opens, and names methods of the book as they are named already.
    """
    found = re.fullmatch(
        r'from factbook\.chapter import open_book\nbook = open_book\((?P<quote>[\'"])(?P<language>\w+)(?P=quote)\)'
        r"(?:\n\(?(?P<names>\w+(?:, \w+)*)\)? = \(?(?P<methods>book\.\w+(?:, book\.\w+)*)\)?)?",
        _normal(source),
    )
    if not found:
        return None
    names = found["names"].split(", ") if found["names"] else []
    methods = found["methods"].split(", ") if found["methods"] else []
    known = declared.SAYING.keys() | declared.SHOWING | {declared.CLAIMING}
    return found["language"] if [f"book.{name}" for name in names] == methods and known >= set(names) else None


def _shows(source: str) -> tuple[str, str | None] | None:
    """The label that belongs to what a cell shows, and the one that its call gives; ``None`` for another cell."""
    call, captioned = _parsed(source), None
    if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "captioned":
        texts = _texts(call)
        if len(texts) != 2:
            return None
        call, captioned = call.func.value, texts[1]
    if not (isinstance(call, ast.Call) and _method(call) in declared.SHOWING and (texts := _texts(call))):
        return None
    if _method(call) == "chart":
        return f"fig-{texts[0]}", captioned
    return own.at_hand().table_labels.get(texts, f"tab-{texts[0]}"), captioned


def _texts(call: ast.Call) -> tuple[str, ...]:
    """The arguments of a call that has texts alone; empty for any other."""
    values = [*call.args, *(keyword.value for keyword in call.keywords)]
    texts = [value.value for value in values if isinstance(value, ast.Constant) and isinstance(value.value, str)]
    return tuple(texts) if len(texts) == len(values) else ()


def _method(call: ast.Call) -> str:
    """The method of the book that is called: by the name that the first cell gave it, or as one of ``book``."""
    match call.func:
        case ast.Name(id=name) | ast.Attribute(value=ast.Name(id="book"), attr=name):
            return name
    return ""


def _parsed(source: str) -> ast.expr | None:
    try:
        return ast.parse(source.strip(), mode="eval").body
    except SyntaxError:
        return None


@cache
def _normal(source: str) -> str:
    """Code in one spelling; code that is not Python as it stands."""
    try:
        return ast.unparse(ast.parse(source))
    except SyntaxError:
        return source.strip()
