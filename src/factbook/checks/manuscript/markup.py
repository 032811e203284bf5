"""Markup that could excuse a number from the checks: only what ``declared`` lists may stand in a chapter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import yaml

from factbook.checks.manuscript import declared
from factbook.checks.manuscript.reading import Directive, Items, Node, Part, Role
from factbook.problems import Problem
from factbook.translations.myst import Option

#: Why a node that is not declared is refused, and what to write instead.
_INSTEAD = {
    "html_block": "raw HTML can mark a number as anything; write it in MyST, a comment as a line that begins with %",
    "html_inline": "raw HTML can mark a number as anything; write it in MyST, a comment as a line that begins with %",
    "image": "checks cannot read a picture; draw a figure from data in book/report/figures and show it with chart()",
    "footnote_ref": "footnotes are numbered by hand; cite the source, or say it in the text",
    "math_inline": "a formula belongs to data/formulas.csv, where it is computed",
    "substitution_inline": "say a number with {eval}, write a word as it is",
    "substitution_block": "say a number with {eval}, write a word as it is",
}
_NAMES = {"html_block": "raw HTML", "html_inline": "raw HTML", "image": "a picture"}
#: The attributes that the parser itself gives to nodes.
_ATTRIBUTES = {
    "link": {"href"},
    "myst_block_break": {"class"},
    "myst_line_comment": {"class"},
    "myst_target": {"class"},
    "ordered_list": {"start"},
    "td": {"style"},
    "th": {"style"},
}
_ADVICE = "write it with what is declared in factbook/checks/manuscript/declared.py"


def check(part: Part, shown: str) -> Iterator[Problem]:
    """Yield a problem for each piece of markup in ``part`` that is not declared; ``shown`` is the chapter's file."""
    for code, found, expected, advice, line in _found(part):
        yield Problem(code, shown, found, expected, advice, line)


_Found = tuple[str, str, str, str, int]


def _found(part: Part) -> Iterator[_Found]:
    line = part.place.line
    match part:
        case Node():
            yield from _node(part, line)
        case Role() if part.name not in declared.ROLES:
            yield "manuscript.role", f"the role {{{part.name}}}", _listed(declared.ROLES), _ADVICE, line
        case Role(name="numref") if part.title:
            found = f"the reference to «{part.target}» has a text of its own, «{part.title}»"
            yield (
                "manuscript.role",
                found,
                "the name and number that the build gives it",
                f"write {{numref}}`{part.target}`",
                line,
            )
        case Role(name="numref") if not part.target.startswith(("fig-", "tab-")):
            found = f"{{numref}} refers to «{part.target}»"
            yield (
                "manuscript.role",
                found,
                "the label of a figure (fig-…) or table (tab-…)",
                "refer to sections with {ref}",
                line,
            )
        case Directive():
            yield from _directive(part)
        case Items():
            yield from _items(part, line)


def _node(node: Node, line: int) -> Iterator[_Found]:
    if node.type not in declared.NODES:
        found = f"{_NAMES.get(node.type, f'markup of the kind «{node.type}»')}: «{' '.join(node.content.split())[:60]}»"
        yield (
            "manuscript.markup",
            found,
            "Markdown and MyST as the other chapters use it",
            _INSTEAD.get(node.type, _ADVICE),
            line,
        )
    elif odd := sorted(set(node.attributes) - _ATTRIBUTES.get(node.type, set())):
        found = f"the attribute «{odd[0]}» of a {node.type}"
        yield "manuscript.attribute", found, "no attributes: a class can excuse a number", "leave it out", line
    if node.type == "fence" and node.content not in declared.LISTINGS:
        yield "manuscript.listing", f"a listing of «{node.content}»", _listed(declared.LISTINGS), _ADVICE, line
    if node.type == "myst_block_break" and node.content.strip():
        found = f"what a notebook has stored: «{node.content.strip()[:60]}»"
        yield "manuscript.stored", found, "a source without values", "delete what stands behind +++", line
    if node.type == "front_matter":
        for key in sorted(set(yaml.safe_load(node.content) or {}) - declared.FRONT_MATTER):
            yield (
                "manuscript.front-matter",
                f"«{key}» in the front matter",
                _listed(declared.FRONT_MATTER),
                "leave it out",
                line,
            )


def _directive(part: Directive) -> Iterator[_Found]:
    name, line = part.written.name, part.place.line
    if name not in declared.DIRECTIVES:
        yield "manuscript.directive", f"the directive {{{name}}}", _listed(declared.DIRECTIVES), _ADVICE, line
        return
    admitted = declared.DIRECTIVES[name]
    for option in part.written.options:
        if option.key not in admitted:
            found = f"the option «{option.key}» of {{{name}}}"
            yield (
                "manuscript.option",
                found,
                _listed(admitted) if admitted else "no option",
                "leave it out",
                option.line,
            )
        elif odd := _odd(option, admitted[option.key]):
            found = f"«{odd}» as {option.key} of {{{name}}}"
            yield "manuscript.option", found, _listed(admitted[option.key] or ()), _ADVICE, option.line
    if name == "table" and not any(o.key == "name" and o.value.startswith("tab-") for o in part.written.options):
        yield (
            "manuscript.label",
            "a table without a label",
            ":name: tab-…, so that the build numbers it",
            "give it one",
            line,
        )


def _odd(option: Option, admitted: frozenset[str] | None) -> str:
    """The first value of an option that is not admitted; an option may have several."""
    values = re.split(r"[\s,]+", option.value.strip("[] ")) or [""]
    return next((value for value in values if admitted is not None and value not in admitted), "")


def _items(items: Items, line: int) -> Iterator[_Found]:
    right = tuple(str(number) for number in range(1, len(items.markers) + 1))
    if items.markers != right:
        found = f"a list numbered {', '.join(items.markers)}"
        advice = "number it so; a number that means something is said with {eval}, in a list with dashes"
        yield "manuscript.list", found, f"{', '.join(right)}: the number of an item is its place", advice, line


def _listed(names: Iterable[str]) -> str:
    return "one of " + ", ".join(sorted(names))
