"""A stylesheet without the rules that nothing on the site can match.

A rule goes only where its selector asks for an element, class or id whose name occurs in no page and no script, so what
a script adds later is styled as before. States, attributes and what stands inside ``:not()`` or ``:has()`` are never
held against a rule. Custom properties and movements that nothing reads go as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import partial

import tinycss2
from tinycss2.ast import Node

_READ = re.compile(r"var\(\s*(--[\w-]+)")
_WORD = re.compile(r"[A-Za-z_][\w-]*")
_MOVEMENT = re.compile(r"@(?:-webkit-)?keyframes\s+([\w-]+)\s*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
_DECLARED = re.compile(
    r"""(?<=[{;])(--[\w-]+):(?:"[^"]*"|'[^']*'|\([^()"']*\)|[^;{}"'])*(?:;|(?=}))""",
)
#: Rules around rules; one with nothing left in it goes too.
_AROUND = frozenset({"media", "supports"})
#: The book loads no fonts; a face is none of its own.
_DROPPED = frozenset({"font-face", "charset"})
#: What lists selectors of which one must match.
_ANY = frozenset({"is", "where", "matches"})


def purge(css: str, names: frozenset[str]) -> str:
    """The rules of ``css`` that can match something made of ``names``, in their order."""
    return "".join(_rules(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True), names))


def without_unread(css: str, names: frozenset[str]) -> str:
    """``css``, minified, without the custom properties and movements that neither it nor ``names`` reads."""
    words = names | set(_WORD.findall(_MOVEMENT.sub("", css)))
    css = _MOVEMENT.sub(lambda found: found[0] if found[1] in words else "", css)
    before = ""
    while before != css:
        before, read = css, names | set(_READ.findall(css))
        css = _DECLARED.sub(partial(_if_read, read), css)
    return css


def _if_read(read: frozenset[str], declared: re.Match[str]) -> str:
    return declared[0] if declared[1] in read else ""


def _rules(rules: Iterable[Node], names: frozenset[str]) -> Iterator[str]:
    for rule in rules:
        if rule.type == "qualified-rule":
            kept = [one for one in _listed(rule.prelude) if _can_match(one, names)]
            if kept:
                selectors = ",".join(tinycss2.serialize(one).strip() for one in kept)
                yield f"{selectors}{{{tinycss2.serialize(rule.content).strip()}}}"
        elif rule.type == "at-rule" and rule.lower_at_keyword in _AROUND and rule.content is not None:
            inner = "".join(_rules(tinycss2.parse_rule_list(rule.content, True, True), names))
            if inner:
                yield f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{inner}}}"
        elif not (rule.type == "at-rule" and rule.lower_at_keyword in _DROPPED):
            yield rule.serialize()


def _listed(tokens: Iterable[Node]) -> list[list[Node]]:
    """The selectors of a list."""
    found: list[list[Node]] = [[]]
    for token in tokens:
        if token.type == "literal" and token.value == ",":
            found.append([])
        else:
            found[-1].append(token)
    return found


def _can_match(selector: list[Node], names: frozenset[str]) -> bool:
    before: Node | None = None
    for token in selector:
        is_state = before is not None and before.type == "literal" and before.value == ":"
        if token.type == "hash" and token.value not in names:
            return False
        if token.type == "ident" and not is_state and token.value not in names:
            return False
        is_choice = token.type == "function" and token.lower_name in _ANY
        if is_choice and not any(_can_match(one, names) for one in _listed(token.arguments)):
            return False
        before = token
    return True
